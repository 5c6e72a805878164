/**
 * The first files of a site, a note, a concept or a model.
 *
 * <p>Takes their names.
 *
 * <p>Gives texts that say what is to be written.
 *
 * <p>Never overwrites a file.
 */
@NullMarked
package dev.archnotes.site.start;

import org.jspecify.annotations.NullMarked;
