/**
 * Figures of what lies between two attentions: the block, its norms, feed-forward networks and experts.
 *
 * <p>Takes the sizes of a model's block, and where the controls of a figure stand.
 *
 * <p>Gives a picture with its message, what can be set, what is read off it, and an outline in words.
 *
 * <p>Never asks a stylesheet, a page or a clock: the same classes draw at build time and in the browser.
 */
@NullMarked
package dev.archnotes.site.drawing.mechanism.network;

import org.jspecify.annotations.NullMarked;
