package dev.archnotes.site.drawing.chart;

import dev.archnotes.model.number.Numerals;
import dev.archnotes.site.drawing.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;

/** The values of curves over the context length: a row for each context, a column for each line of the chart. */
final class CurveTable {
    private static final long SHORT = 64;
    private static final long USUAL = 1024;

    private CurveTable() {}

    /** The context at which the curves begin. */
    static long first(List<Curve> curves) {
        return curves.stream().allMatch(curve -> curve.last() >= 8 * USUAL) ? USUAL : SHORT;
    }

    /** The context at which the longest ends. */
    static long longest(List<Curve> curves) {
        return curves.stream().mapToLong(Curve::last).max().orElseThrow();
    }

    /** The contexts at which values are stated: each doubling, and where a curve ends. */
    static List<Long> contexts(List<Curve> curves) {
        TreeSet<Long> contexts = new TreeSet<>();
        for (long tokens = first(curves); tokens <= longest(curves); tokens *= 2) {
            contexts.add(tokens);
        }
        curves.forEach(curve -> contexts.add(curve.last()));
        return List.copyOf(contexts);
    }

    static DataTable of(String caption, List<Curve> curves, ValueAxis axis) {
        List<String> header = new ArrayList<>(List.of("Context"));
        curves.forEach(curve -> header.add(curve.name()));
        curves.stream().filter(Curve::differs).forEach(curve -> header.add(curve.name() + ", " + axis.assumption()));
        List<List<String>> rows = new ArrayList<>();
        for (long tokens : contexts(curves)) {
            List<String> row = new ArrayList<>();
            row.add(ContextWords.brief(tokens) + " (" + Numerals.grouped(tokens) + " tokens)");
            curves.forEach(curve -> row.add(cell(curve, curve.value(), tokens, axis)));
            curves.stream()
                    .filter(Curve::differs)
                    .forEach(curve -> row.add(cell(curve, curve.assumed(), tokens, axis)));
            rows.add(row);
        }
        return new DataTable(caption, header, rows);
    }

    private static String cell(Curve curve, LongUnaryOperator values, long tokens, ValueAxis axis) {
        return tokens <= curve.last() ? axis.exactly(values.applyAsLong(tokens)) : "beyond its context";
    }
}
