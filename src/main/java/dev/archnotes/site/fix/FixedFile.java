package dev.archnotes.site.fix;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Edit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * A text with the mistakes mended that can be.
 *
 * @param path the file as findings name it
 * @param before the text as it stands in the file, with its own ends of lines
 * @param after the same with the edits made
 * @param mended the findings whose edits were made, in order
 */
public record FixedFile(String path, String before, String after, List<Diagnostic> mended) {
    private static final Comparator<Edit> ORDER =
            Comparator.comparing(Edit::place).thenComparing(Edit::written).thenComparing(Edit::replacement);

    public FixedFile {
        mended = List.copyOf(mended);
    }

    /**
     * Makes the edits of findings about one file. An edit is left out where other characters stand at its place than it
     * expects, or where another one is about the same characters.
     */
    static FixedFile of(String path, String text, Collection<Diagnostic> findings) {
        TreeSet<Edit> edits = new TreeSet<>(ORDER);
        findings.forEach(finding -> finding.edit().ifPresent(edits::add));
        Lines lines = new Lines(text);
        List<Edit> made = edits.stream()
                .filter(edit -> lines.holds(edit) && edits.stream().noneMatch(other -> clash(edit, other)))
                .toList();
        StringBuilder after = new StringBuilder(text);
        for (int i = made.size() - 1; i >= 0; i--) {
            Edit edit = made.get(i);
            int start = lines.index(edit);
            after.replace(start, start + edit.written().length(), edit.replacement());
        }
        List<Diagnostic> mended = findings.stream()
                .filter(finding -> finding.edit().filter(made::contains).isPresent())
                .toList();
        return new FixedFile(path, text, after.toString(), mended);
    }

    private static boolean clash(Edit edit, Edit other) {
        int start = edit.place().column();
        int otherStart = other.place().column();
        return !edit.equals(other)
                && edit.place().line() == other.place().line()
                && start < otherStart + other.written().length()
                && otherStart < start + edit.written().length();
    }

    /** Where the lines of a text begin: columns count from behind a byte order mark. */
    private static final class Lines {
        private final String text;
        private final List<Integer> starts = new ArrayList<>();

        Lines(String text) {
            this.text = text;
            starts.add(text.startsWith("\uFEFF") ? 1 : 0);
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
                starts.add(end + 1);
            }
        }

        boolean holds(Edit edit) {
            return edit.place().line() <= starts.size() && text.startsWith(edit.written(), index(edit));
        }

        int index(Edit edit) {
            return starts.get(edit.place().line() - 1) + edit.place().column() - 1;
        }
    }
}
