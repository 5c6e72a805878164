/**
 * Figures of memory, time and operations.
 *
 * <p>Takes what a model holds and reads for a token, and where the controls of a figure stand.
 *
 * <p>Gives a picture with its message, what can be set, what is read off it, and an outline in words.
 *
 * <p>Never asks a stylesheet, a page or a clock: the same classes draw at build time and in the browser.
 */
@NullMarked
package dev.archnotes.site.drawing.mechanism.cost;

import org.jspecify.annotations.NullMarked;
