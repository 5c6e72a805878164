package dev.archnotes.page;

/**
 * A checked figure in running text.
 *
 * @param text the figure as the author wrote it
 * @param href where its working stands
 * @param preview its working in one line
 */
public record CheckedFactView(String text, String href, String preview) {}
