package dev.archnotes.site.drawing.mechanism.network;

import dev.archnotes.model.operation.Routing;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.TextStyle;
import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import dev.archnotes.site.drawing.mechanism.Sketch;
import java.util.ArrayList;
import java.util.List;

/**
 * Four tokens that choose two of eight experts each, and two ways to even out the load: a loss that trains the scores
 * (arXiv:2101.03961, section 2.2) and a bias that acts on the choice alone (arXiv:2412.19437, section 2.1.2).
 */
public record RouterChoice() implements MechanismFigure {
    private static final String[] TOKENS = {"the", "cat", "sat", "on"};
    private static final int PER_TOKEN = 2;

    /** Tenths of a sigmoid, of which one step of balancing evens out the load. */
    private static final Routing PLAIN = new Routing(
            new int[][] {
                {3, 6, 2, 3, 1, 3, 9, 2},
                {8, 3, 5, 2, 1, 5, 2, 7},
                {4, 2, 3, 7, 3, 1, 2, 1},
                {6, 4, 8, 1, 4, 5, 1, 1}
            },
            new int[8],
            PER_TOKEN);

    private static final int NONE = 0;
    private static final int LOSS = 1;
    private static final int BIAS = 2;

    private static final double ROWS = 50;
    private static final double ROW = 30;
    private static final double CELL = 26;
    private static final double TOKEN = 20;

    @Override
    public List<Control> controls() {
        return List.of(new Control("Balance", List.of("none", "by a loss", "by a bias"), NONE));
    }

    @Override
    public String invitation() {
        return "Balance the load by a loss, then by a bias, and compare what “cat” gets back.";
    }

    /** The routing at a place of the control. */
    static Routing routing(int balance) {
        return balance == NONE ? PLAIN : balance == LOSS ? PLAIN.moved(PLAIN.nudges()) : PLAIN.biased(PLAIN.nudges());
    }

    @Override
    public Scene scene(Setting setting, double width) {
        int balance = setting.at(0);
        Sketch sketch = new Sketch(width);
        Layout layout = new Layout(sketch.narrow());
        Routing routing = routing(balance);
        drawScores(sketch, layout, routing, balance);
        double bottom = drawExperts(sketch, layout, routing);
        return new Scene(
                sketch.picture(
                        drawAnswers(sketch, layout, routing, bottom),
                        message(balance),
                        "Four tokens, their scores for eight experts with the two best filled, the tokens that each "
                                + "expert works for, and how each token weighs the answers."),
                reading(routing, balance),
                outline(routing, balance));
    }

    private static String message(int balance) {
        switch (balance) {
            case LOSS:
                return "A balancing loss moves the scores themselves: the load is even, and the answers are weighed "
                        + "by the moved scores";
            case BIAS:
                return "A bias moves the choice alone: the load is even, and the answers are still weighed by the "
                        + "scores";
            default:
                return "Each token goes to its two best experts: one is crowded, two starve";
        }
    }

    private static String reading(Routing routing, int balance) {
        String cat = "“cat”, which keeps its experts, gets back " + answer(routing, 1);
        switch (balance) {
            case LOSS:
                return "One push of 1 against E1 and toward E5 and E6 moves “sat” and “on”. But " + cat + " instead of "
                        + answer(PLAIN, 1) + ".";
            case BIAS:
                return "The same push, now beside the scores, moves the same tokens. " + cat + ", as without it.";
            default:
                return "E1 works for 3 of the 4 tokens, E5 and E6 for none: they cost memory and learn nothing.";
        }
    }

    private static List<String> outline(Routing routing, int balance) {
        List<String> lines = new ArrayList<>();
        if (balance != NONE) {
            lines.add((balance == LOSS ? "added to the scores by training: " : "added for the choice alone: ")
                    + "−1 for E1, +1 for E5 and E6");
        }
        for (int token = 0; token < TOKENS.length; token++) {
            lines.add("“" + TOKENS[token] + "” gets back " + answer(routing, token));
        }
        for (int expert = 0; expert < routing.biases().length; expert++) {
            int load = routing.load(expert);
            lines.add("E" + (expert + 1) + " works for "
                    + (load == 0 ? "no token" : load == 1 ? "1 token" : load + " tokens"));
        }
        return lines;
    }

    /** {@code 8/15 of E1 + 7/15 of E8}. */
    static String answer(Routing routing, int token) {
        StringBuilder sum = new StringBuilder();
        for (int expert = 0; expert < routing.biases().length; expert++) {
            if (routing.chooses(token, expert)) {
                sum.append(sum.length() == 0 ? "" : " + ")
                        .append(routing.scores()[token][expert])
                        .append('/')
                        .append(routing.denominator(token))
                        .append(" of E")
                        .append(expert + 1);
            }
        }
        return sum.toString();
    }

    private static String signed(int number) {
        return number < 0 ? "−" + -number : "+" + number;
    }

    private static void drawScores(Sketch sketch, Layout layout, Routing routing, int balance) {
        sketch.words(
                TextStyle.FIGURE,
                Anchor.START,
                layout.left,
                14,
                balance == NONE
                        ? "score of each expert: a sigmoid, in tenths"
                        : balance == LOSS ? "sigmoid scores, after training pushed them" : "chosen by score + bias");
        if (!sketch.narrow()) {
            sketch.weights("f-weight f-ffn", 76, ROWS, 24, TOKENS.length * ROW - 4);
            sketch.words(TextStyle.FIGURE, Anchor.MIDDLE, 88, ROWS - 8, "router");
        }
        int[] nudges = PLAIN.nudges();
        for (int expert = 0; expert < nudges.length; expert++) {
            if (balance != NONE && nudges[expert] != 0) {
                sketch.words(
                        "f-ffn f-ink",
                        TextStyle.FIGURE_STRONG,
                        Anchor.MIDDLE,
                        layout.middle(expert),
                        ROWS - 8,
                        signed(nudges[expert]));
            }
        }
        for (int token = 0; token < TOKENS.length; token++) {
            double top = ROWS + token * ROW;
            double middle = top + CELL / 2;
            sketch.numbers("f-made f-token", 0, top + 3, layout.token, TOKEN);
            sketch.words(TextStyle.FIGURE, Anchor.MIDDLE, layout.token / 2, middle + 4.5, TOKENS[token]);
            if (sketch.narrow()) {
                sketch.arrow(layout.token + 2, middle, layout.left - 2, middle);
            } else {
                sketch.arrow(layout.token + 3, middle, 73, middle).arrow(103, middle, layout.left - 3, middle);
            }
            for (int expert = 0; expert < nudges.length; expert++) {
                boolean chosen = routing.chooses(token, expert);
                int bias = routing.biases()[expert];
                sketch.numbers(
                        chosen ? "f-kept f-ffn" : "f-made f-ffn",
                        layout.middle(expert) - layout.cell / 2,
                        top,
                        layout.cell,
                        CELL);
                sketch.words(
                        chosen ? "f-on" : "f-soft",
                        chosen ? TextStyle.FIGURE_STRONG : TextStyle.FIGURE,
                        Anchor.MIDDLE,
                        layout.middle(expert),
                        middle + 4.5,
                        routing.scores()[token][expert] + (bias == 0 ? "" : signed(bias)));
            }
        }
    }

    /** The experts below their columns, each with the tokens that it works for; where they end. */
    private static double drawExperts(Sketch sketch, Layout layout, Routing routing) {
        double top = ROWS + TOKENS.length * ROW + 20;
        double stack = top + 30;
        int highest = PLAIN.load(0);
        if (!sketch.narrow()) {
            sketch.words(TextStyle.FIGURE, Anchor.END, layout.left - 10, top + 16, "expert");
            sketch.words(TextStyle.FIGURE, Anchor.END, layout.left - 10, stack + 14, "works for");
        }
        for (int expert = 0; expert < routing.biases().length; expert++) {
            double middle = layout.middle(expert);
            double left = middle - layout.cell / 2;
            int load = routing.load(expert);
            if (load > 0) {
                sketch.arrow(middle, top - 19, middle, top - 3);
            }
            sketch.weights(load > 0 ? "f-weight f-ffn" : "f-ghost", left, top, layout.cell, 24);
            sketch.words(
                    load > 0 ? "" : "f-soft",
                    TextStyle.FIGURE_STRONG,
                    Anchor.MIDDLE,
                    middle,
                    top + 16.5,
                    "E" + (expert + 1));
            double next = stack;
            for (int token = 0; token < TOKENS.length; token++) {
                if (routing.chooses(token, expert)) {
                    sketch.numbers("f-pale f-ffn", left, next, layout.cell, TOKEN);
                    sketch.words(TextStyle.FIGURE, Anchor.MIDDLE, middle, next + 14.5, TOKENS[token]);
                    next += TOKEN + 2;
                }
            }
            if (load == 0) {
                sketch.words("f-soft", TextStyle.FIGURE, Anchor.MIDDLE, middle, stack + 14.5, "none");
            }
        }
        return stack + highest * (TOKEN + 2);
    }

    /** How each token weighs the answers of its experts: beside its scores, or below where there is no room. */
    private static double drawAnswers(Sketch sketch, Layout layout, Routing routing, double bottom) {
        if (!sketch.narrow()) {
            double left = layout.left + 8 * layout.step + 8;
            sketch.words(TextStyle.FIGURE, Anchor.START, left + 22, 14, "the token gets back");
            for (int token = 0; token < TOKENS.length; token++) {
                double middle = ROWS + token * ROW + CELL / 2;
                sketch.arrow(left - 4, middle, left + 16, middle);
                sketch.words(style(routing, token), Anchor.START, left + 22, middle + 4.5, answer(routing, token));
            }
            return bottom + 4;
        }
        double y = bottom + 18;
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, 0, y, "Each token gets back");
        for (int token = 0; token < TOKENS.length; token++) {
            y += Sketch.LINE + 2;
            sketch.words(TextStyle.FIGURE_STRONG, Anchor.START, 0, y, TOKENS[token]);
            sketch.words(style(routing, token), Anchor.START, layout.left, y, answer(routing, token));
        }
        return y + 6;
    }

    /** What balancing has changed stands out. */
    private static TextStyle style(Routing routing, int token) {
        return answer(routing, token).equals(answer(PLAIN, token)) ? TextStyle.FIGURE : TextStyle.FIGURE_STRONG;
    }

    /** Where the columns of the scores stand. */
    private static final class Layout {
        final double token;
        final double left;
        final double step;
        final double cell;

        Layout(boolean narrow) {
            token = narrow ? 32 : 50;
            left = narrow ? 48 : 126;
            step = narrow ? 39 : 52;
            cell = step - 4;
        }

        double middle(int expert) {
            return left + expert * step + cell / 2;
        }
    }
}
