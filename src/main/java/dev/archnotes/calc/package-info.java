/**
 * What follows from a specification: the ledger of weights, the cache layer by layer, memory, cost, and the working
 * behind each figure.
 *
 * <p>Plain Java without input or output, reflection, {@code String.format}, regular expressions or threads: the same
 * classes run in a browser. Counts are exact integers; an overflow is an exception, never a wrong number.
 */
package dev.archnotes.calc;
