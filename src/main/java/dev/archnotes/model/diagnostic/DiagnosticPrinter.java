package dev.archnotes.model.diagnostic;

import java.util.Optional;
import java.util.function.Function;
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

    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[1;31m";
    private static final String YELLOW = "\u001b[1;33m";
    private static final String CYAN = "\u001b[36m";
    private static final String PLAIN = "\u001b[0m";

    private final Function<String, @Nullable String> sources;
    private final boolean colors;
    private final String folder;

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
        if (findings.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        findings.forEach(finding -> text.append(print(finding)));
        return text.append(closingLine(findings, notes)).append('\n').toString();
    }

    /** One finding with the line it is about, its marks and its hint, each on a line of its own. */
    public String print(Diagnostic finding) {
        String color = finding.severity() == Severity.ERROR ? RED : YELLOW;
        StringBuilder text = new StringBuilder();
        text.append(in(BOLD, folder + finding.location() + ":")).append(' ');
        text.append(in(color, finding.severity().label() + ":")).append(' ');
        text.append('[')
                .append(finding.rule().id())
                .append("] ")
                .append(finding.message())
                .append('\n');
        sourceLine(finding.location()).ifPresent(line -> {
            Excerpt excerpt = Excerpt.of(line, finding.location().column(), finding.length());
            text.append("  ").append(excerpt.line()).append('\n');
            text.append("  ").append(in(color, excerpt.marks())).append('\n');
        });
        if (!finding.hint().isEmpty()) {
            text.append("  ")
                    .append(in(CYAN, "hint:"))
                    .append(' ')
                    .append(finding.hint().replace("\n", "\n    "))
                    .append('\n');
        }
        return text.toString();
    }

    private static String closingLine(Diagnostics findings, int notes) {
        int errors = findings.count(Severity.ERROR);
        int warnings = findings.count(Severity.WARNING);
        String counts = errors == 0 ? "" : Severity.ERROR.counted(errors);
        if (warnings > 0) {
            counts += (errors == 0 ? "" : " and ") + Severity.WARNING.counted(warnings);
        }
        return counts + " in " + notes + (notes == 1 ? " note" : " notes")
                + (errors == 0 ? "" : "; nothing was written");
    }

    /** Nothing to show where there is no such file or line, or the line is blank. */
    private Optional<String> sourceLine(Location location) {
        return Optional.ofNullable(sources.apply(location.path()))
                .flatMap(source -> source.lines().skip(location.line() - 1L).findFirst())
                .filter(line -> !line.isBlank());
    }

    private String in(String color, String text) {
        return colors ? color + text + PLAIN : text;
    }
}
