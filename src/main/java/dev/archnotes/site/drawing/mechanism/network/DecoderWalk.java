package dev.archnotes.site.drawing.mechanism.network;

import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.FigureCode;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import dev.archnotes.site.drawing.mechanism.Sketch;
import java.util.ArrayList;
import java.util.List;

/**
 * One token on its way through a decoder (arXiv:1706.03762, section 3.1): with three numbers in the stream, so that all
 * that is added can be checked, and beside them the shapes of a model.
 *
 * @param sizes the shapes of a model
 */
public record DecoderWalk(WalkSizes sizes) implements MechanismFigure {
    /** The tokens of the small table. */
    static final List<String> WORDS = List.of("the", "cat", "sat", "mat");

    /** The small table; it is the head as well. */
    static final int[][] TABLE = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 1, 0}};

    static final int TOKEN = 1;

    /** What the hidden unit adds to the stream, once for each 1 that it measures. */
    private static final int[] DIRECTION = {-1, 0, 1};

    /** The steps, upward where norms stand before the parts. */
    enum Step {
        ID,
        EMBEDDING,
        ATTENTION_NORM,
        ATTENTION,
        FEED_FORWARD_NORM,
        FEED_FORWARD,
        FINAL_NORM,
        HEAD
    }

    /** The figure of a model. */
    public static DecoderWalk of(Variant variant) {
        return new DecoderWalk(WalkSizes.of(variant));
    }

    /** The figure that was written so. */
    public static DecoderWalk read(FigureCode.Reader in) {
        return new DecoderWalk(WalkSizes.read(in));
    }

    @Override
    public void write(FigureCode.Writer out) {
        sizes.write(out);
    }

    @Override
    public List<Control> controls() {
        List<String> values = new ArrayList<>(List.of("all"));
        for (int step = 1; step <= Step.values().length; step++) {
            values.add(Integer.toString(step));
        }
        return List.of(new Control("Step", values, 0));
    }

    @Override
    public String invitation() {
        return "Try the steps one by one; only attention looks at another token.";
    }

    /** The value of a token: its first number, times four. */
    static int[] value(int[] stream) {
        return new int[] {4 * stream[0], 0, 0};
    }

    /** What attention adds: half of the value of each token. */
    static int[] attended(int[] stream) {
        int[] both = sum(value(TABLE[0]), value(stream));
        return new int[] {both[0] / 2, both[1] / 2, both[2] / 2};
    }

    /** What the feed-forward network adds: a unit that measures the first two numbers adds that many times this. */
    static int[] fed(int[] stream) {
        int unit = Math.max(0, stream[0] + stream[1]);
        return new int[] {unit * DIRECTION[0], unit * DIRECTION[1], unit * DIRECTION[2]};
    }

    /** How what a part adds comes about, behind it in the picture. */
    static String working(Step step) {
        int[] before = stream(false);
        return step == Step.ATTENTION
                ? "= ½ " + print(value(TABLE[0])) + " + ½ " + print(value(TABLE[TOKEN]))
                : "= (" + before[0] + " + " + before[1] + ") × " + print(DIRECTION);
    }

    private static String print(int[] vector) {
        StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < vector.length; i++) {
            text.append(i == 0 ? "" : " ").append(Numerals.grouped(vector[i]));
        }
        return text.append(')').toString();
    }

    /** The stream after both parts, or the first of them. */
    static int[] stream(boolean fed) {
        int[] after = sum(TABLE[TOKEN], attended(TABLE[TOKEN]));
        return fed ? sum(after, fed(after)) : after;
    }

    /** The product of the stream and the row of each token. */
    static int[] logits() {
        int[] last = stream(true);
        int[] logits = new int[WORDS.size()];
        for (int word = 0; word < logits.length; word++) {
            for (int i = 0; i < last.length; i++) {
                logits[word] += TABLE[word][i] * last[i];
            }
        }
        return logits;
    }

    private static int[] sum(int[] one, int[] other) {
        return new int[] {one[0] + other[0], one[1] + other[1], one[2] + other[2]};
    }

    @Override
    public Scene scene(Setting setting, double width) {
        int chosen = setting.at(0) - 1;
        Sketch sketch = new Sketch(width);
        double height = new DecoderDrawing(this, sketch, chosen < 0 ? null : steps().get(chosen)).draw();
        List<String> outline = new ArrayList<>();
        for (Step step : steps()) {
            StringBuilder line = new StringBuilder(name(step));
            for (String part : shape(step)) {
                line.append(", ").append(part);
            }
            outline.add(line.toString());
        }
        return new Scene(
                sketch.picture(
                        height,
                        chosen < 0
                                ? "Every part reads the stream and adds to it; nothing is replaced"
                                : message(steps().get(chosen)),
                        "The token “cat” of the text “the cat” on its way upward through one layer, with three "
                                + "numbers in the stream, and beside each step its shape in " + sizes.model() + "."),
                chosen < 0 ? whole() : reading(steps().get(chosen)),
                outline);
    }

    /** The steps in the order in which a token meets them in this model. */
    private List<Step> steps() {
        return sizes.normsBefore()
                ? List.of(Step.values())
                : List.of(
                        Step.ID,
                        Step.EMBEDDING,
                        Step.ATTENTION,
                        Step.ATTENTION_NORM,
                        Step.FEED_FORWARD,
                        Step.FEED_FORWARD_NORM,
                        Step.FINAL_NORM,
                        Step.HEAD);
    }

    /** The number and the word of a step. */
    String name(Step step) {
        return steps().indexOf(step) + 1 + " " + word(step);
    }

    private String whole() {
        return sizes.model() + ": one vector of " + width() + " numbers a token runs through "
                + Numerals.grouped(sizes.layers()) + " layers and ends in " + vocabulary()
                + " logits. In the small numbers the largest logit is 3, so “sat” is the likeliest next token.";
    }

    private String width() {
        return Numerals.grouped(sizes.width());
    }

    private String vocabulary() {
        return Numerals.grouped(sizes.vocabulary());
    }

    private static String word(Step step) {
        switch (step) {
            case ID:
                return "token id";
            case EMBEDDING:
                return "embedding";
            case ATTENTION:
                return "attention";
            case FEED_FORWARD:
                return "feed-forward";
            case FINAL_NORM:
                return "final norm";
            case HEAD:
                return "head";
            default:
                return "norm";
        }
    }

    /** What the step does, in a few words and the small numbers. */
    String note(Step step) {
        switch (step) {
            case ID:
                return "“cat” is number 1";
            case EMBEDDING:
                return "row 1 is 0 1 0";
            case ATTENTION:
                return "value: 4 × first number";
            case FEED_FORWARD:
                return "hidden unit: 2 + 1 = 3";
            case HEAD:
                return "one dot product a row";
            default:
                return "evens out; skipped here";
        }
    }

    /** The shape at a step in this model, line by line. */
    List<String> shape(Step step) {
        switch (step) {
            case ID:
                return List.of("one of " + vocabulary());
            case EMBEDDING:
                return sizes.positions() > 0
                        ? List.of("one row of " + width(), "and one for its place")
                        : List.of("one row of " + width());
            case ATTENTION:
                return List.of(sizes.heads() + " heads × " + sizes.headWidth() + " → " + width());
            case FEED_FORWARD:
                String widths = width() + " → " + Numerals.grouped(sizes.widened()) + " → " + width();
                return sizes.experts() == 0
                        ? List.of(widths)
                        : List.of(
                                widths,
                                sizes.chosen() + " of " + sizes.experts() + " experts"
                                        + (sizes.always() > 0 ? " + shared" : ""));
            case HEAD:
                return List.of(width() + " → " + vocabulary() + " logits");
            default:
                return List.of(width() + " → " + width());
        }
    }

    private String passed() {
        if (sizes.experts() == 0) {
            return "";
        }
        return " (" + sizes.chosen() + " of " + sizes.experts() + " experts × " + Numerals.grouped(sizes.inner())
                + (sizes.always() > 0 ? " + " + Numerals.grouped(sizes.always()) + " for every token" : "") + ")";
    }

    private String message(Step step) {
        switch (step) {
            case ID:
                return "The tokenizer has turned a piece of text into a number";
            case EMBEDDING:
                return "The number picks one row of a table, and with that row the stream begins";
            case ATTENTION_NORM:
            case FEED_FORWARD_NORM:
                return sizes.normsBefore()
                        ? "A norm evens out the size of a copy; the stream itself stays as it is"
                        : "A norm evens out the size of what is added; the stream itself stays as it is";
            case ATTENTION:
                return "Attention alone looks at other tokens; what it finds there is added to the stream";
            case FEED_FORWARD:
                return "The feed-forward network widens one token's vector, narrows it again and adds the result";
            case FINAL_NORM:
                return "After the last layer one more norm evens out the sum of all that was added";
            default:
                return "The head compares the vector with a row for each token: the best match gets the largest logit";
        }
    }

    private String reading(Step step) {
        switch (step) {
            case ID:
                return "“cat” has the id 1 of 4 here; " + sizes.model() + " has " + vocabulary()
                        + " ids. Of the text the model sees nothing else.";
            case EMBEDDING:
                return "Row 1 is 0 1 0. In " + sizes.model() + " the table has " + vocabulary() + " rows of " + width()
                        + " numbers"
                        + (sizes.positions() > 0
                                ? ", and a row of a second table, of " + Numerals.grouped(sizes.positions())
                                        + " places, is added."
                                : ".");
            case ATTENTION_NORM:
            case FEED_FORWARD_NORM:
                return width() + " numbers before, " + width() + " behind"
                        + (sizes.normsBefore() && sizes.normsAfter()
                                ? "; a second norm evens out what is added."
                                : ". It is left out of the small numbers.");
            case ATTENTION:
                return "The value is 4 times the first number: 4 0 0 for “the”, 0 0 0 for “cat”. Half of each makes "
                        + "2 0 0, and 0 1 0 becomes 2 1 0. In " + sizes.model()
                        + " " + sizes.heads() + " heads hand on " + sizes.headWidth() + " numbers each, "
                        + Numerals.grouped(Math.multiplyExact(sizes.heads(), sizes.headWidth()))
                        + " in all; a matrix makes " + width() + " of them." + kept();
            case FEED_FORWARD:
                return "The hidden unit measures 2 + 1 = 3 and adds 3 × (−1 0 1), so 2 1 0 becomes −1 1 3. In "
                        + sizes.model() + " " + width() + " numbers become " + Numerals.grouped(sizes.widened())
                        + passed() + ", and " + width() + " again.";
            case FINAL_NORM:
                return width() + " numbers, after " + Numerals.grouped(sizes.layers())
                        + " layers. It is left out of the small numbers.";
            default:
                return "−1 1 3 times the row of “sat”, 0 0 1, is 3. In " + sizes.model() + " " + vocabulary()
                        + " rows give as many logits"
                        + (sizes.tied() ? "; the rows are those of the table of step 2." : ".");
        }
    }

    private String kept() {
        if (sizes.shared() == WalkSizes.STATE) {
            return " Such a layer keeps a state instead of each token.";
        }
        return sizes.shared() == 0
                ? " Of each token a latent is kept."
                : " Of each token " + sizes.shared()
                        + (sizes.shared() == 1 ? " key and value is" : " keys and values are") + " kept.";
    }
}
