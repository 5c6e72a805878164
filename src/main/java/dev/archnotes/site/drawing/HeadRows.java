package dev.archnotes.site.drawing;

import dev.archnotes.model.attention.HeadLayout;

/**
 * Heads as a row of marks above what they share: query heads above KV heads or above one latent, value heads above key
 * heads.
 *
 * @param heads marks of the upper row
 * @param shared bars of the lower row, a divisor of {@code heads}
 * @param rotary the part of a single shared bar that is the rotary key, 0 to 1
 * @param squares whether the upper marks are squares (states) instead of ticks
 */
public record HeadRows(long heads, long shared, double rotary, boolean squares) {
    public static HeadRows of(HeadLayout layout) {
        return new HeadRows(layout.heads(), layout.shared(), layout.rotary(), layout.recurrent());
    }

    public void draw(Canvas canvas, double left, double room, double top) {
        double pitch = Math.min(room / heads, 11);
        double width = pitch * heads;
        double x = left + (room - width) / 2;
        double gap = shared == 1 ? 0 : Math.min(4, pitch * 0.55);
        double group = width / shared;
        long each = heads / shared;
        double step = (group - gap) / each;
        double tick = squares ? Math.min(7, step * 0.86) : Math.max(0.7, step * 0.58);
        PathData upper = new PathData();
        PathData lower = new PathData();
        for (long g = 0; g < shared; g++) {
            double start = x + g * group + gap / 2;
            for (long h = 0; h < each; h++) {
                upper.rectangle(
                        start + h * step + (step - tick) / 2, squares ? top + 8 - tick : top, tick, squares ? tick : 8);
            }
            double inset = Math.min(0.8, (step - tick) / 2);
            if (rotary == 0) {
                lower.rectangle(start + inset, top + 10.5, group - gap - 2 * inset, 4.5);
            }
        }
        canvas.stroke("d-heads", upper);
        if (rotary > 0) {
            canvas.box("d-latent", x, top + 10.5, width * (1 - rotary) - 1.5, 5, 2);
            canvas.box("d-rotary", x + width * (1 - rotary), top + 10.5, width * rotary, 5, 2);
        } else {
            canvas.stroke("d-shared-heads", lower);
        }
    }
}
