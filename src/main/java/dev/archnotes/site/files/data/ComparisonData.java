package dev.archnotes.site.files.data;

import dev.archnotes.model.fact.Comparison;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.json.JsonText;
import java.util.ArrayList;
import java.util.List;

/** A comparison for machines; of one variant, a plain list of its facts. */
public final class ComparisonData {
    private ComparisonData() {}

    /** Rows of path, label and the value of each variant. */
    public static String csv(Comparison comparison) {
        List<String> header = new ArrayList<>(List.of("path", "label"));
        comparison.sheets().forEach(sheet -> header.add(sheet.id()));
        CsvText csv = new CsvText().row(header);
        for (Comparison.Row row : comparison.rows()) {
            List<String> fields = new ArrayList<>(
                    List.of(row.definition().path().text(), row.definition().label()));
            row.values().forEach(value -> fields.add(value.map(PlainValue::text).orElse("")));
            csv.row(fields);
        }
        return csv.toString();
    }

    /**
     * {@code {"models": [ids], "facts": [{"path", "label", "values", "ratio"}]}}; a value that does not apply is null.
     */
    public static String json(Comparison comparison) {
        List<JsonObject> facts = new ArrayList<>();
        for (Comparison.Row row : comparison.rows()) {
            List<Object> values = new ArrayList<>();
            row.values().forEach(value -> values.add(value.map(PlainValue::json).orElse(null)));
            JsonObject fact = new JsonObject()
                    .with("path", row.definition().path().text())
                    .with("label", row.definition().label())
                    .with("values", values);
            row.ratio().ifPresent(ratio -> fact.put("ratio", ratio));
            facts.add(fact);
        }
        return JsonText.indented(new JsonObject()
                .with("models", comparison.sheets().stream().map(FactSheet::id).toList())
                .with("facts", facts));
    }
}
