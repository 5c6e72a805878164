/**
 * The headers of released checkpoints: which tensors a file holds, in which shape and number format.
 *
 * <p>Takes bytes, piece by piece, and the size of the file that they are from.
 *
 * <p>Gives tensors by name, or a finding with the place of what cannot be.
 *
 * <p>Never reads a weight, opens a file, or makes anything larger than what the bytes at hand allow.
 */
@NullMarked
package dev.archnotes.model.checkpoint;

import org.jspecify.annotations.NullMarked;
