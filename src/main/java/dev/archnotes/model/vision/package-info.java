/**
 * The kinds of image encoders with the projector into the language model.
 *
 * <p>Takes sizes, as records that refuse what cannot be.
 *
 * <p>Gives the weight tensors of the whole image part.
 *
 * <p>Never looks at an image, or at the layers of the language model.
 */
@NullMarked
package dev.archnotes.model.vision;

import org.jspecify.annotations.NullMarked;
