package dev.archnotes.site.markdown.node;

/**
 * The words under a heading, for the search index: no markup, no code, no formulas.
 *
 * @param headingId where a result leads to; empty for what stands above the first heading
 * @param heading the heading's words; empty likewise
 * @param text the words up to the next heading of any level, separated by single spaces
 */
public record TextSection(String headingId, String heading, String text) {}
