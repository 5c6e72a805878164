package dev.archnotes.site.drawing;

import java.util.List;

/**
 * The content of a chart as rows of text. The first column names the row.
 *
 * @param caption what the table holds
 * @param header the names of the columns
 * @param rows one cell for each column
 */
public record DataTable(String caption, List<String> header, List<List<String>> rows) {
    public DataTable {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells under " + header.size() + " headings: " + row);
            }
        }
    }
}
