package dev.archnotes.model.deployment;

import dev.archnotes.model.ledger.BatchCost;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The tensors of a decoder, and of its image encoder, in the number formats in which they lie in memory. A prediction
 * module is none of them: engines load it for speculative decoding alone.
 *
 * @param rows the tensors; those of a kind of layer come twice where some of its layers get more bits
 */
public record PlacedWeights(List<Row> rows) {
    public PlacedWeights {
        rows = List.copyOf(rows);
    }

    /**
     * A tensor in a number of layers.
     *
     * @param ledger its row of the ledger
     * @param layers how many layers have it in this format
     * @param format what it is called in tables
     * @param bits bits of one copy in one layer, scales included
     * @param lookedUp whether a token takes one row of it and multiplies nothing
     */
    public record Row(LedgerRow ledger, long layers, String format, long bits, boolean lookedUp) {
        private long allBits() {
            return Math.multiplyExact(
                    Math.multiplyExact(bits, layers), ledger.tensor().copies());
        }

        private long elements() {
            return Math.multiplyExact(ledger.tensor().totalElements(), layers);
        }
    }

    /** The weights of a model in a format. */
    public static PlacedWeights of(Architecture architecture, WeightFormat format) {
        GgufMixture mixture = new GgufMixture(architecture, format);
        boolean experts = false;
        List<LedgerRow> decoder = WeightInventory.of(architecture).rows(LedgerRow.Scope.DECODER);
        for (LedgerRow row : decoder) {
            experts |= row.tensor().part() == Part.ROUTED_EXPERTS;
        }
        List<Row> rows = new ArrayList<>();
        for (LedgerRow row : decoder) {
            boolean lookedUp = row.isLookedUp(architecture);
            if (format.rule() == WeightFormat.Rule.GGUF) {
                long favored = mixture.favored(row);
                add(rows, row, row.layers() - favored, mixture.few(row), lookedUp);
                add(rows, row, favored, mixture.more(row), lookedUp);
            } else if (format.rule() == WeightFormat.Rule.RELEASED) {
                addReleased(rows, row, architecture, lookedUp);
            } else if (format.rule() == WeightFormat.Rule.FP8_BLOCKS) {
                add(rows, row, Storage.FP8_BLOCKS, lookedUp);
            } else {
                add(rows, row, row.layers(), format(row.tensor(), format, experts), lookedUp);
            }
        }
        for (LedgerRow row : WeightInventory.of(architecture).rows(LedgerRow.Scope.VISION)) {
            if (format == WeightFormat.RELEASED) {
                addReleased(rows, row, architecture, false);
            } else {
                add(rows, row, row.layers(), format == WeightFormat.F32 ? NumberFormat.F32 : NumberFormat.BF16, false);
            }
        }
        return new PlacedWeights(rows);
    }

    private static void add(List<Row> rows, LedgerRow row, long layers, NumberFormat format, boolean lookedUp) {
        if (layers > 0) {
            rows.add(new Row(row, layers, format.name(), format.bits(row.tensor()), lookedUp));
        }
    }

    private static void addReleased(List<Row> rows, LedgerRow row, Architecture architecture, boolean lookedUp) {
        boolean kept = architecture.storage().quantizes(row.tensor()) && !row.isReduced(architecture);
        add(rows, row, kept ? Storage.BFLOAT16 : architecture.storage(), lookedUp);
    }

    private static void add(List<Row> rows, LedgerRow row, Storage storage, boolean lookedUp) {
        long bits = Math.multiplyExact(storage.bytes(row.tensor()), 8L);
        String format = storage.quantizes(row.tensor()) ? storage.label() : "16 bits";
        rows.add(new Row(row, row.layers(), storage == Storage.FLOAT32 ? "F32" : format, bits, lookedUp));
    }

    private static NumberFormat format(WeightTensor tensor, WeightFormat format, boolean experts) {
        if (format.rule() == WeightFormat.Rule.EVERYTHING) {
            return format.numbers();
        }
        boolean expert = tensor.part() == Part.ROUTED_EXPERTS;
        boolean linear = expert
                || tensor.part() == Part.ATTENTION
                || tensor.part() == Part.DENSE_FEED_FORWARD
                || tensor.part() == Part.SHARED_EXPERTS;
        boolean meant = format.rule() == WeightFormat.Rule.EXPERTS && experts ? expert : linear;
        // a matrix of one row is a gate, one of three axes a convolution
        boolean matrix = tensor.shape().size() == 2 && tensor.shape().get(0) > 1;
        return meant && matrix && format.numbers().divides(tensor) ? format.numbers() : NumberFormat.BF16;
    }

    /** The bytes of all tensors of a scope. */
    public long bytes(LedgerRow.Scope scope) {
        long bits = 0;
        for (Row row : rows) {
            if (row.ledger().scope() == scope) {
                bits = Math.addExact(bits, row.allBits());
            }
        }
        return Math.addExact(bits, 7) / 8;
    }

    /** The decoder's bits for each of its weights, times 10,000 and rounded: 48,944 for 4.8944. */
    public long tenThousandthsOfBitsPerWeight() {
        long bits = 0;
        long elements = 0;
        for (Row row : rows) {
            if (row.ledger().scope() == LedgerRow.Scope.DECODER) {
                bits = Math.addExact(bits, row.allBits());
                elements = Math.addExact(elements, row.elements());
            }
        }
        return Math.addExact(Math.multiplyExact(bits, 10_000L), elements / 2) / elements;
    }

    /**
     * Bytes of the decoder's weights that one step reads, each once: of routed experts those that so many tokens are
     * expected to touch, see {@link BatchCost}.
     */
    public long bytesRead(long sequences) {
        long always = 0;
        double routed = 0;
        for (Row row : rows) {
            WeightTensor tensor = row.ledger().tensor();
            if (row.lookedUp() || row.ledger().scope() != LedgerRow.Scope.DECODER) {
                continue;
            }
            long bits = Math.multiplyExact(row.bits(), row.layers());
            if (tensor.part() == Part.ROUTED_EXPERTS && tensor.copies() > 0) {
                routed += bits * BatchCost.distinctExperts(tensor.copies(), tensor.activeCopies(), sequences) / 8;
            } else {
                always = Math.addExact(always, Math.multiplyExact(bits, tensor.activeCopies()));
            }
        }
        return Math.addExact(Math.addExact(always, 7) / 8, Math.round(routed));
    }
}
