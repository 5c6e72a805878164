package dev.archnotes.drawing;

import dev.archnotes.calc.Unit;
import java.util.ArrayList;
import java.util.List;

/** Draws the scatter chart. */
final class ScatterPicture {
    private static final long[] RATIOS = {1, 10, 30};

    private final List<ScatterChart.Point> points;
    private final double width;
    private final double height;
    private final Canvas canvas = new Canvas();
    private final LogScale x;
    private final LogScale y;

    ScatterPicture(List<ScatterChart.Point> points, double width) {
        this.points = points;
        this.width = width;
        this.height = width == ByWidth.NARROW ? 330 : 440;
        double least = Double.MAX_VALUE;
        double most = 0;
        double leastActive = Double.MAX_VALUE;
        double mostActive = 0;
        for (ScatterChart.Point point : points) {
            least = Math.min(least, point.total());
            most = Math.max(most, point.total());
            leastActive = Math.min(leastActive, point.active());
            mostActive = Math.max(mostActive, point.active());
        }
        this.x = new LogScale(least / 1.4, most * 2, 40, width - 4);
        this.y = new LogScale(leastActive / 1.4, mostActive * 1.6, height, 26);
    }

    Picture picture() {
        canvas.text(TextStyle.TITLE, Anchor.START, 0, 12, "active for one token");
        drawGrid();
        List<Mark.Label> labels = new ArrayList<>();
        drawRatios(labels);
        for (ScatterChart.Point point : points) {
            canvas.dot(point.sparse() ? "c-point c-sparse" : "c-point c-whole", x.at(point.total()), y.at(point.active()), point.sparse() ? 4.2 : 3.2,
                    point.names() + ": " + Unit.PARAMETERS.print(point.total()) + " in all, " + Unit.PARAMETERS.print(point.active()) + " active");
        }
        placeLabels(labels);
        labels.forEach(canvas::add);
        canvas.text(TextStyle.TITLE, Anchor.END, width - 4, height + 36, "total parameters");
        return new Picture("chart scatter", width, height + 42, "Active against total parameters",
                "Both axes are logarithmic. Dense models stand on the diagonal, mixtures of experts below it.", canvas.marks());
    }

    private void drawGrid() {
        PathData grid = new PathData();
        for (long power = 1; power < 1_000_000_000_000_000L; power *= 10) {
            if (power >= x.low() && power <= x.high()) {
                grid.move(x.at(power), 26).vertical(height);
                canvas.text(TextStyle.TICK, Anchor.MIDDLE, x.at(power), height + 17, ParameterBarsPicture.magnitude(power));
            }
            if (power >= y.low() && power <= y.high()) {
                grid.move(x.from(), y.at(power)).horizontal(x.to());
                canvas.text(TextStyle.TICK, Anchor.END, x.from() - 6, y.at(power) + 4, ParameterBarsPicture.magnitude(power));
            }
        }
        canvas.stroke("c-grid", grid);
        canvas.stroke("c-axis", new PathData().move(x.from(), 26).vertical(height).horizontal(x.to()));
    }

    private void drawRatios(List<Mark.Label> labels) {
        for (long ratio : RATIOS) {
            double from = Math.max(x.low(), y.low() * ratio);
            double to = Math.min(x.high(), y.high() * ratio);
            canvas.stroke(ratio == 1 ? "c-diagonal" : "c-ratio", new PathData().move(x.at(from), y.at(from / ratio)).line(x.at(to), y.at(to / ratio)));
            if (ratio == 1) {
                labels.add(small("all active", Anchor.START, x.at(to / 12) + 8, y.at(to / 12) + 8));
            } else {
                boolean first = ratio == RATIOS[1];
                labels.add(small("1 in " + ratio, first ? Anchor.END : Anchor.START, x.at(from) + (first ? 2 : 14), y.at(from / ratio) - 6));
            }
        }
    }

    private static Mark.Label small(String words, Anchor anchor, double x, double y) {
        return new Mark.Label("", TextStyle.SMALL, anchor, x, y, List.of(Run.words(words)));
    }

    /** The largest first; a label that fits nowhere without touching another label or mark is left to the table. */
    private void placeLabels(List<Mark.Label> labels) {
        List<ScatterChart.Point> sorted = new ArrayList<>(points);
        sorted.sort((a, b) -> a.sparse() != b.sparse() ? (a.sparse() ? -1 : 1) : Long.compare(b.total(), a.total()));
        for (ScatterChart.Point point : sorted) {
            if (!place(point, candidates(point), labels) && point.sparse()) {
                placeAfar(point, labels);
            }
        }
    }

    private boolean place(ScatterChart.Point point, List<Mark.Label> candidates, List<Mark.Label> labels) {
        for (Mark.Label candidate : candidates) {
            if (isFree(candidate, labels, point)) {
                labels.add(candidate);
                return true;
            }
        }
        return false;
    }

    /** Below the crowd, tied to its mark by a line. */
    private void placeAfar(ScatterChart.Point point, List<Mark.Label> labels) {
        double px = x.at(point.total());
        double py = y.at(point.active());
        for (int down = 26; down < 150; down += 8) {
            for (int aside : new int[] {10, -10, 30, -30, 50, -50}) {
                Mark.Label label = at(point, Anchor.MIDDLE, px + aside, py + down);
                if (place(point, List.of(label), labels)) {
                    canvas.stroke("c-leader", new PathData().move(px + aside * 0.2, py + 5).line(label.x(), label.top() - 1));
                    return;
                }
            }
        }
    }

    private List<Mark.Label> candidates(ScatterChart.Point point) {
        double px = x.at(point.total());
        double py = y.at(point.active());
        List<Mark.Label> below = List.of(at(point, Anchor.START, px + 8, py + 4), at(point, Anchor.END, px - 8, py + 4), at(point, Anchor.MIDDLE, px, py + 17),
                at(point, Anchor.START, px + 4, py + 15), at(point, Anchor.END, px - 4, py + 15), at(point, Anchor.MIDDLE, px, py - 9),
                at(point, Anchor.START, px + 4, py - 8), at(point, Anchor.END, px - 4, py - 8));
        List<Mark.Label> above = List.of(at(point, Anchor.END, px - 8, py), at(point, Anchor.END, px - 5, py - 6), at(point, Anchor.START, px + 8, py + 8));
        return point.sparse() ? below : above;
    }

    private static Mark.Label at(ScatterChart.Point point, Anchor anchor, double x, double y) {
        return new Mark.Label(point.sparse() ? "c-on-sparse" : "", TextStyle.NAME, anchor, x, y, List.of(Run.words(point.label())));
    }

    private boolean isFree(Mark.Label candidate, List<Mark.Label> labels, ScatterChart.Point own) {
        if (candidate.left() < x.from() + 2 || candidate.right() > width || candidate.top() < 14 || candidate.bottom() > height) {
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
            if (point != own && px > candidate.left() - 5 && px < candidate.right() + 5 && py > candidate.top() - 4 && py < candidate.bottom() + 3) {
                return false;
            }
        }
        return true;
    }
}
