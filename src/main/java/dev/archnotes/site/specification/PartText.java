package dev.archnotes.site.specification;

import dev.archnotes.model.spec.Activation;
import dev.archnotes.model.spec.Attention;
import dev.archnotes.model.spec.AttentionBiases;
import dev.archnotes.model.spec.DenseFeedForward;
import dev.archnotes.model.spec.FeedForward;
import dev.archnotes.model.spec.GatedDeltaNet;
import dev.archnotes.model.spec.LatentAttention;
import dev.archnotes.model.spec.MixtureOfExperts;
import dev.archnotes.model.spec.PositionEncoding;
import dev.archnotes.model.spec.QkNorm;
import dev.archnotes.model.spec.RopeScaling;
import dev.archnotes.model.spec.Router;
import dev.archnotes.model.spec.SoftmaxAttention;
import dev.archnotes.model.spec.Span;
import java.util.Map;

/** Writes the named attentions and feed-forwards of an {@code architecture.yaml}. */
final class PartText {
    private static final Map<Activation, String> ACTIVATIONS = Map.of(
            Activation.GELU,
            "GELU",
            Activation.SWIGLU,
            "SwiGLU",
            Activation.GEGLU,
            "GeGLU",
            Activation.CLAMPED_SWIGLU,
            "clamped-SwiGLU");
    private static final Map<Router.Function, String> FUNCTIONS = Map.of(
            Router.Function.SIGMOID,
            "sigmoid",
            Router.Function.SOFTMAX,
            "softmax",
            Router.Function.SOFTMAX_AFTER_TOP_K,
            "softmax-after-top-k");

    private PartText() {}

    static void attention(String name, Attention attention, YamlText yaml) {
        yaml.line(3, name + ":");
        if (attention instanceof GatedDeltaNet linear) {
            yaml.entry(4, "kind", "gated-deltanet")
                    .entry(4, "key_heads", linear.keyHeads())
                    .entry(4, "value_heads", linear.valueHeads());
            yaml.entry(4, "key_head_dim", linear.keyHeadDim()).entry(4, "value_head_dim", linear.valueHeadDim());
            yaml.entry(4, "convolution_width", linear.convolutionWidth());
        } else if (attention instanceof LatentAttention latent) {
            yaml.entry(4, "kind", "latent").entry(4, "heads", latent.heads());
            yaml.entryIf(latent.queryRank() > 0, 4, "query_rank", Long.toString(latent.queryRank()));
            yaml.entry(4, "kv_rank", latent.kvRank()).entry(4, "nope_head_dim", latent.nopeHeadDim());
            yaml.entry(4, "rope_head_dim", latent.ropeHeadDim()).entry(4, "value_head_dim", latent.valueHeadDim());
            yaml.entry(4, "positions", positions(latent.positions()));
        } else {
            softmax((SoftmaxAttention) attention, yaml);
        }
    }

    private static void softmax(SoftmaxAttention softmax, YamlText yaml) {
        yaml.entry(4, "kind", softmax.kind().replace(" attention", ""));
        yaml.entry(4, "heads", softmax.heads())
                .entry(4, "kv_heads", softmax.kvHeads())
                .entry(4, "head_dim", softmax.headDim());
        if (softmax.span() instanceof Span.Window window) {
            yaml.entry(4, "window", window.tokens());
        } else if (softmax.span() instanceof Span.Chunk chunk) {
            yaml.entry(4, "chunk", chunk.tokens());
        }
        yaml.entry(4, "positions", positions(softmax.positions()));
        softmax.qkNorm().ifPresent(norm -> yaml.entry(4, "qk_norm", qkNorm(norm)));
        yaml.entryIf(
                softmax.biases() != AttentionBiases.NONE,
                4,
                "biases",
                softmax.biases() == AttentionBiases.ALL ? "all" : "qkv");
        yaml.entryIf(softmax.sinks(), 4, "sinks", "true").entryIf(softmax.outputGate(), 4, "output_gate", "true");
        softmax.logitSoftCap().ifPresent(cap -> yaml.entry(4, "logit_soft_cap", YamlText.plain(cap)));
        softmax.temperature().ifPresent(words -> yaml.entry(4, "temperature", YamlText.quoted(words)));
    }

    private static String qkNorm(QkNorm norm) {
        return "{scope: " + (norm.scope() == QkNorm.Scope.HEAD ? "head" : "vector")
                + (norm.weighted() ? "" : ", weighted: false") + (norm.afterRope() ? ", after_rope: true" : "") + "}";
    }

    private static String positions(PositionEncoding positions) {
        if (positions instanceof PositionEncoding.Rope rope) {
            return "{kind: rope, base: " + rope.base() + ", rotary_dim: " + rope.rotaryDim()
                    + rope.scaling()
                            .map(scaling -> ", scaling: " + scaling(scaling))
                            .orElse("") + "}";
        }
        return positions instanceof PositionEncoding.Learned ? "{kind: learned}" : "{kind: none}";
    }

    private static String scaling(RopeScaling scaling) {
        String original = scaling.originalContext() > 0 ? ", original_context: " + scaling.originalContext() : "";
        return "{method: " + scaling.method() + ", factor: " + YamlText.plain(scaling.factor()) + original + "}";
    }

    static void feedForward(String name, FeedForward feedForward, YamlText yaml) {
        String activation = ACTIVATIONS.get(feedForward.activation());
        if (feedForward instanceof DenseFeedForward dense) {
            yaml.entry(
                    3,
                    name,
                    "{kind: dense, activation: " + activation + ", intermediate_size: " + dense.intermediateSize()
                            + (dense.biased() ? ", biases: true" : "") + "}");
            return;
        }
        MixtureOfExperts experts = (MixtureOfExperts) feedForward;
        yaml.line(3, name + ":").entry(4, "kind", "mixture-of-experts").entry(4, "activation", activation);
        yaml.entry(4, "experts", experts.experts()).entry(4, "experts_per_token", experts.expertsPerToken());
        yaml.entry(4, "expert_intermediate_size", experts.expertIntermediateSize());
        yaml.entryIf(experts.sharedExperts() > 0, 4, "shared_experts", Long.toString(experts.sharedExperts()));
        yaml.entryIf(
                experts.sharedExperts() > 0,
                4,
                "shared_intermediate_size",
                Long.toString(experts.sharedIntermediateSize()));
        yaml.entryIf(experts.sharedGate(), 4, "shared_expert_gate", "true");
        yaml.entryIf(experts.denseBranchSize() > 0, 4, "dense_branch_size", Long.toString(experts.denseBranchSize()));
        yaml.entryIf(experts.biased(), 4, "biases", "true").entry(4, "router", router(experts.router()));
    }

    private static String router(Router router) {
        return "{function: " + FUNCTIONS.get(router.function()) + (router.biased() ? ", biases: true" : "")
                + (router.selectionBias() ? ", selection_bias: true" : "")
                + (router.groups() > 1 ? ", groups: " + router.groups() + ", groups_kept: " + router.groupsKept() : "")
                + (router.scaling() == 1.0 ? "" : ", scaling: " + YamlText.plain(router.scaling())) + "}";
    }
}
