package dev.archnotes.site.drawing.chart;

import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.LabelSpread;
import dev.archnotes.site.drawing.LogScale;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.Phrase;
import dev.archnotes.site.drawing.Picture;
import dev.archnotes.site.drawing.Readings;
import dev.archnotes.site.drawing.Run;
import dev.archnotes.site.drawing.TextStyle;
import java.util.ArrayList;
import java.util.List;

/** Draws lines over the context length on logarithmic axes, each named at its end. */
final class CurvePicture {
    private static final double TOP = 24;
    private static final int COLORS = 14;

    /** What a name at the end of a line may take of the width. */
    private static final double LONGEST_NAME = 0.45;

    /** How far apart leaders run that would lie on each other. */
    private static final double LEADER_STEP = 3;

    /** The room in which leaders part, so that none has to cross another. */
    private static final double FAN = 24;

    /** What is nearer than this to a straight line is drawn on it. */
    private static final double STRAIGHT = 0.08;

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
        for (Curve curve : curves) {
            labels = Math.max(
                    labels,
                    Math.max(TextStyle.NAME.width(name(curve)), TextStyle.SMALL.width(Phrase.text(curve.end()))));
        }
        long first = CurveTable.first(curves);
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
        this.x = new LogScale(first, CurveTable.longest(curves), ticks + 8, names - FAN);
        this.y = new LogScale(lines.get(0), lines.get(lines.size() - 1), height, TOP);
    }

    Picture picture(String what, String title, String description) {
        canvas.text(TextStyle.TITLE, Anchor.START, 0, 12, what);
        drawGrid();
        drawNames();
        curves.forEach(this::drawLine);
        double bottom = height + 38;
        canvas.text(TextStyle.TITLE, Anchor.START, x.from(), bottom, "context in tokens");
        if (curves.stream().anyMatch(Curve::differs)) {
            bottom += 18;
            canvas.stroke(
                    "c-line c-solid c-key",
                    new PathData().move(x.from(), bottom - 4).horizontal(x.from() + 20));
            canvas.text(TextStyle.TITLE, Anchor.START, x.from() + 26, bottom, "layer by layer");
            double second = x.from() + 26 + TextStyle.TITLE.width("layer by layer") + 14;
            canvas.stroke(
                    "c-line c-assumed c-key",
                    new PathData().move(second, bottom - 4).horizontal(second + 20));
            canvas.text(TextStyle.TITLE, Anchor.START, second + 26, bottom, axis.assumption());
        }
        return new Picture(
                "chart curves",
                width,
                bottom + 6,
                title,
                description,
                canvas.marks(),
                new Readings(CurveTable.contexts(curves).stream().map(x::at).toList(), TOP, height, List.of()));
    }

    private void drawGrid() {
        PathData grid = new PathData();
        PathData minor = new PathData();
        for (int i = 1; i < lines.size() && axis == ValueAxis.BYTES; i++) {
            for (long line = lines.get(i - 1) * 2; line < lines.get(i); line *= 2) {
                minor.move(x.from(), y.at(line)).horizontal(x.to());
            }
        }
        canvas.stroke("c-grid c-minor", minor);
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

    private String name(Curve curve) {
        return TextStyle.NAME.fitted(curve.name(), LONGEST_NAME * width);
    }

    private static int color(Curve curve) {
        return curve.family() % COLORS + 1;
    }

    private void drawLine(Curve curve) {
        int series = color(curve);
        if (curve.differs()) {
            canvas.stroke("c-line c-assumed c-" + series, path(curve, true));
        }
        canvas.stroke("c-line c-solid c-" + series, path(curve, false));
        canvas.dot("c-dot c-" + series, x.at(curve.last()), y.at(curve.value().applyAsLong(curve.last())), 3.2, "");
    }

    /**
     * Four points for each doubling, enough for the bend where a window fills; those on a straight line are left out.
     */
    private PathData path(Curve curve, boolean assumed) {
        List<Place> places = new ArrayList<>();
        double from = x.low();
        long steps = Math.round(Math.ceil(Math.log(curve.last() / from) / Math.log(2) * 4));
        for (long i = 0; i <= steps; i++) {
            long tokens = Math.min(curve.last(), Math.round(from * Math.pow(2, i / 4.0)));
            long value = assumed
                    ? curve.assumed().applyAsLong(tokens)
                    : curve.value().applyAsLong(tokens);
            places.add(new Place(x.at(tokens), y.at(value)));
        }
        PathData path = new PathData().move(places.get(0).x(), places.get(0).y());
        addBends(path, places);
        return path;
    }

    private record Place(double x, double y) {
        /** How far it lies above or below the straight line between two others. */
        double beside(Place from, Place to) {
            return Math.abs(from.y() + (to.y() - from.y()) * (x - from.x()) / (to.x() - from.x()) - y);
        }
    }

    /** Continues a path to the last place, through those in between that stand out of the straight way. */
    private static void addBends(PathData path, List<Place> places) {
        int last = places.size() - 1;
        int farthest = 0;
        double distance = STRAIGHT;
        for (int i = 1; i < last; i++) {
            double beside = places.get(i).beside(places.get(0), places.get(last));
            if (beside > distance) {
                farthest = i;
                distance = beside;
            }
        }
        if (farthest > 0) {
            addBends(path, places.subList(0, farthest + 1));
            addBends(path, places.subList(farthest, last + 1));
        } else {
            path.line(places.get(last).x(), places.get(last).y());
        }
    }

    private void drawNames() {
        List<Double> wanted = new ArrayList<>();
        for (Curve curve : curves) {
            wanted.add(y.at(curve.value().applyAsLong(curve.last())));
        }
        double[] places = LabelSpread.places(wanted, 30, TOP + 6, height - 4);
        // leaders of curves that end at nearly the same height run beside each other
        double[] leads = LabelSpread.places(wanted, LEADER_STEP, TOP, height);
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            double end = x.at(curve.last());
            canvas.stroke(
                    "c-leader c-" + color(curve),
                    new PathData()
                            .move(end + 5, leads[i])
                            .line(x.to() + 5, leads[i])
                            .line(names - 4, places[i]));
            canvas.text(
                    "c-" + color(curve),
                    TextStyle.NAME,
                    Anchor.START,
                    names,
                    places[i] + 1,
                    List.of(Run.words(name(curve))));
            canvas.text("", TextStyle.SMALL, Anchor.START, names, places[i] + 14.5, curve.end());
        }
    }
}
