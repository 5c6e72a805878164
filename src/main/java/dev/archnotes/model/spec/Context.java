package dev.archnotes.model.spec;

import java.util.Optional;

/**
 * Context lengths in tokens.
 *
 * @param configured the limit in the released configuration
 * @param trained the longest length trained on, where published
 * @param extended the longest length that the makers claim, where it differs
 */
public record Context(long configured, Optional<Long> trained, Optional<Long> extended) {}
