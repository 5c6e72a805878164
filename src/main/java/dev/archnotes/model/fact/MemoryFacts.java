package dev.archnotes.model.fact;

import dev.archnotes.model.ledger.Expression;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.StoredExtras;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.spec.StoredApart;
import dev.archnotes.model.tensor.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Bytes of the weights, as released and at common precisions. */
final class MemoryFacts {
    private MemoryFacts() {}

    static void add(Architecture architecture, FactSheet.Collector sheet) {
        WeightInventory ledger = WeightInventory.of(architecture);
        sheet.words(FactPath.RELEASED_PRECISION, precision(architecture));
        List<Expression> released = new ArrayList<>();
        for (Part part : Part.values()) {
            long bytes = 0;
            for (LedgerRow row : ledger.rows()) {
                if (row.tensor().part() == part) {
                    long each = row.storedBytes(architecture);
                    bytes = Math.addExact(
                            bytes, Math.multiplyExact(each, row.tensor().copies()));
                }
            }
            if (bytes > 0) {
                released.add(Expression.constant(part.label().toLowerCase(Locale.ROOT) + " bytes", bytes));
            }
        }
        StoredExtras extras = StoredExtras.of(architecture, ledger);
        long plainBytes = architecture.storage() == Storage.FLOAT32 ? 4 : 2;
        if (extras.tableCopies() > 0) {
            released.add(Expression.product(
                    Expression.constant("second copies of a table", extras.tableCopies()),
                    Expression.term("vocabulary", architecture.vocabularySize(), "vocabulary_size"),
                    Expression.term("hidden size", architecture.hiddenSize(), "hidden_size"),
                    Expression.constant("bytes", plainBytes)));
        }
        if (extras.maskElements() > 0) {
            released.add(Expression.product(
                    Expression.constant("mask elements", extras.maskElements()),
                    Expression.constant("bytes", plainBytes)));
        }
        sheet.computed(FactPath.WEIGHTS_RELEASED_BYTES, Unit.BYTES, Expression.sum(released));
        Expression total = sheet.term(FactPath.PARAMETERS_TOTAL, "total parameters");
        sheet.computed(
                FactPath.WEIGHTS_BF16_BYTES, Unit.BYTES, Expression.product(total, Expression.constant("bytes", 2)));
        sheet.computed(
                FactPath.WEIGHTS_INT8_BYTES, Unit.BYTES, Expression.product(total, Expression.constant("byte", 1)));
        sheet.computed(
                FactPath.WEIGHTS_INT4_BYTES,
                Unit.BYTES,
                new Expression.Quotient(total, Expression.constant("weights in a byte", 2)));
    }

    /** The format of most matrices, and the other ones below 16 bits. */
    private static String precision(Architecture architecture) {
        List<String> labels = new ArrayList<>(List.of(architecture.storage().label()));
        for (StoredApart apart : architecture.checkpoint().apart()) {
            if (!apart.storage().isPlain() && !labels.contains(apart.storage().label())) {
                labels.add(apart.storage().label());
            }
        }
        return String.join("; ", labels);
    }
}
