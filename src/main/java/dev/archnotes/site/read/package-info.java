/**
 * Reads the notes folder.
 *
 * <p>Takes a folder.
 *
 * <p>Gives the library, with a finding for everything that is wrong in a file by itself.
 *
 * <p>Never compares two files: {@code check} does.
 */
@NullMarked
package dev.archnotes.site.read;

import org.jspecify.annotations.NullMarked;
