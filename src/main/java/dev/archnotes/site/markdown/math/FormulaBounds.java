package dev.archnotes.site.markdown.math;

import java.util.Optional;

/** How long and how deep a formula may be before the engine is asked at all; by far more than a person writes. */
final class FormulaBounds {
    static final int LONGEST = 5_000;
    static final int DEEPEST = 100;

    private FormulaBounds() {}

    /** Why a formula is beyond the bounds; empty where it is not. */
    static Optional<MathResult.Failed> beyond(String tex) {
        if (tex.length() > LONGEST) {
            return Optional.of(new MathResult.Failed(
                    "the formula has " + tex.length() + " characters, at most " + LONGEST + " are read", 0));
        }
        int depth = 0;
        for (int i = 0; i < tex.length(); i++) {
            switch (tex.charAt(i)) {
                case '\\':
                    depth += tex.startsWith("\\left", i) || tex.startsWith("\\begin", i) ? 1 : 0;
                    depth -= tex.startsWith("\\right", i) || tex.startsWith("\\end", i) ? 1 : 0;
                    i++;
                    break;
                case '{':
                    depth++;
                    break;
                case '}':
                    depth--;
                    break;
                default:
            }
            if (depth > DEEPEST) {
                return Optional.of(new MathResult.Failed("the formula is nested more than " + DEEPEST + " deep", i));
            }
        }
        return Optional.empty();
    }
}
