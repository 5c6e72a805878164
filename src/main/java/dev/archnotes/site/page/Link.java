package dev.archnotes.site.page;

/**
 * A link as a page prints it.
 *
 * @param text its text
 * @param href its address, relative to the page
 */
public record Link(String text, String href) {}
