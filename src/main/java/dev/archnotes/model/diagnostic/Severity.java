package dev.archnotes.model.diagnostic;

import java.util.Locale;

/** How grave a finding is: an {@code error} stops the site from being written, a {@code warning} does not. */
public enum Severity {
    ERROR,
    WARNING;

    /** The word an author sees: {@code error}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word with its count: {@code 1 error}, {@code 3 warnings}. */
    public String counted(int count) {
        return count + " " + label() + (count == 1 ? "" : "s");
    }
}
