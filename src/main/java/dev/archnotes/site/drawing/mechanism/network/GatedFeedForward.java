package dev.archnotes.site.drawing.mechanism.network;

import dev.archnotes.model.network.Activation;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.operation.ActivationCurve;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.Coordinates;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.TextStyle;
import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.FigureCode;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import dev.archnotes.site.drawing.mechanism.Sketch;
import java.util.List;

/**
 * A feed-forward network of two matrices (arXiv:1706.03762, section 3.3) beside one of three with as many weights
 * (arXiv:2002.05202, section 2), the curve of the activation, and the widths of a model to scale.
 *
 * @param sizes the shapes of a model
 * @param activation what its makers call its activation
 * @param curve the curve that this activation has
 * @param gated whether it has a third matrix
 */
public record GatedFeedForward(WalkSizes sizes, String activation, ActivationCurve curve, boolean gated)
        implements MechanismFigure {
    /** The width of the small stream. */
    static final int WIDTH = 3;
    /** The inner width of two matrices, four times as wide, and of three, a third less. */
    static final int PLAIN = 12;

    static final int GATED = 8;

    private static final List<String> CURVES = List.of("ReLU", "GELU", "SiLU", "squared ReLU", "clamped");

    /** Two hidden units: what comes out of the gate, and of the other branch. */
    private static final int[] GATES = {2, -1};

    private static final int[] OTHERS = {3, 4};

    private static final double UNIT = 10;
    private static final double DIAGRAM = 268;
    /** Where the lower matrices begin. */
    private static final double LOWER = 190;
    /** A drawn value of a hidden unit. */
    private static final double VALUE = 26;

    private static final double LEFT = -4;
    private static final double RIGHT = 9;
    private static final double BOTTOM = -1;
    private static final double TOP = 9;

    /** The figure of a model. */
    public static GatedFeedForward of(Variant variant) {
        Activation activation = WalkSizes.mostOf(
                        variant.architecture(), kind -> !kind.feedForward().isNone())
                .feedForward()
                .nonLinearity()
                .orElseThrow();
        return new GatedFeedForward(WalkSizes.of(variant), activation.label(), curve(activation), activation.isGated());
    }

    private static ActivationCurve curve(Activation activation) {
        switch (activation) {
            case SWIGLU:
                return ActivationCurve.SILU;
            case CLAMPED_SWIGLU:
                return ActivationCurve.CLAMPED;
            case RELU:
                return ActivationCurve.RELU;
            // xIELU is a parabola above zero as well; its learned slopes have no curve of their own
            case SQUARED_RELU:
            case SQUARED_REGLU:
            case XIELU:
                return ActivationCurve.SQUARED_RELU;
            default:
                return ActivationCurve.GELU;
        }
    }

    /** The figure that was written so. */
    public static GatedFeedForward read(FigureCode.Reader in) {
        return new GatedFeedForward(
                WalkSizes.read(in), in.name(), ActivationCurve.values()[(int) in.number()], in.number() == 1);
    }

    @Override
    public void write(FigureCode.Writer out) {
        sizes.write(out);
        out.name(activation).number(curve.ordinal()).number(gated ? 1 : 0);
    }

    @Override
    public List<Control> controls() {
        return List.of(new Control("Activation", CURVES, curve.ordinal()));
    }

    @Override
    public String invitation() {
        return "Try ReLU, where a gate of −1 multiplies by 0, and squared ReLU, where one of 2 multiplies by 4.";
    }

    /** Weights that a token passes in one layer, biases aside. */
    long weights() {
        return Math.multiplyExact(Math.multiplyExact(matrices(), sizes.width()), sizes.widened());
    }

    private long matrices() {
        return gated ? 3 : 2;
    }

    @Override
    public Scene scene(Setting setting, double width) {
        ActivationCurve chosen = ActivationCurve.values()[setting.at(0)];
        Sketch sketch = new Sketch(width);
        double second = sketch.narrow() ? width - 2 * GATED * UNIT - 12 : 2 * PLAIN * UNIT - 80;
        drawPlain(sketch, chosen);
        drawGated(sketch, second, chosen);
        double y = DIAGRAM + 24;
        if (sketch.narrow()) {
            drawCurve(sketch, 0, y, width, 150, chosen);
            y += 206;
        } else {
            drawCurve(sketch, 390, 0, width - 390, DIAGRAM - 42, chosen);
        }
        double height = drawModel(sketch, y);
        String reading = reading(chosen);
        return new Scene(
                sketch.picture(
                        height,
                        message(chosen),
                        "A network of two matrices beside one of three with as many weights, each matrix a box with "
                                + "its shape; the curve of the activation with two gates marked; and the stream of "
                                + sizes.model() + " and its hidden units to scale."),
                reading,
                List.of(
                        "plain: up 12 × 3, activation, down 3 × 12, in all 72 weights",
                        "gated: gate 8 × 3 with activation, times up 8 × 3, down 3 × 8, in all 72 weights",
                        name(chosen) + " of 2 is " + print(chosen.at(2)) + ", of −1 it is " + print(chosen.at(-1)),
                        modelLine()));
    }

    private static String name(ActivationCurve curve) {
        return CURVES.get(curve.ordinal());
    }

    private static String print(double number) {
        return Coordinates.print(number).replace("-", "−");
    }

    private static String message(ActivationCurve chosen) {
        return chosen == ActivationCurve.CLAMPED
                ? "With the gate held at 7 and the other branch between −7 and 7, no hidden unit can run away"
                : "The gate multiplies each unit: with " + name(chosen) + " a gate of 2 by "
                        + print(chosen.at(GATES[0])) + ", one of −1 by " + print(chosen.at(GATES[1]));
    }

    private String reading(ActivationCurve chosen) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GATES.length; i++) {
            text.append(i == 0 ? "Gate " : "; gate ")
                    .append(Numerals.grouped(GATES[i]))
                    .append(" becomes ")
                    .append(print(chosen.at(GATES[i])))
                    .append(", times its up value ")
                    .append(OTHERS[i])
                    .append(chosen == ActivationCurve.CLAMPED ? " + 1" : "")
                    .append(" is ")
                    .append(print(chosen.gated(GATES[i], OTHERS[i])));
        }
        return text.append(". ").append(modelLine()).append('.').toString();
    }

    private String modelLine() {
        String passed = sizes.experts() == 0
                ? ""
                : " (" + sizes.chosen() + " experts × " + Numerals.grouped(sizes.inner())
                        + (sizes.always() > 0 ? " + " + Numerals.grouped(sizes.always()) + " always" : "") + ")";
        return sizes.model() + ", " + activation + ": " + matrices() + " matrices × "
                + Numerals.grouped(sizes.width()) + " × " + Numerals.grouped(sizes.widened()) + passed + " = "
                + Unit.PARAMETERS.print(weights()) + " weights in a layer for each token";
    }

    private static void vector(Sketch sketch, double middle, double y, int length, String classes) {
        PathData cells = new PathData();
        for (int i = 0; i < length; i++) {
            cells.rectangle(middle + (i - length / 2.0) * UNIT, y, UNIT, UNIT);
        }
        sketch.canvas().stroke(classes, cells);
    }

    private static void matrix(Sketch sketch, double x, double y, int across, String words) {
        sketch.weights("f-weight f-ffn", x, y, across * UNIT, WIDTH * UNIT);
        sketch.words(TextStyle.FIGURE, Anchor.MIDDLE, x + across * UNIT / 2, y + WIDTH * UNIT / 2 + 4.5, words);
    }

    /** What both networks have above their activation. */
    private static double drawTop(Sketch sketch, double x, double shift, int inner, String name, String count) {
        double middle = x + shift + inner * UNIT / 2;
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.MIDDLE, middle, 12, name);
        vector(sketch, middle, 22, WIDTH, "f-made f-token");
        sketch.arrow(middle, 49, middle, 34);
        matrix(sketch, x + shift, 50, inner, "down " + WIDTH + " × " + inner);
        sketch.arrow(middle, 95, middle, 82);
        vector(sketch, middle, 96, inner, "f-made f-ffn");
        vector(sketch, middle, LOWER + 46, WIDTH, "f-made f-token");
        double beside = middle + WIDTH * UNIT / 2 + 5;
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, beside, 31, "out");
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, beside, LOWER + 55, "in");
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.MIDDLE, middle, DIAGRAM - 6, count);
        return middle;
    }

    private void drawPlain(Sketch sketch, ActivationCurve chosen) {
        double middle = drawTop(sketch, 0, 0, PLAIN, "plain", "2 × 36 = 72 weights");
        sketch.arrow(middle, 142, middle, 108);
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.MIDDLE, middle, 157, name(chosen));
        sketch.line("f-way", middle, 163, middle, LOWER);
        matrix(sketch, 0, LOWER, PLAIN, "up " + PLAIN + " × " + WIDTH);
        sketch.arrow(middle, LOWER + 45, middle, LOWER + 31);
    }

    private void drawGated(Sketch sketch, double x, ActivationCurve chosen) {
        double box = GATED * UNIT;
        double gate = x + box / 2;
        double up = x + box + 12 + box / 2;
        double middle = drawTop(sketch, x, box / 2 + 6, GATED, "gated", "3 × 24 = 72 weights");
        double values = LOWER - 22;
        values(sketch, gate, values, GATES);
        values(sketch, up, values, OTHERS);
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.MIDDLE, gate, 157, name(chosen));
        sketch.canvas()
                .stroke(
                        "f-way",
                        new PathData()
                                .move(gate, 143)
                                .vertical(130)
                                .horizontal(middle - 8)
                                .move(gate, values)
                                .vertical(162)
                                .move(up, values)
                                .vertical(130)
                                .horizontal(middle + 8));
        sketch.canvas()
                .dot("f-made f-token", middle, 130, 7, "")
                .stroke(
                        "f-way",
                        new PathData()
                                .move(middle - 3, 127)
                                .line(middle + 3, 133)
                                .move(middle - 3, 133)
                                .line(middle + 3, 127));
        if (chosen == ActivationCurve.CLAMPED) {
            sketch.words(TextStyle.FIGURE_STRONG, Anchor.MIDDLE, up + 16, 157, "+ 1");
        }
        sketch.arrow(middle, 122, middle, 108);
        sketch.words(
                TextStyle.FIGURE,
                Anchor.START,
                middle + 9,
                122,
                print(chosen.gated(GATES[0], OTHERS[0])) + ", " + print(chosen.gated(GATES[1], OTHERS[1])) + " …");
        matrix(sketch, x, LOWER, GATED, "gate " + GATED + " × " + WIDTH);
        matrix(sketch, x + box + 12, LOWER, GATED, "up " + GATED + " × " + WIDTH);
        sketch.arrow(middle - 4, LOWER + 45, gate, LOWER + 31);
        sketch.arrow(middle + 4, LOWER + 45, up, LOWER + 31);
    }

    /** Two of the hidden units with their numbers. */
    private static void values(Sketch sketch, double middle, double y, int[] numbers) {
        double left = middle - VALUE;
        for (int number : numbers) {
            sketch.numbers("f-made f-ffn", left, y, VALUE, 17);
            sketch.words(TextStyle.FIGURE, Anchor.MIDDLE, left + VALUE / 2, y + 13, Numerals.grouped(number));
            left += VALUE;
        }
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, left + 2, y + 13, "…");
    }

    private static void drawCurve(
            Sketch sketch, double x, double y, double width, double height, ActivationCurve chosen) {
        double top = y + 24;
        double across = width / (RIGHT - LEFT);
        double up = height / (TOP - BOTTOM);
        double zeroX = x - LEFT * across;
        double zeroY = top + TOP * up;
        Canvas canvas = sketch.canvas();
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.START, x, y + 12, name(chosen) + ": from input to output");
        canvas.stroke(
                "f-rule",
                new PathData()
                        .move(x, zeroY)
                        .horizontal(x + width)
                        .move(zeroX, top)
                        .vertical(top + height));
        for (ActivationCurve curve : ActivationCurve.values()) {
            if (curve != chosen) {
                canvas.stroke("f-ghost", path(curve, zeroX, zeroY, across, up));
            }
        }
        nameCurves(sketch, x + width, zeroX, zeroY, across, up, chosen);
        canvas.stroke("f-curve f-ffn", path(chosen, zeroX, zeroY, across, up));
        for (int gate : GATES) {
            double pointX = zeroX + gate * across;
            double pointY = zeroY - chosen.at(gate) * up;
            canvas.dot("f-kept f-ffn", pointX, pointY, 4, "");
            String words = Numerals.grouped(gate) + " → " + print(chosen.at(gate));
            sketch.words(
                    TextStyle.FIGURE,
                    gate < 0 ? Anchor.MIDDLE : Anchor.START,
                    gate < 0 ? pointX : pointX + 10,
                    gate < 0 ? zeroY - 14 : pointY + 8,
                    words);
        }
        for (int tick : new int[] {-4, 2, 7}) {
            sketch.words(
                    "f-soft",
                    TextStyle.FIGURE,
                    tick < 0 ? Anchor.START : Anchor.MIDDLE,
                    zeroX + tick * across,
                    zeroY + 20,
                    Numerals.grouped(tick));
        }
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, x + width, zeroY + 20, "input");
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, zeroX - 6, zeroY - 7 * up + 4.5, "7");
    }

    /** The names of the other curves, where they part; three run together far from zero. */
    private static void nameCurves(
            Sketch sketch, double right, double zeroX, double zeroY, double across, double up, ActivationCurve chosen) {
        StringBuilder together = new StringBuilder();
        for (ActivationCurve curve : ActivationCurve.values()) {
            if (curve == chosen) {
                continue;
            }
            if (curve == ActivationCurve.SQUARED_RELU) {
                double x = zeroX + Math.sqrt(8) * across + 8;
                sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, x, zeroY - 8 * up, name(curve));
            } else if (curve == ActivationCurve.CLAMPED) {
                double y = zeroY - ActivationCurve.LIMIT * up + 16;
                sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, right, y, name(curve));
            } else {
                together.append(together.length() == 0 ? "" : ", ").append(name(curve));
            }
        }
        double x = zeroX + 4.9 * across;
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, x, zeroY - 3.4 * up, together.toString());
    }

    private static PathData path(ActivationCurve curve, double zeroX, double zeroY, double across, double up) {
        PathData path = new PathData().move(zeroX + LEFT * across, zeroY - curve.at(LEFT) * up);
        for (double number = LEFT + 0.25; number <= RIGHT && curve.at(number) <= TOP; number += 0.25) {
            path.line(zeroX + number * across, zeroY - curve.at(number) * up);
        }
        return path;
    }

    /** The stream of the model and its hidden units, to scale; their lower edge. */
    private double drawModel(Sketch sketch, double y) {
        double scale = sketch.width() / Math.max(sizes.widened(), sizes.width());
        sketch.words(
                TextStyle.FIGURE,
                Anchor.START,
                0,
                y + 12,
                sizes.model() + ": stream, " + Numerals.grouped(sizes.width()) + " numbers");
        sketch.numbers("f-pale f-token", 0, y + 19, sizes.width() * scale, 12);
        double left = 0;
        for (long block = 0; block < sizes.chosen(); block++) {
            sketch.numbers("f-made f-ffn", left, y + 37, sizes.inner() * scale, 12);
            left += sizes.inner() * scale;
        }
        if (sizes.always() > 0) {
            sketch.numbers("f-pale f-ffn", left, y + 37, sizes.always() * scale, 12);
        }
        sketch.words(
                TextStyle.FIGURE,
                Anchor.START,
                0,
                y + 65,
                "hidden units, " + Numerals.grouped(sizes.widened()) + ": "
                        + Numerals.quotient(sizes.widened(), sizes.width(), 2) + " times the stream"
                        + (sizes.experts() > 0 && !sketch.narrow() ? ", in the experts that a token passes" : ""));
        return y + 70;
    }
}
