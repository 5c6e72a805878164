package dev.archnotes.site.drawing.mechanism.steps;

import dev.archnotes.model.operation.MatrixStep;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.PathData;
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
 * One gradient of two by two numbers and the first step that SGD, Adam (arXiv:1412.6980) and Muon (arXiv:2502.16982)
 * make of it, as numbers and as what becomes of a circle.
 */
public record GradientSteps() implements MechanismFigure {
    private static final int MOST = 3;
    private static final int ROUNDS = 5;
    private static final List<String> NAMES = List.of("SGD", "Adam", "Muon");
    /** Points by which an image of the circle is drawn. */
    private static final int POINTS = 48;

    private static final double HALF_ROOT = Math.sqrt(0.5);
    private static final double CELL_HEIGHT = 24;

    @Override
    public List<Control> controls() {
        List<String> values = new ArrayList<>();
        for (int i = -MOST; i <= MOST; i++) {
            values.add(Decimals.print(i, 1));
        }
        return List.of(
                new Control("On the diagonal, p", values, MOST + 2),
                new Control("Beside it, q", values, MOST + 1),
                new Control("Muon", List.of("ideal", "five rounds of Newton–Schulz"), 0));
    }

    @Override
    public String invitation() {
        return "Try q 0, where Adam and Muon agree; then q 2, where the gradient has one direction only.";
    }

    /** The steps of the three optimizers. */
    static List<MatrixStep> steps(Setting setting) {
        MatrixStep gradient = new MatrixStep(setting.at(0) - MOST, setting.at(1) - MOST);
        return List.of(gradient, gradient.adam(), setting.at(2) == 0 ? gradient.muon() : gradient.newtonSchulz(ROUNDS));
    }

    @Override
    public Scene scene(Setting setting, double width) {
        List<MatrixStep> steps = steps(setting);
        Sketch sketch = new Sketch(width);
        double height = draw(sketch, steps);
        return new Scene(
                sketch.picture(
                        height,
                        message(setting, steps),
                        "A gradient of two by two numbers, and below it the steps of SGD, Adam and Muon: the numbers "
                                + "of each step, and the ellipse that it makes of a circle, with its two half-axes."),
                reading(steps),
                outline(steps));
    }

    private static String message(Setting setting, List<MatrixStep> steps) {
        MatrixStep gradient = steps.get(0);
        double along = Math.abs(gradient.along());
        double across = Math.abs(gradient.across());
        if (along + across == 0) {
            return "Without a gradient nothing moves";
        }
        if (along * across == 0) {
            return "A gradient with one direction only: no optimizer invents the other";
        }
        if (gradient.same() * gradient.other() == 0) {
            return "With one number in each row Adam and Muon take the same step";
        }
        return setting.at(2) == 0
                ? "SGD follows the gradient, Adam evens out its entries, Muon evens out its directions"
                : "Five rounds of Newton–Schulz make both directions nearly, not exactly, one";
    }

    private static String reading(List<MatrixStep> steps) {
        StringBuilder text = new StringBuilder("The directions (1, 1) and (1, −1) move by ");
        for (int i = 0; i < NAMES.size(); i++) {
            MatrixStep step = steps.get(i);
            text.append(i == 0 ? "" : i == 1 ? ", " : " and ")
                    .append(strength(step.along()))
                    .append(" and ")
                    .append(strength(step.across()))
                    .append(" under ")
                    .append(NAMES.get(i));
        }
        return text.append('.').toString();
    }

    private static List<String> outline(List<MatrixStep> steps) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            MatrixStep step = steps.get(i);
            lines.add(NAMES.get(i) + ": ((" + number(step.same()) + ", " + number(step.other()) + "), ("
                    + number(step.other()) + ", " + number(step.same()) + ")) makes of a circle an ellipse with the "
                    + "half-axes " + strength(step.along()) + " and " + strength(step.across()));
        }
        return lines;
    }

    private static String number(double value) {
        return Decimals.print(value, Math.abs(value) < 1 ? 2 : 3);
    }

    private static String strength(double stretch) {
        return Decimals.print(Math.abs(stretch), 3);
    }

    private static double draw(Sketch sketch, List<MatrixStep> steps) {
        double frame = sketch.width() / NAMES.size();
        double cell = sketch.narrow() ? 42 : 46;
        double radius = sketch.narrow() ? 46 : 76;
        MatrixStep gradient = steps.get(0);
        double scale = radius / Math.max(2.25, Math.hypot(gradient.same(), gradient.other()));
        double middle = sketch.width() / 2;
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.END, middle - cell - 12, 29, "gradient");
        drawMatrix(sketch, "f-made f-token", gradient, middle, 4, cell);
        double top = 104;
        for (int i = 0; i < NAMES.size(); i++) {
            double x = frame * (i + 0.5);
            // the outer arrows leave from the sides of the matrix
            sketch.arrow(middle + (i - 1) * cell * 0.8, 4 + 2 * CELL_HEIGHT + 5, x + (1 - i) * cell * 0.3, top - 21);
            sketch.words(TextStyle.FIGURE_STRONG, Anchor.MIDDLE, x, top - 4, NAMES.get(i));
            drawMatrix(sketch, "f-pale", steps.get(i), x, top + 6, cell);
            drawEllipse(sketch, steps.get(i), x, top + 2 * CELL_HEIGHT + 24 + radius, scale);
        }
        return top + 2 * CELL_HEIGHT + 2 * radius + 44;
    }

    private static void drawMatrix(
            Sketch sketch, String classes, MatrixStep step, double middle, double top, double cell) {
        for (int i = 0; i < 4; i++) {
            double x = middle + (i % 2 - 1) * cell;
            double y = top + i / 2 * CELL_HEIGHT;
            sketch.numbers(classes, x, y, cell, CELL_HEIGHT);
            sketch.words(
                    TextStyle.FIGURE,
                    Anchor.MIDDLE,
                    x + cell / 2,
                    y + 16.5,
                    number(i == 0 || i == 3 ? step.same() : step.other()));
        }
    }

    /** A dashed circle of radius one and what the step makes of it. */
    private static void drawEllipse(Sketch sketch, MatrixStep step, double x, double y, double scale) {
        drawCircle(sketch, "f-ghost", 1, 1, x, y, scale);
        drawCircle(sketch, "f-curve", step.along(), step.across(), x, y, scale);
        drawAxis(sketch, Math.abs(step.along()), x, y, -1, scale);
        drawAxis(sketch, Math.abs(step.across()), x, y, 1, scale);
    }

    private static void drawCircle(
            Sketch sketch, String classes, double along, double across, double x, double y, double scale) {
        PathData path = new PathData();
        for (int i = 0; i <= POINTS; i++) {
            double angle = 2 * Math.PI * i / POINTS;
            double first = along * Math.cos(angle) * HALF_ROOT * scale;
            double second = across * Math.sin(angle) * HALF_ROOT * scale;
            double toX = x + first + second;
            // upward is up
            double toY = y - first + second;
            if (i == 0) {
                path.move(toX, toY);
            } else {
                path.line(toX, toY);
            }
        }
        sketch.canvas().stroke(classes, path.close());
    }

    /** Half an axis with its length: the direction (1, 1) goes up, (1, −1) down. */
    private static void drawAxis(Sketch sketch, double length, double x, double y, int down, double scale) {
        double reach = length * scale * HALF_ROOT;
        if (length > 0) {
            sketch.line("f-now", x, y, x + reach, y + down * reach);
        }
        sketch.words(
                length > 0 ? "f-ink" : "f-soft",
                TextStyle.FIGURE_STRONG,
                Anchor.START,
                x + reach + 5,
                y + down * reach + (down > 0 ? 14 : -3),
                strength(length));
    }
}
