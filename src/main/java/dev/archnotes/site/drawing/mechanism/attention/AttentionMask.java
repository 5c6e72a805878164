package dev.archnotes.site.drawing.mechanism.attention;

import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.TextStyle;
import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import dev.archnotes.site.drawing.mechanism.Sketch;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may read whom: a causal mask (arXiv:1706.03762, section 3.2.3) beside one that hides more, or less, with what the
 * newest token makes a layer keep. Every pair of a query and a key is a cell that can be counted.
 */
public record AttentionMask() implements MechanismFigure {
    /** The tokens of the sentence, each a query and a key. */
    static final List<String> TOKENS =
            List.of("The", "cat", "that", "saw", "the", "dog", "ran", "home", "as", "it", "was", "tired");

    private static final int LAST = TOKENS.size() - 1;
    private static final int SMALLEST = 2;
    private static final List<String> SIZES = List.of("2", "3", "4", "5", "6");

    /** What a mask lets through. */
    enum Pattern {
        /** All earlier tokens. */
        CAUSAL("causal", "Causal", "", "each row: a query", "each column: a key"),
        /** The newest tokens: arXiv:2004.05150, section 3.1. */
        WINDOW("sliding window", "Window of ", "", "gray: masked,", "too far back"),
        /** The tokens of the same block. */
        CHUNKS("chunks", "Chunks of ", "", "gray: masked,", "in another chunk"),
        /** The first token and the newest ones: arXiv:2309.17453, section 3.2. */
        SINKS("window and one sink", "Window of ", " and one sink", "gray: masked; first", "column: the sink"),
        /** All earlier tokens, and the whole of the first ones: arXiv:1910.10683, section 3.2.1. */
        PREFIX("prefix seen both ways", "Prefix of ", ", seen both ways", "the square: a", "prompt or an image");

        private final String word;
        private final String before;
        private final String after;
        private final String note;
        private final String secondNote;

        /** The word for it, its name before and after a size, and what its empty places are, in two lines. */
        Pattern(String word, String before, String after, String note, String secondNote) {
            this.word = word;
            this.before = before;
            this.after = after;
            this.note = note;
            this.secondNote = secondNote;
        }

        /** Whether a query may read a key. */
        boolean shows(int query, int key, int size) {
            if (this == PREFIX && query < size) {
                return key < size;
            }
            return key <= query
                    && (this == CAUSAL
                            || this == PREFIX
                            || (this == CHUNKS ? key / size == query / size : key > query - size)
                            || this == SINKS && key == 0);
        }

        /** The tokens that a query reads. */
        int read(int query, int size) {
            int read = 0;
            for (int key = 0; key <= LAST; key++) {
                read += shows(query, key, size) ? 1 : 0;
            }
            return read;
        }

        /** The pairs of a query and a key that it reads, over the whole sentence. */
        int pairs(int size) {
            int pairs = 0;
            for (int query = 0; query <= LAST; query++) {
                pairs += read(query, size);
            }
            return pairs;
        }

        /** The name with its size. */
        String sized(int size) {
            return this == CAUSAL ? before : before + size + after;
        }
    }

    @Override
    public List<Control> controls() {
        List<String> masks = new ArrayList<>();
        for (Pattern pattern : Pattern.values()) {
            masks.add(pattern.word);
        }
        return List.of(
                new Control("Mask", masks, Pattern.WINDOW.ordinal()),
                new Control("Window, chunk or prefix", SIZES, 4 - SMALLEST));
    }

    @Override
    public String invitation() {
        return "Compare windows and chunks of 5: the newest token reads five tokens in one, two in the other.";
    }

    @Override
    public Scene scene(Setting setting, double width) {
        Pattern pattern = Pattern.values()[setting.at(0)];
        int size = SMALLEST + setting.at(1);
        Sketch sketch = new Sketch(width);
        double cell = sketch.narrow() ? 16 : 21;
        double height = draw(sketch, 0, 0, cell, Pattern.CAUSAL, size);
        if (pattern != Pattern.CAUSAL) {
            height = sketch.narrow()
                    ? draw(sketch, 0, height + 22, cell, pattern, size)
                    : draw(sketch, width / 2 + 12, 0, cell, pattern, size);
        }
        return new Scene(
                sketch.picture(
                        height,
                        message(pattern, size),
                        "Masks over " + TOKENS.size() + " tokens: each row is a query, each column a key, a cell of "
                                + "color a pair that is computed, an empty one a pair that is masked. Below each mask "
                                + "the keys and values that its layer keeps."),
                reading(pattern, size),
                outline(pattern, size));
    }

    private static String message(Pattern pattern, int size) {
        int read = pattern.read(LAST, size);
        switch (pattern) {
            case WINDOW:
                return "A causal mask lets the newest token read all 12; a window of " + size + ", only the last "
                        + size;
            case CHUNKS:
                return "Chunks cut the text at fixed borders: the newest token reads its own chunk, here "
                        + (read == 1 ? "itself alone" : read + " tokens");
            case SINKS:
                return "Beside its window of " + size + ", every token still reads the first one, the sink";
            case PREFIX:
                return "The " + size + " tokens of a prefix read each other both ways; all later ones read only back";
            default:
                return "Each token reads itself and all tokens before it, and none that come after";
        }
    }

    private static String reading(Pattern pattern, int size) {
        int read = pattern.read(LAST, size);
        int pairs = pattern.pairs(size);
        int causal = Pattern.CAUSAL.pairs(size);
        String newest = "“" + TOKENS.get(LAST) + "” reads " + read + " of " + TOKENS.size()
                + " tokens, and the layer keeps as many keys and values. ";
        if (pattern == Pattern.CAUSAL) {
            return newest + "Pairs computed: 1 + 2 + … + 12 = " + causal + ". A causal mask has no size to set.";
        }
        if (pattern == Pattern.PREFIX) {
            return newest + "Pairs computed: " + pairs + ", which is " + (pairs - causal) + " more than the " + causal
                    + " of the causal mask.";
        }
        return newest + "Pairs computed: " + pairs + " of the " + causal + " of the causal mask.";
    }

    private static List<String> outline(Pattern pattern, int size) {
        List<String> lines = new ArrayList<>();
        lines.add(line(Pattern.CAUSAL, size));
        if (pattern != Pattern.CAUSAL) {
            lines.add(line(pattern, size));
        }
        return lines;
    }

    private static String line(Pattern pattern, int size) {
        StringBuilder text =
                new StringBuilder(pattern.sized(size)).append(": “").append(TOKENS.get(LAST));
        text.append("” reads");
        for (int key = 0; key <= LAST; key++) {
            if (pattern.shows(LAST, key, size)) {
                text.append(' ').append(TOKENS.get(key));
            }
        }
        return text.append("; ").append(pattern.pairs(size)).append(" pairs").toString();
    }

    /** One mask and its cache; their lower edge. */
    private static double draw(Sketch sketch, double x, double y, double cell, Pattern pattern, int size) {
        double top = y + 22;
        double side = cell * TOKENS.size();
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.START, x, y + 12, pattern.sized(size));
        PathData computed = new PathData();
        PathData masked = new PathData();
        PathData newest = new PathData();
        for (int query = 0; query <= LAST; query++) {
            int end = query;
            for (int key = 0; key <= LAST; key++) {
                boolean shown = pattern.shows(query, key, size);
                if (shown || key < query) {
                    PathData cells = shown ? query == LAST ? newest : computed : masked;
                    // a bold frame takes more room
                    double inset = cells == newest ? 2.5 : 1;
                    double edge = cell - 2 * inset;
                    cells.rectangle(x + key * cell + inset, top + query * cell + inset, edge, edge);
                    end = Math.max(end, key);
                }
            }
            boolean now = query == LAST;
            sketch.words(
                    now ? TextStyle.FIGURE_STRONG : TextStyle.FIGURE,
                    Anchor.START,
                    x + (end + 1) * cell + 5,
                    top + query * cell + cell / 2 + 4.5,
                    now ? TOKENS.get(LAST) + ": reads " + pattern.read(LAST, size) : TOKENS.get(query));
        }
        sketch.canvas().stroke("f-rule", masked).stroke("f-pale", computed).stroke("f-kept f-now", newest);
        double right = x + side + 84;
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, right, top + 12, pattern.note);
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, right, top + 12 + Sketch.LINE, pattern.secondNote);
        return drawCache(sketch, x, top + side, cell, pattern, size);
    }

    private static double drawCache(Sketch sketch, double x, double bottom, double cell, Pattern pattern, int size) {
        int kept = pattern.read(LAST, size);
        double top = bottom + 30;
        sketch.words(
                TextStyle.FIGURE,
                Anchor.START,
                x,
                top - 8,
                "Kept in this layer: " + kept + (kept == 1 ? " key and value" : " keys and values"));
        for (int key = 0; key <= LAST; key++) {
            boolean shown = pattern.shows(LAST, key, size);
            sketch.numbers(shown ? "f-kept" : "f-ghost", x + key * cell + 1, top + 1, cell - 2, cell - 2);
            sketch.canvas()
                    .add(new Mark.Turned(
                            "", TextStyle.FIGURE, x + key * cell + cell / 2 - 4, top + cell + 5, 90, TOKENS.get(key)));
        }
        return top + cell + 44;
    }
}
