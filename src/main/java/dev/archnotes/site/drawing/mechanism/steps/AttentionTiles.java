package dev.archnotes.site.drawing.mechanism.steps;

import dev.archnotes.model.operation.OnlineSoftmax;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.TextStyle;
import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.Decimals;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import dev.archnotes.site.drawing.mechanism.Sketch;
import java.util.ArrayList;
import java.util.List;

/**
 * Attention of one query over four keys that arrive in two tiles, with three running numbers in place of the scores:
 * the softmax of arXiv:1805.02867 as arXiv:2205.14135 uses it.
 */
public record AttentionTiles() implements MechanismFigure {
    private static final List<List<Double>> SCORES = List.of(List.of(1.0, 3.0), List.of(2.0, 4.0));
    private static final List<List<Double>> VALUES = List.of(List.of(8.0, 4.0), List.of(0.0, 16.0));
    private static final int STEPS = 4;

    private static final double KEPT_TOP = 34;
    private static final double ROW = 50;
    private static final double BOX = 26;
    private static final double TILE_TOP = 212;

    @Override
    public List<Control> controls() {
        return List.of(new Control("Step", List.of("all", "1", "2", "3", "4"), 0));
    }

    @Override
    public String invitation() {
        return "Step through: the quotient of the two sums does not move when they are rescaled.";
    }

    /** What is kept after each step; the last step divides and changes nothing. */
    static List<OnlineSoftmax> states() {
        OnlineSoftmax first = OnlineSoftmax.beginning().after(SCORES.get(0), VALUES.get(0));
        OnlineSoftmax rescaled = first.rescaled(first.largestWith(SCORES.get(1)));
        OnlineSoftmax second = rescaled.after(SCORES.get(1), VALUES.get(1));
        return List.of(first, rescaled, second, second);
    }

    @Override
    public Scene scene(Setting setting, double width) {
        int step = setting.at(0);
        Sketch sketch = new Sketch(width);
        double height = draw(sketch, step);
        return new Scene(
                sketch.picture(
                        height,
                        message(step),
                        "Four frames from left to right. Below, two tiles of two scores with their values; above, the "
                                + "three numbers that a query keeps: the largest score m, the sum of powers, and the "
                                + "weighted sum of values."),
                reading(step),
                outline());
    }

    private static String message(int step) {
        switch (step) {
            case 1:
                return "The first tile leaves three numbers behind, and its scores are dropped";
            case 2:
                return "The second tile has a larger score, so both sums are halved and their quotient stays the same";
            case 3:
                return "Now the second tile is added, every power measured from the new largest score";
            case 4:
                return "One division at the end gives the softmax of all four scores";
            default:
                return "Scores come in tiles and are dropped at once, yet the result is the softmax of all four";
        }
    }

    private static String reading(int step) {
        OnlineSoftmax state = states().get(step == 0 ? STEPS - 1 : step - 1);
        String quotient =
                "o / ℓ = " + print(state.weighted()) + " / " + print(state.sum()) + " = " + print(state.output());
        switch (step) {
            case 1:
                return quotient + ", the softmax of the first two scores: (2 · 8 + 8 · 4) / (2 + 8) = 48 / 10.";
            case 2:
                return quotient + ", as before: both sums were multiplied by 2 to the power 3 − 4.";
            case 3:
                return quotient + ". Nothing but m, ℓ and o was carried from tile to tile.";
            default:
                return quotient + "; all at once, with the powers 2, 8, 4 and 16: " + atOnce() + ".";
        }
    }

    /** The same softmax without tiles. */
    private static String atOnce() {
        double sum = 0;
        double weighted = 0;
        for (int tile = 0; tile < SCORES.size(); tile++) {
            for (int i = 0; i < SCORES.get(tile).size(); i++) {
                double power = Math.pow(2, SCORES.get(tile).get(i));
                sum += power;
                weighted += power * VALUES.get(tile).get(i);
            }
        }
        return print(weighted) + " / " + print(sum) + " = " + print(weighted / sum);
    }

    private static List<String> outline() {
        List<String> lines = new ArrayList<>();
        for (int step = 1; step <= STEPS; step++) {
            OnlineSoftmax state = states().get(step - 1);
            lines.add(
                    step == STEPS
                            ? "divide: " + print(state.weighted()) + " / " + print(state.sum()) + " = "
                                    + print(state.output())
                            : title(step) + ": m = " + print(state.largest()) + ", ℓ = " + print(state.sum()) + ", o = "
                                    + print(state.weighted()) + "; " + working(step, 1) + " and " + working(step, 2));
        }
        return lines;
    }

    private static String print(double number) {
        return Decimals.print(number, 4);
    }

    private static String title(int step) {
        switch (step) {
            case 1:
                return "first tile";
            case 2:
                return "rescale";
            case 3:
                return "second tile";
            default:
                return "divide";
        }
    }

    /** How a number comes about: row 0 the largest score, 1 the sum, 2 the weighted sum. */
    private static String working(int step, int row) {
        List<OnlineSoftmax> states = states();
        OnlineSoftmax state = states.get(step - 1);
        if (row == 0) {
            return step == 1 ? "larger of 1 and 3" : step == 2 ? "4 is larger" : "";
        }
        double now = row == 1 ? state.sum() : state.weighted();
        if (step == 2) {
            double before = row == 1 ? states.get(0).sum() : states.get(0).weighted();
            return print(before) + " · " + print(now / before);
        }
        if (step == STEPS) {
            return "";
        }
        List<Double> scores = SCORES.get(step == 1 ? 0 : 1);
        List<Double> values = VALUES.get(step == 1 ? 0 : 1);
        StringBuilder text = new StringBuilder();
        if (step > 1) {
            text.append(print(row == 1 ? states.get(1).sum() : states.get(1).weighted()))
                    .append(" + ");
        }
        for (int i = 0; i < scores.size(); i++) {
            String power = print(Math.pow(2, scores.get(i) - state.largest()));
            text.append(i == 0 ? "" : " + ").append(row == 1 ? power : power + " · " + print(values.get(i)));
        }
        return text.toString();
    }

    private static double draw(Sketch sketch, int step) {
        boolean narrow = sketch.narrow();
        double gutter = narrow ? 44 : 84;
        double frame = (sketch.width() - gutter) / STEPS;
        rowNames(sketch);
        for (int i = 1; i <= STEPS; i++) {
            double middle = gutter + frame * (i - 0.5);
            boolean now = step == i;
            boolean ahead = step > 0 && i > step;
            sketch.words(
                    ahead ? "f-soft" : "",
                    now ? TextStyle.FIGURE_STRONG : TextStyle.FIGURE,
                    Anchor.MIDDLE,
                    middle,
                    14,
                    narrow && i == 3 ? "2nd tile" : narrow && i == 1 ? "1st tile" : title(i));
            if (i == STEPS) {
                drawOutput(sketch, middle, ahead);
            } else {
                drawKept(sketch, i, middle, frame, step == 0 || now, ahead);
            }
            for (int row = 1; i > 1 && row < 3; row++) {
                double y = KEPT_TOP + row * ROW + BOX / 2;
                double aim = i == STEPS ? KEPT_TOP + ROW * 1.5 + BOX / 2 + (row == 1 ? -5 : 5) : y;
                sketch.arrow(middle - frame + 31, y, middle - 31, aim);
            }
        }
        drawTile(sketch, 0, gutter + frame / 2, step == 0 || step == 1, step > 1);
        drawTile(sketch, 1, gutter + frame * 2, step == 0 || step == 2 || step == 3, step > 3);
        sketch.arrow(gutter + frame / 2, TILE_TOP - 4, gutter + frame / 2, TILE_TOP - 22);
        sketch.arrow(gutter + frame * 1.8, TILE_TOP - 4, gutter + frame * 1.6, TILE_TOP - 22);
        sketch.arrow(gutter + frame * 2.2, TILE_TOP - 4, gutter + frame * 2.4, TILE_TOP - 22);
        if (step == 0 || step == STEPS) {
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, sketch.width(), TILE_TOP + 17, "all four at once");
            sketch.words(TextStyle.FIGURE, Anchor.END, sketch.width(), TILE_TOP + BOX + 21, atOnce());
        }
        double below = TILE_TOP + 2 * (BOX + 4) + 6;
        if (!narrow || step == 0 || step == STEPS) {
            return below;
        }
        sketch.words(TextStyle.FIGURE, Anchor.START, 0, below + 12, "ℓ = " + working(step, 1));
        sketch.words(TextStyle.FIGURE, Anchor.START, 0, below + 12 + Sketch.LINE, "o = " + working(step, 2));
        return below + 12 + Sketch.LINE + 6;
    }

    private static void rowNames(Sketch sketch) {
        boolean narrow = sketch.narrow();
        name(sketch, KEPT_TOP + 17, narrow ? "m" : "largest, m");
        name(sketch, KEPT_TOP + ROW + 17, narrow ? "ℓ" : "sum, ℓ");
        name(sketch, KEPT_TOP + 2 * ROW + 17, narrow ? "o" : "weighted, o");
        name(sketch, TILE_TOP + 17, "scores");
        name(sketch, TILE_TOP + BOX + 4 + 17, "values");
    }

    private static void name(Sketch sketch, double baseline, String text) {
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, 0, baseline, text);
    }

    /** The three numbers after a step, under each how it came about where there is room. */
    private static void drawKept(Sketch sketch, int step, double middle, double frame, boolean now, boolean ahead) {
        OnlineSoftmax state = states().get(step - 1);
        OnlineSoftmax before = step == 1 ? OnlineSoftmax.beginning() : states().get(step - 2);
        for (int row = 0; row < 3; row++) {
            double y = KEPT_TOP + row * ROW;
            double number = row == 0 ? state.largest() : row == 1 ? state.sum() : state.weighted();
            double earlier = row == 0 ? before.largest() : row == 1 ? before.sum() : before.weighted();
            boolean written = now && number != earlier;
            sketch.numbers(ahead ? "f-ghost" : written ? "f-kept f-now" : "f-kept", middle - 28, y, 56, BOX);
            if (!ahead) {
                sketch.words("f-on", TextStyle.FIGURE_STRONG, Anchor.MIDDLE, middle, y + 17, print(number));
                if (TextStyle.FIGURE.width(working(step, row)) < frame) {
                    sketch.words("f-soft", TextStyle.FIGURE, Anchor.MIDDLE, middle, y + BOX + 14, working(step, row));
                }
            }
        }
    }

    private static void drawOutput(Sketch sketch, double middle, boolean ahead) {
        OnlineSoftmax state = states().get(STEPS - 1);
        double y = KEPT_TOP + ROW * 1.5;
        sketch.numbers(ahead ? "f-ghost" : "f-pale f-now", middle - 28, y, 56, BOX);
        if (!ahead) {
            sketch.words(TextStyle.FIGURE_STRONG, Anchor.MIDDLE, middle, y + 17, print(state.output()));
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.MIDDLE, middle, y + BOX + 14, "o / ℓ");
        }
    }

    /** A tile: two scores above their values. */
    private static void drawTile(Sketch sketch, int tile, double middle, boolean read, boolean gone) {
        double cell = 32;
        for (int i = 0; i < 2; i++) {
            double x = middle - cell - 2 + i * (cell + 4);
            String made = gone ? "f-ghost" : read ? "f-made f-now" : "f-made";
            sketch.numbers(made, x, TILE_TOP, cell, BOX);
            sketch.numbers(gone ? "f-ghost" : "f-pale", x, TILE_TOP + BOX + 4, cell, BOX);
            String words = gone ? "f-soft" : "";
            sketch.words(
                    words,
                    TextStyle.FIGURE,
                    Anchor.MIDDLE,
                    x + cell / 2,
                    TILE_TOP + 17,
                    print(SCORES.get(tile).get(i)));
            sketch.words(
                    words,
                    TextStyle.FIGURE,
                    Anchor.MIDDLE,
                    x + cell / 2,
                    TILE_TOP + BOX + 4 + 17,
                    print(VALUES.get(tile).get(i)));
        }
    }
}
