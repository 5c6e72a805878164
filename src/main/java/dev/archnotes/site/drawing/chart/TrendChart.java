package dev.archnotes.site.drawing.chart;

import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.LogScale;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.Picture;
import dev.archnotes.site.drawing.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A small chart that shows one trend: a row a model family, in the order of announcement, with its name and its value,
 * so that the charts of several trends are read against each other and without a pointer.
 *
 * @param picture the chart, 360 units wide
 */
public record TrendChart(Picture picture) {
    private static final double WIDTH = 360;
    private static final double ROW = 18;
    private static final double BAR = 11;
    private static final double HEAD = 24;
    private static final double YEARS = 36;
    private static final double GAP = 8;
    private static final double LONGEST_NAME = 160;

    /**
     * What a family has of one measure.
     *
     * @param family its name
     * @param year the year of its announcement
     * @param least the least value among those shown
     * @param most the greatest value among those shown
     * @param printed the value as the site prints it
     */
    public record Value(String family, int year, double least, double most, String printed) {
        private String drawn() {
            return TextStyle.NAME.fitted(family, LONGEST_NAME);
        }
    }

    /**
     * A line across the rows.
     *
     * @param value where it stands
     * @param printed what it says
     */
    public record Level(double value, String printed) {}

    /**
     * What the families have or lack.
     *
     * @param name the mechanism
     * @param used for each family whether it has it
     */
    public record Mechanism(String name, List<Boolean> used) {
        public Mechanism {
            used = List.copyOf(used);
        }
    }

    /** Bars from zero, each with its value at its end. */
    public static TrendChart bars(String title, PartColor part, List<Value> values, List<Level> levels) {
        Sheet sheet = new Sheet(values, HEAD, true);
        double top = levels.stream().mapToDouble(Level::value).max().orElse(1);
        DoubleUnaryOperator place = value -> sheet.left + (sheet.right - sheet.left) * value / top;
        sheet.levels(levels, place);
        for (int i = 0; i < values.size(); i++) {
            double end = place.applyAsDouble(values.get(i).most());
            sheet.canvas.box(
                    "c-bar " + part.cssClass(),
                    sheet.left,
                    sheet.y(i) - BAR / 2,
                    end - sheet.left,
                    BAR,
                    0,
                    sheet.say(i));
            sheet.value(i, end);
        }
        return sheet.chart(title);
    }

    /** From the smallest to the largest of each family on a scale of powers of ten: two dots and a line. */
    public static TrendChart spans(String title, PartColor part, List<Value> values, List<Level> levels) {
        Sheet sheet = new Sheet(values, HEAD, true);
        LogScale scale = new LogScale(
                levels.get(0).value(), levels.get(levels.size() - 1).value(), sheet.left, sheet.right);
        sheet.levels(levels, scale::at);
        for (int i = 0; i < values.size(); i++) {
            double least = scale.at(values.get(i).least());
            double most = scale.at(values.get(i).most());
            Canvas marks = new Canvas();
            marks.box("c-bar " + part.cssClass(), least, sheet.y(i) - 1, most - least, 2, 0);
            marks.dot("c-bar " + part.cssClass(), most, sheet.y(i), 4, "");
            if (most > least) {
                marks.dot("c-bar " + part.cssClass(), least, sheet.y(i), 4, "");
            }
            sheet.canvas.add(new Mark.Group("", "", sheet.say(i), marks.marks()));
            sheet.value(i, most + 4);
        }
        return sheet.chart(title);
    }

    /** A dot where a family has a mechanism. */
    public static TrendChart dots(String title, PartColor part, List<Value> values, List<Mechanism> mechanisms) {
        Sheet sheet = new Sheet(values, HEAD + ROW, false);
        double pitch = (sheet.right - sheet.left) / Math.max(1, mechanisms.size());
        for (int m = 0; m < mechanisms.size(); m++) {
            Mechanism mechanism = mechanisms.get(m);
            double x = sheet.left + pitch * (m + 0.5);
            boolean upper = m % 2 == 0;
            sheet.canvas.text(TextStyle.TICK, Anchor.MIDDLE, x, upper ? 12 : 12 + ROW, mechanism.name());
            if (upper) {
                sheet.canvas.stroke("c-leader", new PathData().move(x, 17).vertical(HEAD + ROW - 3));
            }
            for (int i = 0; i < values.size(); i++) {
                boolean used = mechanism.used().get(i);
                sheet.canvas.dot(
                        used ? "c-bar " + part.cssClass() : "c-none",
                        x,
                        sheet.y(i),
                        used ? 4.5 : 1.2,
                        used ? values.get(i).family() + ", " + mechanism.name() : "");
            }
        }
        return sheet.chart(title);
    }

    /** The rows and years that all three kinds share. */
    private static final class Sheet {
        private final Canvas canvas = new Canvas();
        private final List<Value> values;
        private final double head;
        private final double left;
        private final double right;

        Sheet(List<Value> values, double head, boolean printed) {
            this.values = values;
            this.head = head;
            double names = 0;
            double numbers = 0;
            for (Value value : values) {
                names = Math.max(names, TextStyle.NAME.width(value.drawn()));
                numbers = Math.max(numbers, TextStyle.NAME.width(value.printed()));
            }
            left = Math.ceil(YEARS + names + GAP + 2);
            right = Math.floor(WIDTH - (printed ? numbers + GAP : GAP));
            int year = 0;
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i).year() != year) {
                    year = values.get(i).year();
                    canvas.text(TextStyle.TICK, Anchor.START, 0, y(i) + 4, Integer.toString(year));
                    canvas.stroke(
                            "c-grid", new PathData().move(0, y(i) - ROW / 2).horizontal(WIDTH));
                }
                canvas.text(
                        TextStyle.NAME,
                        Anchor.START,
                        YEARS,
                        y(i) + 4,
                        values.get(i).drawn());
            }
        }

        double y(int row) {
            return head + ROW * (row + 0.5);
        }

        String say(int row) {
            return values.get(row).family() + ", " + values.get(row).printed();
        }

        void value(int row, double end) {
            canvas.text(
                    TextStyle.NAME,
                    Anchor.START,
                    end + 5,
                    y(row) + 4,
                    values.get(row).printed());
        }

        void levels(List<Level> levels, DoubleUnaryOperator place) {
            double printed = 0;
            for (Level level : levels) {
                double x = place.applyAsDouble(level.value());
                canvas.stroke("c-grid", new PathData().move(x, head - 4).vertical(y(values.size()) - ROW / 2));
                double half = TextStyle.TICK.width(level.printed()) / 2;
                if (x - half > printed) {
                    canvas.text(TextStyle.TICK, Anchor.MIDDLE, x, 13, level.printed());
                    printed = x + half + 4;
                }
            }
        }

        TrendChart chart(String title) {
            List<String> said = new ArrayList<>();
            values.forEach(value -> said.add(value.family() + " " + value.printed()));
            return new TrendChart(new Picture(
                    "chart trend-chart",
                    WIDTH,
                    y(values.size()) - ROW / 2 + 2,
                    title,
                    String.join("; ", said) + ".",
                    canvas.marks()));
        }
    }
}
