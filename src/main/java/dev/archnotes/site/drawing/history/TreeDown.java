package dev.archnotes.site.drawing.history;

import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.Picture;
import dev.archnotes.site.drawing.Run;
import dev.archnotes.site.drawing.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The narrow family tree: one part of the model after the other, in each of them time runs down and the lines stand
 * side by side.
 */
final class TreeDown {
    private static final double ROW = 18;
    private static final double SLANT = 60;
    private static final double YEARS = 34;
    private static final double LONGEST_NAME = 200;

    private final List<HistoryLine> mechanisms;
    private final Canvas canvas = new Canvas();
    private double y;

    TreeDown(List<HistoryLine> mechanisms) {
        this.mechanisms = mechanisms;
    }

    Picture picture(String title, String description) {
        y = TreeKey.draw(canvas, ByWidth.NARROW) + 8;
        TreeParts.of(mechanisms).forEach(this::drawPart);
        return new Picture("chart family-tree", ByWidth.NARROW, y, title, description, canvas.marks());
    }

    private void drawPart(List<HistoryLine> part) {
        List<Moment> moments = Moment.of(part);
        double names = moments.stream()
                .mapToDouble(moment -> style(moment).width(name(moment)))
                .max()
                .orElse(0);
        double radians = Math.toRadians(SLANT);
        double height = part.stream()
                .mapToDouble(mechanism -> TextStyle.SMALL.width(name(mechanism)) * Math.sin(radians))
                .max()
                .orElse(0);
        // the name begins beside its line, and the foot of its letters leans over its end
        double overhang = TextStyle.SMALL.width(name(part.get(part.size() - 1))) * Math.cos(radians) + 8;
        double left = Math.ceil(YEARS + names + 16);
        double pitch = Math.floor(Math.min(30, (ByWidth.NARROW - left - overhang) / Math.max(1, part.size() - 1)));
        canvas.text(
                TreeParts.ink(part),
                TextStyle.LABEL,
                Anchor.START,
                0,
                y + 14,
                List.of(Run.words(TreeParts.name(part))));
        double top = Math.ceil(y + Math.max(22, height + 12));
        Map<String, Double> lines = new HashMap<>();
        for (int i = 0; i < part.size(); i++) {
            HistoryLine mechanism = part.get(i);
            double x = left + pitch * i;
            lines.put(mechanism.id(), x);
            Mark head = new Mark.Turned("", TextStyle.SMALL, x + 3, top - 5, -SLANT, name(mechanism));
            canvas.add(mechanism.href().isEmpty() ? head : new Mark.Group("c-link", mechanism.href(), List.of(head)));
        }
        Map<String, Double> times = new HashMap<>();
        for (int i = 0; i < moments.size(); i++) {
            times.put(moments.get(i).key(), top + ROW * (i + 0.5));
        }
        double end = top + ROW * moments.size();
        drawRows(part, moments, times, lines);
        new TreeLines(part, false, times, lines, end + 4, pitch, canvas).draw();
        y = end + 30;
    }

    private static String name(HistoryLine mechanism) {
        return TextStyle.SMALL.fitted(mechanism.name(), LONGEST_NAME);
    }

    private static String name(Moment moment) {
        return TreeParts.model(moment.by(), style(moment));
    }

    private static TextStyle style(Moment moment) {
        return moment.described() ? TextStyle.STRONG : TextStyle.SMALL;
    }

    private void drawRows(
            List<HistoryLine> part, List<Moment> moments, Map<String, Double> times, Map<String, Double> lines) {
        int year = 0;
        PathData years = new PathData();
        PathData rows = new PathData();
        for (Moment moment : moments) {
            double middle = Moment.place(times, moment.key());
            if (moment.year() != year) {
                year = moment.year();
                years.move(0, middle - ROW / 2).horizontal(ByWidth.NARROW);
                canvas.text(TextStyle.TICK, Anchor.START, 0, middle + 4, Integer.toString(year));
            }
            Mark name = new Mark.Label(
                    moment.described() ? "f-described" : "",
                    style(moment),
                    Anchor.START,
                    YEARS,
                    middle + 4,
                    List.of(Run.words(name(moment))));
            canvas.add(moment.href().isEmpty() ? name : new Mark.Group("c-link", moment.href(), List.of(name)));
            double last = part.stream()
                    .filter(mechanism -> mechanism.steps().stream()
                            .anyMatch(step -> Moment.keyOf(part, step).equals(moment.key())))
                    .mapToDouble(mechanism -> lines.get(mechanism.id()))
                    .max()
                    .orElseThrow();
            rows.move(YEARS + style(moment).width(name(moment)) + 5, middle).horizontal(last);
        }
        canvas.stroke("f-year", years);
        canvas.stroke("f-column", rows);
    }
}
