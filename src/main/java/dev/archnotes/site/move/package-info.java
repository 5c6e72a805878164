/**
 * A note or a folder moved within the notes.
 *
 * <p>Takes the notes folder, what to move, and where to.
 *
 * <p>Gives the files whose links change with it, and the addresses from which readers are led on.
 *
 * <p>Never changes anything but the targets of links, the order in {@code site.yaml}, and the former addresses of a
 * note.
 */
@NullMarked
package dev.archnotes.site.move;

import org.jspecify.annotations.NullMarked;
