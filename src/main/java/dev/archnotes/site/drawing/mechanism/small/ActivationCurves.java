package dev.archnotes.site.drawing.mechanism.small;

import dev.archnotes.model.operation.ActivationCurve;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.TextStyle;
import dev.archnotes.site.drawing.mechanism.Decimals;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Sketch;
import java.util.List;

/** ReLU, GELU and SiLU around zero, with the lowest points of the two that have one. */
public record ActivationCurves() implements SmallFigure {
    private static final double BOTTOM = 178;

    @Override
    public Scene scene(double width) {
        Sketch sketch = new Sketch(width);
        Plot plot = new Plot(sketch, 0, BOTTOM, new Plot.Range(-4, 2.2, width), new Plot.Range(-0.3, 1.3, BOTTOM - 16));
        plot.level("f-rule", 1).level("f-rule", 0).upright("f-rule", 0);
        plot.curve("f-curve f-token f-skipped", ActivationCurve.RELU::at);
        plot.curve("f-curve f-ffn", ActivationCurve.GELU::at);
        plot.curve("f-curve", ActivationCurve.SILU::at);
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, 0, plot.y(0) - 8, "ReLU: nothing");
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, 0, plot.y(1) - 6, "output 1");
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, plot.x(0) + 6, 12, "0");
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, plot.x(1) + 6, 12, "1");
        plot.upright("f-rule", 1);
        lowest(plot, "f-ffn", ActivationCurve.GELU, "GELU", 18);
        lowest(plot, "", ActivationCurve.SILU, "SiLU", 36);
        return new Scene(
                sketch.picture(
                        BOTTOM + 42,
                        "Only around zero do they differ",
                        "Three curves from minus four to two. ReLU is zero and then climbs; GELU and SiLU "
                                + "dip below zero before they climb, SiLU deeper."),
                point(ActivationCurve.GELU, "GELU") + "; " + point(ActivationCurve.SILU, "SiLU") + ".",
                List.of(
                        "ReLU is 0 for negative numbers",
                        point(ActivationCurve.GELU, "GELU"),
                        point(ActivationCurve.SILU, "SiLU"),
                        "above zero all three climb"));
    }

    /** A line from the lowest point of a curve to its words. */
    private static void lowest(Plot plot, String color, ActivationCurve curve, String name, double below) {
        double at = curve.lowest();
        double value = curve.at(at);
        plot.dot("f-kept " + color, at, value);
        plot.sketch().line("f-way", plot.x(at), plot.y(value) + 4, plot.x(at), BOTTOM + below - 10);
        plot.sketch()
                .words(
                        "f-ink " + color,
                        TextStyle.FIGURE,
                        Anchor.START,
                        plot.x(at) + 5,
                        BOTTOM + below,
                        name + " " + Decimals.print(value, 2) + " at " + place(at));
    }

    private static String point(ActivationCurve curve, String name) {
        double at = curve.lowest();
        return name + " is lowest at " + place(at) + ", with " + Decimals.print(curve.at(at), 2);
    }

    /** Two decimals. */
    private static String place(double at) {
        return Decimals.print(at, Math.abs(at) < 1 ? 2 : 3);
    }
}
