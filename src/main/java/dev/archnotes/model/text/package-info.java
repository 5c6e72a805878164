/**
 * What characters are to whoever sets them in lines.
 *
 * <p>Takes code points.
 *
 * <p>Gives how much room they take.
 *
 * <p>Never measures a typeface.
 */
@NullMarked
package dev.archnotes.model.text;

import org.jspecify.annotations.NullMarked;
