package dev.archnotes.site.files.data;

import dev.archnotes.model.fact.FactDefinition;
import java.util.List;

/** {@code data/dictionary.csv}: what each path of the data means. */
public final class DictionaryCsv {
    private DictionaryCsv() {}

    public static String text() {
        CsvText csv = new CsvText().row(List.of("path", "label", "group", "type", "description"));
        for (FactDefinition fact : PublishedPaths.definitions()) {
            csv.row(List.of(
                    fact.path().text(),
                    fact.label(),
                    fact.group().label(),
                    fact.type().jsonName(),
                    fact.description()));
        }
        return csv.toString();
    }
}
