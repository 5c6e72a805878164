package dev.archnotes.site.cli.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Prints a report for a terminal.
 *
 * <pre>
 * KV cache
 *   Context    16-bit     8-bit     4-bit     naive
 *   4k        275 MiB   137 MiB  68.6 MiB   275 MiB
 * </pre>
 */
public final class TerminalText {
    private static final String BOLD = "\u001b[1m";
    private static final String FAINT = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";

    private final boolean colors;

    /** A printer with or without the colors of a terminal. */
    public TerminalText(boolean colors) {
        this.colors = colors;
    }

    public String print(Report report) {
        StringBuilder text = new StringBuilder(in(BOLD, report.title())).append('\n');
        for (Report.Section section : report.sections()) {
            text.append('\n').append(in(BOLD, section.heading())).append('\n');
            print(section, text);
        }
        return text.toString();
    }

    private void print(Report.Section section, StringBuilder text) {
        List<List<String>> lines = new ArrayList<>();
        if (!section.header().isEmpty()) {
            lines.add(section.header());
        }
        lines.addAll(section.rows());
        int columns = lines.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        boolean[] flushRight = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            int at = column;
            widths[column] = lines.stream()
                    .filter(line -> line.size() > at)
                    .mapToInt(line -> width(line.get(at)))
                    .max()
                    .orElse(0);
            flushRight[column] = column > 0
                    && section.rows().stream()
                            .allMatch(row -> row.size() <= at || row.get(at).isEmpty() || isNumber(row.get(at)));
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = line(lines.get(i), widths, flushRight);
            boolean head = i == 0 && !section.header().isEmpty();
            text.append("  ").append(head ? in(FAINT, line) : line).append('\n');
        }
    }

    private static String line(List<String> cells, int[] widths, boolean[] flushRight) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String pad = " ".repeat(widths[column] - width(cell));
            line.append(column == 0 ? "" : "  ").append(flushRight[column] ? pad + cell : cell + pad);
        }
        return line.toString().stripTrailing();
    }

    /** Whether a cell starts as a figure does. */
    private static boolean isNumber(String cell) {
        char first = cell.charAt(0);
        return first >= '0' && first <= '9' && !cell.contains(" ") || first == '−' || cell.equals("–");
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private String in(String style, String text) {
        return colors ? style + text + PLAIN : text;
    }
}
