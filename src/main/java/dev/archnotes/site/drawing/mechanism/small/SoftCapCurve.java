package dev.archnotes.site.drawing.mechanism.small;

import dev.archnotes.model.operation.ScoreRemedy;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Coordinates;
import dev.archnotes.site.drawing.TextStyle;
import dev.archnotes.site.drawing.mechanism.Decimals;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Sketch;
import java.util.ArrayList;
import java.util.List;

/** Scores before and after a soft-cap of 50. */
public record SoftCapCurve() implements SmallFigure {
    private static final double[] SCORES = {25, 50, 100, 200};
    private static final double MOST = 215;
    private static final double BOTTOM = 166;

    @Override
    public Scene scene(double width) {
        Sketch sketch = new Sketch(width);
        double left = 30;
        Plot plot = new Plot(
                sketch, left, BOTTOM, new Plot.Range(0, MOST, width - left), new Plot.Range(0, 75, BOTTOM - 22));
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, 0, 12, "after");
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, left - 6, plot.y(ScoreRemedy.CAP) + 4, "50");
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, left - 6, BOTTOM + 4, "0");
        plot.level("f-rule", 0).upright("f-rule", 0).level("f-ghost", ScoreRemedy.CAP);
        plot.curve("f-ghost", score -> score);
        plot.curve("f-curve", SoftCapCurve::capped);
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, plot.x(72) + 8, plot.y(72) + 8, "without a cap");
        List<String> outline = new ArrayList<>();
        for (double score : SCORES) {
            double after = capped(score);
            plot.dot("f-kept", score, after);
            plot.tick(score, Coordinates.print(score));
            sketch.words(
                    "f-ink",
                    TextStyle.FIGURE,
                    score > ScoreRemedy.CAP ? Anchor.MIDDLE : Anchor.START,
                    plot.x(score) + (score > ScoreRemedy.CAP ? 0 : 6),
                    plot.y(after) + 18,
                    print(after));
            outline.add(Coordinates.print(score) + " becomes " + print(after));
        }
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, width, BOTTOM + 33, "score before");
        return new Scene(
                sketch.picture(
                        BOTTOM + 38,
                        "A score of 100 and one of 200 arrive almost alike",
                        "A curve that leaves the diagonal early and flattens towards 50. Dots stand at scores of 25, "
                                + "50, 100 and 200."),
                "Of 100 the cap leaves " + print(capped(100)) + ", of 200 " + print(capped(200)) + ".",
                outline);
    }

    private static double capped(double score) {
        return ScoreRemedy.SOFT_CAP.held(score, 1, score);
    }

    /** Three digits; four where three would show the cap itself. */
    private static String print(double score) {
        return Decimals.print(score, score > ScoreRemedy.CAP - 0.05 ? 4 : 3);
    }
}
