package dev.archnotes.site.drawing.chart;

import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.LogScale;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.Picture;
import dev.archnotes.site.drawing.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A small chart that shows one trend: a column a model family, in the order of announcement, so that the charts of
 * several trends are read against each other.
 *
 * @param picture the chart, 240 units wide
 */
public record TrendChart(Picture picture) {
    private static final double WIDTH = 240;
    private static final double HEIGHT = 126;
    private static final double TOP = 26;
    private static final double BASE = 102;

    /**
     * What a family has of one measure.
     *
     * @param family its name
     * @param year the year of its announcement
     * @param least the least value among those shown
     * @param most the greatest value among those shown
     * @param printed the value as the site prints it
     */
    public record Column(String family, int year, double least, double most, String printed) {}

    /**
     * A line across the columns.
     *
     * @param value where it stands
     * @param printed what it says
     */
    public record Level(double value, String printed) {}

    /**
     * What the families have or lack.
     *
     * @param name the mechanism
     * @param used for each column whether the family has it
     */
    public record Row(String name, List<Boolean> used) {
        public Row {
            used = List.copyOf(used);
        }
    }

    /** Bars from zero; the lowest is named. */
    public static TrendChart bars(String title, PartColor part, List<Column> columns, List<Level> levels) {
        double top = levels.stream().mapToDouble(Level::value).max().orElse(1);
        Sheet sheet = new Sheet(columns, 38);
        sheet.levels(levels, value -> BASE - (BASE - TOP) * value / top);
        int lowest = 0;
        for (int i = 0; i < columns.size(); i++) {
            double y = BASE - (BASE - TOP) * columns.get(i).most() / top;
            sheet.bar(part, i, y, BASE);
            lowest = columns.get(i).most() < columns.get(lowest).most() ? i : lowest;
        }
        if (!columns.isEmpty()) {
            sheet.name(lowest, BASE - (BASE - TOP) * columns.get(lowest).most() / top - 3);
        }
        return sheet.chart(title);
    }

    /** From the smallest to the largest of each family on a scale of powers of ten; the highest is named. */
    public static TrendChart spans(String title, PartColor part, List<Column> columns, List<Level> levels) {
        LogScale scale = new LogScale(
                levels.get(0).value(), levels.get(levels.size() - 1).value(), BASE, TOP);
        Sheet sheet = new Sheet(columns, 38);
        sheet.levels(levels, scale::at);
        int highest = 0;
        for (int i = 0; i < columns.size(); i++) {
            double upper = scale.at(columns.get(i).most());
            double lower = scale.at(columns.get(i).least());
            sheet.bar(part, i, upper - 2, lower + 2);
            highest = columns.get(i).most() > columns.get(highest).most() ? i : highest;
        }
        if (!columns.isEmpty()) {
            sheet.name(highest, scale.at(columns.get(highest).most()) - 5);
        }
        return sheet.chart(title);
    }

    /** A dot where a family has a mechanism. */
    public static TrendChart dots(String title, PartColor part, List<Column> columns, List<Row> rows) {
        Sheet sheet = new Sheet(columns, 92);
        double pitch = (BASE - TOP + 14) / Math.max(1, rows.size());
        for (int r = 0; r < rows.size(); r++) {
            double y = TOP - 14 + pitch * (r + 0.5);
            sheet.canvas.text(
                    TextStyle.TICK, Anchor.START, 0, y + 4, rows.get(r).name());
            for (int i = 0; i < columns.size(); i++) {
                if (rows.get(r).used().get(i)) {
                    sheet.canvas.dot("c-bar " + part.cssClass(), sheet.x(i), y, 3.6, "");
                } else {
                    sheet.canvas.dot("c-none", sheet.x(i), y, 1.2, "");
                }
            }
        }
        return sheet.chart(title);
    }

    /** The columns and years that all three kinds share. */
    private static final class Sheet {
        private final Canvas canvas = new Canvas();
        private final List<Column> columns;
        private final double left;
        private final double pitch;

        Sheet(List<Column> columns, double left) {
            this.columns = columns;
            this.left = left;
            this.pitch = (WIDTH - left) / (columns.size() + gaps(columns.size() - 1) * 0.7);
            int year = 0;
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).year() != year) {
                    year = columns.get(i).year();
                    int last = i;
                    while (last + 1 < columns.size() && columns.get(last + 1).year() == year) {
                        last++;
                    }
                    boolean narrow = TextStyle.TICK.width("2019") > (last - i + 1) * pitch;
                    canvas.stroke(
                            "c-axis",
                            new PathData().move(x(i) - pitch * 0.4, BASE + 4).horizontal(x(last) + pitch * 0.4));
                    canvas.text(
                            TextStyle.TICK,
                            Anchor.MIDDLE,
                            (x(i) + x(last)) / 2,
                            BASE + 18,
                            narrow ? "’" + Integer.toString(year).substring(2) : Integer.toString(year));
                }
            }
        }

        /** How often the year changes up to a column. */
        private int gaps(int column) {
            int gaps = 0;
            for (int i = 1; i <= column; i++) {
                gaps += columns.get(i).year() == columns.get(i - 1).year() ? 0 : 1;
            }
            return gaps;
        }

        double x(int column) {
            return left + pitch * (column + 0.5 + gaps(column) * 0.7);
        }

        void levels(List<Level> levels, DoubleUnaryOperator height) {
            for (Level level : levels) {
                double y = height.applyAsDouble(level.value());
                canvas.stroke("c-grid", new PathData().move(left, y).horizontal(WIDTH));
                canvas.text(TextStyle.TICK, Anchor.END, left - 6, y + 4, level.printed());
            }
        }

        void bar(PartColor part, int column, double top, double bottom) {
            Column shown = columns.get(column);
            double width = Math.min(11, pitch * 0.68);
            canvas.box(
                    "c-bar " + part.cssClass(),
                    x(column) - width / 2,
                    top,
                    width,
                    bottom - top,
                    0,
                    shown.family() + ", " + shown.printed());
        }

        /** Names a column above all others, with a line down to it. */
        void name(int column, double end) {
            Column shown = columns.get(column);
            String words = shown.family() + ": " + shown.printed();
            double half = TextStyle.TICK.width(words) / 2;
            double middle = Math.max(left + half, Math.min(WIDTH - half, x(column)));
            canvas.text(TextStyle.TICK, Anchor.MIDDLE, middle, 11, words);
            canvas.stroke("c-leader", new PathData().move(x(column), 15).vertical(end));
        }

        TrendChart chart(String title) {
            List<String> values = new ArrayList<>();
            columns.forEach(column -> values.add(column.family() + " " + column.printed()));
            return new TrendChart(new Picture(
                    "chart trend-chart", WIDTH, HEIGHT, title, String.join("; ", values) + ".", canvas.marks()));
        }
    }
}
