/**
 * Figures for the margin: one message each, drawn once and never moved.
 *
 * <p>Takes a width.
 *
 * <p>Gives a picture with its message, what is read off it, and an outline in words.
 *
 * <p>Never has controls, so that no script has to know them.
 */
@NullMarked
package dev.archnotes.site.drawing.mechanism.small;

import org.jspecify.annotations.NullMarked;
