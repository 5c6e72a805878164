package dev.archnotes.site.drawing.mechanism.steps;

import dev.archnotes.model.operation.AssociativeState;
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
 * A state of two numbers that is written three times, by addition (arXiv:2006.16236), by the delta rule
 * (arXiv:2102.11174) and by the delta rule with decay (arXiv:2412.06464): what each write finds, what it changes, and
 * what the state answers afterwards.
 */
public record DeltaRule() implements MechanismFigure {
    private static final int ADDITIVE = 0;
    private static final int FADING = 2;
    private static final List<Double> FIRST_KEY = List.of(1.0, 0.0);
    private static final List<Double> OTHER_KEY = List.of(0.6, 0.8);
    private static final List<List<Double>> KEYS = List.of(FIRST_KEY, OTHER_KEY, FIRST_KEY);
    private static final List<Double> VALUES = List.of(3.0, 5.0, 7.0);
    private static final double DECAY = 0.5;

    /** Height of a bar for each unit of the number. */
    private static final double UNIT = 6;

    private static final double BASE = 104;
    private static final double CELL = 36;
    private static final double BETWEEN = 6;

    @Override
    public List<Control> controls() {
        return List.of(new Control("Rule", List.of("additive", "delta rule", "delta rule with decay"), 1));
    }

    @Override
    public String invitation() {
        return "Try the additive rule, then the decay, and compare the answers with what was stored.";
    }

    /**
     * One write.
     *
     * @param before the state that it finds
     * @param decay what that is multiplied with first
     * @param faded the same after the decay
     * @param answer what that answers for the key
     * @param amount what is added along the key
     * @param after the state that it leaves
     */
    record Write(
            AssociativeState before,
            double decay,
            AssociativeState faded,
            double answer,
            double amount,
            AssociativeState after) {}

    /** The three writes under a rule. */
    static List<Write> writes(int rule) {
        List<Write> writes = new ArrayList<>();
        AssociativeState state = AssociativeState.empty(2);
        for (int i = 0; i < KEYS.size(); i++) {
            double decay = rule == FADING && i == KEYS.size() - 1 ? DECAY : 1;
            AssociativeState faded = state.faded(decay);
            double answer = faded.answer(KEYS.get(i));
            double amount = rule == ADDITIVE ? VALUES.get(i) : VALUES.get(i) - answer;
            AssociativeState after = faded.plus(amount, KEYS.get(i));
            writes.add(new Write(state, decay, faded, answer, amount, after));
            state = after;
        }
        return writes;
    }

    private static AssociativeState end(int rule) {
        return writes(rule).get(KEYS.size() - 1).after();
    }

    @Override
    public Scene scene(Setting setting, double width) {
        int rule = setting.at(0);
        Sketch sketch = new Sketch(width);
        double height = draw(sketch, rule);
        return new Scene(
                sketch.picture(
                        height,
                        message(rule),
                        "A state of two numbers through three writes, from left to right. Below each state the token "
                                + "that writes, with its key and value; above it what is added."),
                reading(rule),
                outline(rule));
    }

    private static String message(int rule) {
        String latest = number(end(rule).answer(FIRST_KEY));
        String older = number(end(rule).answer(OTHER_KEY));
        switch (rule) {
            case ADDITIVE:
                return "A rule that only adds piles values up: asked for the key of the latest value, 7, the state "
                        + "answers " + latest;
            case FADING:
                return "With decay everything fades before the third write: the latest value is still " + latest
                        + ", and the older one, 5, comes back as " + older;
            default:
                return "The delta rule asks first and writes only what is missing, so the latest value, 7, replaces "
                        + "the 3 under its key";
        }
    }

    private static String reading(int rule) {
        return "Asked for (1, 0) the state answers " + number(end(rule).answer(FIRST_KEY))
                + ", and 7 was stored last; asked for (0.6, 0.8) it answers "
                + number(end(rule).answer(OTHER_KEY)) + ", and 5 was stored.";
    }

    private static List<String> outline(int rule) {
        List<String> lines = new ArrayList<>();
        List<Write> writes = writes(rule);
        for (int i = 0; i < writes.size(); i++) {
            Write write = writes.get(i);
            String fade = write.decay() == 1
                    ? ""
                    : "the state is halved to " + pair(write.faded().cells()) + "; ";
            String asked = rule == ADDITIVE
                    ? ""
                    : "the state answers " + number(write.answer()) + ", so " + number(write.amount())
                            + " is missing; ";
            lines.add("write " + number(VALUES.get(i)) + " under " + pair(KEYS.get(i)) + ": " + fade + asked + "add "
                    + number(write.amount()) + " × " + pair(KEYS.get(i)) + "; the state is "
                    + pair(write.after().cells()));
        }
        return lines;
    }

    private static String number(double value) {
        return Decimals.print(value, 3);
    }

    private static String pair(List<Double> numbers) {
        return "(" + number(numbers.get(0)) + ", " + number(numbers.get(1)) + ")";
    }

    private static double draw(Sketch sketch, int rule) {
        boolean narrow = sketch.narrow();
        double gutter = narrow ? 58 : 90;
        double frame = narrow ? (sketch.width() - gutter) / 3 : 146;
        rowNames(sketch);
        List<Write> writes = writes(rule);
        for (int i = 0; i < writes.size(); i++) {
            double middle = gutter + frame * i + frame / 2;
            drawWrite(sketch, rule, i, writes.get(i), middle);
            if (i > 0) {
                double cells = CELL + BETWEEN / 2;
                sketch.arrow(middle - frame + cells + 3, BASE - 8, middle - cells - 3, BASE - 8);
            }
        }
        double below = BASE + 152;
        if (narrow) {
            sketch.line("f-rule", 0, below + 2, sketch.width(), below + 2);
            drawQuestion(sketch, rule, 0, 0, below + 22);
            drawQuestion(sketch, rule, 1, sketch.width() / 2, below + 22);
            return below + 22 + 3 * Sketch.LINE + 8;
        }
        double left = gutter + 3 * frame + 18;
        sketch.line("f-rule", left - 14, 8, left - 14, below);
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.START, left, 24, "After three writes");
        drawQuestion(sketch, rule, 0, left, 64);
        drawQuestion(sketch, rule, 1, left, 152);
        return below;
    }

    private static void rowNames(Sketch sketch) {
        name(sketch, BASE - 4, "state");
        name(sketch, BASE + 22, sketch.narrow() ? "× key" : "times the key");
        name(sketch, BASE + 52, "to add");
        name(sketch, BASE + 76, sketch.narrow() ? "answer" : "its answer");
        name(sketch, BASE + 111, "key");
        name(sketch, BASE + 143, sketch.narrow() ? "value" : "value to store");
    }

    private static void name(Sketch sketch, double baseline, String text) {
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, 0, baseline, text);
    }

    /** One frame: the token below, what it finds and adds above it, and the state as bars on top. */
    private static void drawWrite(Sketch sketch, int rule, int place, Write write, double middle) {
        List<Double> key = KEYS.get(place);
        for (int i = 0; i < 2; i++) {
            double x = middle - CELL - BETWEEN / 2 + i * (CELL + BETWEEN);
            double kept = write.faded().cells().get(i) * UNIT;
            double before = write.before().cells().get(i) * UNIT;
            double added = write.amount() * key.get(i) * UNIT;
            sketch.line("f-way", x, BASE, x + CELL, BASE);
            if (before > kept) {
                sketch.numbers("f-ghost", x, BASE - before, CELL, before - kept);
            }
            if (kept > 0) {
                sketch.numbers("f-kept", x, BASE - kept, CELL, kept);
            }
            if (added > 0) {
                sketch.numbers("f-pale f-now", x + 1, BASE - kept - added, CELL - 2, added);
            }
            sketch.words(
                    TextStyle.FIGURE_STRONG,
                    Anchor.MIDDLE,
                    x + CELL / 2,
                    BASE - Math.max(before, kept + added) - 6,
                    number(write.after().cells().get(i)));
            sketch.words(
                    "f-ink",
                    added > 0 ? TextStyle.FIGURE_STRONG : TextStyle.FIGURE,
                    Anchor.MIDDLE,
                    x + CELL / 2,
                    BASE + 22,
                    added > 0 ? "+" + number(write.amount() * key.get(i)) : "0");
            sketch.numbers("f-made f-now", x, BASE + 94, CELL, 24);
            sketch.words(TextStyle.FIGURE, Anchor.MIDDLE, x + CELL / 2, BASE + 111, number(key.get(i)));
        }
        sketch.arrow(middle, BASE + 40, middle, BASE + 27);
        String missing = rule == ADDITIVE
                ? number(write.amount())
                : number(VALUES.get(place)) + " − " + number(write.answer()) + " = " + number(write.amount());
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.MIDDLE, middle, BASE + 52, missing);
        boolean fades = write.decay() < 1;
        String answer = rule == ADDITIVE ? "not asked" : number(write.answer()) + (fades ? " (halved)" : "");
        sketch.words(rule == ADDITIVE ? "f-soft" : "", TextStyle.FIGURE, Anchor.MIDDLE, middle, BASE + 76, answer);
        sketch.numbers("f-made f-now", middle - CELL / 2, BASE + 126, CELL, 24);
        sketch.words(TextStyle.FIGURE, Anchor.MIDDLE, middle, BASE + 143, number(VALUES.get(place)));
    }

    /** What the state answers at the end. */
    private static void drawQuestion(Sketch sketch, int rule, int question, double x, double y) {
        List<Double> key = question == 0 ? FIRST_KEY : OTHER_KEY;
        List<Double> cells = end(rule).cells();
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, x, y, "asked for " + pair(key));
        String product = question == 0
                ? number(cells.get(0))
                : "0.6 · " + number(cells.get(0)) + " + 0.8 · " + number(cells.get(1));
        sketch.words(
                TextStyle.FIGURE,
                Anchor.START,
                x,
                y + Sketch.LINE,
                question == 0 ? "1 · " + product + " + 0 · " + number(cells.get(1)) : product);
        sketch.words(
                TextStyle.FIGURE_STRONG,
                Anchor.START,
                x,
                y + 2 * Sketch.LINE,
                "= " + number(end(rule).answer(key)) + (question == 0 ? ", stored last: 7" : ", stored: 5"));
    }
}
