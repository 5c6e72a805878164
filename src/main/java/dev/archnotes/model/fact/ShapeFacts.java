package dev.archnotes.model.fact;

import dev.archnotes.model.ledger.AttentionMix;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Attention;
import dev.archnotes.model.spec.DenseFeedForward;
import dev.archnotes.model.spec.FeedForward;
import dev.archnotes.model.spec.GatedDeltaNet;
import dev.archnotes.model.spec.LatentAttention;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.MixtureOfExperts;
import dev.archnotes.model.spec.PositionEncoding;
import dev.archnotes.model.spec.QkNorm;
import dev.archnotes.model.spec.RopeScaling;
import dev.archnotes.model.spec.SoftmaxAttention;
import dev.archnotes.model.spec.Span;
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
        sheet.words("normalization.kind", model.normalization().kind().label());
        sheet.words("normalization.placement", model.normalization().placement().label());
        sheet.words("normalization.epsilon", model.normalization().epsilon());
        sheet.flag("normalization.zero_centered", model.normalization().zeroCentered());
    }

    private static void addAttention(Architecture model, FactSheet.Collector sheet) {
        Set<String> kinds = new LinkedHashSet<>();
        for (LayerBlock kind : model.kinds()) {
            kinds.add(kind.attention().kind());
        }
        sheet.words("attention.kind", String.join(" + ", kinds));
        sheet.words("attention.mix", AttentionMix.of(model).words());
        AttentionMix.of(model).counts().forEach((key, layers) -> sheet.count("attention." + key + "_layers", layers));
        for (LayerBlock kind : model.kinds()) {
            if (kind.attention() instanceof SoftmaxAttention softmax
                    && softmax.span() instanceof Span.Window window
                    && !sheet.has("attention.window")) {
                sheet.put("attention.window", new FactValue.Whole(window.tokens(), Unit.TOKENS));
            }
            if (kind.attention() instanceof SoftmaxAttention softmax
                    && softmax.span() instanceof Span.Chunk chunk
                    && !sheet.has("attention.chunk")) {
                sheet.put("attention.chunk", new FactValue.Whole(chunk.tokens(), Unit.TOKENS));
            }
            if (kind.attention() instanceof GatedDeltaNet && !sheet.has("attention.state_bytes")) {
                sheet.put(
                        "attention.state_bytes",
                        new FactValue.Whole(
                                Math.multiplyExact(kind.attention().stateBytes(), kind.count()), Unit.BYTES));
            }
        }
        Attention main = main(model);
        if (main instanceof LatentAttention latent) {
            sheet.count("attention.heads", latent.heads());
            sheet.count("attention.head_dim", latent.queryHeadDim());
            sheet.count("attention.query_width", Math.multiplyExact(latent.heads(), latent.queryHeadDim()));
            if (latent.queryRank() > 0) {
                sheet.count("attention.query_rank", latent.queryRank());
            }
            sheet.count("attention.kv_rank", latent.kvRank());
            sheet.count("attention.nope_head_dim", latent.nopeHeadDim());
            sheet.count("attention.rope_head_dim", latent.ropeHeadDim());
            sheet.count("attention.value_head_dim", latent.valueHeadDim());
            sheet.words("attention.qk_norm", "on the latents");
        } else if (main instanceof SoftmaxAttention softmax) {
            addSoftmax(model, softmax, sheet);
        }
    }

    private static void addSoftmax(Architecture model, SoftmaxAttention main, FactSheet.Collector sheet) {
        sheet.count("attention.heads", main.heads());
        sheet.count("attention.kv_heads", main.kvHeads());
        sheet.count("attention.queries_per_kv_head", main.heads() / main.kvHeads());
        sheet.count("attention.head_dim", main.headDim());
        sheet.count("attention.query_width", main.queryWidth());
        Optional<QkNorm> norm = main.qkNorm();
        boolean partial = false;
        for (LayerBlock kind : model.kinds()) {
            if (kind.attention() instanceof SoftmaxAttention other
                    && !other.qkNorm().equals(main.qkNorm())) {
                norm = norm.isPresent() ? norm : other.qkNorm();
                partial = true;
            }
        }
        boolean some = partial;
        sheet.words(
                "attention.qk_norm",
                norm.map(n -> n.label() + (some ? ", RoPE layers only" : "")).orElse("none"));
        sheet.words("attention.biases", main.biases().label());
        sheet.flag("attention.sinks", main.sinks());
        sheet.flag("attention.output_gate", main.outputGate());
        main.logitSoftCap().ifPresent(cap -> sheet.words("attention.logit_soft_cap", plain(cap)));
        main.temperature().ifPresent(words -> sheet.words("attention.temperature", words));
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
        PositionEncoding.Rope global = null;
        PositionEncoding.Rope local = null;
        for (LayerBlock kind : model.kinds()) {
            if (kind.attention() instanceof GatedDeltaNet) {
                continue;
            }
            PositionEncoding positions = kind.attention().positions();
            kinds.add(positions.label());
            if (positions instanceof PositionEncoding.Rope rotary) {
                rope = Math.addExact(rope, kind.count());
                if (kind.attention().growsWithContext()) {
                    global = rotary;
                } else {
                    local = rotary;
                }
            } else if (positions instanceof PositionEncoding.None) {
                none = Math.addExact(none, kind.count());
            }
        }
        sheet.words("positions.kind", String.join(" + ", kinds));
        PositionEncoding.Rope main = global != null ? global : local;
        if (main != null) {
            sheet.count("positions.rope_base", main.base());
            sheet.count("positions.rotary_dim", main.rotaryDim());
            sheet.words(
                    "positions.scaling", main.scaling().map(ShapeFacts::scaling).orElse("none"));
            sheet.count("positions.rope_layers", rope);
        }
        if (global != null && local != null && local.base() != global.base()) {
            sheet.count("positions.local_rope_base", local.base());
        }
        if (none > 0) {
            sheet.count("positions.nope_layers", none);
        }
        if (model.learnedPositions() > 0) {
            sheet.count("positions.table_rows", model.learnedPositions());
        }
    }

    private static String scaling(RopeScaling scaling) {
        String method = scaling.method().equals("yarn")
                ? "YaRN"
                : scaling.method().equals("llama3") ? "by wavelength (Llama 3)" : scaling.method();
        return method + ", factor " + plain(scaling.factor());
    }

    private static void addFeedForward(Architecture model, FactSheet.Collector sheet) {
        Set<String> kinds = new LinkedHashSet<>();
        long sparse = 0;
        long dense = 0;
        for (LayerBlock kind : model.kinds()) {
            FeedForward feedForward = kind.feedForward();
            kinds.add(feedForward.kind());
            if (feedForward instanceof MixtureOfExperts experts) {
                sparse = Math.addExact(sparse, kind.count());
                if (!sheet.has("feed_forward.experts")) {
                    addExperts(experts, sheet);
                }
            } else {
                dense = Math.addExact(dense, kind.count());
                if (!sheet.has("feed_forward.intermediate_size")) {
                    sheet.count("feed_forward.intermediate_size", ((DenseFeedForward) feedForward).intermediateSize());
                }
            }
        }
        sheet.words("feed_forward.kind", String.join(" + ", kinds));
        sheet.words(
                "feed_forward.activation",
                model.kinds().get(0).feedForward().activation().label());
        sheet.count("feed_forward.moe_layers", sparse);
        sheet.count("feed_forward.dense_layers", dense);
    }

    private static void addExperts(MixtureOfExperts experts, FactSheet.Collector sheet) {
        sheet.count("feed_forward.experts", experts.experts());
        sheet.count("feed_forward.experts_per_token", experts.expertsPerToken());
        sheet.put("feed_forward.sparsity", new FactValue.Ratio(experts.experts(), experts.expertsPerToken(), false));
        sheet.count("feed_forward.shared_experts", experts.sharedExperts());
        sheet.count("feed_forward.expert_intermediate_size", experts.expertIntermediateSize());
        if (experts.denseBranchSize() > 0) {
            sheet.count("feed_forward.dense_branch_size", experts.denseBranchSize());
        }
        sheet.words("feed_forward.router", experts.router().function().label());
        sheet.flag("feed_forward.router_bias", experts.router().selectionBias());
        if (experts.router().groups() > 1) {
            sheet.words(
                    "feed_forward.router_groups",
                    experts.router().groupsKept() + " of " + experts.router().groups());
        }
        if (experts.router().scaling() != 1.0) {
            sheet.words("feed_forward.router_scaling", plain(experts.router().scaling()));
        }
    }

    /** {@code 8} for 8.0, {@code 2.827} for 2.827. */
    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
