package dev.archnotes.model.deployment;

import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.StoredApart;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The weights of a decoder as the files of a checkpoint hold them. The bytes of each part are those that were measured;
 * within a part they are divided among its tensors, and of the layers among these, as the released format would have
 * it.
 *
 * @param placed the tensors
 * @param layerBits the bits in each layer from the bottom
 */
public record MeasuredWeights(PlacedWeights placed, List<Long> layerBits) {
    public MeasuredWeights {
        layerBits = List.copyOf(layerBits);
    }

    /**
     * The weights of a model.
     *
     * @param bytes what was measured of each part of the decoder, scales included
     */
    public static MeasuredWeights of(Architecture architecture, Map<Part, Long> bytes) {
        PlacedWeights computed = PlacedWeights.of(architecture, WeightFormat.RELEASED);
        List<PlacedWeights.Row> rows = new ArrayList<>();
        for (Part part : Part.values()) {
            List<PlacedWeights.Row> own = computed.rows().stream()
                    .filter(row -> row.ledger().tensor().part() == part)
                    .toList();
            if (!own.isEmpty()) {
                rows.addAll(stretched(own, Math.multiplyExact(bytes.getOrDefault(part, 0L), 8L)));
            }
        }
        PlacedWeights placed = new PlacedWeights(rows);
        long[] layers = PlacedWeights.layerBits(architecture, WeightFormat.RELEASED);
        double share = (double) inLayers(rows) / Math.max(1, inLayers(computed.rows()));
        List<Long> layerBits = new ArrayList<>();
        long left = inLayers(rows);
        for (int layer = layers.length - 1; layer > 0; layer--) {
            long bits = Math.min(left, (long) (layers[layer] * share));
            layerBits.add(0, bits);
            left -= bits;
        }
        layerBits.add(0, left);
        return new MeasuredWeights(placed, layerBits);
    }

    /** Rows of one part with so many bits in all; what does not divide is a row of its own. */
    private static List<PlacedWeights.Row> stretched(List<PlacedWeights.Row> rows, long bits) {
        long computed = 0;
        for (PlacedWeights.Row row : rows) {
            computed = Math.addExact(computed, row.allBits());
        }
        if (computed == bits) {
            return rows;
        }
        double share = (double) bits / Math.max(1, computed);
        List<PlacedWeights.Row> stretched = new ArrayList<>();
        long left = bits;
        for (PlacedWeights.Row row : rows) {
            PlacedWeights.Row other = row.with((long) Math.max(0, row.bits() * share - 1));
            stretched.add(other);
            left -= other.allBits();
        }
        PlacedWeights.Row first = rows.get(0);
        LedgerRow rest = new LedgerRow(
                first.ledger().scope(),
                first.ledger().section(),
                1,
                WeightTensor.of("rest", first.ledger().tensor().part(), 1));
        stretched.add(new PlacedWeights.Row(rest, 1, first.format(), left, first.lookedUp(), 0));
        return stretched;
    }

    private static long inLayers(List<PlacedWeights.Row> rows) {
        long bits = 0;
        for (PlacedWeights.Row row : rows) {
            if (row.ledger().section().startsWith(StoredApart.LAYERS)) {
                bits = Math.addExact(bits, row.allBits());
            }
        }
        return bits;
    }
}
