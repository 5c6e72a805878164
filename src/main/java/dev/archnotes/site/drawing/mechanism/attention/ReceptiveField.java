package dev.archnotes.site.drawing.mechanism.attention;

import dev.archnotes.model.attention.Reach;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.TextStyle;
import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.FigureCode;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import dev.archnotes.site.drawing.mechanism.Sketch;
import java.util.ArrayList;
import java.util.List;

/**
 * What the newest token can have heard of after some layers: windows add up layer by layer (arXiv:2310.06825, section
 * 2), chunks do not, and a full layer hears everything. Drawn over a few tokens in the model's own order of layers,
 * with the model's own numbers beside it.
 *
 * @param model the model's name
 * @param layers all layers of the model
 * @param spans how far back each of its first layers reads: a window, 0 for everything, a chunk as a negative number
 */
public record ReceptiveField(String model, long layers, List<Long> spans) implements MechanismFigure {
    private static final int TOKENS = 12;
    private static final int LAST = TOKENS - 1;
    private static final int WINDOW = 3;
    private static final int CHUNK = 4;
    /** Layers that are drawn of a model without a full one. */
    private static final int WITHOUT_FULL = 6;

    private static final double TOP = 30;
    private static final double LEVEL = 30;
    private static final double NODE = 11;

    public ReceptiveField {
        spans = List.copyOf(spans);
    }

    /**
     * The figure of a model: its layers up to the second after the first full one.
     *
     * @throws IllegalArgumentException where a layer hears of earlier tokens through a state
     */
    public static ReceptiveField of(Variant variant) {
        List<Long> spans = new ArrayList<>();
        for (LayerBlock block : variant.architecture().sequence()) {
            if (block.attention().hasState()) {
                throw new IllegalArgumentException("some of its layers have no window but a recurrent state");
            }
            if (block.attention().isNone() || block.attention().reach() == Reach.PICTURE) {
                continue;
            }
            long limit = block.attention().growsWithContext()
                    ? 0
                    : block.attention().limit().orElseThrow().value();
            for (long i = 0; i < block.count(); i++) {
                spans.add(block.attention().reach() == Reach.CHUNK ? -limit : limit);
            }
        }
        int full = spans.indexOf(0L) + 1;
        int drawn = Math.min(spans.size(), full == 0 ? WITHOUT_FULL : Math.max(full + 2, 4));
        return new ReceptiveField(variant.name(), spans.size(), spans.subList(0, drawn));
    }

    /** The figure that was written so. */
    public static ReceptiveField read(FigureCode.Reader in) {
        String model = in.name();
        long layers = in.number();
        List<Long> spans = new ArrayList<>();
        for (long left = in.number(); left > 0; left--) {
            spans.add(in.number());
        }
        return new ReceptiveField(model, layers, spans);
    }

    @Override
    public void write(FigureCode.Writer out) {
        out.name(model).number(layers).number(spans.size());
        for (long span : spans) {
            out.number(span);
        }
    }

    @Override
    public List<Control> controls() {
        List<String> values = new ArrayList<>();
        for (int layer = 1; layer <= spans.size(); layer++) {
            values.add(Integer.toString(layer));
        }
        // the widest cone below the first full layer, or the first one that stands on a full layer
        int full = spans.indexOf(0L) + 1;
        int start = full == 0 ? spans.size() : full == 2 ? 3 : Math.max(full - 1, 1);
        return List.of(new Control("Layers", values, start - 1));
    }

    @Override
    public String invitation() {
        return "Climb from one layer to the first full one, and one further.";
    }

    /** The tokens that the newest one can have heard of after some layers, itself included; 0 for all of them. */
    long heard(int after) {
        long newest = 0;
        long earliest = 0;
        for (int layer = after; layer >= 1; layer--) {
            long span = spans.get(layer - 1);
            if (span == 0) {
                return 0;
            }
            // chunks end at the newest token, where one holds most
            earliest += span > 0 ? 1 - span : span + 1 - earliest % span;
        }
        return newest - earliest + 1;
    }

    /** Whether the layer above some layers, drawn as what comes next, reads everything where these do not. */
    private boolean nextIsFull(int after) {
        return heard(after) != 0 && after < spans.size() && spans.get(after) == 0;
    }

    /** Whether a token of the drawing reads another in a layer. */
    private boolean reads(int layer, int query, int key) {
        long span = spans.get(layer - 1);
        return key <= query && (span == 0 || (span > 0 ? key > query - WINDOW : key / CHUNK == query / CHUNK));
    }

    /** What the newest token after some layers can have heard of: of each level, from the tokens upward, a bit each. */
    private int[] cone(int after) {
        int[] cone = new int[after + 1];
        cone[after] = 1 << LAST;
        for (int layer = after; layer >= 1; layer--) {
            for (int query = 0; query < TOKENS; query++) {
                for (int key = 0; key <= query; key++) {
                    if (has(cone[layer], query) && reads(layer, query, key)) {
                        cone[layer - 1] |= 1 << key;
                    }
                }
            }
        }
        return cone;
    }

    private static boolean has(int tokens, int token) {
        return (tokens >> token & 1) != 0;
    }

    @Override
    public Scene scene(Setting setting, double width) {
        int after = setting.at(0) + 1;
        Sketch sketch = new Sketch(width);
        double pitch = sketch.narrow() ? 15.5 : 32;
        double bottom = TOP + spans.size() * LEVEL;
        drawCone(sketch, after, pitch);
        double beside = pitch * TOKENS + (sketch.narrow() ? 12 : 26);
        sketch.words(
                "f-soft", TextStyle.FIGURE, Anchor.START, beside, 12, sketch.narrow() ? "layer" : "layers of " + model);
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, width, 12, "can have heard of");
        for (int level = 0; level <= spans.size(); level++) {
            drawNames(sketch, level, after, beside, TOP + (spans.size() - level) * LEVEL + 4.5);
        }
        sketch.words(TextStyle.FIGURE, Anchor.START, 0, bottom + 24, "earlier");
        sketch.words(TextStyle.FIGURE, Anchor.END, pitch * TOKENS, bottom + 24, "newest");
        String scale = scale();
        if (!scale.isEmpty()) {
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, 0, bottom + 24 + Sketch.LINE, scale);
        }
        List<String> outline = new ArrayList<>();
        for (int layer = 1; layer <= spans.size(); layer++) {
            outline.add("layer " + layer + ", " + name(spans.get(layer - 1)) + ": " + words(heard(layer)));
        }
        return new Scene(
                sketch.picture(
                        bottom + (scale.isEmpty() ? 32 : 32 + Sketch.LINE),
                        message(after),
                        "Tokens from left to right, layers of " + model + " upward. Lines lead from the newest token "
                                + "after " + counted(after)
                                + " down to every token that it can have heard of; broken lines, where a full layer "
                                + "comes next, to all that it reads."),
                reading(after),
                outline);
    }

    private void drawCone(Sketch sketch, int after, double pitch) {
        int[] cone = cone(after);
        PathData ways = new PathData();
        PathData faint = new PathData();
        PathData heard = new PathData();
        PathData others = new PathData();
        for (int level = 0; level <= spans.size(); level++) {
            double y = TOP + (spans.size() - level) * LEVEL;
            for (int token = 0; token < TOKENS; token++) {
                double x = pitch * token + pitch / 2;
                boolean inCone = level <= after && has(cone[level], token);
                if (level < after || !inCone) {
                    (inCone ? heard : others).rectangle(x - NODE / 2, y - NODE / 2, NODE, NODE);
                }
                for (int key = 0; inCone && level > 0 && key <= token; key++) {
                    if (reads(level, token, key)) {
                        // a full layer has so many lines that all but those of the newest token stay faint
                        (token == LAST || spans.get(level - 1) != 0 ? ways : faint)
                                .move(x, y + NODE / 2 + 1)
                                .line(pitch * key + pitch / 2, y + LEVEL - NODE / 2 - 1);
                    }
                }
            }
        }
        if (nextIsFull(after)) {
            PathData next = new PathData();
            double y = TOP + (spans.size() - after) * LEVEL;
            for (int key = 0; key < TOKENS; key++) {
                next.move(pitch * LAST + pitch / 2, y - LEVEL + NODE / 2 + 1)
                        .line(pitch * key + pitch / 2, y - NODE / 2 - 1);
            }
            sketch.canvas().stroke("f-ghost", next);
        }
        sketch.canvas()
                .stroke("f-rule", faint)
                .stroke("f-way", ways)
                .stroke("f-rule", others)
                .stroke("f-pale", heard);
        sketch.numbers(
                "f-kept f-now",
                pitch * LAST + pitch / 2 - NODE / 2,
                TOP + (spans.size() - after) * LEVEL - NODE / 2,
                NODE,
                NODE);
    }

    private void drawNames(Sketch sketch, int level, int after, double x, double baseline) {
        String classes = level > after ? "f-soft" : "";
        TextStyle style = level == after ? TextStyle.FIGURE_STRONG : TextStyle.FIGURE;
        if (level == 0) {
            sketch.words(style, Anchor.START, x, baseline, "tokens");
            sketch.words(style, Anchor.END, sketch.width(), baseline, "itself");
            return;
        }
        long span = spans.get(level - 1);
        String name = sketch.narrow() ? shortName(span) : name(span);
        String heard = sketch.narrow() ? shortWords(heard(level)) : words(heard(level));
        sketch.words(classes, style, Anchor.START, x, baseline, level + ": " + name);
        sketch.words(classes, style, Anchor.END, sketch.width(), baseline, heard);
    }

    private static String shortName(long span) {
        return span == 0 ? "full" : span > 0 ? "window" : "chunk";
    }

    private static String name(long span) {
        return span == 0
                ? "full"
                : span > 0 ? "window of " + Numerals.grouped(span) : "chunks of " + Numerals.grouped(-span);
    }

    private static String shortWords(long heard) {
        return heard == 0 ? "all" : Numerals.grouped(heard);
    }

    private static String words(long heard) {
        return heard == 0 ? "every token" : Numerals.grouped(heard) + " tokens";
    }

    private static String counted(int layers) {
        return layers == 1 ? "1 layer" : layers + " layers";
    }

    /** What the drawing makes small. */
    private String scale() {
        for (long span : spans) {
            if (span != 0) {
                return span > 0
                        ? "Drawn with a window of " + WINDOW + " instead of " + Numerals.grouped(span) + "."
                        : "Drawn with chunks of " + CHUNK + " instead of " + Numerals.grouped(-span) + ".";
            }
        }
        return "";
    }

    private String message(int after) {
        long newest = spans.get(after - 1);
        if (newest == 0) {
            return spans.indexOf(0L) == after - 1
                    ? "One full layer, and the newest token can have heard of every token"
                    : "With a full layer on top, the newest token can have heard of every token";
        }
        if (heard(after) == 0) {
            return "A full layer below has heard of every token, and the layers above it hand that on";
        }
        if (newest < 0) {
            return nextIsFull(after)
                    ? "However many layers, nothing crosses the border of a chunk; the full layer above reaches every "
                            + "token"
                    : "Chunks do not add up: however many layers, nothing crosses the border of a chunk";
        }
        if (nextIsFull(after)) {
            return (after == 1
                            ? "A layer with a window reaches one window back"
                            : after + " layers with windows reach at most " + after + " windows back")
                    + "; the full layer above reaches every token";
        }
        return after == 1
                ? "After one layer with a window the newest token has heard of that window and of nothing else"
                : after + " layers with windows reach at most " + after
                        + " windows back: each hands on what the layer below has heard";
    }

    private String reading(int after) {
        long heard = heard(after);
        String begin =
                "After " + after + " of " + layers + " layers of " + model + " the newest token can have heard of ";
        if (heard == 0) {
            return begin + "every token, however far back. That it can have heard of one does not say that it uses it.";
        }
        long span = spans.get(0);
        String sum = span > 0 && heard == after * (span - 1) + 1 && after > 1
                ? after + " × " + Numerals.grouped(span - 1) + " + 1 = "
                : "";
        return begin + (span < 0 ? "at most " : "") + sum + words(heard) + "; in the drawing, "
                + (sum.isEmpty() ? "" : after + " × " + (WINDOW - 1) + " + 1 = ") + Integer.bitCount(cone(after)[0])
                + ". That it can have heard of one does not say that it uses it.";
    }
}
