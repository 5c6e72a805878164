package dev.archnotes.site.drawing.strip;

import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.CellPicture;
import dev.archnotes.site.drawing.DataTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Every layer of a model in order, one column each: attention above, feed-forward below, positions where layers differ
 * in them. Height and shape tell the kinds apart, so that it reads without color.
 *
 * @param pictures the strip with its counts and patterns
 * @param cell the same without words, for a table cell
 * @param words the patterns in words
 * @param table layers by kind and pattern
 */
public record LayerStrip(ByWidth pictures, CellPicture cell, String words, DataTable table) {
    /**
     * The strip of a variant.
     *
     * @param facts its facts
     */
    public static LayerStrip of(Variant variant, FactSheet facts) {
        return of(variant, facts, variant.architecture().layers());
    }

    /**
     * The strip of a variant on the scale of a longer one, so that lengths can be compared.
     *
     * @param facts its facts
     * @param longest the layers of the longest strip that it stands beside
     */
    public static LayerStrip of(Variant variant, FactSheet facts, long longest) {
        Architecture architecture = variant.architecture();
        List<String> words = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        addRow("Attention", LayerRow.attention(architecture), words, rows);
        addRow("Feed-forward", LayerRow.feedForward(architecture), words, rows);
        addRow("Positions", LayerRow.positions(architecture), words, rows);
        String said = architecture.layers() + " layers. " + String.join(" ", words);
        DataTable table = new DataTable(
                "The layers of " + variant.name(),
                List.of("Property", "Layers by kind", "Order, bottom layer first"),
                rows);
        return new LayerStrip(
                ByWidth.of(width -> new StripPicture(variant, facts, width, longest).picture(said)),
                StripCell.of(architecture, said),
                said,
                table);
    }

    /** The strip of a variant without words, and nothing else of it. */
    public static CellPicture cellOf(Variant variant) {
        return StripCell.of(variant.architecture(), "");
    }

    private static void addRow(String name, LayerRow<?> row, List<String> words, List<List<String>> rows) {
        List<String> counts = new ArrayList<>();
        row.counts().forEach((cell, layers) -> counts.add(layers + " " + cell.word()));
        String pattern = row.counts().size() == 1 ? "all layers alike" : row.pattern();
        words.add(name + ": " + (row.counts().size() == 1 ? row.cells().get(0).word() : row.pattern()) + ".");
        rows.add(List.of(name, String.join(" + ", counts), pattern));
    }
}
