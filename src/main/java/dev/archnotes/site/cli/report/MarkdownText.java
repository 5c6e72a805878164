package dev.archnotes.site.cli.report;

import java.util.Collections;
import java.util.List;

/** Prints a report as Markdown with GFM tables. */
public final class MarkdownText {
    private MarkdownText() {}

    public static String print(Report report) {
        StringBuilder text = new StringBuilder("# ").append(report.title()).append('\n');
        for (Report.Section section : report.sections()) {
            int columns = section.rows().stream()
                    .mapToInt(List::size)
                    .max()
                    .orElse(section.header().size());
            List<String> header = section.header().isEmpty() ? Collections.nCopies(columns, "") : section.header();
            text.append("\n## ").append(section.heading()).append("\n\n");
            row(header, columns, text);
            text.append("| --- ".repeat(columns)).append("|\n");
            section.rows().forEach(row -> row(row, columns, text));
        }
        return text.toString();
    }

    private static void row(List<String> cells, int columns, StringBuilder text) {
        for (int column = 0; column < columns; column++) {
            String cell = column < cells.size() ? cells.get(column) : "";
            text.append("| ").append(cell.replace("|", "\\|")).append(cell.isEmpty() ? "" : " ");
        }
        text.append("|\n");
    }
}
