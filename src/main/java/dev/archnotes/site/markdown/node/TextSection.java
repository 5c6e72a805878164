package dev.archnotes.site.markdown.node;

/**
 * The words under a heading, without markup.
 *
 * @param headingId where a result leads to; empty for what stands above the first heading
 * @param heading the heading's words; empty likewise
 * @param text the words up to the next heading of any level, separated by single spaces; no code, no formulas
 * @param searched the same with its formulas, as they are typed without TeX, and with its code
 */
public record TextSection(String headingId, String heading, String text, String searched) {}
