/**
 * Says whether an image may stand on the site: whether it is what its name says, and does nothing but show something.
 *
 * <p>Takes the bytes or the text of one file.
 *
 * <p>Gives findings.
 *
 * <p>Never changes an image, or opens a file.
 */
@NullMarked
package dev.archnotes.site.figure;

import org.jspecify.annotations.NullMarked;
