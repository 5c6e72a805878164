package dev.archnotes.site.drawing.concept;

import dev.archnotes.site.content.ExplainedPart;
import java.util.Optional;

/**
 * A concept as the map of concepts names it.
 *
 * @param part the part of the block that it explains, where it explains one
 * @param title its title
 * @param key what one remembers of it, one sentence
 * @param href its page
 */
public record MapConcept(Optional<ExplainedPart> part, String title, String key, String href) {}
