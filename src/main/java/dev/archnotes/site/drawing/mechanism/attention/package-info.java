/**
 * Figures of attention: who reads whom, what is kept for later tokens, how scores grow.
 *
 * <p>Takes the heads, windows and cached numbers of a model, and where the controls of a figure stand.
 *
 * <p>Gives a picture with its message, what can be set, what is read off it, and an outline in words.
 *
 * <p>Never asks a stylesheet, a page or a clock: the same classes draw at build time and in the browser.
 */
@NullMarked
package dev.archnotes.site.drawing.mechanism.attention;

import org.jspecify.annotations.NullMarked;
