/**
 * What all figures that explain a mechanism are made of: a figure, its controls and settings, its scenes, the pen.
 *
 * <p>Takes where the controls of a figure stand, and the strokes of one that draws.
 *
 * <p>Gives a picture with its message, what can be set, what is read off it, and an outline in words.
 *
 * <p>Never asks a stylesheet, a page or a clock: the same classes draw at build time and in the browser.
 */
@NullMarked
package dev.archnotes.site.drawing.mechanism;

import org.jspecify.annotations.NullMarked;
