package dev.archnotes.site.drawing.history;

/**
 * A stretch of years with a name.
 *
 * @param name its name
 * @param from its first year
 * @param to its last year
 */
public record TimelineEra(String name, int from, int to) {}
