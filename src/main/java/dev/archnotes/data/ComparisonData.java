package dev.archnotes.data;

import dev.archnotes.calc.Comparison;
import dev.archnotes.calc.FactSheet;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A comparison for machines; of one variant, a plain list of its facts. */
public final class ComparisonData {
    private ComparisonData() {}

    /** Rows of path, label and the value of each variant. */
    public static String csv(Comparison comparison) {
        List<String> header = new ArrayList<>(List.of("path", "label"));
        comparison.sheets().forEach(sheet -> header.add(sheet.id()));
        CsvText csv = new CsvText().row(header);
        for (Comparison.Row row : comparison.rows()) {
            List<String> fields = new ArrayList<>(List.of(row.definition().path(), row.definition().label()));
            row.values().forEach(value -> fields.add(value.map(PlainValue::text).orElse("")));
            csv.row(fields);
        }
        return csv.toString();
    }

    /** {@code {"models": [ids], "facts": [{"path", "label", "values", "ratio"}]}}; a value that does not apply is null. */
    public static String json(Comparison comparison) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode models = node.putArray("models");
        comparison.sheets().stream().map(FactSheet::id).forEach(models::add);
        ArrayNode facts = node.putArray("facts");
        for (Comparison.Row row : comparison.rows()) {
            ObjectNode fact = facts.addObject().put("path", row.definition().path()).put("label", row.definition().label());
            ArrayNode values = fact.putArray("values");
            row.values().forEach(value -> value.map(PlainValue::json).ifPresentOrElse(values::add, values::addNull));
            row.ratio().ifPresent(ratio -> fact.put("ratio", ratio));
        }
        return JsonText.of(node);
    }
}
