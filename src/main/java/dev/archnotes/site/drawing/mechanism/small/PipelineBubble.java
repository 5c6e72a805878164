package dev.archnotes.site.drawing.mechanism.small;

import dev.archnotes.model.operation.PipelineSchedule;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.TextStyle;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Sketch;
import java.util.ArrayList;
import java.util.List;

/** One batch through four devices, cut into ever more parts: the same work, and less waiting. */
public record PipelineBubble() implements SmallFigure {
    private static final int STAGES = 4;
    private static final int[] PARTS = {4, 8, 32};
    private static final double ROW = 13;

    @Override
    public Scene scene(double width) {
        Sketch sketch = new Sketch(width);
        PipelineSchedule longest = new PipelineSchedule(STAGES, PARTS[0]);
        // the batch is the same: a part of a batch in eight takes half the time of one in four
        double unit = width / longest.length() * PARTS[0];
        double y = 0;
        List<String> outline = new ArrayList<>();
        for (int parts : PARTS) {
            PipelineSchedule schedule = new PipelineSchedule(STAGES, parts);
            String idle = percent(schedule) + " % of the time idle";
            sketch.words(TextStyle.FIGURE, Anchor.START, 0, y + 12, parts + " micro-batches");
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, width, y + 12, percent(schedule) + " % idle");
            draw(sketch, schedule, y + 20, unit / parts);
            y += 20 + STAGES * ROW + 16;
            outline.add(parts + " micro-batches: " + idle);
        }
        sketch.words("f-ink f-ffn", TextStyle.FIGURE, Anchor.START, 0, y + 2, "filled: forward");
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, width, y + 2, "pale: backward");
        return new Scene(
                sketch.picture(
                        y + 8,
                        "The finer the batch is cut, the less the devices wait",
                        "Three timetables of four devices, one above the other, to one scale of time. The more parts a "
                                + "batch has, the narrower the empty corners."),
                "Cut into 4, 8 and 32 parts, devices wait " + percent(longest) + ", "
                        + percent(new PipelineSchedule(STAGES, PARTS[1])) + " and "
                        + percent(new PipelineSchedule(STAGES, PARTS[2])) + " % of the time.",
                outline);
    }

    /** Time from left to right, the first device at the bottom. */
    private static void draw(Sketch sketch, PipelineSchedule schedule, double top, double unit) {
        double gap = Math.min(1, unit / 4);
        sketch.numbers("f-ghost", 0, top, schedule.length() * unit, STAGES * ROW);
        for (int stage = 0; stage < STAGES; stage++) {
            double y = top + (STAGES - 1 - stage) * ROW;
            for (int part = 0; part < schedule.parts(); part++) {
                double forward = schedule.forward(stage, part) * unit;
                double backward = schedule.backward(stage, part) * unit;
                sketch.numbers("f-solid f-ffn", forward, y + 1, unit - gap, ROW - 2);
                sketch.numbers("f-faint f-ffn", backward, y + 1, unit - gap, ROW - 2);
            }
        }
    }

    private static String percent(PipelineSchedule schedule) {
        return Long.toString(Math.round(schedule.idle() * 100));
    }
}
