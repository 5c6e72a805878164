/**
 * A model's layers as a strip, one cell a layer.
 *
 * <p>Takes a variant.
 *
 * <p>Gives a picture of the pattern of its layers.
 *
 * <p>Never draws layers that the specification does not have.
 */
@NullMarked
package dev.archnotes.site.drawing.strip;

import org.jspecify.annotations.NullMarked;
