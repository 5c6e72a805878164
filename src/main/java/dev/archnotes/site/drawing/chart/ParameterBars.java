package dev.archnotes.site.drawing.chart;

import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.DataTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the weights of one or several variants sit: the parts as shares of the whole, what of each acts on one token,
 * and total and active counts on a logarithmic scale that the variants share.
 *
 * @param pictures the bars
 * @param table every part of every variant, exactly
 */
public record ParameterBars(ByWidth pictures, DataTable table) {
    /** The bars of these variants, in this order. */
    public static ParameterBars of(List<Charted> shown) {
        return new ParameterBars(ByWidth.of(width -> new ParameterBarsPicture(shown, width).picture()), table(shown));
    }

    private static DataTable table(List<Charted> shown) {
        List<String> header = new ArrayList<>();
        header.add("Part");
        shown.forEach(one -> header.add(one.name()));
        List<List<String>> rows = new ArrayList<>();
        for (Part part : Part.values()) {
            rows.add(row(part.label(), FactPath.parametersOf(part), shown));
        }
        rows.add(row("Total", FactPath.PARAMETERS_TOTAL, shown));
        rows.add(row("Active for one token", FactPath.PARAMETERS_ACTIVE_ALL, shown));
        return new DataTable("Parameters by part", header, rows);
    }

    private static List<String> row(String label, FactPath path, List<Charted> shown) {
        List<String> row = new ArrayList<>();
        row.add(label);
        shown.forEach(one -> row.add(Numerals.grouped(one.sheet().whole(path))));
        return row;
    }
}
