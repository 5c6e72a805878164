package dev.archnotes.site.drawing.mechanism.cost;

import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.Picture;
import dev.archnotes.site.drawing.TextStyle;
import dev.archnotes.site.drawing.mechanism.Sketch;
import java.util.ArrayList;
import java.util.List;

/** Draws the roof and the models below it, so that no two names touch. */
final class RooflinePicture {
    /** More names than these no reader can tell apart; those that the note names first have one. */
    private static final int NAMED = 8;

    private static final double TOP = 36;
    private static final double BOTTOM = 306;
    private static final double LEAST_INTENSITY = 0.4;
    private static final double LEAST_TERAFLOPS = 1;
    private static final double MOST_TERAFLOPS = 1500;
    private static final double DOT = 5;
    /** From a dot to its name. */
    private static final double GAP = 13;

    private final Sketch sketch;
    private final List<Roofline.Standing> standings;
    private final List<Roofline.Model> models;
    private final double left;
    private final double octave;

    RooflinePicture(Sketch sketch, List<Roofline.Standing> standings, List<Roofline.Model> models) {
        this.sketch = sketch;
        this.standings = standings;
        this.models = models;
        this.left = 38;
        // on a phone the axis goes on further than any model does, so that names have room
        this.octave = (sketch.width() - left) / log(sketch.narrow() ? 20_000 : 6_000, LEAST_INTENSITY);
    }

    private static double log(double value, double base) {
        return Math.log(value / base);
    }

    private double x(double intensity) {
        return left + log(intensity, LEAST_INTENSITY) * octave;
    }

    private static double y(double teraflops) {
        return BOTTOM - (BOTTOM - TOP) * log(teraflops, LEAST_TERAFLOPS) / log(MOST_TERAFLOPS, LEAST_TERAFLOPS);
    }

    /** Where the slope of the roof passes a height; left of it is above the roof. */
    private double slope(double y) {
        double share = (BOTTOM - y) / (BOTTOM - TOP) * log(MOST_TERAFLOPS, LEAST_TERAFLOPS);
        double teraflops = LEAST_TERAFLOPS * Math.exp(share);
        return x(teraflops * 1000 / Roofline.ACCELERATOR.attainableGigaflops(1));
    }

    Picture draw(String title, String description) {
        drawScales();
        drawRoof();
        for (Roofline.Standing standing : standings) {
            sketch.canvas()
                    .dot(
                            standing.model().sparse() ? "f-kept f-ffn" : "f-kept",
                            x(standing.intensity()),
                            y(standing.gigaflops() / 1000),
                            DOT,
                            standing.model().name());
        }
        drawNames();
        return sketch.picture(BOTTOM + 44, title, description);
    }

    private void drawScales() {
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, 0, 14, "TFLOP/s that can be reached");
        for (long rate = 1; rate <= 1000; rate *= 10) {
            double at = y(rate);
            sketch.line("f-rule", left, at, sketch.width(), at);
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, left - 5, at + 4.5, tick(rate));
        }
        for (long intensity = 1; intensity <= 1000; intensity *= 10) {
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.MIDDLE, x(intensity), BOTTOM + 17, tick(intensity));
        }
        sketch.words(
                "f-soft", TextStyle.FIGURE, Anchor.END, sketch.width(), BOTTOM + 36, "operations for each byte read");
    }

    private static String tick(long value) {
        return value == 1000 ? "1,000" : Long.toString(value);
    }

    private void drawRoof() {
        double knee = x(Roofline.ACCELERATOR.balance());
        String balance = Long.toString(Math.round(Roofline.ACCELERATOR.balance()));
        double peak = y(Roofline.ACCELERATOR.denseGigaflops() / 1000.0);
        double bottom = Math.min(BOTTOM, y(Roofline.ACCELERATOR.attainableGigaflops(LEAST_INTENSITY) / 1000));
        sketch.line("f-ghost", knee, peak, knee, BOTTOM);
        sketch.canvas()
                .stroke(
                        "f-curve f-token",
                        new PathData()
                                .move(Math.max(left, slope(bottom)), bottom)
                                .line(knee, peak)
                                .line(sketch.width(), peak));
        sketch.words(
                TextStyle.FIGURE,
                Anchor.END,
                sketch.width(),
                peak - 9,
                Roofline.ACCELERATOR.name() + ": " + Roofline.rate(Roofline.ACCELERATOR.denseGigaflops())
                        + " TFLOP/s, from " + balance + " operations a byte on");
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.MIDDLE, knee, BOTTOM + 17, balance);
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, knee - 6, BOTTOM - 8, "waits for memory");
        sketch.words(
                "f-soft",
                TextStyle.FIGURE,
                Anchor.START,
                knee + 6,
                BOTTOM - 8,
                sketch.narrow() ? "for arithmetic" : "waits for arithmetic");
        drawKey(peak + 26);
    }

    /** The kinds of the models that are shown, and no other. */
    private void drawKey(double top) {
        double y = top;
        for (int kind = 0; kind < 2; kind++) {
            boolean sparse = kind == 1;
            boolean shown = false;
            for (Roofline.Standing standing : standings) {
                shown |= standing.model().sparse() == sparse;
            }
            if (shown) {
                sketch.canvas().dot(sparse ? "f-kept f-ffn" : "f-kept", left + 16, y, DOT, "");
                sketch.words(
                        TextStyle.FIGURE, Anchor.START, left + 27, y + 4.5, sparse ? "mixture of experts" : "dense");
                y += 19;
            }
        }
    }

    /**
     * Names stand below the slope, in the order of their dots, the rightmost on top: then no line to a name crosses
     * another name.
     */
    private void drawNames() {
        List<Roofline.Standing> shown = new ArrayList<>();
        for (Roofline.Standing standing : standings) {
            for (int i = 0; i < NAMED && i < models.size(); i++) {
                if (models.get(i) == standing.model()) {
                    shown.add(standing);
                }
            }
        }
        double[] baselines = baselines(shown);
        double[] begins = new double[shown.size()];
        for (int i = 0; i < begins.length; i++) {
            double begin = Math.max(x(shown.get(i).intensity()) + GAP, slope(baselines[i] - 13) + 10);
            for (int above = 0; above < i; above++) {
                if (dotY(shown.get(above)) > baselines[i] - 13) {
                    begin = Math.max(begin, begins[above]);
                }
            }
            begins[i] = begin;
        }
        for (int i = 0; i < begins.length; i++) {
            Roofline.Standing standing = shown.get(i);
            String name = standing.model().name();
            double begin = Math.min(begins[i], sketch.width() - TextStyle.FIGURE.width(name));
            sketch.line("f-way", x(standing.intensity()) + DOT + 1, dotY(standing), begin - 3, baselines[i] - 4.5);
            sketch.words(TextStyle.FIGURE, Anchor.START, begin, baselines[i], name);
        }
    }

    private static double dotY(Roofline.Standing standing) {
        return y(standing.gigaflops() / 1000);
    }

    /** Beside the dots where that leaves a line for each, otherwise moved down, and up again from the end. */
    private static double[] baselines(List<Roofline.Standing> shown) {
        double[] baselines = new double[shown.size()];
        double next = 0;
        for (int i = 0; i < baselines.length; i++) {
            baselines[i] = Math.max(next, dotY(shown.get(i)) + (shown.get(i).isAtPeak() ? 19 : 7));
            next = baselines[i] + Sketch.LINE;
        }
        double last = BOTTOM - 28;
        for (int i = baselines.length - 1; i >= 0; i--) {
            baselines[i] = Math.min(baselines[i], last);
            last = baselines[i] - Sketch.LINE;
        }
        return baselines;
    }
}
