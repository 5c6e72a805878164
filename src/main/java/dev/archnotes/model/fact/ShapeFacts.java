package dev.archnotes.model.fact;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.RopeScaling;
import dev.archnotes.model.ledger.AttentionMix;
import dev.archnotes.model.network.Activation;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Variant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What the specification says, flattened to one value a fact. */
final class ShapeFacts {
    private ShapeFacts() {}

    static void add(Variant variant, FactSheet.Collector sheet) {
        Architecture architecture = variant.architecture();
        sheet.count(FactPath.LAYERS, architecture.layers());
        sheet.count(FactPath.HIDDEN_SIZE, architecture.hiddenSize());
        sheet.count(FactPath.VOCABULARY_SIZE, architecture.vocabularySize());
        sheet.flag(FactPath.TIED_EMBEDDINGS, architecture.tiedEmbeddings());
        if (variant.context().isLimited()) {
            sheet.put(
                    FactPath.CONTEXT_CONFIGURED,
                    new FactValue.Whole(variant.context().configured(), Unit.TOKENS));
        }
        sheet.put(
                FactPath.CONTEXT_TRAINED,
                variant.context()
                        .trained()
                        .<FactValue>map(tokens -> new FactValue.Whole(tokens, Unit.TOKENS))
                        .orElseGet(FactValue.NotPublished::new));
        variant.context()
                .extended()
                .ifPresent(tokens -> sheet.put(FactPath.CONTEXT_EXTENDED, new FactValue.Whole(tokens, Unit.TOKENS)));
        architecture.vision().ifPresent(vision -> sheet.words(FactPath.VISION, vision.name()));
        addAttention(architecture, sheet);
        addPositions(architecture, sheet);
        addFeedForward(architecture, sheet);
        AttributeFacts.add(architecture.normalization(), "normalization.", sheet);
        AttributeFacts.add(architecture.stream(), "residual_stream.", sheet);
        AttributeFacts.add(architecture.multipliers(), "multipliers.", sheet);
    }

    private static void addAttention(Architecture architecture, FactSheet.Collector sheet) {
        Set<String> kinds = new LinkedHashSet<>();
        for (LayerBlock kind : architecture.kinds()) {
            if (!kind.attention().isNone()) {
                kinds.add(kind.attention().kind());
            }
        }
        sheet.words(FactPath.ATTENTION_KIND, String.join(" + ", kinds));
        AttentionMix mix = AttentionMix.of(architecture);
        sheet.words(FactPath.ATTENTION_MIX, mix.words());
        mix.counts()
                .forEach((reach, layers) ->
                        sheet.count(FactPath.attribute("attention.", reach.key() + "_layers"), layers));
        long indexers = 0;
        for (LayerBlock kind : architecture.kinds()) {
            boolean own = kind.attention()
                    .indexer()
                    .filter(indexer -> !indexer.shared())
                    .isPresent();
            indexers = Math.addExact(indexers, own ? kind.count() : 0);
        }
        if (indexers > 0) {
            sheet.count(FactPath.ATTENTION_INDEXER_LAYERS, indexers);
        }
        Attention main = main(architecture);
        boolean sinks = false;
        for (LayerBlock kind : architecture.kinds()) {
            sinks = sinks || kind.attention().sinks();
        }
        if (sinks) {
            sheet.flag(FactPath.ATTENTION_SINKS, true);
        }
        AttributeFacts.add(main, "attention.", sheet);
        if (main.readsTokens()) {
            sheet.words(FactPath.ATTENTION_QK_NORM, queryKeyNorm(architecture, main));
        }
        long shared = 0;
        long state = 0;
        for (LayerBlock kind : architecture.kinds()) {
            addOther(kind.attention(), main, sheet);
            shared = kind.attention().sharesCache() ? Math.addExact(shared, kind.count()) : shared;
            state = Math.addExact(state, Math.multiplyExact(kind.attention().stateBytes(), kind.count()));
        }
        if (shared > 0) {
            sheet.count(FactPath.ATTENTION_SHARED_CACHE_LAYERS, shared);
        }
        if (state > 0) {
            sheet.put(FactPath.ATTENTION_STATE_BYTES, new FactValue.Whole(state, Unit.BYTES));
        }
        if (!main.valueSource().isEmpty()) {
            sheet.words(FactPath.ATTENTION_VALUES, main.valueSource());
        }
    }

    /** What only layers of another kind than the main one have. */
    private static void addOther(Attention attention, Attention main, FactSheet.Collector sheet) {
        if (attention.isRecurrent() != main.isRecurrent()) {
            AttributeFacts.add(attention, "attention.", sheet);
        }
        attention
                .limit()
                .filter(limit -> !sheet.has(FactPath.attribute("attention.", limit.key())))
                .ifPresent(limit -> sheet.put(
                        FactPath.attribute("attention.", limit.key()),
                        new FactValue.Whole(limit.value(), Unit.TOKENS)));
    }

    /** The norm of the main layers, or of others where only those have one. */
    private static String queryKeyNorm(Architecture architecture, Attention main) {
        String norm = main.queryKeyNorm();
        boolean some = false;
        for (LayerBlock kind : architecture.kinds()) {
            if (kind.attention().readsTokens()
                    && !kind.attention().queryKeyNorm().equals(main.queryKeyNorm())) {
                norm = norm.equals("none") ? kind.attention().queryKeyNorm() : norm;
                some = true;
            }
        }
        return norm + (some ? ", RoPE layers only" : "");
    }

    /** The attention that sees everything, or the first that sees something where none does. */
    static Attention main(Architecture architecture) {
        Attention first = architecture.kinds().get(0).attention();
        for (LayerBlock kind : architecture.kinds()) {
            if (kind.attention().growsWithContext() && !kind.attention().sharesCache()) {
                return kind.attention();
            }
            first = first.isNone() ? kind.attention() : first;
        }
        return first;
    }

    private static void addPositions(Architecture architecture, FactSheet.Collector sheet) {
        Set<String> kinds = new LinkedHashSet<>();
        long rope = 0;
        long none = 0;
        Optional<PositionEncoding.Rope> global = Optional.empty();
        Optional<PositionEncoding.Rope> local = Optional.empty();
        for (LayerBlock kind : architecture.kinds()) {
            if (!kind.attention().readsTokens()) {
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
            } else if (positions.isNone()) {
                none = Math.addExact(none, kind.count());
            }
        }
        if (!kinds.isEmpty()) {
            sheet.words(FactPath.POSITIONS_KIND, String.join(" + ", kinds));
        }
        Optional<PositionEncoding.Rope> main = global.isPresent() ? global : local;
        if (main.isPresent()) {
            sheet.count(FactPath.POSITIONS_ROPE_BASE, main.get().base());
            sheet.count(FactPath.POSITIONS_ROTARY_DIM, main.get().rotaryDim());
            sheet.words(
                    FactPath.POSITIONS_SCALING,
                    main.get().scaling().map(ShapeFacts::scaling).orElse("none"));
            sheet.count(FactPath.POSITIONS_ROPE_LAYERS, rope);
        }
        if (global.isPresent()
                && local.isPresent()
                && local.get().base() != global.get().base()) {
            sheet.count(FactPath.POSITIONS_LOCAL_ROPE_BASE, local.get().base());
        }
        if (none > 0) {
            sheet.count(FactPath.POSITIONS_NOPE_LAYERS, none);
        }
        if (architecture.learnedPositions() > 0) {
            sheet.count(FactPath.POSITIONS_TABLE_ROWS, architecture.learnedPositions());
        }
    }

    private static String scaling(RopeScaling scaling) {
        return scaling.method().label() + ", factor " + Numerals.shortest(scaling.factor());
    }

    private static void addFeedForward(Architecture architecture, FactSheet.Collector sheet) {
        Set<String> kinds = new LinkedHashSet<>();
        long sparse = 0;
        long dense = 0;
        long without = 0;
        Optional<Activation> activation = Optional.empty();
        for (LayerBlock kind : architecture.kinds()) {
            FeedForward feedForward = kind.feedForward();
            if (feedForward.isNone()) {
                without = Math.addExact(without, kind.count());
                continue;
            }
            kinds.add(feedForward.kind());
            activation = activation.isPresent() ? activation : feedForward.nonLinearity();
            AttributeFacts.add(feedForward, "feed_forward.", sheet);
            if (feedForward.sparse().isPresent()) {
                sparse = Math.addExact(sparse, kind.count());
            } else {
                dense = Math.addExact(dense, kind.count());
            }
        }
        sheet.words(FactPath.FEED_FORWARD_KIND, kinds.isEmpty() ? "none" : String.join(" + ", kinds));
        activation.ifPresent(function -> sheet.words(FactPath.FEED_FORWARD_ACTIVATION, function.label()));
        sheet.count(FactPath.FEED_FORWARD_MOE_LAYERS, sparse);
        sheet.count(FactPath.FEED_FORWARD_DENSE_LAYERS, dense);
        if (without > 0) {
            sheet.count(FactPath.FEED_FORWARD_NONE_LAYERS, without);
        }
    }
}
