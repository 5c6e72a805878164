/**
 * YAML with places.
 *
 * <p>Takes the text of a file.
 *
 * <p>Gives typed values by key, with a finding for each that is missing, wrong or unknown.
 *
 * <p>Never knows what a file is about.
 */
@NullMarked
package dev.archnotes.site.yaml;

import org.jspecify.annotations.NullMarked;
