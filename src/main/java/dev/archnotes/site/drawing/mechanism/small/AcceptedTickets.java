package dev.archnotes.site.drawing.mechanism.small;

import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.TextStyle;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Sketch;
import java.util.ArrayList;
import java.util.List;

/** What a drafter proposes in ten passes, what the model keeps of it, and what it draws anew. */
public record AcceptedTickets() implements SmallFigure {
    private static final List<String> TOKENS = List.of("A", "B", "C");
    private static final int[] MODEL = {5, 3, 2};
    private static final int[] DRAFTER = {2, 6, 2};
    private static final double SIDE = 20;
    private static final double PITCH = 22;
    private static final int MOST = 6;

    /** Drafted tokens of ten that are kept. */
    static int kept() {
        int kept = 0;
        for (int i = 0; i < MODEL.length; i++) {
            kept += Math.min(MODEL[i], DRAFTER[i]);
        }
        return kept;
    }

    @Override
    public Scene scene(double width) {
        Sketch sketch = new Sketch(width);
        double base = 20 + MOST * PITCH;
        List<String> outline = new ArrayList<>();
        double column = width / TOKENS.size();
        for (int i = 0; i < TOKENS.size(); i++) {
            int kept = Math.min(MODEL[i], DRAFTER[i]);
            double x = column * i + (column - 2 * PITCH) / 2;
            pile(sketch, x, base, kept, DRAFTER[i], "f-ghost");
            pile(sketch, x + PITCH + 2, base, kept, MODEL[i], "f-pale f-ffn f-now");
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.MIDDLE, x + SIDE / 2, base + 16, "q");
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.MIDDLE, x + PITCH + 2 + SIDE / 2, base + 16, "p");
            sketch.words(TextStyle.FIGURE_STRONG, Anchor.MIDDLE, x + PITCH, base + 35, TOKENS.get(i));
            outline.add(TOKENS.get(i) + ": drafted " + DRAFTER[i] + ", kept " + kept + ", redrawn " + (MODEL[i] - kept)
                    + ", written " + MODEL[i]);
        }
        sketch.line("f-rule", 0, base + 1, width, base + 1);
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.MIDDLE, column * 1.5, 14, "dashed: refused");
        sketch.words("f-ink f-ffn", TextStyle.FIGURE, Anchor.MIDDLE, column / 2, 34, "redrawn");
        sketch.words("f-ink", TextStyle.FIGURE, Anchor.MIDDLE, column * 2.5, base - 2 * PITCH - 8, "all kept");
        return new Scene(
                sketch.picture(
                        base + 42,
                        "What both propose is kept: " + kept() + " of 10",
                        "For each of three tokens a pile of what the drafter proposes in ten passes and one of what is "
                                + "written. The common part is filled, what is refused is dashed, what is drawn anew "
                                + "stands on top."),
                kept() + " of 10 drafted tokens are kept.",
                outline);
    }

    /** The lower part of a pile is common to both, the upper part is not. */
    private static void pile(Sketch sketch, double x, double base, int kept, int all, String rest) {
        for (int i = 0; i < all; i++) {
            sketch.numbers(i < kept ? "f-kept" : rest, x, base - (i + 1) * PITCH + 2, SIDE, SIDE);
        }
    }
}
