package dev.archnotes.site.cli.report;

import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.files.data.CsvText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The ledger for machines: every tensor with its shape, and how often it is there. */
public final class LedgerData {
    private static final List<String> HEADER = List.of(
            "model",
            "scope",
            "section",
            "tensor",
            "shape",
            "copies",
            "active_copies",
            "layers",
            "elements",
            "active_elements",
            "part");

    private LedgerData() {}

    /** One object a tensor; the elements of those of one scope add up to its parameters. */
    public static List<Map<String, Object>> json(Architecture architecture) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (LedgerRow row : WeightInventory.of(architecture).rows()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("scope", scope(row));
            entry.put("section", row.section());
            entry.put("tensor", row.tensor().name());
            entry.put("shape", row.tensor().shape());
            entry.put("copies", row.tensor().copies());
            entry.put("active_copies", row.tensor().activeCopies());
            entry.put("layers", row.layers());
            entry.put("elements", row.elements());
            entry.put("active_elements", row.activeElements());
            entry.put("part", row.tensor().part().key());
            rows.add(entry);
        }
        return rows;
    }

    /** One row a tensor, of all models. */
    public static String csv(List<Variant> models) {
        CsvText csv = new CsvText().row(HEADER);
        for (Variant model : models) {
            for (LedgerRow row : WeightInventory.of(model.architecture()).rows()) {
                csv.row(List.of(
                        model.id(),
                        scope(row),
                        row.section(),
                        row.tensor().name(),
                        String.join(
                                "x",
                                row.tensor().shape().stream()
                                        .map(String::valueOf)
                                        .toList()),
                        Long.toString(row.tensor().copies()),
                        Long.toString(row.tensor().activeCopies()),
                        Long.toString(row.layers()),
                        Long.toString(row.elements()),
                        Long.toString(row.activeElements()),
                        row.tensor().part().key()));
            }
        }
        return csv.toString();
    }

    private static String scope(LedgerRow row) {
        return row.scope().name().toLowerCase(Locale.ROOT);
    }
}
