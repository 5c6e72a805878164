package dev.archnotes.site.drawing.mechanism.small;

import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.TextStyle;
import dev.archnotes.site.drawing.mechanism.Sketch;
import java.util.function.DoubleUnaryOperator;

/**
 * A plot of functions on a sheet.
 *
 * @param sketch the sheet
 * @param left the place of the lowest number across
 * @param bottom the place of the lowest number upward
 * @param across the numbers from left to right
 * @param upward the numbers from bottom to top
 */
record Plot(Sketch sketch, double left, double bottom, Range across, Range upward) {
    private static final int STEPS = 96;

    /**
     * Numbers along an axis.
     *
     * @param low the lowest
     * @param high the highest
     * @param length the length of the axis in the units of the sheet
     */
    record Range(double low, double high, double length) {
        double place(double number) {
            return (number - low) / (high - low) * length;
        }
    }

    double x(double number) {
        return left + across.place(number);
    }

    double y(double number) {
        return bottom - upward.place(number);
    }

    /** A line across at a number. */
    Plot level(String classes, double number) {
        sketch.line(classes, left, y(number), left + across.length(), y(number));
        return this;
    }

    /** A line upward at a number. */
    Plot upright(String classes, double number) {
        sketch.line(classes, x(number), bottom, x(number), bottom - upward.length());
        return this;
    }

    /** A function, as far as it stays within the plot. */
    Plot curve(String classes, DoubleUnaryOperator function) {
        PathData path = new PathData();
        boolean drawing = false;
        for (int i = 0; i <= STEPS; i++) {
            double number = across.low() + (across.high() - across.low()) * i / STEPS;
            double value = function.applyAsDouble(number);
            boolean inside = value >= upward.low() && value <= upward.high();
            if (inside && drawing) {
                path.line(x(number), y(value));
            } else if (inside) {
                path.move(x(number), y(value));
            }
            drawing = inside;
        }
        sketch.canvas().stroke(classes, path);
        return this;
    }

    /** A dot at two numbers. */
    Plot dot(String classes, double number, double value) {
        sketch.canvas().dot(classes, x(number), y(value), 3.5, "");
        return this;
    }

    /** A number below the plot. */
    Plot tick(double number, String text) {
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.MIDDLE, x(number), bottom + 16, text);
        return this;
    }
}
