/**
 * The format of {@code architecture.yaml}.
 *
 * <p>Takes a mapping with places, or a variant.
 *
 * <p>Gives a family of variants, or the lines of the file.
 *
 * <p>Never reads a file.
 */
@NullMarked
package dev.archnotes.site.specification;

import org.jspecify.annotations.NullMarked;
