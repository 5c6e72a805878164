package dev.archnotes.site.files.data;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes rows as RFC 4180 describes, with {@code \n} at their ends: a field with a comma, quote or line break stands in
 * quotes. A field that a spreadsheet would take for a formula has an apostrophe before it, which makes it a text.
 */
public final class CsvText {
    private static final Pattern FORMULA = Pattern.compile("[=+@\\t\\r-].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    private final StringBuilder text = new StringBuilder();

    /** Adds a row. */
    public CsvText row(List<String> fields) {
        List<String> written = new ArrayList<>();
        for (String name : fields) {
            String field = harmless(name);
            boolean quoted =
                    field.contains(",") || field.contains("\"") || field.contains("\n") || field.contains("\r");
            written.add(quoted ? "\"" + field.replace("\"", "\"\"") + "\"" : field);
        }
        text.append(String.join(",", written)).append('\n');
        return this;
    }

    private static String harmless(String field) {
        boolean formula =
                FORMULA.matcher(field).matches() && !NUMBER.matcher(field).matches();
        return formula ? "'" + field : field;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
