package dev.archnotes.site.drawing.concept;

/**
 * A concept as the map of concepts names it.
 *
 * @param slug which concept it is
 * @param title its title
 * @param key what one remembers of it, one sentence
 * @param href its page
 */
public record MapConcept(String slug, String title, String key, String href) {}
