package dev.archnotes.model.diagnostic;

import java.util.Locale;

/** How much the findings of a rule matter on a site. */
public enum Level {
    /** They stop the site from being written. */
    ERROR,
    /** They are printed and counted. */
    WARNING,
    /** Nobody is told. */
    OFF;

    /** The word in the settings of a site: {@code warning}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A severity, lowered to this level where it is graver. */
    Severity atMost(Severity severity) {
        return this == WARNING ? Severity.WARNING : severity;
    }
}
