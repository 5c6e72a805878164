package dev.archnotes.site.plan;

import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.page.LedgerGroup;
import java.util.ArrayList;
import java.util.List;

/** The parameter ledger in the groups in which it is printed. */
final class Ledgers {
    private Ledgers() {}

    /** The decoder's tensors by part. */
    static List<LedgerGroup> decoder(WeightInventory inventory) {
        List<LedgerGroup> groups = new ArrayList<>();
        for (Part part : Part.values()) {
            add(
                    groups,
                    part.label(),
                    PartColor.of(part),
                    inventory.rows(LedgerRow.Scope.DECODER).stream()
                            .filter(row -> row.tensor().part() == part)
                            .toList());
        }
        return groups;
    }

    /** The tensors of prediction module and vision part. */
    static List<LedgerGroup> extras(WeightInventory inventory) {
        List<LedgerGroup> groups = new ArrayList<>();
        add(groups, "Prediction module", PartColor.EMBEDDING, inventory.rows(LedgerRow.Scope.PREDICTION_MODULE));
        add(groups, "Vision part", PartColor.EMBEDDING, inventory.rows(LedgerRow.Scope.VISION));
        return groups;
    }

    private static void add(List<LedgerGroup> groups, String label, PartColor color, List<LedgerRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        long total = 0;
        List<LedgerGroup.Row> printed = new ArrayList<>();
        for (LedgerRow row : rows) {
            total = Math.addExact(total, row.elements());
            printed.add(new LedgerGroup.Row(
                    row.tensor().name(),
                    row.section(),
                    shape(row.tensor()),
                    Numerals.grouped(row.tensors()),
                    Numerals.grouped(row.elements())));
        }
        groups.add(new LedgerGroup(label, color, Numerals.grouped(total), printed));
    }

    private static String shape(WeightTensor tensor) {
        return String.join(" × ", tensor.shape().stream().map(Numerals::grouped).toList());
    }
}
