package dev.archnotes.site.markdown.math;

/** What became of a formula. */
public sealed interface MathResult {

    /** The formula as {@code <math>…</math>}. */
    record Rendered(String mathml) implements MathResult {}

    /**
     * Why it cannot be read.
     *
     * @param message such as {@code unsupported function \nope}
     * @param position the index of the character in the TeX at which reading ended
     */
    record Failed(String message, int position) implements MathResult {}
}
