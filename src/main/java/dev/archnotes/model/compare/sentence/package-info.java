/**
 * One sentence on how two variants are related.
 *
 * <p>Takes the comparison of two variants.
 *
 * <p>Gives plain words.
 *
 * <p>Never decides anything that a table shows.
 */
package dev.archnotes.model.compare.sentence;
