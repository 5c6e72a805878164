package dev.archnotes.model.diagnostic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes findings the way an author reads them.
 *
 * <pre>
 * notes/models/example.md:14:17: error: [unknown-note] no note has the id "latnt-attention"
 *   see [the cache](note:latnt-attention)
 *                   ^
 *   hint: did you mean "latent-attention"?
 * 1 error in 84 notes; nothing was written
 * </pre>
 */
public final class DiagnosticPrinter {

    private static final int MOST_OF_A_RULE = 100;

    /** The longest list of words that a hint names has half as many characters. */
    private static final int LONGEST = 4_000;

    private static final char WORD_JOINER = '\u2060';
    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[1;31m";
    private static final String YELLOW = "\u001b[1;33m";
    private static final String CYAN = "\u001b[36m";
    private static final String PLAIN = "\u001b[0m";

    private final Function<String, @Nullable String> sources;
    private final boolean colors;
    private final String folder;

    /** The file that was shown last and its lines: findings come file by file. */
    private String shownPath = "";

    private List<String> shownLines = List.of();

    /**
     * A printer that looks up the text of a file by its path.
     *
     * @param sources gives the whole text of a file, or null where there is none; then no line is shown
     * @param colors whether to use the colors of a terminal
     */
    public DiagnosticPrinter(Function<String, @Nullable String> sources, boolean colors) {
        this(sources, colors, "");
    }

    /**
     * A printer for findings whose paths begin in a folder.
     *
     * @param folder what is printed in front of each path, for example {@code notes/}
     */
    public DiagnosticPrinter(Function<String, @Nullable String> sources, boolean colors, String folder) {
        this.sources = sources;
        this.colors = colors;
        this.folder = folder;
    }

    /** All findings and the closing line; nothing where nothing was found. */
    public String print(Diagnostics findings, int notes) {
        return print(findings, notes, true);
    }

    /**
     * The same for a run that may have had no site to write.
     *
     * @param writes whether it would have written one
     */
    public String print(Diagnostics findings, int notes, boolean writes) {
        return findings.isEmpty() ? "" : print(findings) + closingLine(findings, notes, writes) + "\n";
    }

    /**
     * The findings; of a rule that is broken more often than anybody would read, the first ones and how many there are
     * besides.
     */
    public String print(Diagnostics findings) {
        StringBuilder text = new StringBuilder();
        Map<Kind, Integer> counts = new LinkedHashMap<>();
        for (Diagnostic finding : findings) {
            if (counts.merge(new Kind(finding.severity(), finding.rule()), 1, Integer::sum) <= MOST_OF_A_RULE) {
                text.append(print(finding));
            }
        }
        counts.forEach((kind, count) -> {
            if (count > MOST_OF_A_RULE) {
                text.append("and ")
                        .append(kind.severity().counted(count - MOST_OF_A_RULE))
                        .append(" more of [")
                        .append(kind.rule().id())
                        .append("]\n");
            }
        });
        return text.toString();
    }

    private record Kind(Severity severity, Rule rule) {}

    /** One finding with the line it is about, its marks and its hint, each on a line of its own. */
    public String print(Diagnostic finding) {
        String color = finding.severity() == Severity.ERROR ? RED : YELLOW;
        StringBuilder text = new StringBuilder();
        text.append(in(BOLD, HiddenCharacters.onOneLine(finding.location().below(folder) + ":")))
                .append(' ');
        text.append(in(color, finding.severity().label() + ":")).append(' ');
        text.append('[')
                .append(finding.rule().id())
                .append("] ")
                .append(HiddenCharacters.onOneLine(cut(finding.message())))
                .append('\n');
        sourceLine(finding.location()).ifPresent(line -> {
            Excerpt excerpt = Excerpt.of(line, finding.location().column(), finding.length());
            text.append("  ").append(harmless(excerpt.line())).append('\n');
            text.append("  ").append(in(color, excerpt.marks())).append('\n');
        });
        if (!finding.hint().isEmpty()) {
            text.append("  ")
                    .append(in(CYAN, "hint:"))
                    .append(' ')
                    .append(hint(cut(finding.hint())))
                    .append('\n');
        }
        return text.toString();
    }

    private static String hint(String hint) {
        return hint.lines()
                .map(line -> HiddenCharacters.onOneLine(harmless(line)))
                .collect(Collectors.joining("\n    "));
    }

    /** A line that a build server would take for a command to it gets a character before it that nobody sees. */
    private static String harmless(String line) {
        String words = line.strip();
        return words.startsWith("::") || words.startsWith("##[") ? WORD_JOINER + line : line;
    }

    private static String closingLine(Diagnostics findings, int notes, boolean writes) {
        int errors = findings.count(Severity.ERROR);
        int warnings = findings.count(Severity.WARNING);
        String counts = errors == 0 ? "" : Severity.ERROR.counted(errors);
        if (warnings > 0) {
            counts += (errors == 0 ? "" : " and ") + Severity.WARNING.counted(warnings);
        }
        return counts + " in " + notes + (notes == 1 ? " note" : " notes")
                + (errors == 0 || !writes ? "" : "; nothing was written");
    }

    /** Nothing to show where there is no such file or line, or the line is blank. */
    private Optional<String> sourceLine(Location location) {
        if (!shownPath.equals(location.path())) {
            String source = sources.apply(location.path());
            shownPath = location.path();
            shownLines = source == null ? List.of() : source.lines().toList();
        }
        return location.line() > shownLines.size()
                ? Optional.empty()
                : Optional.of(shownLines.get(location.line() - 1)).filter(line -> !line.isBlank());
    }

    /** A value that a message repeats may be as long as its file. */
    private static String cut(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST - (Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? 1 : 0)) + "…";
    }

    private String in(String color, String text) {
        return colors ? color + text + PLAIN : text;
    }
}
