/**
 * The files of a site that are not pages: assets, figures, and what programs read.
 *
 * <p>Takes the catalogue and the pages.
 *
 * <p>Gives files as values.
 *
 * <p>Never writes to the disk.
 */
@NullMarked
package dev.archnotes.site.files;

import org.jspecify.annotations.NullMarked;
