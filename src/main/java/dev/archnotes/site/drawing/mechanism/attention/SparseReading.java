package dev.archnotes.site.drawing.mechanism.attention;

import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.operation.SelectedReading;
import dev.archnotes.site.drawing.Anchor;
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
 * DeepSeek Sparse Attention in four frames: an indexer reads a small key of every token and ranks, attention reads the
 * best, and the next token makes another choice. Below, to scale, what is read at a context of the model that
 * introduced it (DeepSeek-V3.2-Exp, section 1; bytes as in its inference/model.py).
 */
public record SparseReading() implements MechanismFigure {
    private static final int TOKENS = 12;
    private static final int[] FIRST = {6, 1, 0, 5, 2, 0, 0, 1, 4, 0, 1, 3};
    /** The scores of the next token: the one before has joined, and the best are others. */
    private static final int[] NEXT = {0, 4, 1, 0, 2, 0, 6, 0, 1, 5, 0, 1, 3};

    /** Sizes in numbers: an index key, and the latent with its rotary key. */
    static final SelectedReading NUMBERS = new SelectedReading(128, 576);
    /** The same in bytes: keys in FP8 with a scale of four bytes, latents in 16 bits. */
    static final SelectedReading BYTES = new SelectedReading(132, 1152);

    private static final long CHOSEN = 2048;
    private static final long[] CONTEXTS = {2048, 8192, 32_768, 131_072};

    private static final double KEY = 11;
    /** As much taller than a key as a latent has more numbers. */
    private static final double LATENT = KEY * 576 / 128;

    private static final double PITCH = 12.6;
    private static final double BARS = 44;
    private static final double FRAME_HEIGHT = BARS + LATENT + KEY + 52;

    @Override
    public List<Control> controls() {
        List<String> chosen = new ArrayList<>();
        for (int i = 1; i <= TOKENS; i++) {
            chosen.add(Integer.toString(i));
        }
        List<String> contexts = new ArrayList<>();
        for (long context : CONTEXTS) {
            contexts.add(Numerals.grouped(context));
        }
        return List.of(
                new Control("Tokens that attention reads", chosen, 3),
                new Control("Context of DeepSeek-V3.2", contexts, CONTEXTS.length - 1));
    }

    @Override
    public String invitation() {
        return "Try ten tokens: then ranking and reading cost more than reading everything.";
    }

    @Override
    public Scene scene(Setting setting, double width) {
        int most = setting.at(0) + 1;
        long context = CONTEXTS[setting.at(1)];
        Sketch sketch = new Sketch(width);
        int across = sketch.narrow() ? 2 : 4;
        double frame = (width + 8) / across;
        for (int i = 0; i < 4; i++) {
            drawFrame(sketch, i, most, i % across * frame, i / across * FRAME_HEIGHT);
        }
        double y = FRAME_HEIGHT * (4 / across) + 8;
        y = drawTotals(sketch, most, y);
        y = drawContext(sketch, context, y + 14);
        return new Scene(
                sketch.picture(
                        y,
                        message(most),
                        "Four frames: the indexer reads a small key of each of twelve tokens, the best are chosen, "
                                + "attention reads their latents, and the next token chooses others. Below, to scale, "
                                + "what is read, by hand and in DeepSeek-V3.2."),
                reading(most, context),
                outline(most, context));
    }

    private static String message(int most) {
        if (NUMBERS.selected(TOKENS, most) > NUMBERS.full(TOKENS)) {
            return "Whoever chooses nearly everything pays twice: ranking " + TOKENS + " tokens and reading " + most
                    + " costs more than reading all";
        }
        return "A cheap ranking decides what attention reads: " + (most == 1 ? "one token" : most + " tokens") + " of "
                + TOKENS + ", and all stay in the cache";
    }

    private static String factor(SelectedReading sizes, long tokens, long most) {
        double factor = (double) sizes.full(tokens) / sizes.selected(tokens, most);
        return factor >= 1 ? Decimals.print(factor, 2) + " times less" : "a little more";
    }

    private static String reading(int most, long context) {
        return "By hand: 12 × 128 + " + most + " × 576 = " + Numerals.grouped(NUMBERS.selected(TOKENS, most))
                + " numbers read instead of 12 × 576 = " + Numerals.grouped(NUMBERS.full(TOKENS))
                + ". DeepSeek-V3.2 at " + Numerals.grouped(context) + " tokens: "
                + Unit.BYTES.print(BYTES.selected(context, CHOSEN)) + " a layer instead of "
                + Unit.BYTES.print(BYTES.full(context)) + ", " + factor(BYTES, context, CHOSEN) + ".";
    }

    private static String list(boolean[] chosen) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i]) {
                text.append(text.length() == 0 ? "" : ", ").append(i + 1);
            }
        }
        return text.toString();
    }

    private static List<String> outline(int most, long context) {
        return List.of(
                "the indexer reads the 128 numbers of each of twelve index keys and gives every token a score",
                "chosen: the tokens " + list(SelectedReading.best(FIRST, most)),
                "attention reads 576 numbers of each of them; the others stay in the cache",
                "for the next token the choice is " + list(SelectedReading.best(NEXT, most)),
                "numbers read: " + Numerals.grouped(NUMBERS.ranking(TOKENS)) + " to rank and "
                        + Numerals.grouped(NUMBERS.chosen(TOKENS, most)) + " to attend, in full "
                        + Numerals.grouped(NUMBERS.full(TOKENS)),
                "DeepSeek-V3.2 at " + Numerals.grouped(context) + " tokens, one layer: "
                        + Unit.BYTES.print(BYTES.ranking(context)) + " to rank and "
                        + Unit.BYTES.print(BYTES.chosen(context, CHOSEN)) + " to attend, in full "
                        + Unit.BYTES.print(BYTES.full(context)));
    }

    private static String title(int frame) {
        switch (frame) {
            case 0:
                return "1 The indexer reads";
            case 1:
                return "2 The best are marked";
            case 2:
                return "3 Attention reads";
            default:
                return "4 The next token";
        }
    }

    private static String subtitle(int frame, int most) {
        switch (frame) {
            case 0:
                return "all twelve index keys";
            case 1:
                return most == 1 ? "by the highest score" : "by the " + most + " highest scores";
            case 2:
                return most == 1 ? "one latent of twelve" : most + " latents of twelve";
            default:
                return "marks and reads others";
        }
    }

    /** The cached tokens of a frame, each a latent above its index key, with its score. */
    private static void drawFrame(Sketch sketch, int frame, int most, double x, double y) {
        boolean next = frame == 3;
        int[] scores = next ? NEXT : FIRST;
        boolean[] best = SelectedReading.best(scores, most);
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.START, x, y + 14, title(frame));
        // what is read is named in its color
        String color = frame == 0 ? "f-position f-ink" : frame == 2 ? "f-ink" : "f-soft";
        sketch.words(color, TextStyle.FIGURE, Anchor.START, x, y + 31, subtitle(frame, most));
        double latents = y + BARS;
        double keys = latents + LATENT + 4;
        for (int i = 0; i < scores.length; i++) {
            double left = x + i * PITCH + 1;
            boolean chosen = frame > 0 && best[i];
            boolean attends = frame > 1 && best[i];
            sketch.numbers(attends ? "f-kept" : "f-pale", left, latents, PITCH - 3, LATENT);
            boolean ranks = frame == 0 || next;
            sketch.numbers(ranks ? "f-kept f-position" : "f-pale f-position", left, keys, PITCH - 3, KEY);
            sketch.words(
                    chosen ? "f-ink" : "f-soft",
                    chosen ? TextStyle.FIGURE_STRONG : TextStyle.FIGURE,
                    Anchor.MIDDLE,
                    left + (PITCH - 3) / 2,
                    keys + KEY + 15,
                    Integer.toString(scores[i]));
            if (chosen) {
                sketch.line("f-curve", left, keys + KEY + 20, left + PITCH - 3, keys + KEY + 20);
            }
        }
    }

    private static double bar(Sketch sketch, double x, double y, double ranking, double chosen) {
        if (ranking > 0) {
            sketch.numbers("f-kept f-position", x, y, ranking, 13);
        }
        sketch.numbers("f-kept", x + ranking + (ranking > 0 ? 1 : 0), y, Math.max(chosen, 1), 13);
        return x + ranking + chosen;
    }

    /** What is read by hand: keys and latents, below all latents. */
    private static double drawTotals(Sketch sketch, int most, double y) {
        double scale = (sketch.width() - 4) / NUMBERS.selected(TOKENS, TOKENS);
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.START, 0, y + 12, "Numbers read for one token");
        double full = NUMBERS.full(TOKENS) * scale;
        sketch.words(
                "f-soft",
                TextStyle.FIGURE,
                Anchor.START,
                0,
                y + 32,
                "in full: 12 latents of 576 = " + Numerals.grouped(NUMBERS.full(TOKENS)));
        bar(sketch, 0, y + 38, 0, full);
        sketch.words(
                TextStyle.FIGURE,
                Anchor.START,
                0,
                y + 68,
                (sketch.narrow() ? "12 keys of 128, " : "12 index keys of 128 and ")
                        + (most == 1 ? "one latent" : most + " latents") + " of 576 = "
                        + Numerals.grouped(NUMBERS.selected(TOKENS, most)));
        bar(sketch, 0, y + 74, NUMBERS.ranking(TOKENS) * scale, NUMBERS.chosen(TOKENS, most) * scale);
        return y + 92;
    }

    /** What a layer of the real model reads at a context. */
    private static double drawContext(Sketch sketch, long context, double y) {
        double scale = (sketch.width() - 4) / BYTES.full(CONTEXTS[CONTEXTS.length - 1]);
        sketch.words(
                TextStyle.FIGURE_STRONG,
                Anchor.START,
                0,
                y + 12,
                "DeepSeek-V3.2" + (sketch.narrow() ? ", " : ", published sizes: one layer at ")
                        + Numerals.grouped(context) + " tokens");
        sketch.words(
                "f-soft",
                TextStyle.FIGURE,
                Anchor.START,
                0,
                y + 32,
                "in full: " + Unit.BYTES.print(BYTES.full(context)));
        bar(sketch, 0, y + 38, 0, BYTES.full(context) * scale);
        sketch.words(
                TextStyle.FIGURE,
                Anchor.START,
                0,
                y + 68,
                "keys " + Unit.BYTES.print(BYTES.ranking(context)) + ", "
                        + Numerals.grouped(Math.min(CHOSEN, context)) + " latents "
                        + Unit.BYTES.print(BYTES.chosen(context, CHOSEN)));
        bar(sketch, 0, y + 74, BYTES.ranking(context) * scale, BYTES.chosen(context, CHOSEN) * scale);
        return y + 94;
    }
}
