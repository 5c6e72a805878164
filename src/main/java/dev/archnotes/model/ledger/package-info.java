/**
 * What follows from a specification by counting: weights, the cache layer by layer, the cost of a token, memory on
 * given accelerators.
 *
 * <p>Takes an architecture.
 *
 * <p>Gives exact integers with the working behind each; an overflow is an exception, never a wrong number.
 *
 * <p>Never counts anything that is no sum over named tensors.
 */
@NullMarked
package dev.archnotes.model.ledger;

import org.jspecify.annotations.NullMarked;
