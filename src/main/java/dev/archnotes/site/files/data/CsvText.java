package dev.archnotes.site.files.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes rows as RFC 4180 describes, with {@code \n} at their ends: a field with a comma, quote or line break stands in
 * quotes.
 */
public final class CsvText {
    private final StringBuilder text = new StringBuilder();

    /** Adds a row. */
    public CsvText row(List<String> fields) {
        List<String> written = new ArrayList<>();
        for (String field : fields) {
            boolean quoted =
                    field.contains(",") || field.contains("\"") || field.contains("\n") || field.contains("\r");
            written.add(quoted ? "\"" + field.replace("\"", "\"\"") + "\"" : field);
        }
        text.append(String.join(",", written)).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
