package dev.archnotes.site.plan;

import dev.archnotes.model.ledger.Accelerator;
import dev.archnotes.model.ledger.BatchCost;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.page.VariantPage;
import java.util.ArrayList;
import java.util.List;

/** What batches of several sizes do in one decoding step. */
final class BatchRows {
    private static final long[] BATCHES = {1, 8, 32, 128, 512};

    private BatchRows() {}

    static List<VariantPage.BatchRow> of(Variant variant) {
        BatchCost cost = BatchCost.of(variant.architecture());
        List<VariantPage.BatchRow> rows = new ArrayList<>();
        for (long batch : BATCHES) {
            String experts = cost.experts() == 0 ? "" : decimal(cost.distinctExperts(batch)) + " of " + cost.experts();
            rows.add(new VariantPage.BatchRow(
                    Numerals.grouped(batch),
                    experts,
                    Unit.BYTES.print(cost.weightBytes(batch)),
                    decimal(cost.intensity(batch))));
        }
        return rows;
    }

    /** The batch at which arithmetic overtakes bandwidth on an H100, in words. */
    static String critical(Variant variant) {
        long batch = BatchCost.of(variant.architecture()).criticalBatch(Accelerator.H100);
        return batch < 0 ? "beyond a million tokens" : Numerals.grouped(batch) + " tokens in a step";
    }

    private static String decimal(double value) {
        return Numerals.quotient(Math.round(value * 10), 10, value < 100 ? 1 : 0);
    }
}
