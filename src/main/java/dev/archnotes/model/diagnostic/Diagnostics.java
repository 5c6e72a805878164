package dev.archnotes.model.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** All findings of one run, sorted by file, line and column, each of them once. */
public final class Diagnostics implements Iterable<Diagnostic> {

    private static final Diagnostics NONE = new Diagnostics(List.of());

    private final List<Diagnostic> sorted;

    private Diagnostics(Collection<Diagnostic> findings) {
        this.sorted = findings.stream().sorted().distinct().toList();
    }

    /** No finding at all. */
    public static Diagnostics none() {
        return NONE;
    }

    /** These findings, sorted. */
    public static Diagnostics of(Collection<Diagnostic> findings) {
        return new Diagnostics(findings);
    }

    /** Something that findings are added to while the notes are read and checked. */
    public static Builder builder() {
        return new Builder();
    }

    /** These findings and the others. */
    public Diagnostics and(Diagnostics others) {
        return of(Stream.concat(sorted.stream(), others.sorted.stream()).toList());
    }

    /** The findings in order. */
    public List<Diagnostic> all() {
        return sorted;
    }

    public boolean isEmpty() {
        return sorted.isEmpty();
    }

    /** Whether anything was found that stops the site from being written. */
    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    /** How many findings are of that severity. */
    public int count(Severity severity) {
        return (int) sorted.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    @Override
    public Iterator<Diagnostic> iterator() {
        return sorted.iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Diagnostics that && sorted.equals(that.sorted);
    }

    @Override
    public int hashCode() {
        return sorted.hashCode();
    }

    @Override
    public String toString() {
        return sorted.toString();
    }

    /** Gathers findings in any order, from one thread or several. */
    public static final class Builder {

        private final List<Diagnostic> found = new ArrayList<>();

        private Builder() {}

        public synchronized Builder add(Diagnostic finding) {
            found.add(finding);
            return this;
        }

        public synchronized Builder addAll(Collection<Diagnostic> findings) {
            found.addAll(findings);
            return this;
        }

        public synchronized Diagnostics build() {
            return of(found);
        }
    }
}
