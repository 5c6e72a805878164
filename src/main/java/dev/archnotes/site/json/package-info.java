/**
 * JSON with places, read.
 *
 * <p>Takes the text of a configuration.
 *
 * <p>Gives typed values and findings.
 *
 * <p>Never knows what the values mean.
 */
@NullMarked
package dev.archnotes.site.json;

import org.jspecify.annotations.NullMarked;
