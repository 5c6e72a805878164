package dev.archnotes.model.fact;

import dev.archnotes.model.spec.Activation;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Attention;
import dev.archnotes.model.spec.FeedForward;
import dev.archnotes.model.spec.GatedDeltaNet;
import dev.archnotes.model.spec.LatentAttention;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.MixtureOfExperts;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.PositionEncoding;
import dev.archnotes.model.spec.RopeScaling;
import dev.archnotes.model.spec.SoftmaxAttention;
import dev.archnotes.model.spec.Span;
import java.util.Optional;
import java.util.function.Predicate;

/** A mechanism that a specification uses or does not use; concept pages list models by it. */
public enum Feature {
    ALL("all", "every model", model -> true),
    MULTI_HEAD_ATTENTION("multi-head-attention", "multi-head attention", softmaxKind("multi-head attention")),
    GROUPED_QUERY_ATTENTION(
            "grouped-query-attention", "grouped-query attention", softmaxKind("grouped-query attention")),
    MULTI_QUERY_ATTENTION("multi-query-attention", "multi-query attention", softmaxKind("multi-query attention")),
    LATENT_ATTENTION("latent-attention", "multi-head latent attention", attention(a -> a instanceof LatentAttention)),
    SLIDING_WINDOW_ATTENTION(
            "sliding-window-attention", "sliding-window attention", softmax(a -> a.span() instanceof Span.Window)),
    CHUNKED_ATTENTION("chunked-attention", "chunked attention", softmax(a -> a.span() instanceof Span.Chunk)),
    LINEAR_ATTENTION(
            "linear-attention", "linear attention (Gated DeltaNet)", attention(a -> a instanceof GatedDeltaNet)),
    GATED_ATTENTION("gated-attention", "output-gated attention", softmax(SoftmaxAttention::outputGate)),
    ATTENTION_SINKS("attention-sinks", "learned attention sinks", softmax(SoftmaxAttention::sinks)),
    QK_NORM("qk-norm", "QK-norm", softmax(a -> a.qkNorm().isPresent())),
    TEMPERATURE_TUNING(
            "temperature-tuning",
            "temperature tuning",
            softmax(a -> a.temperature().isPresent())),
    MIXTURE_OF_EXPERTS("mixture-of-experts", "mixture of experts", experts(e -> true)),
    SHARED_EXPERT("shared-expert", "shared expert", experts(e -> e.sharedExperts() > 0)),
    SELECTION_BIAS(
            "selection-bias",
            "balancing by selection bias",
            experts(e -> e.router().selectionBias())),
    SWIGLU(
            "swiglu",
            "SwiGLU",
            feedForward(f -> f.activation() == Activation.SWIGLU || f.activation() == Activation.CLAMPED_SWIGLU)),
    ROPE("rope", "RoPE", attention(a -> a.positions() instanceof PositionEncoding.Rope)),
    NOPE("nope", "NoPE layers", softmax(a -> a.positions() instanceof PositionEncoding.None)),
    LEARNED_POSITIONS("learned-positions", "learned positions", model -> model.learnedPositions() > 0),
    YARN(
            "yarn",
            "YaRN",
            attention(a -> a.positions() instanceof PositionEncoding.Rope rope
                    && rope.scaling().isPresent()
                    && rope.scaling().get().method() == RopeScaling.Method.YARN)),
    PRE_NORM("pre-norm", "pre-norm", placement(Normalization.Placement.PRE)),
    INSIDE_BRANCH_NORM(
            "inside-branch-norm",
            "norm on the output, inside the branch",
            placement(Normalization.Placement.INSIDE_BRANCH)),
    SANDWICH_NORM("sandwich-norm", "sandwich norm", placement(Normalization.Placement.SANDWICH)),
    LAYER_NORM("layer-norm", "LayerNorm", model -> model.normalization().kind() == Normalization.Kind.LAYER_NORM),
    RMS_NORM("rms-norm", "RMSNorm", model -> model.normalization().kind() == Normalization.Kind.RMS_NORM),
    TIED_EMBEDDINGS("tied-embeddings", "tied embeddings", Architecture::tiedEmbeddings),
    PREDICTION_MODULE(
            "prediction-module",
            "multi-token-prediction module",
            model -> model.predictionModule().isPresent()),
    VISION("vision", "vision part", model -> model.vision().isPresent());

    private final String key;
    private final String label;
    private final Predicate<Architecture> test;

    Feature(String key, String label, Predicate<Architecture> test) {
        this.key = key;
        this.label = label;
        this.test = test;
    }

    /** The word for it in a concept note's front matter. */
    public String key() {
        return key;
    }

    /** Its name in a sentence. */
    public String label() {
        return label;
    }

    /** Whether a model uses it in at least one layer. */
    public boolean usedBy(Architecture model) {
        return test.test(model);
    }

    /** The feature of a key. */
    public static Optional<Feature> named(String key) {
        for (Feature feature : values()) {
            if (feature.key.equals(key)) {
                return Optional.of(feature);
            }
        }
        return Optional.empty();
    }

    private static Predicate<Architecture> attention(Predicate<Attention> test) {
        return model -> {
            for (LayerBlock kind : model.kinds()) {
                if (test.test(kind.attention())) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Predicate<Architecture> softmax(Predicate<SoftmaxAttention> test) {
        return attention(a -> a instanceof SoftmaxAttention softmax && test.test(softmax));
    }

    private static Predicate<Architecture> softmaxKind(String kind) {
        return softmax(a -> a.kind().equals(kind));
    }

    private static Predicate<Architecture> experts(Predicate<MixtureOfExperts> test) {
        return feedForward(f -> f instanceof MixtureOfExperts experts && test.test(experts));
    }

    private static Predicate<Architecture> feedForward(Predicate<FeedForward> test) {
        return model -> {
            for (LayerBlock kind : model.kinds()) {
                if (test.test(kind.feedForward())) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Predicate<Architecture> placement(Normalization.Placement placement) {
        return model -> model.normalization().placement() == placement;
    }
}
