/**
 * A model as somebody runs it: number formats of weights and cache, what an engine needs besides, cards, and what fits.
 *
 * <p>Takes an architecture, formats by name, a context, sequences, a memory.
 *
 * <p>Gives exact bytes, and bounds of speed with what they assume.
 *
 * <p>Never measures, and never counts what no formula or data sheet states.
 */
@NullMarked
package dev.archnotes.model.deployment;

import org.jspecify.annotations.NullMarked;
