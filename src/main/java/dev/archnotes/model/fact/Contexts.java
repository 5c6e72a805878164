package dev.archnotes.model.fact;

import dev.archnotes.model.number.Numerals;

/** The context lengths at which the site states cache and cost. */
public final class Contexts {
    /** 4k, 32k and 128k tokens. */
    public static final long[] STATED = {4_096, 32_768, 131_072};

    private Contexts() {}

    /** {@code 32k}. */
    public static String label(long tokens) {
        return tokens % 1024 == 0 ? Numerals.grouped(tokens / 1024) + "k" : Numerals.grouped(tokens);
    }
}
