/**
 * What two variants have in common and what sets them apart.
 *
 * <p>Takes variants with their facts.
 *
 * <p>Gives the mechanisms of each, a distance, the nearest relatives, the differing facts by weight.
 *
 * <p>Never knows a model by name; what a mechanism changes stands in the notes.
 */
@NullMarked
package dev.archnotes.model.compare;

import org.jspecify.annotations.NullMarked;
