/**
 * The drawing of an architecture, alone or beside another.
 *
 * <p>Takes a variant.
 *
 * <p>Gives a picture of its blocks with the numbers of the specification, and an outline in words.
 *
 * <p>Never draws a number that no fact holds.
 */
@NullMarked
package dev.archnotes.site.drawing.architecture;

import org.jspecify.annotations.NullMarked;
