package dev.archnotes.model.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * One finding: {@code notes/a.md:14:17: error: [unknown-note] no note has the id "latnt-attention"}.
 *
 * @param message what is wrong, without a period at the end
 * @param hint what to write instead; empty where there is nothing to say
 * @param length how many characters are concerned, at least 1
 * @param edit what mends it, where there is no doubt about that
 */
public record Diagnostic(
        Severity severity, Rule rule, Location location, String message, String hint, int length, Optional<Edit> edit)
        implements Comparable<Diagnostic> {

    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::location)
            .thenComparing(Diagnostic::severity)
            .thenComparing(Diagnostic::rule)
            .thenComparing(Diagnostic::message)
            .thenComparing(Diagnostic::hint)
            .thenComparingInt(Diagnostic::length)
            .thenComparing(finding -> finding.edit().map(Edit::replacement).orElse(""));

    public Diagnostic {
        Objects.requireNonNull(severity);
        Objects.requireNonNull(rule);
        Objects.requireNonNull(location);
        Objects.requireNonNull(message);
        Objects.requireNonNull(hint);
        Objects.requireNonNull(edit);
        length = Math.max(1, length);
    }

    /**
     * A finding that stops the site from being written; one character long and without a hint, until told otherwise.
     */
    public static Diagnostic error(Rule rule, Location location, String message) {
        return new Diagnostic(Severity.ERROR, rule, location, message, "", 1, Optional.empty());
    }

    /** A finding that the author should look at. */
    public static Diagnostic warning(Rule rule, Location location, String message) {
        return new Diagnostic(Severity.WARNING, rule, location, message, "", 1, Optional.empty());
    }

    /** The same finding with what to write instead. */
    public Diagnostic withHint(String newHint) {
        return new Diagnostic(severity, rule, location, message, newHint, length, edit);
    }

    /** The same finding, as grave as that. */
    public Diagnostic withSeverity(Severity newSeverity) {
        return new Diagnostic(newSeverity, rule, location, message, hint, length, edit);
    }

    /** The same finding about so many characters. */
    public Diagnostic withLength(int newLength) {
        return new Diagnostic(severity, rule, location, message, hint, newLength, edit);
    }

    /** The same finding with other characters for those that stand at a place. */
    public Diagnostic withEdit(Location place, String written, String replacement) {
        boolean mends = !written.isEmpty() && !written.equals(replacement);
        Optional<Edit> newEdit = mends ? Optional.of(new Edit(place, written, replacement)) : Optional.empty();
        return new Diagnostic(severity, rule, location, message, hint, length, newEdit);
    }

    /**
     * The same finding about a word that stands at its place and is not known, with the known one that was probably
     * meant; where that is the same word in another spelling, it mends the mistake.
     */
    public Diagnostic about(String written, Collection<String> known) {
        Diagnostic told = withHint(Suggestion.hint(written, known)).withLength(written.length());
        return Suggestion.same(written, known)
                .map(word -> told.withHint("write \"" + word + "\"").withEdit(location, written, word))
                .orElse(told);
    }

    /** The same finding, placed elsewhere. */
    public Diagnostic at(Location newLocation) {
        return new Diagnostic(severity, rule, newLocation, message, hint, length, edit);
    }

    /** The same finding, in a file that is named from above a folder. */
    public Diagnostic below(String folder) {
        return new Diagnostic(
                severity,
                rule,
                location.below(folder),
                message,
                hint,
                length,
                edit.map(mend -> new Edit(mend.place().below(folder), mend.written(), mend.replacement())));
    }

    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }
}
