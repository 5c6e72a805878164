/**
 * Mends mistakes where what is right is beyond doubt.
 *
 * <p>Takes findings, and the files that they are about.
 *
 * <p>Gives the files as they should be, and the difference.
 *
 * <p>Never changes a byte that no edit names, or guesses.
 */
@NullMarked
package dev.archnotes.site.fix;

import org.jspecify.annotations.NullMarked;
