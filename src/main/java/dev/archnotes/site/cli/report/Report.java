package dev.archnotes.site.cli.report;

import java.util.List;

/**
 * Titled tables, before they are printed.
 *
 * @param title what it is about
 * @param sections its tables, in order
 */
public record Report(String title, List<Section> sections) {
    public Report {
        sections = List.copyOf(sections);
    }

    /**
     * A table.
     *
     * @param heading its heading
     * @param header names of the columns; empty for none
     * @param rows cells, the first of each row a label; the others are set flush right where all of a column are
     *     numbers
     */
    public record Section(String heading, List<String> header, List<List<String>> rows) {
        public Section {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
