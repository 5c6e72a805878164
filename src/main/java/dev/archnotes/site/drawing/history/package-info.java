/**
 * The timeline and the family tree of mechanisms.
 *
 * <p>Takes dated events and evidence.
 *
 * <p>Gives pictures for wide and for narrow pages, with a key.
 *
 * <p>Never decides what counts as evidence.
 */
@NullMarked
package dev.archnotes.site.drawing.history;

import org.jspecify.annotations.NullMarked;
