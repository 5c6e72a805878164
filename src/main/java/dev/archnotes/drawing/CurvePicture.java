package dev.archnotes.drawing;

import java.util.ArrayList;
import java.util.List;

/** Draws lines over the context length on logarithmic axes, each named at its end. */
final class CurvePicture {
    private static final double TOP = 24;
    private static final int SERIES = 8;

    private final List<Curve> curves;
    private final ValueAxis axis;
    private final double width;
    private final double height;
    private final Canvas canvas = new Canvas();
    private final List<Long> lines;
    private final LogScale x;
    private final LogScale y;
    private final double names;

    CurvePicture(List<Curve> curves, ValueAxis axis, double width) {
        this.curves = curves;
        this.axis = axis;
        this.width = width;
        double labels = 0;
        long longest = 0;
        long shortest = Long.MAX_VALUE;
        for (Curve curve : curves) {
            labels = Math.max(labels, Math.max(TextStyle.NAME.width(curve.name()), TextStyle.SMALL.width(Phrase.text(curve.end()))));
            longest = Math.max(longest, curve.last());
            shortest = Math.min(shortest, curve.last());
        }
        long first = shortest >= 8192 ? 1024 : 64;
        double low = Double.MAX_VALUE;
        double high = 0;
        for (Curve curve : curves) {
            low = Math.min(low, curve.value().applyAsLong(first));
            high = Math.max(high, curve.assumed().applyAsLong(curve.last()));
        }
        this.lines = axis.lines(Math.max(1, low), high);
        double ticks = 0;
        for (long line : lines) {
            ticks = Math.max(ticks, TextStyle.TICK.width(axis.print(line)));
        }
        this.names = width - labels - 2;
        this.height = Math.max(width == ByWidth.NARROW ? 250 : 330, TOP + 30.0 * curves.size());
        this.x = new LogScale(first, longest, ticks + 8, names - 16);
        this.y = new LogScale(lines.get(0), lines.get(lines.size() - 1), height, TOP);
    }

    Picture picture(String what, String title, String description) {
        canvas.text(TextStyle.TITLE, Anchor.START, 0, 12, what);
        drawGrid();
        for (int i = 0; i < curves.size(); i++) {
            drawLine(curves.get(i), i % SERIES + 1);
        }
        drawNames();
        double bottom = height + 38;
        canvas.text(TextStyle.TITLE, Anchor.START, x.from(), bottom, "context in tokens");
        if (curves.stream().anyMatch(Curve::differs)) {
            bottom += 18;
            canvas.stroke("c-line c-solid c-key", new PathData().move(x.from(), bottom - 4).horizontal(x.from() + 20));
            canvas.text(TextStyle.TITLE, Anchor.START, x.from() + 26, bottom, "layer by layer");
            double second = x.from() + 26 + TextStyle.TITLE.width("layer by layer") + 14;
            canvas.stroke("c-line c-assumed c-key", new PathData().move(second, bottom - 4).horizontal(second + 20));
            canvas.text(TextStyle.TITLE, Anchor.START, second + 26, bottom, axis == ValueAxis.BYTES ? "every layer keeping all" : "every layer seeing all");
        }
        return new Picture("chart curves", width, bottom + 6, title, description, canvas.marks());
    }

    private void drawGrid() {
        PathData grid = new PathData();
        for (long line : lines) {
            grid.move(x.from(), y.at(line)).horizontal(x.to());
            canvas.text(TextStyle.TICK, Anchor.END, x.from() - 6, y.at(line) + 4, axis.print(line));
        }
        double room = x.from() - 40;
        for (long tokens = (long) x.low(); tokens <= x.high(); tokens *= 2) {
            boolean major = Long.numberOfTrailingZeros(tokens) % 2 == 0;
            if (major) {
                grid.move(x.at(tokens), TOP).vertical(height);
            }
            String text = label(tokens);
            if (major && x.at(tokens) - TextStyle.TICK.width(text) / 2 > room) {
                canvas.text(TextStyle.TICK, Anchor.MIDDLE, x.at(tokens), height + 17, text);
                room = x.at(tokens) + TextStyle.TICK.width(text) / 2 + 6;
            }
        }
        canvas.stroke("c-grid", grid);
        canvas.stroke("c-axis", new PathData().move(x.from(), height).horizontal(x.to()));
    }

    private static String label(long tokens) {
        return ContextWords.brief(tokens);
    }

    private void drawLine(Curve curve, int series) {
        if (curve.differs()) {
            canvas.stroke("c-line c-assumed c-" + series, path(curve, true), curve.name() + ", every layer: "
                    + axis.unit().print(curve.assumed().applyAsLong(curve.last())));
        }
        canvas.stroke("c-line c-solid c-" + series, path(curve, false), curve.name() + ": "
                + axis.unit().print(curve.value().applyAsLong(curve.last())) + " at " + label(curve.last()));
        canvas.dot("c-dot c-" + series, x.at(curve.last()), y.at(curve.value().applyAsLong(curve.last())), 3.2, "");
    }

    /** Four points for each doubling: enough for the bend where a window fills. */
    private PathData path(Curve curve, boolean assumed) {
        PathData path = new PathData();
        double from = x.low();
        long steps = Math.round(Math.ceil(Math.log(curve.last() / from) / Math.log(2) * 4));
        for (long i = 0; i <= steps; i++) {
            long tokens = Math.min(curve.last(), Math.round(from * Math.pow(2, i / 4.0)));
            long value = assumed ? curve.assumed().applyAsLong(tokens) : curve.value().applyAsLong(tokens);
            if (i == 0) {
                path.move(x.at(tokens), y.at(value));
            } else {
                path.line(x.at(tokens), y.at(value));
            }
        }
        return path;
    }

    private void drawNames() {
        List<Double> wanted = new ArrayList<>();
        for (Curve curve : curves) {
            wanted.add(y.at(curve.value().applyAsLong(curve.last())));
        }
        double[] places = LabelSpread.places(wanted, 30, TOP + 6, height - 4);
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            int series = i % SERIES + 1;
            double end = x.at(curve.last());
            canvas.stroke("c-leader", new PathData().move(end + 5, wanted.get(i)).line(Math.max(end + 5, x.to() + 3), places[i]).line(names - 4, places[i]));
            canvas.text("c-" + series, TextStyle.NAME, Anchor.START, names, places[i] + 1, List.of(Run.words(curve.name())));
            canvas.text("", TextStyle.SMALL, Anchor.START, names, places[i] + 14.5, curve.end());
        }
    }
}
