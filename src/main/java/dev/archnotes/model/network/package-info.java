/**
 * The kinds of feed-forward networks: dense ones and experts with their router.
 *
 * <p>Takes sizes and choices, as records that refuse what cannot be.
 *
 * <p>Gives a layer's weight tensors and how many of them act on one token.
 *
 * <p>Never knows the layers around it, or a model by name.
 */
@NullMarked
package dev.archnotes.model.network;

import org.jspecify.annotations.NullMarked;
