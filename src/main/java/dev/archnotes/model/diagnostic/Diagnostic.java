package dev.archnotes.model.diagnostic;

import java.util.Comparator;
import java.util.Objects;

/**
 * One finding: {@code notes/a.md:14:17: error: [unknown-note] no note has the id "latnt-attention"}.
 *
 * @param message what is wrong, without a period at the end
 * @param hint what to write instead; empty where there is nothing to say
 * @param length how many characters are concerned, at least 1
 */
public record Diagnostic(Severity severity, Rule rule, Location location, String message, String hint, int length)
        implements Comparable<Diagnostic> {

    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::location)
            .thenComparing(Diagnostic::severity)
            .thenComparing(Diagnostic::rule)
            .thenComparing(Diagnostic::message)
            .thenComparing(Diagnostic::hint)
            .thenComparingInt(Diagnostic::length);

    public Diagnostic {
        Objects.requireNonNull(severity);
        Objects.requireNonNull(rule);
        Objects.requireNonNull(location);
        Objects.requireNonNull(message);
        Objects.requireNonNull(hint);
        length = Math.max(1, length);
    }

    /**
     * A finding that stops the site from being written; one character long and without a hint, until told otherwise.
     */
    public static Diagnostic error(Rule rule, Location location, String message) {
        return new Diagnostic(Severity.ERROR, rule, location, message, "", 1);
    }

    /** A finding that the author should look at. */
    public static Diagnostic warning(Rule rule, Location location, String message) {
        return new Diagnostic(Severity.WARNING, rule, location, message, "", 1);
    }

    /** The same finding with what to write instead. */
    public Diagnostic withHint(String newHint) {
        return new Diagnostic(severity, rule, location, message, newHint, length);
    }

    /** The same finding, as grave as that. */
    public Diagnostic withSeverity(Severity newSeverity) {
        return new Diagnostic(newSeverity, rule, location, message, hint, length);
    }

    /** The same finding about so many characters. */
    public Diagnostic withLength(int newLength) {
        return new Diagnostic(severity, rule, location, message, hint, newLength);
    }

    /** The same finding, placed elsewhere. */
    public Diagnostic at(Location newLocation) {
        return new Diagnostic(severity, rule, newLocation, message, hint, length);
    }

    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }
}
