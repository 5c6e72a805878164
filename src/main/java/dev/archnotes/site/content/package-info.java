/**
 * The notes folder as typed, immutable content.
 *
 * <p>Takes what was read.
 *
 * <p>Gives notes, families, citations, the timeline, and the library of them all.
 *
 * <p>Never reads a file, or derives a figure.
 */
@NullMarked
package dev.archnotes.site.content;

import org.jspecify.annotations.NullMarked;
