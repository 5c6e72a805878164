/**
 * Figures that explain a mechanism, first with small integers, then with the sizes of a model of the catalogue.
 *
 * <p>Takes the numbers that a figure needs of a model, and where its controls stand.
 *
 * <p>Gives a picture with its message, what can be set, what is read off it, and an outline in words.
 *
 * <p>Never asks a stylesheet, a page or a clock: the same classes draw at build time and in the browser.
 */
@NullMarked
package dev.archnotes.site.drawing.mechanism;

import org.jspecify.annotations.NullMarked;
