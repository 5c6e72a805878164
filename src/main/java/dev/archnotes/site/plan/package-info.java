/**
 * Decides what each page shows.
 *
 * <p>Takes the catalogue, and what the links of the notes lead to.
 *
 * <p>Gives pages as values.
 *
 * <p>Never prints HTML.
 */
@NullMarked
package dev.archnotes.site.plan;

import org.jspecify.annotations.NullMarked;
