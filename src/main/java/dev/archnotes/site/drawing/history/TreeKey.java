package dev.archnotes.site.drawing.history;

import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.TextStyle;

/** The key of a family tree: what the marks and the lines mean. */
final class TreeKey {
    private static final double LINE = 20;

    private TreeKey() {}

    /** Draws the key in as many lines as it needs and returns the height that it takes. */
    static double draw(Canvas canvas, double width) {
        double[] at = {0, 12};
        entry(
                canvas,
                at,
                width,
                18,
                "introduced",
                (marks, x, y) -> TreeLines.draw(marks, HistoryLine.Kind.INTRODUCED, Certainty.STATED, x + 6, y));
        entry(
                canvas,
                at,
                width,
                18,
                "adopted",
                (marks, x, y) -> TreeLines.draw(marks, HistoryLine.Kind.ADOPTED, Certainty.STATED, x + 6, y));
        entry(
                canvas,
                at,
                width,
                18,
                "dropped",
                (marks, x, y) -> TreeLines.draw(marks, HistoryLine.Kind.DROPPED, Certainty.STATED, x + 6, y));
        at[0] = 0;
        at[1] += LINE;
        evidence(canvas, at, width, Certainty.STATED, "stated by the makers");
        evidence(canvas, at, width, Certainty.CONFIGURATION, "same structure in the released files");
        evidence(canvas, at, width, Certainty.INFERENCE, "our inference");
        return at[1] + LINE / 2;
    }

    private static void evidence(Canvas canvas, double[] at, double width, Certainty certainty, String words) {
        entry(canvas, at, width, 48, words, (marks, x, y) -> {
            TreeLines.draw(marks, HistoryLine.Kind.ADOPTED, certainty, x + 6, y);
            marks.stroke(
                    "f-tie " + certainty.cssClass(),
                    new PathData().move(x + 14, y).horizontal(x + 42));
        });
    }

    private static void entry(Canvas canvas, double[] at, double width, double indent, String words, Shape shape) {
        double needed = indent + TextStyle.SMALL.width(words);
        if (at[0] > 0 && at[0] + needed > width) {
            at[0] = 0;
            at[1] += LINE;
        }
        shape.draw(canvas, at[0], at[1]);
        canvas.text(TextStyle.SMALL, Anchor.START, at[0] + indent, at[1] + 4, words);
        at[0] += needed + 20;
    }

    /** Draws one sign of the key. */
    private interface Shape {
        void draw(Canvas canvas, double x, double y);
    }
}
