/**
 * What two specifications have in common and what sets them apart: the {@linkplain dev.archnotes.compare.Mechanism
 * mechanisms} of each, a {@linkplain dev.archnotes.compare.StructuralDistance distance} over mechanisms and sizes, the
 * {@linkplain dev.archnotes.compare.Relatives nearest relatives} of a family, and the
 * {@linkplain dev.archnotes.compare.PairComparison comparison} of two variants, most important first.
 *
 * <p>Plain values, deterministic, without input or output. What a mechanism changes is told in the notes, by the
 * mechanism's id; nothing here knows a model by name.
 */
package dev.archnotes.compare;
