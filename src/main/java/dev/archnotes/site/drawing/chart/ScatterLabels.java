package dev.archnotes.site.drawing.chart;

import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.LogScale;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.Run;
import dev.archnotes.site.drawing.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Names the marks of a scatter chart beside them where there is room. A mixture of experts in a crowd gets a letter,
 * which is explained below the chart, while there are letters; a dense model in a crowd is left to the table.
 */
final class ScatterLabels {
    private static final int LETTERS = 26;

    private static final Comparator<ScatterChart.Point> LARGEST_FIRST =
            Comparator.comparingLong(ScatterChart.Point::total).reversed();

    private final List<ScatterChart.Point> points;
    private final LogScale x;
    private final LogScale y;
    private final double width;
    private final List<Mark.Label> labels;
    private final List<String> key = new ArrayList<>();

    ScatterLabels(List<ScatterChart.Point> points, LogScale x, LogScale y, double width, List<Mark.Label> fixed) {
        this.points = points;
        this.x = x;
        this.y = y;
        this.width = width;
        this.labels = new ArrayList<>(fixed);
        List<ScatterChart.Point> crowded = new ArrayList<>();
        for (ScatterChart.Point point : sorted(true)) {
            if (!place(point, point.label())) {
                crowded.add(point);
            }
        }
        for (ScatterChart.Point point : crowded) {
            String letter = String.valueOf((char) ('a' + key.size()));
            if (key.size() < LETTERS && place(point, letter)) {
                String explained = TextStyle.SMALL.fitted(letter + "\u00A0" + point.label(), width - 12);
                key.add(explained.replace(' ', '\u00A0'));
            }
        }
        for (ScatterChart.Point point : sorted(false)) {
            place(point, point.label());
        }
    }

    List<Mark.Label> labels() {
        return List.copyOf(labels);
    }

    /** The letters explained, or empty. */
    String key() {
        return String.join(", ", key);
    }

    private List<ScatterChart.Point> sorted(boolean sparse) {
        List<ScatterChart.Point> sorted = new ArrayList<>(points);
        sorted.removeIf(point -> point.sparse() != sparse);
        sorted.sort(LARGEST_FIRST);
        return sorted;
    }

    private boolean place(ScatterChart.Point point, String text) {
        for (Mark.Label candidate : candidates(point, text)) {
            if (isFree(candidate, point)) {
                labels.add(candidate);
                return true;
            }
        }
        return false;
    }

    private List<Mark.Label> candidates(ScatterChart.Point point, String text) {
        double px = x.at(point.total());
        double py = y.at(point.active());
        if (!point.sparse()) {
            return List.of(
                    at(text, Anchor.END, px - 8, py),
                    at(text, Anchor.END, px - 5, py - 6),
                    at(text, Anchor.START, px + 8, py + 8));
        }
        return List.of(
                at(text, Anchor.START, px + 8, py + 4),
                at(text, Anchor.END, px - 8, py + 4),
                at(text, Anchor.MIDDLE, px, py + 17),
                at(text, Anchor.START, px + 4, py + 15),
                at(text, Anchor.END, px - 4, py + 15),
                at(text, Anchor.MIDDLE, px, py - 9),
                at(text, Anchor.START, px + 4, py - 8),
                at(text, Anchor.END, px - 4, py - 8));
    }

    private static Mark.Label at(String text, Anchor anchor, double x, double y) {
        return new Mark.Label("", TextStyle.NAME, anchor, x, y, List.of(Run.words(text)));
    }

    /** The height of the diagonal at a place of the horizontal axis. */
    private double diagonal(double at) {
        double value = x.low() * Math.pow(x.high() / x.low(), (at - x.from()) / (x.to() - x.from()));
        return value >= y.high() ? y.to() : y.at(value);
    }

    private boolean isFree(Mark.Label candidate, ScatterChart.Point own) {
        boolean outside = candidate.left() < x.from() + 2
                || candidate.right() > width
                || candidate.top() < 14
                || candidate.bottom() > y.from();
        boolean acrossDiagonal = own.sparse() && candidate.top() < diagonal(candidate.left()) + 3;
        if (outside || acrossDiagonal) {
            return false;
        }
        for (Mark.Label label : labels) {
            if (label.overlaps(candidate)) {
                return false;
            }
        }
        for (ScatterChart.Point point : points) {
            double px = x.at(point.total());
            double py = y.at(point.active());
            if (point != own
                    && px > candidate.left() - 5
                    && px < candidate.right() + 5
                    && py > candidate.top() - 4
                    && py < candidate.bottom() + 3) {
                return false;
            }
        }
        return true;
    }
}
