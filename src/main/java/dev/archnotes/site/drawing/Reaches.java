package dev.archnotes.site.drawing;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.number.Numerals;

/** How far an attention sees, in words. */
public final class Reaches {
    private Reaches() {}

    /** {@code window of 1,024}, {@code all tokens}. */
    public static String phrase(Attention attention) {
        if (attention.limit().isPresent()) {
            String tokens = Numerals.grouped(attention.limit().get().value());
            return attention.limit().get().name().equals("chunk") ? "chunks of " + tokens : "window of " + tokens;
        }
        if (attention.isNone()) {
            return "the token alone";
        }
        return attention.growsWithContext() ? "all tokens" : "fixed state";
    }
}
