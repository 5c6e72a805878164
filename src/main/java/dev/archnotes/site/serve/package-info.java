/**
 * A site shown to its author's browser while the notes are being written.
 *
 * <p>Takes a notes folder that changes, and the build that makes a site of it.
 *
 * <p>Gives the files of the last site without errors to a browser, with a script that reloads its page and shows what
 * is wrong with the notes.
 *
 * <p>Never writes a file, nor reads one for a request: what is not a file of the site in memory is not there.
 */
@NullMarked
package dev.archnotes.site.serve;

import org.jspecify.annotations.NullMarked;
