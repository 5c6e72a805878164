package dev.archnotes.site.page;

/**
 * A citation in running text.
 *
 * @param key the bibliography key
 * @param text author and year
 * @param locator the section or table cited, or empty
 */
public record CitationView(String key, String text, String locator) {}
