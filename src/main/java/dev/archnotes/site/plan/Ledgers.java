package dev.archnotes.site.plan;

import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.page.LedgerGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameter ledger in the groups in which it is printed: by part, and in each part by the kinds of layers. Kinds
 * that hold the same tensors of the same shapes are told together, so that no two rows look alike.
 */
final class Ledgers {
    /** What the inventory writes before the words for a kind of layer. */
    private static final String LAYERS = "layers: ";

    private Ledgers() {}

    /** The decoder's tensors by part. */
    static List<LedgerGroup> decoder(WeightInventory inventory) {
        List<LedgerGroup> groups = new ArrayList<>();
        List<LedgerRow> all = inventory.rows(LedgerRow.Scope.DECODER);
        List<String> common = common(all);
        for (Part part : Part.values()) {
            List<LedgerRow> rows =
                    all.stream().filter(row -> row.tensor().part() == part).toList();
            add(groups, part.label(), PartColor.of(part), rows, common);
        }
        return groups;
    }

    /** The tensors of prediction module and vision part. */
    static List<LedgerGroup> extras(WeightInventory inventory) {
        List<LedgerGroup> groups = new ArrayList<>();
        for (Map.Entry<String, LedgerRow.Scope> extra : Map.of(
                        "Prediction module", LedgerRow.Scope.PREDICTION_MODULE, "Vision part", LedgerRow.Scope.VISION)
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            List<LedgerRow> rows = inventory.rows(extra.getValue());
            add(groups, extra.getKey(), PartColor.EMBEDDING, rows, common(rows));
        }
        return groups;
    }

    private static void add(
            List<LedgerGroup> groups, String label, PartColor color, List<LedgerRow> rows, List<String> common) {
        if (rows.isEmpty()) {
            return;
        }
        long total = 0;
        Map<String, List<LedgerRow>> sections = new LinkedHashMap<>();
        for (LedgerRow row : rows) {
            total = Math.addExact(total, row.elements());
            sections.computeIfAbsent(row.section(), section -> new ArrayList<>())
                    .add(row);
        }
        Map<List<WeightTensor>, List<List<LedgerRow>>> alike = new LinkedHashMap<>();
        sections.values()
                .forEach(section -> alike.computeIfAbsent(
                                section.stream().map(LedgerRow::tensor).toList(), tensors -> new ArrayList<>())
                        .add(section));
        List<LedgerGroup.OfLayers> kinds = new ArrayList<>();
        alike.values().forEach(same -> kinds.add(new LedgerGroup.OfLayers(words(same, common), printed(same))));
        // what stands once comes first: below a heading of layers it would be taken for theirs
        kinds.sort(Comparator.comparing(kind -> !kind.layers().isEmpty()));
        groups.add(new LedgerGroup(label, color, Numerals.grouped(total), kinds));
    }

    private static List<LedgerGroup.Row> printed(List<List<LedgerRow>> same) {
        List<LedgerGroup.Row> rows = new ArrayList<>();
        for (int i = 0; i < same.get(0).size(); i++) {
            long tensors = 0;
            long elements = 0;
            for (List<LedgerRow> section : same) {
                tensors = Math.addExact(tensors, section.get(i).tensors());
                elements = Math.addExact(elements, section.get(i).elements());
            }
            WeightTensor tensor = same.get(0).get(i).tensor();
            rows.add(new LedgerGroup.Row(
                    tensor.name(), shape(tensor), Numerals.grouped(tensors), Numerals.grouped(elements)));
        }
        return rows;
    }

    /** {@code 18 windowed and 18 full layers, each with}: the kinds without the words that all of them share. */
    private static String words(List<List<LedgerRow>> same, List<String> common) {
        List<String> kinds = new ArrayList<>();
        long layers = 0;
        for (List<LedgerRow> section : same) {
            LedgerRow row = section.get(0);
            if (!row.section().startsWith(LAYERS)) {
                return row.layers() > 1 ? row.section() + ", " + row.layers() + " layers, each with" : "";
            }
            List<String> words = new ArrayList<>(words(row));
            words.removeAll(common);
            layers = row.layers();
            kinds.add(Numerals.grouped(layers) + (words.isEmpty() ? "" : " " + String.join(", ", words)));
        }
        String last = kinds.remove(kinds.size() - 1);
        String listed = kinds.isEmpty() ? last : String.join(", ", kinds) + " and " + last;
        return listed + (kinds.isEmpty() && layers == 1 ? " layer, with" : " layers, each with");
    }

    /** The words that the kinds of all layers share; of a single kind, all of them. */
    private static List<String> common(List<LedgerRow> rows) {
        List<String> common = null;
        for (LedgerRow row : rows) {
            if (row.section().startsWith(LAYERS)) {
                if (common == null) {
                    common = new ArrayList<>(words(row));
                } else {
                    common.retainAll(words(row));
                }
            }
        }
        return common == null ? List.of() : common;
    }

    private static List<String> words(LedgerRow row) {
        return Arrays.asList(row.section().substring(LAYERS.length()).split(", "));
    }

    private static String shape(WeightTensor tensor) {
        return String.join(" × ", tensor.shape().stream().map(Numerals::grouped).toList());
    }
}
