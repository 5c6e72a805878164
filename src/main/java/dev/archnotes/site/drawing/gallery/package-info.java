/**
 * All figures that a note can ask for, by their words.
 *
 * <p>Takes a word of an author, and models of the catalogue.
 *
 * <p>Gives the figure of that word, and the code from which a script makes it again.
 *
 * <p>Never asks a stylesheet, a page or a clock: the same classes draw at build time and in the browser.
 */
@NullMarked
package dev.archnotes.site.drawing.gallery;

import org.jspecify.annotations.NullMarked;
