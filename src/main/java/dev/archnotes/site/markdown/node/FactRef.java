package dev.archnotes.site.markdown.node;

import dev.archnotes.model.diagnostic.Location;

/**
 * A number (or word) that the generator computes itself and compares with the text.
 *
 * <pre>
 * [68.6 KiB](fact:deepseek-v3-671b/kv_cache.bytes_per_token)
 * </pre>
 *
 * @param target what stands behind {@code fact:}
 * @param text the figure as printed: {@code 68.6 KiB}
 * @param location where the target's first character behind {@code fact:} is written
 * @param textLocation where the figure is written
 */
public record FactRef(String target, String text, Location location, Location textLocation) {}
