package dev.archnotes.model.compare;

import dev.archnotes.model.spec.Architecture;
import java.util.Optional;

/**
 * An answer to the question of an {@link Aspect}, as fine as two models can differ: not only whether queries and keys
 * are normalized but over what. A model that gives none of an aspect's answers has nothing there (no sinks). Where
 * several have one name, a {@link MechanismGroup} holds them together.
 */
public enum Mechanism {
    MULTI_HEAD_ATTENTION(Aspect.ATTENTION, "multi-head-attention", "multi-head attention", true),
    GROUPED_QUERY_ATTENTION(Aspect.ATTENTION, "grouped-query-attention", "grouped-query attention", false),
    MULTI_QUERY_ATTENTION(Aspect.ATTENTION, "multi-query-attention", "multi-query attention", false),
    LATENT_ATTENTION(Aspect.ATTENTION, "latent-attention", "multi-head latent attention", false),
    COMPRESSED_ATTENTION(Aspect.ATTENTION, "compressed-attention", "compressed attention", false),
    GATED_DELTANET(Aspect.ATTENTION, "gated-deltanet", "linear attention (Gated DeltaNet)", false),
    KIMI_DELTA_ATTENTION(Aspect.ATTENTION, "kimi-delta-attention", "linear attention (Kimi Delta Attention)", false),
    LIGHTNING_ATTENTION(Aspect.ATTENTION, "lightning-attention", "linear attention (lightning attention)", false),
    SHORT_CONVOLUTION(Aspect.ATTENTION, "short-convolution", "gated short convolutions", false),
    MAMBA(Aspect.ATTENTION, "mamba", "state-space layers (Mamba)", false),
    MAMBA2(Aspect.ATTENTION, "mamba-2", "state-space layers (Mamba-2)", false),
    PARALLEL_HEADS(Aspect.ATTENTION, "attention-beside-mamba-2", "attention and Mamba-2 side by side", false),

    FULL_ATTENTION(Aspect.REACH, "full-attention", "full attention", true),
    SLIDING_WINDOW(Aspect.REACH, "sliding-window-attention", "sliding-window attention", false),
    CHUNKED_ATTENTION(Aspect.REACH, "chunked-attention", "chunked attention", false),
    RECURRENT_STATE(Aspect.REACH, "recurrent-state", "a recurrent state", false),
    CONVOLUTION_KERNEL(Aspect.REACH, "convolution-kernel", "a kernel of a few tokens", false),
    CROSS_ATTENTION(Aspect.REACH, "cross-attention", "cross-attention to pictures", false),

    SHARED_CACHE(Aspect.CACHE_SHARING, "shared-cache", "caches shared by several layers", false),
    KEYS_AS_VALUES(Aspect.VALUES, "keys-as-values", "values made of the keys' projection", false),
    OWN_VALUE_WIDTH(Aspect.VALUES, "value-head-dimension", "value heads of a width of their own", false),
    SPARSE_ATTENTION(Aspect.SELECTION, "sparse-attention", "sparse attention", false),
    SHARED_SELECTION(Aspect.SELECTION, "shared-selection", "a choice of tokens shared by layers", false),

    QK_NORM_HEAD(Aspect.QK_NORM, "qk-norm-per-head", "QK-norm per head", false),
    QK_NORM_VECTOR(Aspect.QK_NORM, "qk-norm-whole-vector", "QK-norm over the whole projection", false),
    QK_NORM_OWN_HEAD(Aspect.QK_NORM, "qk-norm-own-weights", "QK-norm with weights of each head", false),
    QK_NORM_AFTER_ROPE(Aspect.QK_NORM, "qk-norm-after-rope", "a QK-norm without weights", false),

    QKV_BIASES(Aspect.ATTENTION_BIASES, "query-key-value-biases", "biases on queries, keys and values", false),
    ALL_ATTENTION_BIASES(Aspect.ATTENTION_BIASES, "attention-biases", "biases throughout attention", false),
    ATTENTION_SINKS(Aspect.SINKS, "attention-sinks", "learned attention sinks", false),
    OUTPUT_GATE(Aspect.OUTPUT_GATE, "gated-attention", "output-gated attention", false),
    HEAD_GATE(Aspect.OUTPUT_GATE, "head-gate", "a gate for each head", false),
    LOGIT_SOFT_CAP(Aspect.LOGIT_SOFT_CAP, "logit-soft-cap", "soft-capped logits", false),
    TEMPERATURE_TUNING(Aspect.TEMPERATURE, "temperature-tuning", "temperature tuning", false),

    LEARNED_POSITIONS(Aspect.POSITIONS, "learned-positions", "learned positions", true),
    ROPE(Aspect.POSITIONS, "rope", "RoPE", false),
    ALIBI(Aspect.POSITIONS, "alibi", "ALiBi", false),
    NO_POSITIONS(Aspect.POSITIONS, "nope", "NoPE layers", false),
    PARTIAL_ROPE(Aspect.ROTARY_EXTENT, "partial-rope", "partly rotated heads", false),
    DECOUPLED_ROPE(Aspect.ROTARY_EXTENT, "decoupled-rope", "a separate rotary key", false),
    LINEAR_SCALING(Aspect.ROPE_SCALING, "linear-scaling", "interpolated positions", false),
    WAVELENGTH_SCALING(Aspect.ROPE_SCALING, "wavelength-scaling", "rotary scaling by wavelength", false),
    YARN(Aspect.ROPE_SCALING, "yarn", "YaRN", false),
    TWO_ROPE_BASES(Aspect.ROPE_BASES, "two-rope-bases", "two RoPE bases", false),

    LAYER_NORM(Aspect.NORM_KIND, "layer-norm", "LayerNorm", true),
    RMS_NORM(Aspect.NORM_KIND, "rms-norm", "RMSNorm", false),
    BIAS_FREE_LAYER_NORM(Aspect.NORM_KIND, "bias-free-layer-norm", "LayerNorm without biases", false),
    NON_PARAMETRIC_LAYER_NORM(Aspect.NORM_KIND, "non-parametric-layer-norm", "LayerNorm without weights", false),
    NON_PARAMETRIC_RMS_NORM(Aspect.NORM_KIND, "non-parametric-rms-norm", "RMSNorm without weights", false),
    PRE_NORM(Aspect.NORM_PLACEMENT, "pre-norm", "pre-norm", true),
    INSIDE_BRANCH_NORM(Aspect.NORM_PLACEMENT, "inside-branch-norm", "norms on the branch outputs", false),
    SANDWICH_NORM(Aspect.NORM_PLACEMENT, "sandwich-norm", "sandwich norms", false),
    PARALLEL_BLOCK(Aspect.NORM_PLACEMENT, "parallel-block", "parallel blocks", false),
    PARALLEL_PAIR(Aspect.NORM_PLACEMENT, "parallel-block-two-norms", "parallel blocks with two norms", false),
    SUB_LAYER_NORM(Aspect.NORM_PLACEMENT, "sub-layer-norm", "norms inside the sub-layers", false),
    EMBEDDING_NORM(Aspect.EMBEDDING_NORM, "embedding-norm", "a norm on the embeddings", false),
    ZERO_CENTERED_NORM(Aspect.NORM_WEIGHT, "zero-centered-norm", "norm weights stored around zero", false),

    HYPER_CONNECTIONS(Aspect.RESIDUAL, "hyper-connections", "hyper-connections", false),

    DENSE_FEED_FORWARD(Aspect.FEED_FORWARD, "dense-feed-forward", "dense feed-forwards", true),
    MIXTURE_OF_EXPERTS(Aspect.FEED_FORWARD, "mixture-of-experts", "a mixture of experts", false),
    GELU(Aspect.ACTIVATION, "gelu", "GELU", true),
    SWIGLU(Aspect.ACTIVATION, "swiglu", "SwiGLU", false),
    GEGLU(Aspect.ACTIVATION, "geglu", "GeGLU", false),
    CLAMPED_SWIGLU(Aspect.ACTIVATION, "clamped-swiglu", "clamped SwiGLU", false),
    RELU(Aspect.ACTIVATION, "relu", "ReLU", false),
    SQUARED_RELU(Aspect.ACTIVATION, "squared-relu", "squared ReLU", false),
    XIELU(Aspect.ACTIVATION, "xielu", "xIELU", false),
    SQUARED_REGLU(Aspect.ACTIVATION, "squared-reglu", "squared ReGLU", false),
    FEED_FORWARD_BIASES(Aspect.FEED_FORWARD_BIASES, "feed-forward-biases", "feed-forward biases", false),
    DENSE_FIRST(Aspect.SPARSE_LAYOUT, "dense-first", "dense first layers", false),
    ALTERNATING_EXPERTS(Aspect.SPARSE_LAYOUT, "alternating-experts", "dense layers between those with experts", false),
    SOFTMAX_ROUTING(Aspect.ROUTING, "softmax-routing", "a softmax over all experts", true),
    SIGMOID_ROUTING(Aspect.ROUTING, "sigmoid-routing", "sigmoid routing", false),
    TOP_K_SOFTMAX_ROUTING(Aspect.ROUTING, "top-k-softmax-routing", "a softmax over the chosen experts", false),
    SQRT_SOFTPLUS_ROUTING(Aspect.ROUTING, "sqrt-softplus-routing", "routing by the root of a softplus", false),
    HASH_ROUTING(Aspect.ROUTING, "hash-routing", "experts fixed for each token of the vocabulary", false),
    SELECTION_BIAS(Aspect.SELECTION_BIAS, "selection-bias", "balancing by selection bias", false),
    EXPERT_GROUPS(Aspect.EXPERT_GROUPS, "expert-groups", "expert groups", false),
    SHARED_EXPERT(Aspect.SHARED_EXPERT, "shared-expert", "a shared expert", false),
    SHARED_GATE(Aspect.SHARED_GATE, "shared-expert-gate", "a gated shared expert", false),
    LATENT_EXPERTS(Aspect.LATENT_EXPERTS, "latent-experts", "experts on a latent", false),
    ZERO_EXPERTS(Aspect.ZERO_EXPERTS, "zero-experts", "experts without weights", false),
    DENSE_BRANCH(Aspect.DENSE_BRANCH, "dense-branch", "a dense branch beside the experts", false),

    PER_LAYER_EMBEDDINGS(Aspect.PER_LAYER_EMBEDDINGS, "per-layer-embeddings", "per-layer embeddings", false),
    ALTUP(Aspect.STREAMS, "altup", "parallel streams (AltUp)", false),
    LAUREL(Aspect.LOW_RANK_PATH, "laurel", "a low-rank path beside attention (LAuReL)", false),
    ONE_PART_LAYERS(Aspect.LAYER_PARTS, "one-part-layers", "layers of one part each", false),

    TIED_EMBEDDINGS(Aspect.HEAD, "tied-embeddings", "tied embeddings", false),
    HEAD_BIAS(Aspect.HEAD, "head-bias", "biases on the output head", false),
    PREDICTION_MODULE(Aspect.PREDICTION_MODULE, "prediction-module", "a multi-token-prediction module", false),
    VISION(Aspect.VISION, "vision", "a vision part", false),
    SIXTEEN_BITS(Aspect.STORAGE, "bfloat16", "16-bit weights", true),
    FLOAT32(Aspect.STORAGE, "float32", "32-bit weights", false),
    FP8_BLOCKS(Aspect.STORAGE, "fp8-blocks", "FP8 weights", false),
    MXFP4_EXPERTS(Aspect.STORAGE, "mxfp4-experts", "4-bit experts", false),
    QUANTIZED(Aspect.STORAGE, "quantized-weights", "quantized weights", false);

    private final Aspect aspect;
    private final String key;
    private final String label;
    private final boolean plain;

    Mechanism(Aspect aspect, String key, String label, boolean plain) {
        this.aspect = aspect;
        this.key = key;
        this.label = label;
        this.plain = plain;
    }

    /** The question that it answers. */
    public Aspect aspect() {
        return aspect;
    }

    /** The word for it in the notes: {@code sliding-window-attention}. */
    public String key() {
        return key;
    }

    /** Its name in a sentence: {@code sliding-window attention}. */
    public String label() {
        return label;
    }

    /** Whether it is what the others of its aspect depart from; beside one of them it need not be explained. */
    public boolean isPlain() {
        return plain;
    }

    /** Whether an architecture uses it in at least one layer. */
    public boolean usedBy(Architecture architecture) {
        return MechanismProfile.of(architecture).uses(this);
    }

    /** The share of the layers to which its aspect applies that use it, 0 to 1. */
    public double share(Architecture architecture) {
        return MechanismProfile.of(architecture).share(this);
    }

    /** The mechanism of a key. */
    public static Optional<Mechanism> named(String key) {
        for (Mechanism mechanism : values()) {
            if (mechanism.key.equals(key)) {
                return Optional.of(mechanism);
            }
        }
        return Optional.empty();
    }
}
