package dev.archnotes.model.spec;

import java.util.Optional;

/**
 * A figure as its makers or a registry published it.
 *
 * @param quantity what it is of, for example {@code total_parameters}
 * @param text the figure as printed, for example {@code 671B}
 * @param note its conditions, if any
 * @param source where it was read
 */
public record Published(String quantity, String text, Optional<String> note, String source) {}
