package dev.archnotes.site.drawing.architecture;

import dev.archnotes.model.spec.Attention;
import dev.archnotes.model.spec.AttentionBiases;
import dev.archnotes.model.spec.DenseFeedForward;
import dev.archnotes.model.spec.FeedForward;
import dev.archnotes.model.spec.GatedDeltaNet;
import dev.archnotes.model.spec.LatentAttention;
import dev.archnotes.model.spec.MixtureOfExperts;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.PositionEncoding;
import dev.archnotes.model.spec.RopeScaling;
import dev.archnotes.model.spec.Router;
import dev.archnotes.model.spec.SoftmaxAttention;
import dev.archnotes.model.spec.Span;
import dev.archnotes.site.content.ExplainedPart;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the drawing says of attention and feed-forward, in words and facts. */
final class PartWords {
    private static final Map<Router.Function, String> BEFORE_TOP = Map.of(
            Router.Function.SIGMOID,
            "sigmoid, ",
            Router.Function.SOFTMAX,
            "softmax, ",
            Router.Function.SOFTMAX_AFTER_TOP_K,
            "");

    private final Subject subject;

    PartWords(Subject subject) {
        this.subject = subject;
    }

    /** A short remark in the color of what it concerns. */
    record Remark(PartColor part, Phrase phrase) {}

    static String title(Attention attention) {
        if (attention instanceof GatedDeltaNet) {
            return "Gated DeltaNet";
        }
        String kind = attention.kind();
        return Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
    }

    static String title(FeedForward feedForward) {
        return feedForward instanceof MixtureOfExperts ? "Mixture of experts" : "Feed-forward";
    }

    static ExplainedPart concept(Attention attention) {
        if (attention instanceof LatentAttention) {
            return ExplainedPart.LATENT;
        }
        if (attention instanceof GatedDeltaNet) {
            return ExplainedPart.STATE;
        }
        SoftmaxAttention softmax = (SoftmaxAttention) attention;
        if (softmax.span().isBounded()) {
            return ExplainedPart.WINDOW;
        }
        return softmax.kvHeads() == softmax.heads() ? ExplainedPart.HEADS : ExplainedPart.SHARED_HEADS;
    }

    /** The heads and what they keep. */
    Phrase heads(Attention attention, String path) {
        Phrase phrase = subject.phrase();
        if (attention instanceof LatentAttention latent) {
            phrase.count(path + "heads", latent.heads())
                    .words(" heads of ")
                    .count(path + "nope_head_dim", latent.nopeHeadDim())
                    .words(" + ")
                    .count(path + "rope_head_dim", latent.ropeHeadDim())
                    .words(" rotary dims, values ")
                    .count(path + "value_head_dim", latent.valueHeadDim())
                    .words("; all share a cached latent of ")
                    .count(path + "kv_rank", latent.kvRank())
                    .words(" and a rotary key of ")
                    .count(path + "rope_head_dim", latent.ropeHeadDim());
            if (latent.queryRank() > 0) {
                phrase.words("; query latent ").count(path + "query_rank", latent.queryRank());
            }
            return phrase;
        }
        if (attention instanceof GatedDeltaNet net) {
            return phrase.count(path + "value_heads", net.valueHeads())
                    .words(" value heads over ")
                    .count(path + "key_heads", net.keyHeads())
                    .words(" key heads, each with a state of ")
                    .count(path + "key_head_dim", net.keyHeadDim())
                    .words(" × ")
                    .count(path + "value_head_dim", net.valueHeadDim())
                    .words("; convolution over ")
                    .count(path + "convolution_width", net.convolutionWidth())
                    .words(" tokens");
        }
        SoftmaxAttention softmax = (SoftmaxAttention) attention;
        if (softmax.heads() == softmax.kvHeads()) {
            return phrase.count(path + "heads", softmax.heads())
                    .words(" heads of ")
                    .count(path + "head_dim", softmax.headDim())
                    .words(" dims, no sharing");
        }
        return phrase.count(path + "heads", softmax.heads())
                .words(" query heads, ")
                .counted(path + "kv_heads", softmax.kvHeads(), "KV head")
                .words(", ")
                .count(path + "head_dim", softmax.headDim())
                .words(" dims");
    }

    /** Reach, positions, norms and other marks of an attention. */
    List<Remark> remarks(Attention attention, String path) {
        List<Remark> remarks = new ArrayList<>();
        if (attention instanceof GatedDeltaNet) {
            remarks.add(new Remark(PartColor.ATTENTION, subject.phrase().words("fixed state")));
            remarks.add(new Remark(PartColor.NORMALIZATION, subject.phrase().words("gated output norm")));
            return remarks;
        }
        if (attention instanceof SoftmaxAttention softmax) {
            if (softmax.span() instanceof Span.Window window) {
                remarks.add(new Remark(
                        PartColor.ATTENTION,
                        subject.phrase()
                                .words("window of ")
                                .count(path + "window", window.tokens())
                                .words(" tokens")));
            } else if (softmax.span() instanceof Span.Chunk chunk) {
                remarks.add(new Remark(
                        PartColor.ATTENTION,
                        subject.phrase()
                                .words("chunks of ")
                                .count(path + "chunk", chunk.tokens())
                                .words(" tokens")));
            } else {
                remarks.add(new Remark(PartColor.ATTENTION, subject.phrase().words("sees all tokens")));
            }
        }
        remarks.add(new Remark(PartColor.POSITIONS, positions(attention, path)));
        if (attention instanceof LatentAttention) {
            remarks.add(new Remark(PartColor.NORMALIZATION, subject.phrase().words("RMSNorm on the latents")));
        }
        if (attention instanceof SoftmaxAttention softmax) {
            addSoftmax(softmax, path, remarks);
        }
        return remarks;
    }

    private void addSoftmax(SoftmaxAttention softmax, String path, List<Remark> remarks) {
        softmax.qkNorm()
                .ifPresent(norm -> remarks.add(
                        new Remark(PartColor.NORMALIZATION, subject.phrase().words("QK-norm " + norm.label()))));
        if (softmax.sinks()) {
            remarks.add(new Remark(PartColor.ATTENTION, subject.phrase().words("sink in each head")));
        }
        if (softmax.outputGate()) {
            remarks.add(new Remark(PartColor.ATTENTION, subject.phrase().words("output gate")));
        }
        softmax.logitSoftCap()
                .ifPresent(cap -> remarks.add(new Remark(
                        PartColor.ATTENTION,
                        subject.phrase()
                                .words("logits capped at ")
                                .fact(path + "logit_soft_cap", plain(cap), plain(cap)))));
        if (softmax.temperature().isPresent()) {
            remarks.add(new Remark(PartColor.POSITIONS, subject.phrase().words("position temperature")));
        }
        if (softmax.biases() != AttentionBiases.NONE) {
            remarks.add(new Remark(
                    PartColor.ATTENTION,
                    subject.phrase().words("biases on " + softmax.biases().label())));
        }
    }

    private Phrase positions(Attention attention, String path) {
        PositionEncoding positions = attention.positions();
        if (positions instanceof PositionEncoding.Rope rope) {
            Phrase phrase = subject.phrase().words("RoPE");
            if (attention instanceof SoftmaxAttention softmax && softmax.headDim() != rope.rotaryDim()) {
                phrase.words(" on ")
                        .count(path + "rotary_dim", rope.rotaryDim())
                        .words(" of ")
                        .count(path + "head_dim", softmax.headDim())
                        .words(",");
            }
            phrase.words(" base ").count(path + "rope_base", rope.base());
            rope.scaling()
                    .ifPresent(scaling -> phrase.words(", " + method(scaling) + " ×")
                            .fact(path + "rope_scaling_factor", plain(scaling.factor()), plain(scaling.factor())));
            return phrase;
        }
        return subject.phrase().words(positions instanceof PositionEncoding.None ? "NoPE" : "no positions here");
    }

    private static String method(RopeScaling scaling) {
        return scaling.method().equals("yarn")
                ? "YaRN"
                : scaling.method().equals("llama3") ? "Llama 3 scaling" : scaling.method();
    }

    /** The widths of a feed-forward. */
    Phrase widths(FeedForward feedForward, String path) {
        Phrase phrase = subject.phrase();
        if (feedForward instanceof DenseFeedForward dense) {
            return phrase.count("hidden_size", subject.model().hiddenSize())
                    .words(" → ")
                    .count(path + "intermediate_size", dense.intermediateSize())
                    .words(" → ")
                    .count("hidden_size", subject.model().hiddenSize())
                    .words(", " + dense.activation().label() + (dense.biased() ? ", biases" : ""));
        }
        MixtureOfExperts moe = (MixtureOfExperts) feedForward;
        phrase.count(path + "experts_per_token", moe.expertsPerToken())
                .words(" of ")
                .counted(path + "experts", moe.experts(), "expert")
                .words(", each ")
                .count(path + "expert_intermediate_size", moe.expertIntermediateSize())
                .words(" wide");
        if (moe.sharedExperts() > 0) {
            phrase.words("; ")
                    .counted(path + "shared_experts", moe.sharedExperts(), "shared expert")
                    .words(" of ")
                    .count(path + "shared_intermediate_size", moe.sharedIntermediateSize())
                    .words(moe.sharedGate() ? ", gated" : "");
        }
        if (moe.denseBranchSize() > 0) {
            phrase.words("; dense branch of ")
                    .count(path + "dense_branch_size", moe.denseBranchSize())
                    .words(" always on");
        }
        return phrase.words("; " + moe.activation().label() + (moe.biased() ? ", biases" : ""));
    }

    /** How the router chooses. */
    Phrase router(MixtureOfExperts moe, String path) {
        Router router = moe.router();
        Phrase phrase = subject.phrase()
                .words("router: " + BEFORE_TOP.get(router.function()))
                .words("top ")
                .count(path + "experts_per_token", moe.expertsPerToken());
        if (router.function() == Router.Function.SOFTMAX_AFTER_TOP_K) {
            phrase.words(", then softmax");
        }
        if (router.groups() > 1) {
            phrase.words(" in ")
                    .count(path + "router_groups_kept", router.groupsKept())
                    .words(" of ")
                    .count(path + "router_groups", router.groups())
                    .words(" groups");
        }
        return phrase;
    }

    static String norm(Normalization normalization) {
        return normalization.kind().label();
    }

    /** {@code 8} for 8.0, {@code 2.827} for 2.827. */
    static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
