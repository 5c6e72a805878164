/**
 * The facts for machines: JSON with its schema, CSV with its dictionary.
 *
 * <p>Takes variants with their facts.
 *
 * <p>Gives the published data; the same input gives the same bytes.
 *
 * <p>Never shows a figure that the sheet does not hold.
 */
@NullMarked
package dev.archnotes.site.files.data;

import org.jspecify.annotations.NullMarked;
