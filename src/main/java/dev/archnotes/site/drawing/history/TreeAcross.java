package dev.archnotes.site.drawing.history;

import dev.archnotes.site.drawing.Anchor;
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
 * The wide family tree: time runs to the right, one line below the other, the models' names slanted over their columns.
 */
final class TreeAcross {
    private static final double WIDEST = 900;
    private static final double PITCH = 23;
    private static final double PAPER = 0.6;
    private static final double SLANT = 68;
    private static final double LONGEST_NAME = 240;

    private final List<HistoryLine> mechanisms;
    private final List<Moment> moments;
    private final Canvas canvas = new Canvas();
    private final Map<String, Double> times = new HashMap<>();
    private final Map<String, Double> lines = new HashMap<>();
    private double names;
    private double overhang;
    private double heads;

    TreeAcross(List<HistoryLine> mechanisms) {
        this.mechanisms = mechanisms;
        this.moments = Moment.of(mechanisms);
    }

    Picture picture(String title, String description) {
        measure();
        double head = Math.ceil(TreeKey.draw(canvas, WIDEST) + heads + 16);
        double bottom = placeLines(head);
        double end = placeMoments();
        drawYears(head, bottom);
        drawHeads(head);
        drawNames();
        new TreeLines(mechanisms, true, times, lines, end, PITCH, canvas).draw();
        return new Picture("chart family-tree", WIDEST, bottom + 22, title, description, canvas.marks());
    }

    private void measure() {
        double radians = Math.toRadians(SLANT);
        for (HistoryLine mechanism : mechanisms) {
            names = Math.max(names, TextStyle.NAME.width(name(mechanism)) + 14);
        }
        for (Moment moment : moments) {
            if (!moment.paper()) {
                double width = style(moment).width(TreeParts.model(moment.by(), style(moment)));
                heads = Math.max(heads, width * Math.sin(radians));
                overhang = Math.max(8, width * Math.cos(radians) - 6);
            }
        }
    }

    private static String name(HistoryLine mechanism) {
        return TextStyle.NAME.fitted(mechanism.name(), LONGEST_NAME);
    }

    private static TextStyle style(Moment moment) {
        return moment.described() ? TextStyle.STRONG : TextStyle.SMALL;
    }

    /** Papers take half a column; their authors' names stand before their marks, behind the names of the mechanisms. */
    private double placeMoments() {
        double all = 0;
        for (Moment moment : moments) {
            all += moment.paper() ? PAPER : 1;
        }
        double columns = 0;
        double left = names;
        for (Moment moment : moments) {
            for (HistoryLine mechanism : mechanisms) {
                if (moment.paper()
                        && Moment.keyOf(mechanisms, mechanism.introduction()).equals(moment.key())) {
                    double wanted = TextStyle.NAME.width(name(mechanism))
                            + TextStyle.SMALL.width(TreeParts.model(moment.by(), TextStyle.SMALL))
                            + 16;
                    // the columns before it are the narrower, the more room the names take
                    double share = columns / all;
                    double room = WIDEST - overhang - 8;
                    left = Math.max(left, (wanted - room * share) / (1 - share));
                }
            }
            columns += moment.paper() ? PAPER : 1;
        }
        left = Math.ceil(left);
        double pitch = Math.min(60, Math.floor((WIDEST - overhang - left - 8) / all * 10) / 10);
        double x = left;
        for (Moment moment : moments) {
            double room = pitch * (moment.paper() ? PAPER : 1);
            times.put(moment.key(), (double) Math.round(x + room / 2));
            x += room;
        }
        return Math.ceil(x + 8);
    }

    private double placeLines(double top) {
        double y = top;
        for (List<HistoryLine> part : TreeParts.of(mechanisms)) {
            y += 17;
            canvas.text(
                    TreeParts.ink(part), TextStyle.LABEL, Anchor.START, 0, y, List.of(Run.words(TreeParts.name(part))));
            for (HistoryLine mechanism : part) {
                y += PITCH;
                lines.put(mechanism.id(), y);
            }
            y += 15;
        }
        return y;
    }

    private void drawYears(double top, double bottom) {
        PathData grid = new PathData();
        for (Moment moment : moments) {
            if (!moment.paper()) {
                grid.move(Moment.place(times, moment.key()), top - 4).vertical(bottom - 6);
            }
        }
        canvas.stroke("f-column", grid);
        PathData years = new PathData();
        int first = 0;
        for (int i = 1; i <= moments.size(); i++) {
            if (i == moments.size()
                    || moments.get(i).year() != moments.get(first).year()) {
                double from = Moment.place(times, moments.get(first).key());
                double to = Moment.place(times, moments.get(i - 1).key());
                String year = Integer.toString(moments.get(first).year());
                String label = to - from < 18 ? "’" + year.substring(2) : year;
                Mark.Label tick = new Mark.Label(
                        "", TextStyle.TICK, Anchor.MIDDLE, (from + to) / 2, bottom + 14, List.of(Run.words(label)));
                if (canvas.isFree(tick)) {
                    canvas.add(tick);
                }
                if (i < moments.size()) {
                    double border = (to + Moment.place(times, moments.get(i).key())) / 2;
                    years.move(border, top - 4).vertical(bottom + 16);
                }
                first = i;
            }
        }
        canvas.stroke("f-year", years);
    }

    private void drawHeads(double top) {
        for (Moment moment : moments) {
            if (!moment.paper()) {
                double x = Moment.place(times, moment.key()) + 3;
                Mark head = new Mark.Turned(
                        moment.described() ? "f-described" : "",
                        style(moment),
                        x,
                        top - 8,
                        -SLANT,
                        TreeParts.model(moment.by(), style(moment)));
                canvas.add(moment.href().isEmpty() ? head : new Mark.Group("c-link", moment.href(), List.of(head)));
            }
        }
    }

    private void drawNames() {
        for (HistoryLine mechanism : mechanisms) {
            double y = Moment.place(lines, mechanism.id());
            Mark name = new Mark.Label("", TextStyle.NAME, Anchor.START, 0, y + 4, List.of(Run.words(name(mechanism))));
            canvas.add(mechanism.href().isEmpty() ? name : new Mark.Group("c-link", mechanism.href(), List.of(name)));
            Moment origin = moments.stream()
                    .filter(moment -> moment.key().equals(Moment.keyOf(mechanisms, mechanism.introduction())))
                    .findFirst()
                    .orElseThrow();
            if (origin.paper()) {
                canvas.text(
                        TextStyle.SMALL,
                        Anchor.END,
                        Moment.place(times, origin.key()) - 9,
                        y + 4,
                        TreeParts.model(origin.by(), TextStyle.SMALL));
            }
        }
    }
}
