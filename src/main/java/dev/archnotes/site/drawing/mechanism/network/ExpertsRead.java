package dev.archnotes.site.drawing.mechanism.network;

import dev.archnotes.model.ledger.BatchCost;
import dev.archnotes.model.network.MixtureOfExperts;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
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
 * The experts of a layer that a batch is expected to read in one step of decoding, and the bytes of all layers.
 *
 * @param model the model's name
 * @param layers layers with experts
 * @param shared experts that every token passes
 * @param cost what a step reads
 */
public record ExpertsRead(String model, long layers, long shared, BatchCost cost) implements MechanismFigure {
    /** The place of the first batch: 2 to the power of it. */
    private static final int START = 3;

    private static final int LARGEST = 9;
    private static final double KEY = 14;
    private static final double BAR = 18;

    /**
     * The figure of a model.
     *
     * @throws IllegalArgumentException where it has no experts, or different ones
     */
    public static ExpertsRead of(Variant variant) {
        MixtureOfExperts found = null;
        long layers = 0;
        for (LayerBlock kind : variant.architecture().kinds()) {
            MixtureOfExperts experts = kind.feedForward().sparse().orElse(null);
            if (experts == null) {
                continue;
            }
            if (found != null && !found.equals(experts)) {
                throw new IllegalArgumentException("its layers have different experts");
            }
            found = experts;
            layers = Math.addExact(layers, kind.count());
        }
        if (found == null) {
            throw new IllegalArgumentException("it has no experts");
        }
        BatchCost cost = BatchCost.of(variant.architecture());
        return new ExpertsRead(variant.name(), layers, found.sharedExperts(), cost);
    }

    /** The figure that was written so. */
    public static ExpertsRead read(FigureCode.Reader in) {
        return new ExpertsRead(
                in.name(),
                in.number(),
                in.number(),
                new BatchCost(in.number(), in.number(), in.number(), in.number(), in.number()));
    }

    @Override
    public void write(FigureCode.Writer out) {
        out.name(model)
                .number(layers)
                .number(shared)
                .number(cost.experts())
                .number(cost.perToken())
                .number(cost.routedBytes())
                .number(cost.otherBytes())
                .number(cost.flopsPerToken());
    }

    @Override
    public List<Control> controls() {
        List<String> values = new ArrayList<>();
        for (int power = 0; power <= LARGEST; power++) {
            values.add(Long.toString(1L << power));
        }
        return List.of(new Control("Batch", values, START));
    }

    @Override
    public String invitation() {
        return "Double the batch: a step never reads twice as much, so each token pays for less.";
    }

    @Override
    public Scene scene(Setting setting, double width) {
        long batch = 1L << setting.at(0);
        Sketch sketch = new Sketch(width);
        double grid = drawGrid(sketch, drawShared(sketch), Math.round(cost.distinctExperts(batch)));
        return new Scene(
                sketch.picture(
                        drawBytes(sketch, grid, batch),
                        message(batch),
                        "The " + cost.experts() + " routed experts of one layer of " + model + ", filled where the "
                                + "batch is expected to read them, with those of the first token bold; below, to "
                                + "scale, the weights of all layers that a step reads."),
                reading(batch),
                outline(batch));
    }

    private String message(long batch) {
        String of = " of the " + cost.experts() + " experts";
        if (batch == 1) {
            return "One token reads " + cost.perToken() + of + " in each layer";
        }
        String read = batch + " tokens read ";
        String serves = ", and an expert serves " + uses((double) batch * cost.perToken() / cost.distinctExperts(batch))
                + " of them";
        if (Math.round(cost.distinctExperts(batch)) == cost.experts()) {
            return read + "all " + cost.experts() + " experts" + serves + " on average";
        }
        return "On average " + read + distinct(batch) + of + " in each layer"
                + (batch * cost.perToken() < 1.2 * cost.distinctExperts(batch)
                        ? ": hardly any serves two of them"
                        : serves);
    }

    private String reading(long batch) {
        String sum = "Read in one step: " + Unit.BYTES.print(cost.expertBytes(batch)) + " of routed experts and "
                + Unit.BYTES.print(cost.otherBytes()) + " that every token needs, "
                + Unit.BYTES.print(cost.weightBytes(batch)) + " in all";
        return batch == 1
                ? sum + "."
                : sum + ", or " + Unit.BYTES.print(cost.weightBytes(batch) / batch) + " for each of the " + batch
                        + " tokens (alone: " + Unit.BYTES.print(cost.weightBytes(1)) + ").";
    }

    private List<String> outline(long batch) {
        List<String> lines = new ArrayList<>();
        if (shared > 0) {
            lines.add(sharedWords());
        }
        lines.add(cost.experts() + " routed experts in each of " + layers + (layers == 1 ? " layer" : " layers"));
        lines.add(distinct(batch) + " of them read, expected of " + batch
                + (batch == 1 ? " token that chooses " : " tokens that choose ") + cost.perToken()
                + (batch == 1 ? "" : " each, independently"));
        lines.add(Unit.BYTES.print(cost.weightBytes(batch)) + " of weights read in a step, of "
                + Unit.BYTES.print(all()));
        return lines;
    }

    /** The expected number of experts, as the tables of the site print it. */
    String distinct(long batch) {
        return decimal(cost.distinctExperts(batch));
    }

    private static String decimal(double value) {
        return Numerals.quotient(Math.round(value * 10), 10, value < 100 ? 1 : 0);
    }

    /** {@code 2.3}, {@code 16}. */
    private static String uses(double value) {
        return Numerals.quotient(Math.round(value * 10), 10, value < 10 ? 1 : 0);
    }

    private long all() {
        return Math.addExact(cost.routedBytes(), cost.otherBytes());
    }

    private String sharedWords() {
        return shared == 1 ? "1 shared expert, read for every token" : shared + " shared experts, read for every token";
    }

    /** The shared experts and what their layer has; where the grid begins. */
    private double drawShared(Sketch sketch) {
        double y = 14;
        sketch.words(
                TextStyle.FIGURE,
                Anchor.START,
                0,
                y,
                "One of " + layers + (layers == 1 ? " layer" : " layers") + " with " + cost.experts()
                        + " routed experts");
        if (shared == 0) {
            return y + 12;
        }
        double x = 0;
        for (long i = 0; i < shared; i++) {
            sketch.weights("f-kept f-ffn", x, y + 12, KEY, KEY);
            x += KEY + 3;
        }
        sketch.words(TextStyle.FIGURE, Anchor.START, x + 5, y + 23.5, sharedWords());
        return y + 36;
    }

    /** The routed experts; where they and the words below them end. */
    private double drawGrid(Sketch sketch, double top, long read) {
        int experts = (int) cost.experts();
        int columns = columns(experts, Math.sqrt(experts) * (sketch.narrow() ? 1.1 : 2));
        double step = Math.min(sketch.width() / columns, 28);
        double side = step - Math.max(1.5, step * 0.15);
        PathData rest = new PathData();
        PathData filled = new PathData();
        PathData own = new PathData();
        int[] order = shuffled(experts);
        for (int i = 0; i < experts; i++) {
            PathData path = i < cost.perToken() ? own : i < read ? filled : rest;
            path.rectangle(
                    order[i] % columns * step + (step - side) / 2,
                    top + order[i] / columns * step + (step - side) / 2,
                    side,
                    side);
        }
        sketch.canvas()
                .stroke("f-weight f-ffn", rest)
                .stroke("f-kept f-ffn", filled)
                .stroke("f-kept f-ffn f-now", own);
        int rows = (experts + columns - 1) / columns;
        double below = top + rows * step + 8;
        sketch.weights("f-kept f-ffn f-now", 1.5, below + 1.5, KEY - 3, KEY - 3);
        sketch.words(
                TextStyle.FIGURE,
                Anchor.START,
                KEY + 8,
                below + 11.5,
                cost.perToken() == 1 ? "chosen by the first token" : "the " + cost.perToken() + " of the first token");
        return below + KEY;
    }

    /** The smallest number of columns from a number on that leaves no gap in the last row. */
    private static int columns(int experts, double least) {
        int columns = (int) Math.ceil(least);
        while (columns < experts && experts % columns != 0) {
            columns++;
        }
        return Math.min(columns, experts);
    }

    /** The places of the experts in an order without a pattern, the same every time. */
    private static int[] shuffled(int count) {
        int[] order = new int[count];
        int seed = count;
        for (int i = 0; i < count; i++) {
            seed = (seed * 1_103_515_245 + 12_345) & Integer.MAX_VALUE;
            int other = (seed >> 8) % (i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    /** The weights that a step reads, and what each of its tokens has to pay; the end of the picture. */
    private double drawBytes(Sketch sketch, double top, long batch) {
        long experts = cost.expertBytes(batch);
        double y = bar(sketch, top + 30, "Weights that one step reads", "of ", all(), experts, 1);
        double after = TextStyle.FIGURE_STRONG.width(Unit.BYTES.print(cost.weightBytes(batch))) + 5;
        sketch.words(
                TextStyle.FIGURE,
                Anchor.START,
                after,
                y,
                "= " + Unit.BYTES.print(cost.otherBytes()) + " always + " + Unit.BYTES.print(experts) + " of experts");
        return bar(
                        sketch,
                        y + 26,
                        "For each token, on a scale of its own",
                        "one alone: ",
                        cost.weightBytes(1),
                        experts,
                        batch)
                + 8;
    }

    /** A bar as a part of what it is measured against, and its bytes; the baseline of these. */
    private double bar(
            Sketch sketch, double top, String words, String against, long full, long expertBytes, long tokens) {
        double scale = sketch.width() / full / tokens;
        double other = cost.otherBytes() * scale;
        sketch.words(TextStyle.FIGURE, Anchor.START, 0, top, words);
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, sketch.width(), top, against + Unit.BYTES.print(full));
        sketch.numbers("f-ghost", 0, top + 8, sketch.width(), BAR);
        sketch.numbers("f-kept f-token", 0, top + 8, other, BAR);
        sketch.numbers("f-kept f-ffn", other, top + 8, expertBytes * scale, BAR);
        double below = top + 8 + BAR + 17;
        String bytes = Unit.BYTES.print((cost.otherBytes() + expertBytes) / tokens);
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.START, 0, below, bytes);
        return below;
    }
}
