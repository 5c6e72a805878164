package dev.archnotes.site.drawing.mechanism;

import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.Phrase;
import dev.archnotes.site.drawing.Picture;
import dev.archnotes.site.drawing.Run;
import dev.archnotes.site.drawing.TextStyle;
import java.util.List;

/**
 * The pen of all figures that explain a mechanism, so that they have one grammar: what is kept is filled, what is
 * computed and thrown away is outlined, what is read or written in this step is bold; weights have round corners,
 * numbers square ones; an arrow is data on its way.
 */
public final class Sketch {
    /** The distance of two lines of text. */
    public static final double LINE = 17;

    private static final double TIP = 5;

    private final Canvas canvas = new Canvas();
    private final double width;

    /** A sheet of this width. */
    public Sketch(double width) {
        this.width = width;
    }

    /** The width of the sheet. */
    public double width() {
        return width;
    }

    /** Whether this is the picture for a phone. */
    public boolean narrow() {
        return width <= ByWidth.NARROW;
    }

    /** The sheet itself, for marks that have no word of their own here. */
    public Canvas canvas() {
        return canvas;
    }

    /** A line of text. */
    public Sketch words(TextStyle style, Anchor anchor, double x, double y, String text) {
        canvas.text(style, anchor, x, y, text);
        return this;
    }

    /** A line of text in a color of the stylesheet. */
    public Sketch words(String classes, TextStyle style, Anchor anchor, double x, double y, String text) {
        canvas.text(classes, style, anchor, x, y, List.of(Run.words(text)));
        return this;
    }

    /** Text broken into lines; the baseline of the line that would follow. */
    public double paragraph(TextStyle style, double x, double y, double room, String text) {
        double baseline = y;
        for (List<Run> line : new Phrase("").words(text).lines(style, room)) {
            canvas.text("", style, Anchor.START, x, baseline, line);
            baseline += LINE;
        }
        return baseline;
    }

    /** Numbers: a box with square corners. */
    public Sketch numbers(String classes, double x, double y, double boxWidth, double boxHeight) {
        canvas.box(classes, x, y, boxWidth, boxHeight, 0);
        return this;
    }

    /** Weights: a box with round corners. */
    public Sketch weights(String classes, double x, double y, double boxWidth, double boxHeight) {
        canvas.box(classes, x, y, boxWidth, boxHeight, Math.min(6, boxHeight / 3));
        return this;
    }

    /** A line without a direction. */
    public Sketch line(String classes, double fromX, double fromY, double toX, double toY) {
        canvas.stroke(classes, new PathData().move(fromX, fromY).line(toX, toY));
        return this;
    }

    /** Data on its way, in a straight line. */
    public Sketch arrow(double fromX, double fromY, double toX, double toY) {
        double length = Math.hypot(toX - fromX, toY - fromY);
        double alongX = (toX - fromX) / length;
        double alongY = (toY - fromY) / length;
        double baseX = toX - alongX * TIP * 1.4;
        double baseY = toY - alongY * TIP * 1.4;
        line("f-way", fromX, fromY, baseX, baseY);
        canvas.stroke(
                "f-tip",
                new PathData()
                        .move(toX, toY)
                        .line(baseX - alongY * TIP * 0.7, baseY + alongX * TIP * 0.7)
                        .line(baseX + alongY * TIP * 0.7, baseY - alongX * TIP * 0.7)
                        .close());
        return this;
    }

    /** The finished picture. */
    public Picture picture(double height, String title, String description) {
        return new Picture("mechanism-picture", width, height, title, description, canvas.marks());
    }
}
