package dev.archnotes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads RFC 4180 text: fields in quotes where they hold commas, quotes or line breaks. */
public final class CsvRows {
    private CsvRows() {}

    public static List<List<String>> of(Path file) {
        return of(Variants.text(file));
    }

    public static List<List<String>> of(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                field.append(c);
            }
        }
        return rows;
    }
}
