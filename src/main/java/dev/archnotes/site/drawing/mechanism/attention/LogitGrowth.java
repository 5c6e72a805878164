package dev.archnotes.site.drawing.mechanism.attention;

import dev.archnotes.model.operation.ScoreRemedy;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Coordinates;
import dev.archnotes.site.drawing.TextStyle;
import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import dev.archnotes.site.drawing.mechanism.Sketch;
import java.util.ArrayList;
import java.util.List;

/**
 * The same four scores as queries and keys grow longer, the softmax over them and the gradient that it leaves, with and
 * without what is meant to hold them.
 */
public record LogitGrowth() implements MechanismFigure {
    /** The scores that queries and keys of root mean square 1 would have, in heads of width 16, which allow up to 4. */
    static final int[] SCORES = {3, 2, 1, 0};

    static final int[] GROWTHS = {1, 4, 16, 64};
    private static final List<String> REMEDIES = List.of("none", "QK-norm", "soft-cap 50", "QK-Clip 100", "sink");

    /** The gradient of a pair of shares is at most a quarter. */
    private static final double MOST = 0.25;

    private static final double BARS = 74;
    private static final double LABELS = 46;

    @Override
    public List<Control> controls() {
        List<String> growths = new ArrayList<>();
        for (int growth : GROWTHS) {
            growths.add("× " + growth);
        }
        return List.of(new Control("Scale", growths, 2), new Control("Remedy", REMEDIES, 0));
    }

    @Override
    public String invitation() {
        return "Try × 64 with QK-norm and with the soft-cap: both even out the weights, but only one keeps a gradient.";
    }

    /** The scores that reach the softmax. */
    static double[] held(ScoreRemedy remedy, int growth) {
        double[] held = new double[SCORES.length];
        for (int i = 0; i < held.length; i++) {
            held[i] = remedy.held(SCORES[i], growth, SCORES[0]);
        }
        return held;
    }

    /** How much of a change of the largest score its own share feels: p(1 − p), times the slope of what bends it. */
    static double gradient(ScoreRemedy remedy, int growth) {
        double[] shares = remedy.shares(held(remedy, growth));
        double others = 0;
        for (int i = 1; i < shares.length; i++) {
            others += shares[i];
        }
        return shares[0] * others * remedy.slope(SCORES[0] * growth);
    }

    @Override
    public Scene scene(Setting setting, double width) {
        ScoreRemedy remedy = ScoreRemedy.values()[setting.at(1)];
        Sketch sketch = new Sketch(width);
        int columns = sketch.narrow() ? 2 : 4;
        double pitch = (width + 12) / columns;
        double height = 0;
        List<String> outline = new ArrayList<>();
        for (int i = 0; i < GROWTHS.length; i++) {
            double top = i < columns ? 0 : height + 18;
            double bottom = frame(sketch, i % columns * pitch, top, pitch - 12, remedy, GROWTHS[i], i == setting.at(0));
            height = i % columns == columns - 1 ? bottom : height;
            outline.add(line(remedy, GROWTHS[i]));
        }
        return new Scene(
                sketch.picture(
                        height,
                        message(remedy),
                        "Four frames: the same four scores times 1, 4, 16 and 64, what reaches the softmax, the share "
                                + "of each key as a bar, and how much gradient is left."),
                reading(remedy, GROWTHS[setting.at(0)]),
                outline);
    }

    private static String message(ScoreRemedy remedy) {
        switch (remedy) {
            case QUERY_KEY_NORM:
                return "QK-norm divides lengths out: however long queries and keys grow, scores and gradient stay";
            case SOFT_CAP:
                return "A soft-cap holds scores below 50, but far above the cap almost no gradient comes through";
            case CLIP:
                return "QK-Clip shrinks the weights once a score passes 100 and leaves smaller scores alone";
            case SINK:
                return "A sink holds nothing: it takes the weight when no score stands out, and loses to large ones";
            default:
                return "The larger the scores, the surer the softmax, and the less gradient is left to correct it";
        }
    }

    private static String reading(ScoreRemedy remedy, int growth) {
        double[] held = held(remedy, growth);
        double[] shares = remedy.shares(held);
        return "Scores × " + growth + (remedy == ScoreRemedy.NONE ? "" : ", " + REMEDIES.get(remedy.ordinal()))
                + ": the largest, " + SCORES[0] * growth + ", reaches the softmax as " + score(held[0]) + " and gets "
                + percent(shares[0]) + " % of the weight"
                + (remedy == ScoreRemedy.SINK ? ", the sink " + percent(shares[SCORES.length]) + " %" : "")
                + "; gradient " + small(gradient(remedy, growth)) + ".";
    }

    private static String line(ScoreRemedy remedy, int growth) {
        double[] held = held(remedy, growth);
        double[] shares = remedy.shares(held);
        StringBuilder text = new StringBuilder("times ").append(growth).append(": scores");
        for (double score : held) {
            text.append(' ').append(score(score));
        }
        text.append("; weights in percent");
        for (double share : shares) {
            text.append(' ').append(percent(share));
        }
        return text.append("; gradient ")
                .append(small(gradient(remedy, growth)))
                .toString();
    }

    /** Whole from 10 on, one decimal below. */
    private static String score(double score) {
        return Coordinates.print(score < 10 ? Math.round(score * 10) / 10.0 : Math.round(score));
    }

    /** Whole percent; what would be rounded to all or nothing without being it says so. */
    private static String percent(double share) {
        return share > 0.995 && share < 0.99995
                ? Coordinates.print(Math.floor(share * 1000) / 10)
                : Long.toString(Math.round(share * 100));
    }

    private static String small(double gradient) {
        if (gradient >= 0.01) {
            return Coordinates.print(gradient);
        }
        long tenThousandths = Math.round(gradient * 10_000);
        return tenThousandths == 0 ? "below 0.0001" : (tenThousandths < 10 ? "0.000" : "0.00") + tenThousandths;
    }

    /** One frame, data upward; its lower edge. */
    private static double frame(
            Sketch sketch, double x, double y, double width, ScoreRemedy remedy, int growth, boolean now) {
        boolean held = remedy != ScoreRemedy.NONE && remedy != ScoreRemedy.SINK;
        boolean sink = remedy == ScoreRemedy.SINK;
        double[] reaching = held(remedy, growth);
        double[] shares = remedy.shares(reaching);
        double pitch = (width - LABELS) / shares.length;
        double first = x + LABELS + pitch / 2;
        TextStyle strong = now ? TextStyle.FIGURE_STRONG : TextStyle.FIGURE;
        double bars = y + 38 + BARS;
        double scores = bars + (held ? 58 : 34);
        double gradient = scores + 8;
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.START, x, y + 12, "× " + growth);
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, x, bars - 2, "weight");
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, x, bars + 12, "in %");
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, x, scores, "score");
        if (held) {
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, x, bars + 34, "held");
        }
        sketch.line("f-rule", x + LABELS, bars, x + width, bars);
        for (int i = 0; i < shares.length; i++) {
            double middle = first + i * pitch;
            double high = Math.max(1, shares[i] * BARS);
            boolean isSink = i == SCORES.length;
            sketch.numbers(
                    (isSink ? "f-ghost" : i == 0 ? "f-pale" : "f-made") + (now && !isSink ? " f-now" : ""),
                    middle - 8,
                    bars - high,
                    16,
                    high);
            sketch.words(strong, Anchor.MIDDLE, middle, bars - high - 6, percent(shares[i]));
            String word = isSink ? score(ScoreRemedy.SINK_SCORE) : Integer.toString(SCORES[i] * growth);
            sketch.words(strong, Anchor.MIDDLE, middle, scores, word);
            double lower = scores - 12;
            if (held) {
                sketch.words(strong, Anchor.MIDDLE, middle, bars + 34, score(reaching[i]));
                sketch.arrow(middle, lower, middle, bars + 39);
                lower = bars + 22;
            }
            sketch.arrow(middle, lower, middle, bars + 3);
            if (isSink) {
                sketch.words("f-soft", TextStyle.FIGURE, Anchor.MIDDLE, middle, y + 12, "sink");
            }
        }
        sketch.words(
                "f-soft",
                TextStyle.FIGURE,
                Anchor.START,
                x,
                gradient + 17,
                "gradient " + small(gradient(remedy, growth)));
        sketch.numbers("f-ghost", x, gradient + 24, width, 8);
        sketch.numbers(
                "f-pale f-ffn" + (now ? " f-now" : ""),
                x,
                gradient + 24,
                Math.max(1, width * gradient(remedy, growth) / MOST),
                8);
        return gradient + 36;
    }
}
