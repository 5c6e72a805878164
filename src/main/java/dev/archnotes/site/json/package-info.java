/**
 * JSON with places, read and written.
 *
 * <p>Takes the text of a configuration, or values.
 *
 * <p>Gives typed values and findings, or JSON text.
 *
 * <p>Never knows what the values mean.
 */
package dev.archnotes.site.json;
