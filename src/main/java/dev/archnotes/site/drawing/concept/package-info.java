/**
 * The map of concepts, as an annotated decoder block.
 *
 * <p>Takes concepts with their parts.
 *
 * <p>Gives one picture whose parts are links.
 *
 * <p>Never knows the title of a concept.
 */
@NullMarked
package dev.archnotes.site.drawing.concept;

import org.jspecify.annotations.NullMarked;
