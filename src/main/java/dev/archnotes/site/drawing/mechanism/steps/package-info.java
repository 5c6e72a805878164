/**
 * Figures of processes that go step by step.
 *
 * <p>Takes where the controls of a figure stand, and the angles of a model where it turns positions.
 *
 * <p>Gives a picture with its message, what can be set, what is read off it, and an outline in words.
 *
 * <p>Never asks a stylesheet, a page or a clock: the same classes draw at build time and in the browser.
 */
@NullMarked
package dev.archnotes.site.drawing.mechanism.steps;

import org.jspecify.annotations.NullMarked;
