/**
 * Decides what each page shows.
 *
 * <p>Takes the catalogue.
 *
 * <p>Gives pages as values.
 *
 * <p>Never prints HTML.
 */
package dev.archnotes.site.plan;
