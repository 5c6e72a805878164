package dev.archnotes.site.markdown.tree;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Rule;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the tables that are too large to be read. A row may be as short as it likes and still has a cell in every
 * column, so that a few kilobytes can stand for millions of cells; the parser then gives up all of the note.
 */
public final class LargeTables {
    /** Hundreds of models with hundreds of columns. */
    public static final int MOST_CELLS = 100_000;

    /** The line below a table's head, which may stand in a quote. */
    private static final Pattern DELIMITERS = Pattern.compile("[\\s>|:-]*-[\\s>|:-]*");

    private LargeTables() {}

    /**
     * The text with spaces in place of the rows of such tables, so that all else stays where it is; unchanged where
     * there are none.
     */
    public static String without(String text, Source source, List<Diagnostic> findings) {
        StringBuilder rest = new StringBuilder(text);
        int head = 0;
        int line = 0;
        while (line < text.length()) {
            int rows = next(text, line);
            String delimiters = text.substring(line, rows);
            if (delimiters.indexOf('|') >= 0 && DELIMITERS.matcher(delimiters).matches()) {
                long columns = 1 + delimiters.chars().filter(c -> c == '|').count();
                int end = rows;
                long cells = columns;
                while (end < text.length()
                        && !text.substring(end, next(text, end)).isBlank()) {
                    end = next(text, end);
                    cells += columns;
                }
                if (cells > MOST_CELLS) {
                    findings.add(Diagnostic.error(
                                    Rule.INVALID_MARKDOWN,
                                    source.at(head),
                                    "the table has more than " + MOST_CELLS + " cells")
                            .withHint("split it, or leave out columns"));
                    for (int i = rows; i < end; i++) {
                        rest.setCharAt(i, text.charAt(i) == '\n' ? '\n' : ' ');
                    }
                }
                rows = end;
            }
            head = line;
            line = rows;
        }
        return rest.toString();
    }

    /** Where the line behind the one at an index begins, or the end. */
    private static int next(String text, int index) {
        int end = text.indexOf('\n', index);
        return end < 0 ? text.length() : end + 1;
    }
}
