package dev.archnotes.site.drawing.chart;

import dev.archnotes.model.fact.Contexts;

/** Prints context lengths. */
final class ContextWords {
    private ContextWords() {}

    /** {@code 128k}, {@code 1M}, {@code 10M}. */
    static String brief(long tokens) {
        long mebi = 1L << 20;
        return tokens % mebi == 0 ? tokens / mebi + "M" : Contexts.label(tokens);
    }
}
