package dev.archnotes.site.drawing.chart;

import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.LogScale;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.Phrase;
import dev.archnotes.site.drawing.Picture;
import dev.archnotes.site.drawing.Run;
import dev.archnotes.site.drawing.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
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
        this.height = width == ByWidth.NARROW ? 350 : 440;
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
        ScatterLabels placed = new ScatterLabels(points, x, y, width, labels);
        for (ScatterChart.Point point : fromLeft()) {
            canvas.dot(
                    point.sparse() ? "c-point c-sparse" : "c-point c-whole",
                    x.at(point.total()),
                    y.at(point.active()),
                    point.sparse() ? 4.2 : 3.2,
                    point.names() + ": " + ScatterChart.exactly(point.total()) + " in all, "
                            + ScatterChart.exactly(point.active()) + " active");
        }
        placed.labels().forEach(canvas::add);
        canvas.text(TextStyle.TITLE, Anchor.END, width - 4, height + 36, "total parameters");
        double bottom = height + 40;
        for (List<Run> line : new Phrase("").words(placed.key()).lines(TextStyle.SMALL, width - 4)) {
            bottom += 16;
            canvas.text("", TextStyle.SMALL, Anchor.START, 0, bottom, line);
        }
        return new Picture(
                "chart scatter",
                width,
                bottom + 4,
                "Active against total parameters",
                "Both axes are logarithmic. Dense models stand on the diagonal, mixtures of experts below it.",
                canvas.marks());
    }

    private List<ScatterChart.Point> fromLeft() {
        List<ScatterChart.Point> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparingLong(ScatterChart.Point::total).thenComparingLong(ScatterChart.Point::active));
        return sorted;
    }

    private void drawGrid() {
        PathData grid = new PathData();
        for (long power = 1; power < 1_000_000_000_000_000L; power *= 10) {
            if (power >= x.low() && power <= x.high()) {
                grid.move(x.at(power), 26).vertical(height);
                canvas.text(
                        TextStyle.TICK, Anchor.MIDDLE, x.at(power), height + 17, ParameterBarsPicture.magnitude(power));
            }
            if (power >= y.low() && power <= y.high()) {
                grid.move(x.from(), y.at(power)).horizontal(x.to());
                canvas.text(
                        TextStyle.TICK,
                        Anchor.END,
                        x.from() - 6,
                        y.at(power) + 4,
                        ParameterBarsPicture.magnitude(power));
            }
        }
        canvas.stroke("c-grid", grid);
        canvas.stroke(
                "c-axis", new PathData().move(x.from(), 26).vertical(height).horizontal(x.to()));
    }

    private void drawRatios(List<Mark.Label> labels) {
        for (long ratio : RATIOS) {
            double from = Math.max(x.low(), y.low() * ratio);
            double to = Math.min(x.high(), y.high() * ratio);
            canvas.stroke(
                    ratio == 1 ? "c-diagonal" : "c-ratio",
                    new PathData().move(x.at(from), y.at(from / ratio)).line(x.at(to), y.at(to / ratio)));
            if (ratio == 1) {
                labels.add(small("all active", Anchor.START, x.at(to / 3) + 9, y.at(to / 3) + 9));
            } else {
                boolean first = ratio == RATIOS[1];
                labels.add(small(
                        "1 in " + ratio,
                        first ? Anchor.END : Anchor.START,
                        x.at(from) + (first ? 2 : 14),
                        y.at(from / ratio) - 6));
            }
        }
    }

    private static Mark.Label small(String words, Anchor anchor, double x, double y) {
        return new Mark.Label("", TextStyle.SMALL, anchor, x, y, List.of(Run.words(words)));
    }
}
