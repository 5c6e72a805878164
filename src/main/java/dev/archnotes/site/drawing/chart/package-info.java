/**
 * Charts of sizes, caches and costs.
 *
 * <p>Takes variants with their facts.
 *
 * <p>Gives curves, bars and scatters with their axes, and the same values as a table.
 *
 * <p>Never derives a figure that the ledger or the facts have.
 */
@NullMarked
package dev.archnotes.site.drawing.chart;

import org.jspecify.annotations.NullMarked;
