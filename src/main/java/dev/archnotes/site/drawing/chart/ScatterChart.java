package dev.archnotes.site.drawing.chart;

import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.DataTable;
import dev.archnotes.site.drawing.Shares;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Active against total parameters of many variants, both logarithmic: dense models on the diagonal, mixtures of experts
 * below it.
 *
 * @param pictures the chart
 * @param table both counts of every variant
 * @param sparse the share of its parameters that each mixture of experts has at work on a token, the smallest first
 */
public record ScatterChart(ByWidth pictures, DataTable table, DataTable sparse) {
    /**
     * One or several variants at one place.
     *
     * @param names all names, for the table and the exact value
     * @param label the short name, printed where there is room
     */
    record Point(String label, String names, long total, long active) {
        boolean sparse() {
            return active < total;
        }

        double share() {
            return (double) active / total;
        }
    }

    /** The chart of these variants; those with equal counts share one mark. */
    public static ScatterChart of(List<Charted> shown) {
        List<Point> points = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Charted one : shown) {
            long total = one.sheet().whole(FactPath.PARAMETERS_TOTAL);
            long active = one.sheet().whole(FactPath.PARAMETERS_ACTIVE_ALL);
            add(points, new Point(one.name(), one.name(), total, active));
            rows.add(List.of(one.name(), exactly(total), exactly(active), Shares.percent(active, total)));
        }
        return new ScatterChart(
                ByWidth.of(width -> new ScatterPicture(points, width).picture()),
                new DataTable(
                        "Total and active parameters",
                        List.of("Model", "Total", "Active for one token", "Share"),
                        rows),
                new DataTable(
                        "Share at work on one token",
                        List.of("Mixture of experts", "Active of total"),
                        points.stream()
                                .filter(Point::sparse)
                                .sorted(Comparator.comparingDouble(Point::share).thenComparing(Point::label))
                                .map(point -> List.of(point.label(), Shares.percent(point.active(), point.total())))
                                .toList()));
    }

    /** What the chart shows, in a sentence without its full stop. */
    public String finding() {
        List<List<String>> shares = sparse.rows();
        if (shares.isEmpty()) {
            return "Every weight acts on every token";
        }
        String least = shares.get(0).get(1);
        return shares.size() == 1
                ? "A mixture of experts puts " + least + " of its weights to work on a token"
                : "Mixtures of experts put " + least + " to "
                        + shares.get(shares.size() - 1).get(1) + " of their weights to work on a token";
    }

    /** {@code 37.6B (37,552,297,472)}. */
    static String exactly(long parameters) {
        return Unit.PARAMETERS.print(parameters) + " (" + Numerals.grouped(parameters) + ")";
    }

    private static void add(List<Point> points, Point point) {
        for (int i = 0; i < points.size(); i++) {
            Point other = points.get(i);
            if (other.total() == point.total() && other.active() == point.active()) {
                points.set(
                        i,
                        new Point(other.label(), other.names() + ", " + point.names(), other.total(), other.active()));
                return;
            }
        }
        points.add(point);
    }
}
