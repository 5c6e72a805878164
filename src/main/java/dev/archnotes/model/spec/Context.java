package dev.archnotes.model.spec;

import java.util.Optional;

/**
 * Context lengths in tokens.
 *
 * @param configured the limit in the released configuration, or {@link #NOT_LIMITED}
 * @param trained the longest length trained on, where published
 * @param extended the longest length that the makers claim, where it differs
 */
public record Context(long configured, Optional<Long> trained, Optional<Long> extended) {
    /** What stands for the limit of a model that has none: nothing that it keeps grows with the text. */
    public static final long NOT_LIMITED = Long.MAX_VALUE;

    /** Whether there is a limit. */
    public boolean isLimited() {
        return configured != NOT_LIMITED;
    }
}
