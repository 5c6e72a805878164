/**
 * The files of a released checkpoint, of which the headers are read and never the weights.
 *
 * <p>Takes a folder or a file.
 *
 * <p>Gives its weights by name, with findings on what cannot be read.
 *
 * <p>Never knows which weights should be there.
 */
@NullMarked
package dev.archnotes.site.checkpoint;

import org.jspecify.annotations.NullMarked;
