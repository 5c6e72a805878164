package dev.archnotes.site.drawing.mechanism.steps;

import dev.archnotes.model.operation.DraftYield;
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
 * One pass of speculative decoding (arXiv:2211.17192): tokens that a drafter guessed enter the large model together,
 * and what leaves it is kept up to the first guess that was wrong. Above each token the chance that it is written.
 */
public record DraftVerify() implements MechanismFigure {
    private static final List<String> ACCEPTANCE = List.of("0.5", "0.6", "0.7", "0.8", "0.9", "0.95");
    private static final List<Double> ACCEPTED = List.of(0.5, 0.6, 0.7, 0.8, 0.9, 0.95);
    private static final int MOST = 8;
    private static final String LETTERS = "abcdefgh";

    private static final double CHANCE = 60;
    private static final double CHANCE_BASE = 98;
    private static final double OUT_TOP = 130;
    private static final double MODEL_TOP = 172;
    private static final double IN_TOP = 228;
    private static final double BOX = 26;

    @Override
    public List<Control> controls() {
        List<String> drafts = new ArrayList<>();
        for (int i = 1; i <= MOST; i++) {
            drafts.add(Integer.toString(i));
        }
        return List.of(new Control("Acceptance", ACCEPTANCE, 3), new Control("Drafted tokens", drafts, 3));
    }

    @Override
    public String invitation() {
        return "Try eight drafted tokens at acceptance 0.5, then at 0.95.";
    }

    /** Tokens that the drawn pass writes: the whole number nearest to the average. */
    static int written(DraftYield yield, int drafts) {
        return (int) Math.round(yield.expected(drafts));
    }

    @Override
    public Scene scene(Setting setting, double width) {
        DraftYield yield = new DraftYield(ACCEPTED.get(setting.at(0)));
        String acceptance = ACCEPTANCE.get(setting.at(0));
        int drafts = setting.at(1) + 1;
        Sketch sketch = new Sketch(width);
        double pitch = sketch.narrow() ? 36 : 46;
        drawPass(sketch, yield, drafts, pitch);
        double height;
        if (sketch.narrow()) {
            height = drawCurve(sketch, yield, drafts, 30, IN_TOP + BOX + 76, 300, 120);
        } else {
            height = drawCurve(sketch, yield, drafts, pitch * (MOST + 1) + 62, 46, 220, 180);
        }
        return new Scene(
                sketch.picture(
                        Math.max(height, IN_TOP + BOX + 26),
                        message(yield, drafts),
                        "From below: the last known token and the drafted ones enter the large model in one pass; "
                                + "above it the tokens that the pass writes, and the chance of each. Beside it, "
                                + "tokens for each pass against drafted tokens."),
                reading(yield, drafts),
                outline(yield, drafts, acceptance));
    }

    private static String message(DraftYield yield, int drafts) {
        return "One pass of the large model checks "
                + (drafts == 1 ? "one guess" : drafts + " guesses at once") + " and writes "
                + average(yield, drafts) + " tokens on average instead of one";
    }

    private static String reading(DraftYield yield, int drafts) {
        StringBuilder sum = new StringBuilder("1");
        for (int i = 1; i <= drafts; i++) {
            sum.append(" + ").append(print(yield.chance(i)));
        }
        return "Tokens for each pass on average: " + sum + " = " + average(yield, drafts)
                + ". However many are drafted, it stays below " + print(yield.limit()) + ".";
    }

    private static List<String> outline(DraftYield yield, int drafts, String acceptance) {
        int written = written(yield, drafts);
        List<String> lines = new ArrayList<>();
        lines.add("the drafter guesses " + (drafts == 1 ? "one token" : drafts + " tokens, one after the other"));
        lines.add("the large model reads the last known token and all guesses in one pass");
        if (written > 1) {
            lines.add("accepted: the first " + (written == 2 ? "guess" : (written - 1) + " guesses"));
        }
        lines.add(
                written > drafts
                        ? "all guesses were right, and the pass adds one token that nobody had guessed"
                        : "the next guess is wrong: the model's own token takes its place, what follows is dropped");
        lines.add("each guess is accepted with probability " + acceptance + ", and a token is written if all guesses "
                + "before it were accepted");
        return lines;
    }

    private static String print(double number) {
        return Decimals.print(number, number < 0.1 ? 1 : number < 1 ? 2 : 3);
    }

    /** The average, with a digit more where it would look like the limit that it stays below. */
    private static String average(DraftYield yield, int drafts) {
        return Decimals.print(yield.expected(drafts), yield.limit() - yield.expected(drafts) < 0.01 ? 4 : 3);
    }

    private static void drawPass(Sketch sketch, DraftYield yield, int drafts, double pitch) {
        int written = written(yield, drafts);
        double left = 0;
        double cell = pitch - 8;
        double right = left + pitch * (drafts + 1) - 8;
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, 0, 13, "chance that a token is written");
        for (int i = 0; i <= drafts; i++) {
            double x = left + i * pitch;
            double middle = x + cell / 2;
            double tall = CHANCE * yield.chance(i);
            sketch.numbers("f-pale", x + 4, CHANCE_BASE - tall, cell - 8, tall);
            sketch.words(TextStyle.FIGURE, Anchor.MIDDLE, middle, CHANCE_BASE - tall - 5, print(yield.chance(i)));
            drawOutput(sketch, x, cell, i, written);
            sketch.arrow(middle, MODEL_TOP - 1, middle, OUT_TOP + BOX + 2);
            sketch.arrow(middle, IN_TOP - 2, middle, MODEL_TOP + 34);
            drawInput(sketch, x, cell, i, written);
            if (i > 0) {
                sketch.arrow(x - 8, IN_TOP + BOX / 2, x, IN_TOP + BOX / 2);
            }
        }
        sketch.line("f-rule", left, CHANCE_BASE, right, CHANCE_BASE);
        double words = OUT_TOP - 7;
        if (written > 1) {
            sketch.words("f-ink", TextStyle.FIGURE, Anchor.START, left, words, "kept");
        }
        sketch.words("f-ink", TextStyle.FIGURE, Anchor.START, left + (written - 1) * pitch, words, "own");
        if (written <= drafts) {
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, left + written * pitch, words, "dropped");
        }
        sketch.weights("f-weight", left, MODEL_TOP, right - left, 32);
        String model = drafts == 1 ? "model" : drafts < 4 ? "large model" : "large model, one pass";
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.MIDDLE, (left + right) / 2, MODEL_TOP + 21, model);
        sketch.words(
                "f-soft",
                TextStyle.FIGURE,
                Anchor.START,
                0,
                IN_TOP + BOX + 18,
                drafts == 1 ? "the last known token and a guess" : "the last known token, then the drafted ones");
    }

    /** What the model says at a place: kept, in place of a wrong guess, or dropped. */
    private static void drawOutput(Sketch sketch, double x, double cell, int place, int written) {
        String classes = place < written - 1 ? "f-kept" : place == written - 1 ? "f-pale f-now" : "f-ghost";
        sketch.numbers(classes, x, OUT_TOP, cell, BOX);
        if (place < written) {
            boolean own = place == written - 1;
            sketch.words(
                    own ? "" : "f-on",
                    TextStyle.FIGURE_STRONG,
                    Anchor.MIDDLE,
                    x + cell / 2,
                    OUT_TOP + 17,
                    own ? "z" : LETTERS.substring(place, place + 1));
        }
    }

    private static void drawInput(Sketch sketch, double x, double cell, int place, int written) {
        boolean known = place == 0;
        boolean accepted = place < written;
        sketch.numbers(known ? "f-kept f-token" : accepted ? "f-made f-now" : "f-made", x, IN_TOP, cell, BOX);
        if (place == written) {
            sketch.line("f-way", x + 3, IN_TOP + BOX - 3, x + cell - 3, IN_TOP + 3);
        }
        if (!known) {
            sketch.words(
                    accepted ? "" : "f-soft",
                    TextStyle.FIGURE,
                    Anchor.MIDDLE,
                    x + cell / 2,
                    IN_TOP + 17,
                    LETTERS.substring(place - 1, place));
        }
    }

    /** Tokens for each pass against drafted tokens; the lowest point of what it draws. */
    private static double drawCurve(
            Sketch sketch, DraftYield yield, int drafts, double left, double top, double width, double height) {
        double bottom = top + height;
        double column = width / MOST;
        double unit = height / (MOST + 1);
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, left - 22, top - 14, "tokens for each pass");
        sketch.line("f-rule", left, top, left, bottom);
        sketch.line("f-rule", left, bottom, left + width, bottom);
        for (int tokens = 1; tokens <= MOST + 1; tokens += 2) {
            sketch.words(
                    "f-soft",
                    TextStyle.FIGURE,
                    Anchor.END,
                    left - 6,
                    bottom - tokens * unit + 4,
                    Integer.toString(tokens));
        }
        PathData curve = new PathData().move(left, bottom - unit);
        for (int i = 1; i <= MOST; i++) {
            curve.line(left + i * column, bottom - yield.expected(i) * unit);
            sketch.words(
                    i == drafts ? TextStyle.FIGURE_STRONG : TextStyle.FIGURE,
                    Anchor.MIDDLE,
                    left + i * column,
                    bottom + 17,
                    Integer.toString(i));
        }
        sketch.line("f-ghost", left, bottom - unit, left + width, top);
        sketch.words(
                "f-soft", TextStyle.FIGURE, Anchor.END, left + width - column * 1.9, top + 10, "every guess right");
        sketch.canvas().stroke("f-curve", curve);
        double x = left + drafts * column;
        double y = bottom - yield.expected(drafts) * unit;
        sketch.canvas().dot("f-kept", x, y, 5, "");
        sketch.words(
                TextStyle.FIGURE_STRONG, Anchor.MIDDLE, x, y + 26 > bottom ? y - 12 : y + 22, average(yield, drafts));
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, left + width + 6, bottom + 35, "drafted tokens");
        return bottom + 40;
    }
}
