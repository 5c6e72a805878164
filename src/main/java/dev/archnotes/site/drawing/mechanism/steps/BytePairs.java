package dev.archnotes.site.drawing.mechanism.steps;

import dev.archnotes.model.operation.PairMerging;
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
 * Four words through the merges of byte-pair encoding (arXiv:1508.07909): the pair that wins each count, the pieces
 * that it leaves, and the tokens of the whole text. On a phone the states stand below each other.
 */
public record BytePairs() implements MechanismFigure {
    private static final List<String> WORDS = List.of("tea", "team", "eat", "mate");
    private static final int[] COUNTS = {6, 4, 5};
    private static final int[] MATES = {0, 3, 10, 20};
    /** Letters that the words are made of: t, e, a, m. */
    private static final int LETTERS = 4;

    private static final int MOST = 7;
    /** States that a wide picture has room for; of more, the last. */
    private static final int FRAMES = 5;

    private static final int LISTED = 6;
    private static final double BOX = 22;
    private static final double ROW = 28;

    @Override
    public List<Control> controls() {
        List<String> merges = new ArrayList<>();
        for (int i = 1; i <= MOST; i++) {
            merges.add(Integer.toString(i));
        }
        List<String> mates = new ArrayList<>();
        for (int count : MATES) {
            mates.add(count + " times");
        }
        return List.of(new Control("Merges", merges, 3), new Control("The text says “mate”", mates, 1));
    }

    @Override
    public String invitation() {
        return "Try a text that says “mate” 20 times: another pair wins, and another list is learned.";
    }

    /** The text at the start and after each merge, until nothing is left to merge. */
    static List<PairMerging> states(int merges, int mates) {
        List<PairMerging> states = new ArrayList<>();
        PairMerging text = PairMerging.letters(WORDS, List.of(COUNTS[0], COUNTS[1], COUNTS[2], mates));
        states.add(text);
        for (int i = 0; i < merges; i++) {
            List<PairMerging.Pair> pairs = text.pairs();
            if (!pairs.isEmpty()) {
                text = text.merged(pairs.get(0));
                states.add(text);
            }
        }
        return states;
    }

    @Override
    public Scene scene(Setting setting, double width) {
        List<PairMerging> states = states(setting.at(0) + 1, MATES[setting.at(1)]);
        Sketch sketch = new Sketch(width);
        double height = sketch.narrow() ? drawRows(sketch, states) : drawFrames(sketch, states);
        return new Scene(
                sketch.picture(
                        height,
                        message(states),
                        "Four words cut into pieces, at the start and after each merge. The pair that is joined next "
                                + "is filled; beside it how often the text has it, and the tokens of the whole text."),
                reading(states),
                outline(states));
    }

    private static PairMerging last(List<PairMerging> states) {
        return states.get(states.size() - 1);
    }

    private static String message(List<PairMerging> states) {
        int merges = states.size() - 1;
        return "Each merge joins the most frequent pair of neighbors: "
                + (merges == 1 ? "one merge shortens" : merges + " merges shorten") + " the text from "
                + states.get(0).tokens() + " tokens to " + last(states).tokens();
    }

    private static String reading(List<PairMerging> states) {
        int merges = states.size() - 1;
        List<PairMerging.Pair> pairs = last(states).pairs();
        return "The list has " + LETTERS + " letters and " + merges + (merges == 1 ? " merge, " : " merges, ")
                + (LETTERS + merges) + " entries; the text has " + last(states).tokens() + " tokens. "
                + (pairs.isEmpty()
                        ? "Every word is one token: nothing is left to merge."
                        : "Next would be " + sum(pairs.get(0)) + ", "
                                + pairs.get(0).count() + " times.");
    }

    private static List<String> outline(List<PairMerging> states) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            StringBuilder line = new StringBuilder();
            if (i == 0) {
                line.append("start");
            } else {
                PairMerging.Pair pair = states.get(i - 1).pairs().get(0);
                line.append(sum(pair)).append(", ").append(pair.count()).append(" times");
            }
            for (int w = 0; w < WORDS.size(); w++) {
                line.append(w == 0 ? ": " : ", ");
                List<String> pieces = states.get(i).words().get(w);
                for (int p = 0; p < pieces.size(); p++) {
                    line.append(p == 0 ? "" : "·").append(pieces.get(p));
                }
            }
            lines.add(line + "; " + states.get(i).tokens() + " tokens");
        }
        return lines;
    }

    private static String sum(PairMerging.Pair pair) {
        return pair.left() + " + " + pair.right();
    }

    /** How often the text says a word; as a plain int, since text of a list's element brings that of every record. */
    private static String times(List<PairMerging> states, int word) {
        int count = states.get(0).counts().get(word);
        return count + " ×";
    }

    /** Which merge has led to a state. */
    private static String title(List<PairMerging> states, int state) {
        return state == 0 ? "letters" : sum(states.get(state - 1).pairs().get(0)) + " → one piece";
    }

    /** One word, cut; the pair that is joined next is filled. */
    private static void drawWord(Sketch sketch, PairMerging text, int word, double x, double y, double cell) {
        List<String> pieces = text.words().get(word);
        List<PairMerging.Pair> pairs = text.pairs();
        boolean said = text.counts().get(word) > 0;
        double left = x;
        boolean second = false;
        for (int i = 0; i < pieces.size(); i++) {
            String piece = pieces.get(i);
            boolean first = said
                    && !second
                    && !pairs.isEmpty()
                    && i + 1 < pieces.size()
                    && PairMerging.starts(pieces, i, pairs.get(0));
            boolean won = first || second;
            String color = won ? "f-kept f-embed" : piece.length() > 1 ? "f-pale f-embed" : "f-made f-token";
            double room = cell * piece.length();
            sketch.numbers(said ? color : "f-ghost", left + 1, y, room - 2, BOX);
            sketch.words(
                    won ? "f-on" : said ? "" : "f-soft",
                    won ? TextStyle.FIGURE_STRONG : TextStyle.FIGURE,
                    Anchor.MIDDLE,
                    left + room / 2,
                    y + 15.5,
                    piece);
            left += room;
            second = first;
        }
    }

    /** The states from left to right, the counts of each below its words. */
    private static double drawFrames(Sketch sketch, List<PairMerging> states) {
        double gutter = 48;
        double frame = (sketch.width() - gutter) / FRAMES;
        double cell = 25;
        double words = 30;
        double counts = words + WORDS.size() * ROW + 30;
        double tokens = counts + LISTED * Sketch.LINE + 12;
        for (int w = 0; w < WORDS.size(); w++) {
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, gutter - 14, words + w * ROW + 15.5, times(states, w));
        }
        int from = Math.max(0, states.size() - FRAMES);
        double unit = (frame - 62) / states.get(0).tokens();
        for (int i = from; i < states.size(); i++) {
            PairMerging text = states.get(i);
            double x = gutter + (i - from) * frame;
            boolean end = i == states.size() - 1;
            sketch.words(TextStyle.FIGURE_STRONG, Anchor.START, x, 14, title(states, i));
            for (int w = 0; w < WORDS.size(); w++) {
                drawWord(sketch, text, w, x, words + w * ROW, cell);
            }
            if (!end) {
                double middle = words + WORDS.size() * ROW / 2 - 3;
                sketch.arrow(x + 4 * cell + 6, middle, x + frame - 6, middle);
            }
            sketch.words(
                    "f-soft",
                    TextStyle.FIGURE,
                    Anchor.START,
                    x,
                    counts - 8,
                    text.pairs().isEmpty() ? "no pairs left" : "pairs");
            List<PairMerging.Pair> pairs = text.pairs();
            for (int p = 0; p < Math.min(LISTED, pairs.size()); p++) {
                PairMerging.Pair pair = pairs.get(p);
                double baseline = counts + (p + 0.6) * Sketch.LINE;
                TextStyle style = p == 0 ? TextStyle.FIGURE_STRONG : TextStyle.FIGURE;
                sketch.words(p == 0 ? "f-embed f-ink" : "", style, Anchor.START, x, baseline, sum(pair));
                sketch.words(
                        p == 0 ? "f-embed f-ink" : "",
                        style,
                        Anchor.END,
                        x + 86,
                        baseline,
                        Integer.toString(pair.count()));
            }
            sketch.numbers("f-kept f-token", x, tokens, unit * text.tokens(), 12);
            sketch.words(
                    TextStyle.FIGURE_STRONG,
                    Anchor.START,
                    x + unit * text.tokens() + 5,
                    tokens + 11,
                    Integer.toString(text.tokens()));
        }
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, gutter - 5, tokens + 11, "tokens");
        return tokens + 20;
    }

    /** The states below each other, with the counts that decide the next merge above each. */
    private static double drawRows(Sketch sketch, List<PairMerging> states) {
        double cell = 19;
        double y = 14;
        double right = sketch.width();
        for (int w = 0; w < WORDS.size(); w++) {
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, left(w, cell) + 1, y, times(states, w));
        }
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, right, y, "tokens");
        y += 8;
        for (int i = 0; i < states.size(); i++) {
            PairMerging text = states.get(i);
            for (int w = 0; w < WORDS.size(); w++) {
                drawWord(sketch, text, w, left(w, cell), y, cell);
            }
            sketch.words(TextStyle.FIGURE_STRONG, Anchor.END, right, y + 15.5, Integer.toString(text.tokens()));
            y += BOX + 18;
            List<PairMerging.Pair> pairs = text.pairs();
            if (pairs.isEmpty()) {
                sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, 1, y, "nothing is left to merge");
            } else {
                String winner = sum(pairs.get(0)) + " " + pairs.get(0).count();
                sketch.words("f-embed f-ink", TextStyle.FIGURE_STRONG, Anchor.START, 1, y, winner);
                sketch.words(
                        "f-soft",
                        TextStyle.FIGURE,
                        Anchor.START,
                        1 + TextStyle.FIGURE_STRONG.width(winner) + 10,
                        y,
                        others(pairs, right - 20 - TextStyle.FIGURE_STRONG.width(winner)));
            }
            y += 12;
        }
        return y;
    }

    private static double left(int word, double cell) {
        double left = 0;
        for (int w = 0; w < word; w++) {
            left += cell * WORDS.get(w).length() + 10;
        }
        return left;
    }

    /** The pairs that did not win, as many as there is room for. */
    private static String others(List<PairMerging.Pair> pairs, double room) {
        String text = "";
        for (int p = 1; p < pairs.size(); p++) {
            String longer = text + (p == 1 ? "before " : ", ") + sum(pairs.get(p)) + " "
                    + pairs.get(p).count();
            if (TextStyle.FIGURE.width(longer) > room) {
                return text;
            }
            text = longer;
        }
        return text;
    }
}
