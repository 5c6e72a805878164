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
    private final List<Segment> leaders = new ArrayList<>();

    ScatterPicture(List<ScatterChart.Point> points, double width) {
        this.points = points;
        this.width = width;
        this.height = width == ByWidth.NARROW ? 390 : 440;
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
        placeLabels(labels);
        for (Segment leader : leaders) {
            canvas.stroke("c-leader", new PathData().move(leader.fromX(), leader.fromY()).line(leader.toX(), leader.toY()));
        }
        for (ScatterChart.Point point : points) {
            canvas.dot(point.sparse() ? "c-point c-sparse" : "c-point c-whole", x.at(point.total()), y.at(point.active()), point.sparse() ? 4.2 : 3.2,
                    point.names() + ": " + Unit.PARAMETERS.print(point.total()) + " in all, " + Unit.PARAMETERS.print(point.active()) + " active");
        }
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
                labels.add(small("all active", Anchor.START, x.at(to / 60) + 9, y.at(to / 60) + 9));
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

    /** Near the crowd, tied to its mark by a line that crosses no label, no other mark and no other line. */
    private void placeAfar(ScatterChart.Point point, List<Mark.Label> labels) {
        double px = x.at(point.total());
        double py = y.at(point.active());
        Mark.Label best = null;
        Segment bestLine = null;
        for (int down = -120; down <= 190; down += 5) {
            for (int aside = -140; aside <= 140; aside += 5) {
                Mark.Label label = at(point, Anchor.MIDDLE, px + aside, py + down);
                double edge = down > 0 ? label.top() : label.bottom();
                boolean steep = Math.abs(edge - py) > 6 && (down > 0) == (edge > py);
                Segment line = new Segment(px, py, label.x(), edge);
                if (steep && (bestLine == null || line.length() < bestLine.length()) && isFree(label, labels, point) && isClear(line, labels, point)) {
                    best = label;
                    bestLine = line;
                }
            }
        }
        if (best != null) {
            labels.add(best);
            leaders.add(bestLine);
        }
    }

    private boolean isClear(Segment line, List<Mark.Label> labels, ScatterChart.Point own) {
        for (Mark.Label label : labels) {
            if (line.crosses(label)) {
                return false;
            }
        }
        for (Segment other : leaders) {
            if (line.crosses(other)) {
                return false;
            }
        }
        for (ScatterChart.Point point : points) {
            if (point != own && line.distance(x.at(point.total()), y.at(point.active())) < 6) {
                return false;
            }
        }
        return true;
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
        for (Segment leader : leaders) {
            if (leader.crosses(candidate)) {
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
