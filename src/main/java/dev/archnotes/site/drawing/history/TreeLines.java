package dev.archnotes.site.drawing.history;

import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PathData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Draws mechanisms as parallel lines with their steps. Time runs to the right and the lines lie below one another, or
 * time runs down and the lines stand beside one another. The latter form repeats no tooltips and links: its rows and
 * columns name everything in full, and a page has room for all sentences once.
 */
final class TreeLines {
    private static final double RADIUS = 4;

    private final List<HistoryLine> mechanisms;
    private final boolean horizontal;
    private final Map<String, Double> times;
    private final Map<String, Double> lines;
    private final double end;
    private final double bulge;
    private final Canvas canvas;

    /**
     * Lines on a canvas.
     *
     * @param mechanisms all mechanisms of the picture's time axis
     * @param times where each moment lies along the time axis, by its key
     * @param lines where each line lies across it, by the mechanism's id
     * @param end where lines end that have not stopped
     * @param pitch the distance of two lines
     */
    TreeLines(
            List<HistoryLine> mechanisms,
            boolean horizontal,
            Map<String, Double> times,
            Map<String, Double> lines,
            double end,
            double pitch,
            Canvas canvas) {
        this.mechanisms = mechanisms;
        this.horizontal = horizontal;
        this.times = times;
        this.lines = lines;
        this.end = end;
        this.bulge = Math.max(0, Math.min(7, pitch - 4 * RADIUS));
        this.canvas = canvas;
    }

    /** Draws all lines first, then what joins them, then the marks, so that no mark is covered. */
    void draw() {
        mechanisms.forEach(mechanism -> part(mechanism, trunk(mechanism)));
        mechanisms.forEach(mechanism -> part(mechanism, ties(mechanism)));
        mechanisms.forEach(mechanism -> part(mechanism, marks(mechanism)));
    }

    private void part(HistoryLine mechanism, List<Mark> marks) {
        if (!marks.isEmpty()) {
            canvas.add(new Mark.Group(mechanism.part().cssClass(), "", marks));
        }
    }

    private double time(HistoryLine.Step step) {
        return Moment.place(times, Moment.keyOf(mechanisms, step));
    }

    private List<Mark> trunk(HistoryLine mechanism) {
        double across = Moment.place(lines, mechanism.id());
        double start = time(mechanism.introduction());
        double used = mechanism.steps().size() > 1 ? time(mechanism.steps().get(1)) : end;
        double stop = mechanism.end().map(this::time).orElse(end);
        Canvas marks = new Canvas();
        marks.stroke("f-known", line(start, across, used, across));
        marks.stroke("f-used", line(used, across, stop, across));
        return marks.marks();
    }

    private PathData line(double fromTime, double fromLine, double toTime, double toLine) {
        return new PathData()
                .move(x(fromTime, fromLine), y(fromTime, fromLine))
                .line(x(toTime, toLine), y(toTime, toLine));
    }

    private List<Mark> ties(HistoryLine mechanism) {
        double across = Moment.place(lines, mechanism.id());
        List<Mark> ties = new ArrayList<>();
        for (HistoryLine.Tie tie : mechanism.descents()) {
            if (lines.containsKey(tie.from())) {
                ties.add(tie(tie, descent(time(mechanism.introduction()), lines.get(tie.from()), across)));
            }
        }
        for (HistoryLine.Step step : mechanism.steps()) {
            step.origin()
                    .ifPresent(origin ->
                            ties.add(tie(origin, arc(origin(mechanism, origin.from()), time(step), across))));
        }
        return ties;
    }

    private Mark tie(HistoryLine.Tie tie, PathData path) {
        return new Mark.Stroke("f-tie " + tie.certainty().cssClass(), path.toString(), horizontal ? tie.tooltip() : "");
    }

    private double origin(HistoryLine mechanism, String by) {
        return mechanism.steps().stream()
                .filter(step -> step.by().equals(by))
                .mapToDouble(this::time)
                .findFirst()
                .orElseThrow();
    }

    /** From the older line, which it leaves along, straight to the younger one's beginning. */
    private PathData descent(double time, double older, double younger) {
        double direction = Math.signum(younger - older);
        double bend = older + direction * 9;
        double arrive = younger - direction * 6;
        return new PathData()
                .move(x(time - 9, older), y(time - 9, older))
                .corner(x(time, older), y(time, older), x(time, bend), y(time, bend))
                .line(x(time, arrive), y(time, arrive));
    }

    /** Beside the line: above it, or to the left of it; the longer, the further away. */
    private PathData arc(double from, double to, double line) {
        double near = line - RADIUS;
        double away = near - 4 - Math.round(bulge * Math.min(1, (to - from) / 220));
        double reach = Math.min(9, Math.floor((to - from) / 2));
        return new PathData()
                .move(x(from, near), y(from, near))
                .corner(x(from, away), y(from, away), x(from + reach, away), y(from + reach, away))
                .line(x(to - reach, away), y(to - reach, away))
                .corner(x(to, away), y(to, away), x(to, near), y(to, near));
    }

    private List<Mark> marks(HistoryLine mechanism) {
        List<Mark> marks = new ArrayList<>();
        for (HistoryLine.Step step : mechanism.steps()) {
            Canvas shape = new Canvas();
            double time = time(step);
            double line = Moment.place(lines, mechanism.id());
            draw(shape, step.kind(), step.certainty(), x(time, line), y(time, line));
            if (horizontal) {
                marks.add(new Mark.Group("f-mark", step.href(), step.tooltip(), shape.marks()));
            } else {
                marks.addAll(shape.marks());
            }
        }
        return marks;
    }

    /** One mark; the key of the picture shows the same. */
    static void draw(Canvas canvas, HistoryLine.Kind kind, Certainty certainty, double x, double y) {
        switch (kind) {
            case INTRODUCED:
                canvas.stroke(
                        "f-start",
                        new PathData()
                                .move(x - 5.5, y)
                                .line(x, y - 5.5)
                                .line(x + 5.5, y)
                                .line(x, y + 5.5)
                                .close());
                break;
            case DROPPED:
                canvas.dot("f-ground", x, y, RADIUS + 1, "");
                canvas.stroke(
                        "f-drop",
                        new PathData()
                                .move(x - 3.6, y - 3.6)
                                .line(x + 3.6, y + 3.6)
                                .move(x - 3.6, y + 3.6)
                                .line(x + 3.6, y - 3.6));
                break;
            default:
                canvas.dot("f-dot " + certainty.cssClass(), x, y, RADIUS, "");
                if (certainty == Certainty.CONFIGURATION) {
                    canvas.dot("f-core", x, y, 1.6, "");
                }
        }
    }

    private double x(double time, double line) {
        return horizontal ? time : line;
    }

    private double y(double time, double line) {
        return horizontal ? line : time;
    }
}
