/**
 * The kinds of token mixers: their heads, positions and reach.
 *
 * <p>Takes sizes and choices, as records that refuse what cannot be.
 *
 * <p>Gives a layer's weight tensors, what it keeps of a token, what it reads and multiplies.
 *
 * <p>Never knows the layers around it, or a model by name.
 */
@NullMarked
package dev.archnotes.model.attention;

import org.jspecify.annotations.NullMarked;
