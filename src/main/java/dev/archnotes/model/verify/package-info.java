/**
 * A released checkpoint held against the ledger: how its tensors should be called and shaped, and what differs.
 *
 * <p>Takes an architecture, the type that its makers call it by, and the weights of a checkpoint.
 *
 * <p>Gives the tensors that should be there, each difference, and what was measured of each part.
 *
 * <p>Never guesses a name or a layout: what no table has is said not to be known.
 */
@NullMarked
package dev.archnotes.model.verify;

import org.jspecify.annotations.NullMarked;
