package dev.archnotes.site.drawing.mechanism.attention;

import dev.archnotes.model.operation.HeadExample;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.TextStyle;
import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import dev.archnotes.site.drawing.mechanism.Sketch;
import java.util.ArrayList;
import java.util.List;

/** What "bark" finds in "dogs never bark": two heads of width 2 above one head with the same numbers. */
public record TwoHeads() implements MechanismFigure {
    /** What the numbers of a result mean. */
    private static final List<String> MEANINGS = List.of("noun", "plural", "negation", "verb");

    private static final int[] FACTORS = {1, 2, 4};

    private static final double CELL = 32;
    /** A bar as long as a weight is large. */
    private static final double BAR = 10;

    @Override
    public List<Control> controls() {
        List<String> values = new ArrayList<>();
        for (int factor : FACTORS) {
            values.add("× " + factor);
        }
        return List.of(new Control("Queries", values, 0));
    }

    @Override
    public String invitation() {
        return "Try larger queries: they sharpen each row, but one row still shares a single 1 between two words.";
    }

    @Override
    public Scene scene(Setting setting, double width) {
        int factor = FACTORS[setting.at(0)];
        double[] first = HeadExample.weights(factor, 1);
        double[] second = HeadExample.weights(factor, 2);
        double[] one = HeadExample.weights(factor, 0);
        Sketch sketch = new Sketch(width);
        double height = new Layout(sketch).draw(first, second, one);
        List<String> outline = new ArrayList<>();
        outline.add("head 1: " + list(first) + " of dogs, never, bark; result " + list(HeadExample.result(first, 1)));
        outline.add("head 2: " + list(second) + "; result " + list(HeadExample.result(second, 2)));
        outline.add("side by side, then the output matrix");
        outline.add("one head of width 4: " + list(one) + "; result " + list(HeadExample.result(one, 0)));
        return new Scene(
                sketch.picture(
                        height,
                        factor == 1
                                ? "Two heads find two words; one head of the same width blurs them"
                                : "Larger queries sharpen each head; one head must still split itself between two "
                                        + "words",
                        "For the token “bark”, the weights with which two heads read three tokens, their results side "
                                + "by side before the output matrix, and below them one head with the same numbers."),
                "Noun, plural and negation arrive at " + print(HeadExample.result(first, 1)[0])
                        + " from two heads and at " + print(HeadExample.result(one, 0)[0])
                        + " from one: each row of weights adds up to 1.",
                outline);
    }

    private static String list(double[] numbers) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < numbers.length; i++) {
            text.append(i == 0 ? "" : ", ").append(print(numbers[i]));
        }
        return text.toString();
    }

    /** With three decimals, as the text does. */
    static String print(double number) {
        long thousandths = Math.round(number * 1000);
        return thousandths / 1000 + "."
                + Long.toString(1000 + thousandths % 1000).substring(1);
    }

    /** Where everything stands. */
    private static final class Layout {
        private final Sketch sketch;
        private final double names;
        private final double weight;
        private final double results;
        private final double number;

        Layout(Sketch sketch) {
            this.sketch = sketch;
            boolean narrow = sketch.narrow();
            names = narrow ? 0 : 124;
            weight = narrow ? 43 : 70;
            results = narrow ? 148 : 384;
            number = narrow ? 53 : 84;
        }

        double draw(double[] first, double[] second, double[] one) {
            double top = 14;
            List<String> words = HeadExample.WORDS;
            for (int word = 0; word < words.size(); word++) {
                boolean asks = word == words.size() - 1;
                sketch.words(
                        asks ? TextStyle.FIGURE_STRONG : TextStyle.FIGURE,
                        Anchor.MIDDLE,
                        names + (word + 0.5) * weight,
                        top,
                        words.get(word));
            }
            for (int i = 0; i < MEANINGS.size(); i++) {
                sketch.words(
                        "f-soft", TextStyle.FIGURE, Anchor.MIDDLE, results + (i + 0.5) * number, top, MEANINGS.get(i));
            }
            double above = sketch.narrow() ? 22 : 0;
            double head = top + 12 + above;
            row(head, "head 1", "who barks?", first, HeadExample.result(first, 1), 0);
            double next = head + CELL + 14 + above;
            row(next, "head 2", "is it negated?", second, HeadExample.result(second, 2), 2);
            double beside = next + CELL + 30;
            for (int i = 0; i < MEANINGS.size(); i++) {
                double x = results + (i + 0.5) * number;
                sketch.arrow(x, (i < 2 ? head : next) + CELL + 2, x, beside - 2);
            }
            double[] joined = joined(HeadExample.result(first, 1), HeadExample.result(second, 2));
            sketch.words(
                    sketch.narrow() ? "" : "f-soft",
                    TextStyle.FIGURE,
                    Anchor.END,
                    results - 12,
                    beside + CELL / 2 + 4.5,
                    "side by side");
            numbers(beside, joined, 0);
            double mixed = output(beside + CELL);
            double rule = mixed + 22;
            sketch.line("f-rule", 0, rule, sketch.width(), rule);
            double last = rule + 18 + above;
            row(last, "one head", "both at once", one, HeadExample.result(one, 0), 0);
            return output(last + CELL) + 4;
        }

        /** The output matrix below a row of numbers; its lower edge. */
        private double output(double y) {
            double middle = results + 2 * number;
            sketch.arrow(middle, y + 2, middle, y + 16);
            double wide = 4 * number;
            sketch.weights("f-weight", results, y + 17, wide, 22);
            sketch.words(TextStyle.FIGURE, Anchor.MIDDLE, middle, y + 32.5, "output matrix, to the stream of “bark”");
            return y + 39;
        }

        private void row(double y, String name, String asks, double[] weights, double[] result, int place) {
            if (sketch.narrow()) {
                sketch.words(TextStyle.FIGURE_STRONG, Anchor.START, 0, y - 8, name);
                sketch.words(TextStyle.FIGURE, Anchor.START, 64, y - 8, asks);
            } else {
                sketch.words(TextStyle.FIGURE_STRONG, Anchor.START, 0, y + 13, name);
                sketch.words(TextStyle.FIGURE, Anchor.START, 0, y + 13 + Sketch.LINE, asks);
            }
            for (int word = 0; word < weights.length; word++) {
                double x = names + word * weight;
                double wide = weight - 3;
                sketch.numbers("f-rule", x, y, wide, CELL);
                sketch.numbers("f-pale", x, y + CELL - BAR, wide * weights[word], BAR);
                sketch.words(
                        weights[word] > 0.3 ? TextStyle.FIGURE_STRONG : TextStyle.FIGURE,
                        Anchor.MIDDLE,
                        x + wide / 2,
                        y + 15,
                        print(weights[word]));
            }
            sketch.arrow(names + 3 * weight, y + CELL / 2, results + place * number - 3, y + CELL / 2);
            numbers(y, result, place);
        }

        private void numbers(double y, double[] numbers, int place) {
            for (int i = 0; i < numbers.length; i++) {
                double x = results + (place + i) * number;
                sketch.numbers("f-made", x, y, number, CELL);
                sketch.words(
                        numbers[i] > 0.3 ? TextStyle.FIGURE_STRONG : TextStyle.FIGURE,
                        Anchor.MIDDLE,
                        x + number / 2,
                        y + CELL / 2 + 4.5,
                        print(numbers[i]));
            }
        }

        private static double[] joined(double[] left, double[] right) {
            return new double[] {left[0], left[1], right[0], right[1]};
        }
    }
}
