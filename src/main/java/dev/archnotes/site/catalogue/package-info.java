/**
 * The library with what follows from it.
 *
 * <p>Takes a library, checked or not.
 *
 * <p>Gives the facts of every variant, and finds notes, families and variants by their names.
 *
 * <p>Never judges what the library says, and knows no pages.
 */
@NullMarked
package dev.archnotes.site.catalogue;

import org.jspecify.annotations.NullMarked;
