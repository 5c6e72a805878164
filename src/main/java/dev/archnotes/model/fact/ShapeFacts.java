package dev.archnotes.model.fact;

import dev.archnotes.model.ledger.AttentionMix;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Attention;
import dev.archnotes.model.spec.FeedForward;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.PositionEncoding;
import dev.archnotes.model.spec.RopeScaling;
import dev.archnotes.model.spec.Variant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What the specification says, flattened to one value a fact. */
final class ShapeFacts {
    private ShapeFacts() {}

    static void add(Variant spec, FactSheet.Collector sheet) {
        Architecture model = spec.architecture();
        sheet.count("layers", model.layers());
        sheet.count("hidden_size", model.hiddenSize());
        sheet.count("vocabulary_size", model.vocabularySize());
        sheet.flag("tied_embeddings", model.tiedEmbeddings());
        sheet.put("context.configured", new FactValue.Whole(spec.context().configured(), Unit.TOKENS));
        sheet.put(
                "context.trained",
                spec.context()
                        .trained()
                        .<FactValue>map(tokens -> new FactValue.Whole(tokens, Unit.TOKENS))
                        .orElseGet(FactValue.NotPublished::new));
        spec.context()
                .extended()
                .ifPresent(tokens -> sheet.put("context.extended", new FactValue.Whole(tokens, Unit.TOKENS)));
        model.vision().ifPresent(vision -> sheet.words("vision", vision.name()));
        addAttention(model, sheet);
        addPositions(model, sheet);
        addFeedForward(model, sheet);
        AttributeFacts.add(model.normalization(), "normalization.", sheet);
    }

    private static void addAttention(Architecture model, FactSheet.Collector sheet) {
        Set<String> kinds = new LinkedHashSet<>();
        for (LayerBlock kind : model.kinds()) {
            kinds.add(kind.attention().kind());
        }
        sheet.words("attention.kind", String.join(" + ", kinds));
        AttentionMix mix = AttentionMix.of(model);
        sheet.words("attention.mix", mix.words());
        mix.counts().forEach((reach, layers) -> sheet.count("attention." + reach.key() + "_layers", layers));
        Attention main = main(model);
        AttributeFacts.add(main, "attention.", sheet);
        if (!main.isRecurrent()) {
            sheet.words("attention.qk_norm", queryKeyNorm(model, main));
        }
        for (LayerBlock kind : model.kinds()) {
            addOther(kind, main, sheet);
        }
    }

    /** What only layers of another kind than the main one have. */
    private static void addOther(LayerBlock kind, Attention main, FactSheet.Collector sheet) {
        Attention attention = kind.attention();
        if (attention.isRecurrent() != main.isRecurrent()) {
            AttributeFacts.add(attention, "attention.", sheet);
        }
        attention
                .limit()
                .filter(limit -> !sheet.has("attention." + limit.key()))
                .ifPresent(limit ->
                        sheet.put("attention." + limit.key(), new FactValue.Whole(limit.value(), Unit.TOKENS)));
        if (attention.isRecurrent() && !sheet.has("attention.state_bytes")) {
            long bytes = Math.multiplyExact(attention.stateBytes(), kind.count());
            sheet.put("attention.state_bytes", new FactValue.Whole(bytes, Unit.BYTES));
        }
    }

    /** The norm of the main layers, or of others where only those have one. */
    private static String queryKeyNorm(Architecture model, Attention main) {
        String norm = main.queryKeyNorm();
        boolean some = false;
        for (LayerBlock kind : model.kinds()) {
            if (!kind.attention().isRecurrent()
                    && !kind.attention().queryKeyNorm().equals(main.queryKeyNorm())) {
                norm = norm.equals("none") ? kind.attention().queryKeyNorm() : norm;
                some = true;
            }
        }
        return norm + (some ? ", RoPE layers only" : "");
    }

    /** The attention that sees everything, or the first where none does. */
    static Attention main(Architecture model) {
        for (LayerBlock kind : model.kinds()) {
            if (kind.attention().growsWithContext()) {
                return kind.attention();
            }
        }
        return model.kinds().get(0).attention();
    }

    private static void addPositions(Architecture model, FactSheet.Collector sheet) {
        Set<String> kinds = new LinkedHashSet<>();
        long rope = 0;
        long none = 0;
        Optional<PositionEncoding.Rope> global = Optional.empty();
        Optional<PositionEncoding.Rope> local = Optional.empty();
        for (LayerBlock kind : model.kinds()) {
            if (kind.attention().isRecurrent()) {
                continue;
            }
            PositionEncoding positions = kind.attention().positions();
            kinds.add(positions.label());
            if (positions.rope().isPresent()) {
                rope = Math.addExact(rope, kind.count());
                if (kind.attention().growsWithContext()) {
                    global = positions.rope();
                } else {
                    local = positions.rope();
                }
            } else if (!positions.isTable()) {
                none = Math.addExact(none, kind.count());
            }
        }
        if (!kinds.isEmpty()) {
            sheet.words("positions.kind", String.join(" + ", kinds));
        }
        Optional<PositionEncoding.Rope> main = global.isPresent() ? global : local;
        if (main.isPresent()) {
            sheet.count("positions.rope_base", main.get().base());
            sheet.count("positions.rotary_dim", main.get().rotaryDim());
            sheet.words(
                    "positions.scaling",
                    main.get().scaling().map(ShapeFacts::scaling).orElse("none"));
            sheet.count("positions.rope_layers", rope);
        }
        if (global.isPresent()
                && local.isPresent()
                && local.get().base() != global.get().base()) {
            sheet.count("positions.local_rope_base", local.get().base());
        }
        if (none > 0) {
            sheet.count("positions.nope_layers", none);
        }
        if (model.learnedPositions() > 0) {
            sheet.count("positions.table_rows", model.learnedPositions());
        }
    }

    private static String scaling(RopeScaling scaling) {
        return scaling.method().label() + ", factor " + Numerals.shortest(scaling.factor());
    }

    private static void addFeedForward(Architecture model, FactSheet.Collector sheet) {
        Set<String> kinds = new LinkedHashSet<>();
        long sparse = 0;
        long dense = 0;
        for (LayerBlock kind : model.kinds()) {
            FeedForward feedForward = kind.feedForward();
            kinds.add(feedForward.kind());
            AttributeFacts.add(feedForward, "feed_forward.", sheet);
            if (feedForward.sparse().isPresent()) {
                sparse = Math.addExact(sparse, kind.count());
            } else {
                dense = Math.addExact(dense, kind.count());
            }
        }
        sheet.words("feed_forward.kind", String.join(" + ", kinds));
        sheet.words(
                "feed_forward.activation",
                model.kinds().get(0).feedForward().activation().label());
        sheet.count("feed_forward.moe_layers", sparse);
        sheet.count("feed_forward.dense_layers", dense);
    }
}
