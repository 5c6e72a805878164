package dev.archnotes.site.drawing.mechanism.small;

import dev.archnotes.model.operation.RotarySpeeds;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.TextStyle;
import dev.archnotes.site.drawing.mechanism.Decimals;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Sketch;
import java.util.List;

/** One pair of a query and of a key at two places of a text, as far from each other. */
public record SameDistance() implements SmallFigure {
    private static final RotarySpeeds SPEEDS = new RotarySpeeds(100, 4, RotarySpeeds.Rule.NONE, 1, 64);

    /** The slower of the two pairs: a tenth of a radian for each token. */
    private static final int PAIR = 1;

    private static final int[] KEYS = {2, 12};
    private static final int DISTANCE = 8;
    private static final double TOP = 26;

    @Override
    public Scene scene(double width) {
        Sketch sketch = new Sketch(width);
        double radius = Math.min(56, width / 4 - 10);
        String score = Decimals.print(Math.cos(DISTANCE * SPEEDS.speed(PAIR)), 2);
        for (int i = 0; i < KEYS.length; i++) {
            double x = width * (1 + 2 * i) / 4;
            dial(sketch, x, TOP + radius, radius, KEYS[i]);
            sketch.words(TextStyle.FIGURE, Anchor.MIDDLE, x, TOP + 2 * radius + 38, "q · k = " + score);
        }
        return new Scene(
                sketch.picture(
                        TOP + 2 * radius + 44,
                        "Both hands turn on, and the angle between them stays",
                        "Two dials. In the left one the key stands at place 2 and the query at 10, in the right one at "
                                + "12 and 20. The angle between the two hands is the same."),
                "At a distance of " + DISTANCE + " tokens the product is " + score + " wherever the two stand.",
                List.of(
                        "left: a key at place " + KEYS[0] + ", a query at place " + (KEYS[0] + DISTANCE),
                        "right: a key at place " + KEYS[1] + ", a query at place " + (KEYS[1] + DISTANCE),
                        "in both, the product is " + score));
    }

    private static void dial(Sketch sketch, double x, double y, double radius, int key) {
        sketch.canvas().dot("f-dial", x, y, radius, "");
        PathData wedge = new PathData().move(x, y);
        for (int step = 0; step <= 12; step++) {
            double angle = (key + DISTANCE * step / 12.0) * SPEEDS.speed(PAIR);
            wedge.line(x + radius * 0.5 * Math.sin(angle), y - radius * 0.5 * Math.cos(angle));
        }
        sketch.canvas().stroke("f-pale f-position", wedge.close());
        hand(sketch, "", x, y, radius, key, "k");
        hand(sketch, "f-ffn", x, y, radius, key + DISTANCE, "q");
        String places = key + " and " + (key + DISTANCE);
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.MIDDLE, x, y + radius + 19, "places " + places);
    }

    /** A hand that points up at place 0 and turns clockwise. */
    private static void hand(Sketch sketch, String color, double x, double y, double radius, int place, String name) {
        double angle = place * SPEEDS.speed(PAIR);
        double right = Math.sin(angle);
        double up = Math.cos(angle);
        sketch.line("f-curve " + color, x, y, x + radius * right, y - radius * up);
        sketch.words(
                "f-ink " + color,
                TextStyle.FIGURE_STRONG,
                Anchor.MIDDLE,
                x + (radius + 10) * right,
                y - (radius + 10) * up + 4,
                name);
    }
}
