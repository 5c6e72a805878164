package dev.archnotes.site.drawing.mechanism.attention;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.CompressedAttention;
import dev.archnotes.model.attention.GatedConvolution;
import dev.archnotes.model.attention.GatedDeltaNet;
import dev.archnotes.model.attention.KimiDeltaAttention;
import dev.archnotes.model.attention.LatentAttention;
import dev.archnotes.model.attention.LightningAttention;
import dev.archnotes.model.attention.Mamba;
import dev.archnotes.model.attention.Mamba2;
import dev.archnotes.model.attention.NoMixer;
import dev.archnotes.model.attention.ParallelHeads;
import dev.archnotes.model.attention.SoftmaxAttention;
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
 * The query heads of one layer above what they share, from a key and a value for each (arXiv:1706.03762) over groups
 * (arXiv:2305.13245) and one for all (arXiv:1911.02150) to a latent (arXiv:2405.04434), with what is kept of a token
 * drawn to scale.
 *
 * @param model the model's name
 * @param heads query heads
 * @param own KV heads of the model itself, 0 where it keeps a latent
 * @param headDim dimensions of one key
 * @param valueDim dimensions of one value
 * @param latent numbers of the latent
 * @param rotary numbers of the rotary key beside it
 * @param layers layers that keep keys and values
 */
public record HeadSharing(
        String model, long heads, long own, long headDim, long valueDim, long latent, long rotary, long layers)
        implements MechanismFigure {
    private static final long BYTES = 2;
    /** The size of a latent in the paper that introduced it, in widths of a head: arXiv:2405.04434, section 2.1.4. */
    private static final long LATENT_HEADS = 4;

    private static final double HEADS_TOP = 26;
    private static final double SQUARE = 14;
    private static final double SHARED_TOP = 92;

    /**
     * The figure of a model.
     *
     * @throws IllegalArgumentException where its layers keep nothing by heads, or different things
     */
    public static HeadSharing of(Variant variant) {
        List<Attention> keeping = new ArrayList<>();
        long layers = 0;
        for (LayerBlock block : variant.architecture().sequence()) {
            if (block.attention().keepsTokens()) {
                keeping.add(block.attention());
                layers = Math.addExact(layers, block.count());
            }
        }
        for (Attention attention : keeping) {
            if (!attention.layout().equals(keeping.get(0).layout())
                    || attention.cachedNumbersPerToken() != keeping.get(0).cachedNumbersPerToken()) {
                throw new IllegalArgumentException("its layers have different heads");
            }
        }
        if (keeping.isEmpty()) {
            throw new IllegalArgumentException("none of its layers keeps keys and values");
        }
        return keeping.get(0).answer(new OfLayer(variant.name(), layers));
    }

    /** The figure that was written so. */
    public static HeadSharing read(FigureCode.Reader in) {
        return new HeadSharing(
                in.name(), in.number(), in.number(), in.number(), in.number(), in.number(), in.number(), in.number());
    }

    @Override
    public void write(FigureCode.Writer out) {
        out.name(model)
                .number(heads)
                .number(own)
                .number(headDim)
                .number(valueDim)
                .number(latent)
                .number(rotary)
                .number(layers);
    }

    @Override
    public List<Control> controls() {
        List<String> values = new ArrayList<>();
        int start = 0;
        for (long shared : choices()) {
            // by hand, since a search in a list would bring the equality of every record to the browser
            start = shared == own ? values.size() : start;
            values.add(shared == 0 ? "a latent" : Numerals.grouped(shared));
        }
        return List.of(new Control("KV heads", values, start));
    }

    @Override
    public String invitation() {
        return "Try one KV head for all queries, then a latent.";
    }

    /** What the heads can share: every number of KV heads that divides them, the largest first, then a latent. */
    private List<Long> choices() {
        List<Long> choices = new ArrayList<>();
        for (long shared = heads; shared >= 1; shared--) {
            if (heads % shared == 0) {
                choices.add(shared);
            }
        }
        choices.add(0L);
        return choices;
    }

    /** Numbers that a layer keeps of a token. */
    private long kept(long shared) {
        return shared == 0
                ? Math.addExact(latent, rotary)
                : Math.multiplyExact(shared, Math.addExact(headDim, valueDim));
    }

    /** Bytes that all layers keep of a token, in 16 bits a number. */
    long bytes(long shared) {
        return Math.multiplyExact(Math.multiplyExact(kept(shared), layers), BYTES);
    }

    @Override
    public Scene scene(Setting setting, double width) {
        long shared = choices().get(setting.at(0));
        Sketch sketch = new Sketch(width);
        drawHeads(sketch, shared);
        double bottom = drawKept(sketch, shared, shared == 0 ? SHARED_TOP + 86 : SHARED_TOP + 50);
        String reading = reading(shared);
        return new Scene(
                sketch.picture(
                        bottom,
                        message(shared),
                        "The " + heads + " query heads of one layer of " + model
                                + " above the keys and values that they read; below, to scale, the numbers that the "
                                + "layer keeps of each token."),
                reading,
                outline(shared));
    }

    private String message(long shared) {
        if (shared == 0) {
            return "All " + heads + " query heads share one vector of " + Numerals.grouped(kept(0))
                    + " numbers, and each rebuilds its own key and value from it";
        }
        if (shared == heads) {
            return "Each of " + heads + " query heads keeps a key and a value of its own";
        }
        if (shared == 1) {
            return "All " + heads + " query heads share one key and one value";
        }
        return "Every " + heads / shared + " query heads share one key and one value";
    }

    private String reading(long shared) {
        String numbers = shared == 0
                ? Numerals.grouped(latent) + " + " + Numerals.grouped(rotary) + " = " + Numerals.grouped(kept(0))
                : headDim == valueDim
                        ? Numerals.grouped(shared) + " × 2 × " + headDim + " = " + Numerals.grouped(kept(shared))
                        : Numerals.grouped(shared) + " × (" + headDim + " + " + valueDim + ") = "
                                + Numerals.grouped(kept(shared));
        String of = shared == own ? "" : " (the released model: " + Unit.BYTES.print(bytes(own)) + ")";
        return "Kept of each token: " + numbers + " numbers a layer, " + Unit.BYTES.print(bytes(shared)) + " in "
                + layers + (layers == 1 ? " layer" : " layers") + of + ".";
    }

    private List<String> outline(long shared) {
        List<String> lines = new ArrayList<>();
        lines.add(heads + " query heads, computed for the newest token and thrown away");
        if (shared == 0) {
            lines.add(heads + " keys and values, rebuilt from the latent in every step");
            lines.add("one latent of " + Numerals.grouped(latent) + " numbers and one rotary key of " + rotary
                    + ", kept for every token");
        } else {
            lines.add(shared + (shared == 1 ? " key and value" : " keys and values") + ", kept for every token, each "
                    + "read by " + heads / shared + (heads == shared ? " query head" : " query heads"));
        }
        lines.add(Numerals.grouped(kept(shared)) + " numbers kept of " + Numerals.grouped(kept(heads)) + " that "
                + heads + " keys and values would be");
        return lines;
    }

    private void drawHeads(Sketch sketch, long shared) {
        double width = sketch.width();
        double pitch = Math.min(width / heads, 22);
        double square = Math.min(SQUARE, pitch * 0.7);
        double left = (width - pitch * heads) / 2;
        long groups = shared == 0 ? 1 : shared;
        double group = pitch * heads / groups;
        PathData queries = new PathData();
        PathData rebuilt = new PathData();
        PathData ways = new PathData();
        PathData keys = new PathData();
        double box = Math.min(SQUARE, Math.max(square, group * 0.42));
        for (long g = 0; g < groups; g++) {
            double middle = left + g * group + group / 2;
            for (long h = 0; h < heads / groups; h++) {
                double x = left + g * group + h * pitch + pitch / 2;
                queries.rectangle(x - square / 2, HEADS_TOP, square, SQUARE);
                if (shared == 0) {
                    rebuilt.rectangle(x - square / 2, SHARED_TOP - 22, square, SQUARE / 2 - 1);
                    rebuilt.rectangle(x - square / 2, SHARED_TOP - 22 + SQUARE / 2 + 1, square, SQUARE / 2 - 1);
                    ways.move(x, SHARED_TOP - 24).vertical(HEADS_TOP + SQUARE + 2);
                    ways.move(middle, SHARED_TOP + 30).line(x, SHARED_TOP - 6);
                } else {
                    ways.move(middle, SHARED_TOP - 2).line(x, HEADS_TOP + SQUARE + 2);
                }
            }
            if (shared > 0) {
                keys.rectangle(middle - box / 2, SHARED_TOP, box, SQUARE / 2);
                keys.rectangle(middle - box / 2, SHARED_TOP + SQUARE / 2 + 2, box, SQUARE / 2);
            }
        }
        sketch.canvas().stroke("f-way", ways);
        sketch.canvas().stroke("f-made", queries);
        sketch.words(
                TextStyle.FIGURE,
                Anchor.MIDDLE,
                width / 2,
                HEADS_TOP - 10,
                heads + (heads == 1 ? " query, for the newest token" : " queries, for the newest token"));
        if (shared == 0) {
            sketch.canvas().stroke("f-made", rebuilt);
            double bar = Math.min(width * 0.5, 220);
            double part = bar * latent / kept(0);
            sketch.numbers("f-kept", width / 2 - bar / 2, SHARED_TOP + 32, part, SQUARE);
            sketch.numbers(
                    "f-kept f-position", width / 2 - bar / 2 + part + 2, SHARED_TOP + 32, bar - part - 2, SQUARE);
            sketch.words(
                    TextStyle.FIGURE,
                    Anchor.MIDDLE,
                    width / 2,
                    SHARED_TOP + 64,
                    "one latent and one rotary key, kept for every token");
        } else {
            sketch.canvas().stroke("f-kept", keys);
            double beside = left + group / 2 + box / 2 + 5;
            if (group > 120) {
                sketch.words(TextStyle.FIGURE, Anchor.START, beside, SHARED_TOP + 6, "key");
                sketch.words(TextStyle.FIGURE, Anchor.START, beside, SHARED_TOP + 19, "value");
            }
            sketch.words(
                    TextStyle.FIGURE,
                    Anchor.MIDDLE,
                    width / 2,
                    SHARED_TOP + 32,
                    shared == 1
                            ? "one key and one value, kept for every token"
                            : shared + " keys and " + shared + " values, kept for every token");
        }
    }

    /** The numbers kept of a token, as a part of what separate heads would keep; the end of the picture. */
    private double drawKept(Sketch sketch, long shared, double top) {
        double width = sketch.width();
        double share = width * kept(shared) / kept(heads);
        double part = shared == 0 ? share * latent / kept(0) : share;
        sketch.words(TextStyle.FIGURE, Anchor.START, 0, top + 14, "Numbers kept of one token in one layer");
        double bar = top + 24;
        sketch.numbers("f-ghost", 0, bar, width, 18);
        sketch.numbers("f-kept", 0, bar, part, 18);
        if (shared == 0) {
            sketch.numbers("f-kept f-position", part, bar, share - part, 18);
        }
        String number = Numerals.grouped(kept(shared));
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.START, 0, bar + 36, number);
        if (shared != heads) {
            sketch.words(
                    TextStyle.FIGURE,
                    Anchor.END,
                    width,
                    bar + 36,
                    (sketch.narrow() ? "separate heads: " : "a key and a value for each head: ")
                            + Numerals.grouped(kept(heads)));
        }
        return bar + 42;
    }

    /** What a layer of each kind has to share. */
    private record OfLayer(String name, long layers) implements Attention.Cases<HeadSharing> {
        @Override
        public HeadSharing softmax(SoftmaxAttention attention) {
            long headDim = attention.headDim();
            return new HeadSharing(
                    name,
                    attention.heads(),
                    attention.kvHeads(),
                    headDim,
                    attention.valueHeadDim(),
                    LATENT_HEADS * headDim,
                    headDim / 2,
                    layers);
        }

        @Override
        public HeadSharing latent(LatentAttention attention) {
            return new HeadSharing(
                    name,
                    attention.heads(),
                    0,
                    attention.queryHeadDim(),
                    attention.valueHeadDim(),
                    attention.kvRank(),
                    attention.ropeHeadDim(),
                    layers);
        }

        @Override
        public HeadSharing compressed(CompressedAttention attention) {
            throw new IllegalArgumentException("one vector is key and value of all heads");
        }

        @Override
        public HeadSharing gatedDeltaNet(GatedDeltaNet attention) {
            throw new IllegalArgumentException("a recurrent state is not shared by heads");
        }

        @Override
        public HeadSharing kimiDelta(KimiDeltaAttention attention) {
            throw new IllegalArgumentException("a recurrent state is not shared by heads");
        }

        @Override
        public HeadSharing lightning(LightningAttention attention) {
            throw new IllegalArgumentException("a recurrent state is not shared by heads");
        }

        @Override
        public HeadSharing gatedConvolution(GatedConvolution attention) {
            throw new IllegalArgumentException("a convolution has no heads");
        }

        @Override
        public HeadSharing mamba(Mamba attention) {
            throw new IllegalArgumentException("a recurrent state is not shared by heads");
        }

        @Override
        public HeadSharing mamba2(Mamba2 attention) {
            throw new IllegalArgumentException("a recurrent state is not shared by heads");
        }

        @Override
        public HeadSharing parallel(ParallelHeads heads) {
            return softmax(heads.attention());
        }

        @Override
        public HeadSharing none(NoMixer attention) {
            throw new IllegalArgumentException("nothing is shared where there are no heads");
        }
    }
}
