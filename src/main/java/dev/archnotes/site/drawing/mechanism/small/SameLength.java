package dev.archnotes.site.drawing.mechanism.small;

import dev.archnotes.model.operation.RootMeanSquare;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.TextStyle;
import dev.archnotes.site.drawing.mechanism.Decimals;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Sketch;
import java.util.ArrayList;
import java.util.List;

/** Vectors of two numbers before and after RMSNorm with gains of one: all end on one circle. */
public record SameLength() implements SmallFigure {
    private static final double[][] VECTORS = {{3, 1}, {0.3, 0.6}, {-2.4, 1.6}, {-0.5, 0.1}};
    private static final double HIGH = 2.1;

    @Override
    public Scene scene(double width) {
        Sketch sketch = new Sketch(width);
        double half = width / 2;
        double unit = half / 3.15;
        double base = HIGH * unit + 6;
        double radius = Math.sqrt(2) * unit;
        PathData circle = new PathData().move(half - radius, base);
        for (int i = 1; i <= 48; i++) {
            double angle = Math.PI * i / 48;
            circle.line(half - radius * Math.cos(angle), base - radius * Math.sin(angle));
        }
        sketch.line("f-rule", 0, base, width, base);
        sketch.canvas().stroke("f-curve f-norm", circle);
        List<String> outline = new ArrayList<>();
        for (double[] vector : VECTORS) {
            double[] after = RootMeanSquare.normalized(vector);
            double fromX = half + vector[0] * unit;
            double fromY = base - vector[1] * unit;
            double toX = half + after[0] * unit;
            double toY = base - after[1] * unit;
            sketch.line("f-ghost", half, base, fromX, fromY);
            sketch.arrow(fromX, fromY, toX, toY);
            sketch.canvas().dot("f-made", fromX, fromY, 4, "");
            sketch.canvas().dot("f-kept f-norm", toX, toY, 4, "");
            outline.add("(" + Decimals.print(vector[0], 2) + ", " + Decimals.print(vector[1], 2)
                    + ") keeps its direction and gets the length √2");
        }
        sketch.words("f-ink f-norm", TextStyle.FIGURE, Anchor.MIDDLE, half, base + 17, "length √d, here √2");
        return new Scene(
                sketch.picture(
                        base + 24,
                        "RMSNorm keeps the direction and makes all vectors equally long",
                        "Four points in a plane, two outside a half circle and two inside it. Each moves along its own "
                                + "ray onto the circle."),
                "Long vectors become shorter and short ones longer, up to √2.",
                outline);
    }
}
