package dev.archnotes.model.deployment;

import dev.archnotes.model.ledger.BatchCost;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The tensors of a decoder in the number formats in which they lie in memory. A prediction module is none of them:
 * engines load it for speculative decoding alone.
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
     * @param kvHeads the KV heads that it makes, 0 where it makes none
     */
    public record Row(LedgerRow ledger, long layers, String format, long bits, boolean lookedUp, long kvHeads) {
        /** The same tensor with so many bits. */
        Row with(long others) {
            return new Row(ledger, layers, format, others, lookedUp, kvHeads);
        }

        long allBits() {
            return Math.multiplyExact(
                    Math.multiplyExact(bits, layers), ledger.tensor().copies());
        }

        private boolean isOf(Part part) {
            return ledger.tensor().part() == part;
        }

        private long elements() {
            return Math.multiplyExact(ledger.tensor().totalElements(), layers);
        }
    }

    /** The weights of a model in a format. */
    public static PlacedWeights of(Architecture architecture, WeightFormat format) {
        Placing placing = new Placing(architecture, format);
        List<Row> rows = new ArrayList<>();
        for (LedgerRow row : placing.decoder) {
            long favored = format.rule() == WeightFormat.Rule.GGUF ? placing.mixture.favored(row) : 0;
            if (format.rule() == WeightFormat.Rule.GGUF) {
                placing.add(rows, row, row.layers() - favored, placing.mixture.few(row));
                placing.add(rows, row, favored, placing.mixture.more(row));
            } else {
                placing.add(rows, row);
            }
        }
        return new PlacedWeights(rows);
    }

    /** The bits of the decoder's weights in each layer from the bottom. */
    static long[] layerBits(Architecture architecture, WeightFormat format) {
        Placing placing = new Placing(architecture, format);
        long[] bits = new long[(int) architecture.layers()];
        int layer = 0;
        for (LayerBlock block : architecture.sequence()) {
            String section = WeightInventory.section(block);
            for (long i = 0; i < block.count(); i++) {
                for (LedgerRow row : placing.decoder) {
                    if (row.section().equals(section)) {
                        long each = Math.multiplyExact(
                                placing.bits(row, layer), row.tensor().copies());
                        bits[layer] = Math.addExact(bits[layer], each);
                    }
                }
                layer++;
            }
        }
        return bits;
    }

    /** Which tensor of a model gets which format. */
    private static final class Placing {
        private final Architecture architecture;
        private final WeightFormat format;
        private final GgufMixture mixture;
        private final List<LedgerRow> decoder;
        private boolean experts;

        Placing(Architecture architecture, WeightFormat format) {
            this.architecture = architecture;
            this.format = format;
            this.mixture = new GgufMixture(architecture, format);
            this.decoder = WeightInventory.of(architecture).rows(LedgerRow.Scope.DECODER);
            for (LedgerRow row : decoder) {
                experts |= row.tensor().part() == Part.ROUTED_EXPERTS;
            }
        }

        void add(List<Row> rows, LedgerRow row) {
            if (format.rule() == WeightFormat.Rule.RELEASED) {
                for (LedgerRow.Stored stored : row.stored(architecture)) {
                    String name = stored.reduced() ? stored.storage().label() : "16 bits";
                    boolean wide = stored.storage() == Storage.FLOAT32;
                    add(rows, row, stored.layers(), wide ? "F32" : name, bits(stored, row));
                }
            } else if (format.rule() == WeightFormat.Rule.FP8_BLOCKS) {
                boolean packed = Storage.FP8_BLOCKS.quantizes(row.tensor());
                add(rows, row, row.layers(), packed ? Storage.FP8_BLOCKS.label() : "16 bits", blocks(row));
            } else {
                add(rows, row, row.layers(), linear(row.tensor()));
            }
        }

        void add(List<Row> rows, LedgerRow row, long layers, NumberFormat numbers) {
            if (layers > 0) {
                add(rows, row, layers, numbers.name(), numbers.bits(row.tensor()));
            }
        }

        private void add(List<Row> rows, LedgerRow row, long layers, String name, long bits) {
            String tensor = row.tensor().name();
            boolean keys = tensor.startsWith("k_proj") || tensor.startsWith("v_proj");
            rows.add(new Row(row, layers, name, bits, row.isLookedUp(architecture), keys ? kvHeads(row) : 0));
        }

        private long kvHeads(LedgerRow row) {
            for (LayerBlock kind : architecture.kinds()) {
                if (WeightInventory.section(kind).equals(row.section())
                        && kind.attention().reach().hasKeysAndValues()) {
                    return kind.attention().layout().shared();
                }
            }
            return 0;
        }

        /** The bits of one copy in the layer of a place from the bottom. */
        long bits(LedgerRow row, int layer) {
            if (format.rule() == WeightFormat.Rule.GGUF) {
                return mixture.at(row, layer).bits(row.tensor());
            }
            if (format.rule() == WeightFormat.Rule.RELEASED) {
                return bits(row.storedAt(architecture, layer), row);
            }
            return format.rule() == WeightFormat.Rule.FP8_BLOCKS
                    ? blocks(row)
                    : linear(row.tensor()).bits(row.tensor());
        }

        private static long bits(LedgerRow.Stored stored, LedgerRow row) {
            return Math.multiplyExact(stored.bytes(row.tensor()), 8L);
        }

        private static long blocks(LedgerRow row) {
            return Math.multiplyExact(Storage.FP8_BLOCKS.bytes(row.tensor()), 8L);
        }

        private NumberFormat linear(WeightTensor tensor) {
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
    }

    /** The bytes of all tensors. */
    public long bytes() {
        return bytes(Cards.ONE);
    }

    /**
     * The weights of a part that lie in one format.
     *
     * @param part the part
     * @param format what the format is called in tables
     * @param elements how many weights
     * @param bytes what they take, scales included
     */
    public record Stretch(Part part, String format, long elements, long bytes) {}

    /** The decoder's weights by part and format, in the order in which a token meets them. */
    public List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        for (Part part : Part.values()) {
            for (Row first : rows) {
                String format = first.format();
                if (!first.isOf(part) || has(stretches, part, format)) {
                    continue;
                }
                long elements = 0;
                long bits = 0;
                for (Row row : rows) {
                    if (row.isOf(part) && row.format().equals(format)) {
                        elements = Math.addExact(elements, row.elements());
                        bits = Math.addExact(bits, row.allBits());
                    }
                }
                stretches.add(new Stretch(part, format, elements, Math.addExact(bits, 7) / 8));
            }
        }
        return stretches;
    }

    private static boolean has(List<Stretch> stretches, Part part, String format) {
        for (Stretch stretch : stretches) {
            if (stretch.part() == part && stretch.format().equals(format)) {
                return true;
            }
        }
        return false;
    }

    /** The decoder's bits for each of its weights, times 10,000 and rounded: 48,944 for 4.8944. */
    public long tenThousandthsOfBitsPerWeight() {
        long bits = 0;
        long elements = 0;
        for (Row row : rows) {
            bits = Math.addExact(bits, row.allBits());
            elements = Math.addExact(elements, row.elements());
        }
        return Math.addExact(Math.multiplyExact(bits, 10_000L), elements / 2) / elements;
    }

    /**
     * Bytes of the decoder's weights that one step reads, each once: of routed experts those that so many tokens are
     * expected to touch, see {@link BatchCost}.
     */
    public long bytesRead(long sequences) {
        return bytesRead(sequences, Cards.ONE);
    }

    /** The same on one card, for a split by tensors or experts; experts are touched as often on each card. */
    long bytesRead(long sequences, Cards cards) {
        long always = 0;
        double routed = 0;
        for (Row row : rows) {
            WeightTensor tensor = row.ledger().tensor();
            if (row.lookedUp()) {
                continue;
            }
            long bits = Math.multiplyExact(row.bits(), row.layers());
            if (tensor.part() == Part.ROUTED_EXPERTS && tensor.copies() > 0) {
                double all = bits * BatchCost.distinctExperts(tensor.copies(), tensor.activeCopies(), sequences) / 8;
                routed += cards.split() == Split.PIPELINE ? all : all / cards.count();
            } else {
                always = Math.addExact(always, onOneCard(row, Math.multiplyExact(bits, tensor.activeCopies()), cards));
            }
        }
        return Math.addExact(Math.addExact(always, 7) / 8, Math.round(routed));
    }

    /** The bytes on the fullest card, for a split by tensors or experts. */
    long bytes(Cards cards) {
        long bits = 0;
        for (Row row : rows) {
            bits = Math.addExact(bits, onOneCard(row, row.allBits(), cards));
        }
        return Math.addExact(bits, 7) / 8;
    }

    /**
     * Bits of what stands before the layers, and of what stands after them: on the first card of a pipeline and on the
     * last. A table that is embedding and head at once is on both.
     */
    long bitsOutside(boolean before, boolean after, boolean tied) {
        long bits = 0;
        for (Row row : rows) {
            String section = row.ledger().section();
            boolean table = section.equals("embedding");
            boolean here = table || section.equals("residual stream")
                    ? before || after && table && tied && !row.lookedUp()
                    : after && !section.startsWith("layers: ");
            bits = here ? Math.addExact(bits, row.allBits()) : bits;
        }
        return bits;
    }

    /** What one card has of so many bits of a row. */
    private static long onOneCard(Row row, long bits, Cards cards) {
        WeightTensor tensor = row.ledger().tensor();
        if (cards.split() == Split.EXPERT && tensor.part() == Part.ROUTED_EXPERTS) {
            return Math.multiplyExact(bits / tensor.copies(), cards.share(tensor.copies()));
        }
        if (cards.split() != Split.TENSOR || isOnEachCard(tensor)) {
            return bits;
        }
        if (row.kvHeads() > 0 && row.kvHeads() < cards.count()) {
            return bits / row.kvHeads();
        }
        return cards.share(bits);
    }

    /** What no card has a part of: norms, routers, positions, what leads to a latent and to an index. */
    private static boolean isOnEachCard(WeightTensor tensor) {
        String name = tensor.name();
        return tensor.part() == Part.NORM
                || tensor.part() == Part.ROUTER
                || name.startsWith("q_a_proj")
                || name.startsWith("kv_a_proj")
                || name.startsWith("kv_proj")
                || name.startsWith("indexer.")
                || name.startsWith("compressor.")
                || name.startsWith("position_embedding");
    }
}
