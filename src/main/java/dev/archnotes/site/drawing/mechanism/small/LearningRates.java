package dev.archnotes.site.drawing.mechanism.small;

import dev.archnotes.model.operation.LearningRate;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Coordinates;
import dev.archnotes.site.drawing.TextStyle;
import dev.archnotes.site.drawing.mechanism.Decimals;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Sketch;
import java.util.List;

/** Two schedules of the learning rate over ten steps, with a peak of 8. */
public record LearningRates() implements SmallFigure {
    private static final int WARM = 2;
    private static final int STABLE = 8;
    private static final int LAST = 10;
    private static final double PEAK = 8;
    private static final LearningRate COSINE =
            new LearningRate(LearningRate.Schedule.COSINE, PEAK, 0, WARM, STABLE, LAST);
    private static final LearningRate HELD =
            new LearningRate(LearningRate.Schedule.STABLE, PEAK, 0, WARM, STABLE, LAST);
    private static final double BOTTOM = 152;

    @Override
    public Scene scene(double width) {
        Sketch sketch = new Sketch(width);
        double left = 18;
        Plot plot = new Plot(
                sketch, left, BOTTOM, new Plot.Range(0, LAST, width - left - 6), new Plot.Range(0, 8, BOTTOM - 40));
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, 0, 12, "learning rate");
        for (int rate = 0; rate <= PEAK; rate += 4) {
            plot.level("f-rule", rate);
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, left - 6, plot.y(rate) + 4, Integer.toString(rate));
        }
        plot.curve("f-curve f-ffn", HELD::at);
        plot.curve("f-curve f-skipped", COSINE::at);
        sketch.words("f-ink f-ffn", TextStyle.FIGURE, Anchor.MIDDLE, plot.x(6), plot.y(PEAK) - 9, "WSD");
        sketch.words("f-ink", TextStyle.FIGURE, Anchor.START, plot.x(2.4), plot.y(3), "cosine");
        for (int step = WARM; step <= LAST; step += 2) {
            plot.tick(step, Integer.toString(step));
        }
        for (int step : new int[] {6, 9}) {
            plot.dot("f-kept", step, COSINE.at(step));
            plot.dot("f-kept f-ffn", step, HELD.at(step));
        }
        sketch.words("f-ink", TextStyle.FIGURE, Anchor.END, plot.x(6) - 6, plot.y(4) + 15, print(COSINE.at(6)));
        sketch.words("f-ink", TextStyle.FIGURE, Anchor.END, plot.x(9) - 24, plot.y(0) - 4, print(COSINE.at(9)));
        sketch.words("f-ink f-ffn", TextStyle.FIGURE, Anchor.END, plot.x(9) - 8, plot.y(4) + 4, print(HELD.at(9)));
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, width, BOTTOM + 33, "step");
        return new Scene(
                sketch.picture(
                        BOTTOM + 38,
                        "The cosine falls all the time, WSD only at the end",
                        "Two curves over ten steps. Both rise to 8 in two steps. The cosine then falls in one wave to "
                                + "0; WSD stays at 8 until step 8 and falls in a straight line."),
                "At step 6 the cosine is at " + print(COSINE.at(6)) + " and WSD at " + print(HELD.at(6)) + ".",
                List.of(
                        "both rise from 0 to " + print(PEAK) + " in " + WARM + " steps",
                        "at step 6 the cosine is at " + print(COSINE.at(6)) + " and WSD at " + print(HELD.at(6)),
                        "at step 9 they are at " + print(COSINE.at(9)) + " and " + print(HELD.at(9)),
                        "at step " + LAST + " both are at " + Coordinates.print(COSINE.at(LAST))));
    }

    private static String print(double rate) {
        return Decimals.print(rate, rate < 1 ? 1 : 2);
    }
}
