package dev.archnotes.site.drawing;

import dev.archnotes.model.number.Numerals;

/** Prints shares of a whole. */
public final class Shares {
    private Shares() {}

    /** {@code 97.4 %}, or {@code <0.1 %} where one decimal would say nothing. */
    public static String percent(long part, long whole) {
        if (part > 0 && part < whole / 2000) {
            return "<0.1\u202F%";
        }
        return Numerals.quotient(Math.multiplyExact(part, 100L), whole, 1) + "\u202F%";
    }
}
