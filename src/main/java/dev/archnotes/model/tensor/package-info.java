/**
 * One weight tensor: its name, its shape, and the part of the model that counts it.
 *
 * <p>Takes names and sizes.
 *
 * <p>Gives exact numbers of elements, of one copy, of all, and of those that act on one token.
 *
 * <p>Never knows which kind of layer holds it.
 */
@NullMarked
package dev.archnotes.model.tensor;

import org.jspecify.annotations.NullMarked;
