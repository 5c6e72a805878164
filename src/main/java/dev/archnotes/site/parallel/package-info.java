/**
 * How work of many pieces is shared among the processors.
 *
 * <p>Takes the pieces and what to do with one.
 *
 * <p>Gives the results in the order of the pieces.
 *
 * <p>Never reorders, repeats or drops a piece.
 */
@NullMarked
package dev.archnotes.site.parallel;

import org.jspecify.annotations.NullMarked;
