package dev.archnotes.site.drawing.history;

import dev.archnotes.model.number.Dates;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.LabelSpread;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.Picture;
import dev.archnotes.site.drawing.Run;
import dev.archnotes.site.drawing.TextStyle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws the timeline. */
final class TimelinePicture {
    private static final double LINE = 18;
    private static final double HEADING = 34;

    private final List<TimelineEra> eras;
    private final List<TimelineEvent> events;
    private final double width;
    private final boolean wide;
    private final double axis;
    private final Canvas canvas = new Canvas();
    private double y = 20;

    TimelinePicture(List<TimelineEra> eras, List<TimelineEvent> events, double width) {
        this.eras = eras;
        this.events = events;
        this.width = width;
        this.wide = width > ByWidth.NARROW;
        this.axis = wide ? width / 2 : 52;
    }

    Picture picture() {
        drawKey();
        for (TimelineEra era : eras) {
            y += HEADING;
            canvas.text(
                    "",
                    TextStyle.LABEL,
                    wide ? Anchor.MIDDLE : Anchor.START,
                    wide ? axis : 0,
                    y - 12,
                    List.of(Run.words(TextStyle.LABEL.fitted(era.name(), width))));
            for (int year = era.from(); year <= era.to(); year++) {
                drawYear(year);
            }
        }
        return new Picture(
                "chart timeline-chart",
                width,
                y + 8,
                "Timeline of language-model architecture",
                "Events from top to bottom in order of time; filled marks are models that this site describes, "
                        + "open ones other models, small marks papers and software.",
                canvas.marks());
    }

    private void drawKey() {
        double x = 6;
        x = key("t-mark t-described", 5, "described here", x);
        x = key("t-mark t-model", 5, "other model", x);
        key("t-mark t-paper", 3, "paper or software", x);
    }

    private double key(String classes, double radius, String words, double x) {
        canvas.dot(classes, x, 10, radius, "");
        canvas.text(TextStyle.SMALL, Anchor.START, x + 10, 14, words);
        return x + 10 + TextStyle.SMALL.width(words) + 20;
    }

    private List<TimelineEvent> of(int year, @Nullable Boolean models) {
        List<TimelineEvent> chosen = new ArrayList<>();
        for (TimelineEvent event : events) {
            if ((int) event.year() == year && (models == null || models == event.model())) {
                chosen.add(event);
            }
        }
        return chosen;
    }

    private void drawYear(int year) {
        List<TimelineEvent> left = wide ? of(year, false) : List.of();
        List<TimelineEvent> right = wide ? of(year, true) : of(year, null);
        double length = Math.max(28, LINE * Math.max(left.size(), right.size()) + 12);
        canvas.stroke("t-axis", new PathData().move(axis, y).vertical(y + length));
        canvas.stroke(
                "t-year", new PathData().move(wide ? axis - 7 : axis - 6, y).horizontal(wide ? axis + 7 : axis));
        if (wide) {
            canvas.stroke(
                    "c-grid",
                    new PathData()
                            .move(0, y)
                            .horizontal(axis - 7)
                            .move(axis + 7, y)
                            .horizontal(width));
        }
        canvas.text(
                TextStyle.TICK,
                wide ? Anchor.START : Anchor.END,
                wide ? 0 : axis - 10,
                y + (wide ? 14 : 5),
                Integer.toString(year));
        drawSide(left, year, length, -1);
        drawSide(right, year, length, 1);
        y += length;
    }

    private void drawSide(List<TimelineEvent> side, int year, double length, int direction) {
        List<Double> wanted = new ArrayList<>();
        for (TimelineEvent event : side) {
            wanted.add(y + (event.year() - year) * length);
        }
        double[] places = LabelSpread.places(wanted, LINE, y + 9, y + length - 7);
        for (int i = 0; i < side.size(); i++) {
            drawEvent(side.get(i), wanted.get(i), places[i], direction);
        }
    }

    private void drawEvent(TimelineEvent event, double at, double place, int direction) {
        double text = axis + direction * 34;
        canvas.stroke(
                "c-leader",
                new PathData()
                        .move(axis + direction * 6, at)
                        .line(axis + direction * 26, place)
                        .line(text - direction * 5, place));
        String classes = event.described() ? "t-mark t-described" : event.model() ? "t-mark t-model" : "t-mark t-paper";
        Canvas label = new Canvas();
        label.dot(classes, axis, at, event.model() ? 4.5 : 3, event.title() + ", " + Dates.print(event.date()));
        double room = direction > 0 ? width - text : text - 40;
        String title = TextStyle.NAME.fitted(event.title(), room);
        String month = Dates.month(event.date());
        boolean dated = TextStyle.NAME.width(title) + TextStyle.SMALL.width(month) + 8 <= room;
        label.text(
                event.described() ? "t-on-described" : "",
                TextStyle.NAME,
                direction > 0 ? Anchor.START : Anchor.END,
                text,
                place + 4,
                List.of(Run.words(title)));
        if (dated) {
            double x = text + direction * (TextStyle.NAME.width(title) + 7);
            label.text(
                    "",
                    TextStyle.SMALL,
                    direction > 0 ? Anchor.START : Anchor.END,
                    x,
                    place + 4,
                    List.of(Run.words(month)));
        }
        canvas.add(new Mark.Group("c-link", event.href(), label.marks()));
    }
}
