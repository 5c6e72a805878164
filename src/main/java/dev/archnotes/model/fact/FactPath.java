package dev.archnotes.model.fact;

import dev.archnotes.model.tensor.Part;
import java.util.OptionalLong;

/**
 * The place of a fact: a path of the data dictionary such as {@code kv_cache.bytes_per_token}.
 *
 * <p>Code names a path by its constant, so that the compiler finds a typo. Attributes of kinds of parts have a constant
 * only where code names them; the forms themselves give the others.
 *
 * @param text the path, dotted
 */
public record FactPath(String text) {
    public static final FactPath ID = new FactPath("id");
    public static final FactPath MODEL = new FactPath("model");
    public static final FactPath NAME = new FactPath("name");
    public static final FactPath ORGANIZATION = new FactPath("organization");
    public static final FactPath ANNOUNCED = new FactPath("announced");
    public static final FactPath RELEASED = new FactPath("released");
    public static final FactPath LICENSE = new FactPath("license");
    public static final FactPath OPEN_LICENSE = new FactPath("open_license");
    public static final FactPath LAYERS = new FactPath("layers");
    public static final FactPath HIDDEN_SIZE = new FactPath("hidden_size");
    public static final FactPath VOCABULARY_SIZE = new FactPath("vocabulary_size");
    public static final FactPath TIED_EMBEDDINGS = new FactPath("tied_embeddings");
    public static final FactPath CONTEXT_CONFIGURED = new FactPath("context.configured");
    public static final FactPath CONTEXT_TRAINED = new FactPath("context.trained");
    public static final FactPath CONTEXT_EXTENDED = new FactPath("context.extended");
    public static final FactPath VISION = new FactPath("vision");
    public static final FactPath RELEASED_PRECISION = new FactPath("released_precision");
    public static final FactPath PARAMETERS_TOTAL = new FactPath("parameters.total");
    public static final FactPath PARAMETERS_WITH_EXTRAS = new FactPath("parameters.with_extras");
    public static final FactPath PARAMETERS_ACTIVE_ALL = new FactPath("parameters.active.all");
    public static final FactPath PARAMETERS_ACTIVE_WITHOUT_INPUT_EMBEDDING =
            new FactPath("parameters.active.without_input_embedding");
    public static final FactPath PARAMETERS_ACTIVE_WITHOUT_EMBEDDINGS =
            new FactPath("parameters.active.without_embeddings");
    public static final FactPath PARAMETERS_PER_ROUTED_EXPERT = new FactPath("parameters.per_routed_expert");
    public static final FactPath PARAMETERS_PREDICTION_MODULE = new FactPath("parameters.prediction_module");
    public static final FactPath PARAMETERS_VISION = new FactPath("parameters.vision");
    public static final FactPath PARAMETERS_VISION_PROJECTOR = new FactPath("parameters.vision_projector");
    public static final FactPath PARAMETERS_STORED_ELEMENTS = new FactPath("parameters.stored_elements");
    public static final FactPath KV_CACHE_BYTES_PER_TOKEN = new FactPath("kv_cache.bytes_per_token");
    public static final FactPath KV_CACHE_GROWING_BYTES_PER_TOKEN = new FactPath("kv_cache.growing_bytes_per_token");
    public static final FactPath KV_CACHE_FIXED_BYTES = new FactPath("kv_cache.fixed_bytes");
    public static final FactPath KV_CACHE_BYTES_AT_CONTEXT = new FactPath("kv_cache.bytes_at.context");
    public static final FactPath KV_CACHE_NAIVE_BYTES_AT_CONTEXT = new FactPath("kv_cache.naive_bytes_at.context");
    public static final FactPath KV_CACHE_BYTES_AT_8_BITS_CONTEXT = new FactPath("kv_cache.bytes_at_8_bits.context");
    public static final FactPath KV_CACHE_BYTES_AT_4_BITS_CONTEXT = new FactPath("kv_cache.bytes_at_4_bits.context");
    public static final FactPath WEIGHTS_RELEASED_BYTES = new FactPath("weights.released_bytes");
    public static final FactPath WEIGHTS_BF16_BYTES = new FactPath("weights.bf16_bytes");
    public static final FactPath WEIGHTS_INT8_BYTES = new FactPath("weights.int8_bytes");
    public static final FactPath WEIGHTS_INT4_BYTES = new FactPath("weights.int4_bytes");
    public static final FactPath COST_WEIGHT_FLOPS_PER_TOKEN = new FactPath("cost.weight_flops_per_token");
    public static final FactPath COST_ACTIVE_WEIGHT_BYTES = new FactPath("cost.active_weight_bytes");
    public static final FactPath TRAINING_TOKENS = new FactPath("training.tokens");
    public static final FactPath TRAINING_GPU_HOURS = new FactPath("training.gpu_hours");
    public static final FactPath TRAINING_ACCELERATOR = new FactPath("training.accelerator");
    public static final FactPath TRAINING_FLOPS = new FactPath("training.flops");
    public static final FactPath TRAINING_TOKENS_PER_PARAMETER = new FactPath("training.tokens_per_parameter");
    public static final FactPath TRAINING_IMPLIED_UTILIZATION = new FactPath("training.implied_utilization");
    public static final FactPath ATTENTION_KIND = new FactPath("attention.kind");
    public static final FactPath ATTENTION_MIX = new FactPath("attention.mix");
    public static final FactPath ATTENTION_HEADS = new FactPath("attention.heads");
    public static final FactPath ATTENTION_KV_HEADS = new FactPath("attention.kv_heads");
    public static final FactPath ATTENTION_QUERIES_PER_KV_HEAD = new FactPath("attention.queries_per_kv_head");
    public static final FactPath ATTENTION_HEAD_DIM = new FactPath("attention.head_dim");
    public static final FactPath ATTENTION_QUERY_WIDTH = new FactPath("attention.query_width");
    public static final FactPath ATTENTION_QUERY_RANK = new FactPath("attention.query_rank");
    public static final FactPath ATTENTION_KV_RANK = new FactPath("attention.kv_rank");
    public static final FactPath ATTENTION_VALUE_HEAD_DIM = new FactPath("attention.value_head_dim");
    public static final FactPath ATTENTION_WINDOW = new FactPath("attention.window");
    public static final FactPath ATTENTION_CHUNK = new FactPath("attention.chunk");
    public static final FactPath ATTENTION_FULL_LAYERS = new FactPath("attention.full_layers");
    public static final FactPath ATTENTION_WINDOW_LAYERS = new FactPath("attention.window_layers");
    public static final FactPath ATTENTION_SHARED_CACHE_LAYERS = new FactPath("attention.shared_cache_layers");
    public static final FactPath ATTENTION_VALUES = new FactPath("attention.values");
    public static final FactPath ATTENTION_CHUNK_LAYERS = new FactPath("attention.chunk_layers");
    public static final FactPath ATTENTION_LATENT_LAYERS = new FactPath("attention.latent_layers");
    public static final FactPath ATTENTION_COMPRESSED_LAYERS = new FactPath("attention.compressed_layers");
    public static final FactPath ATTENTION_LINEAR_LAYERS = new FactPath("attention.linear_layers");
    public static final FactPath ATTENTION_CONVOLUTION_LAYERS = new FactPath("attention.convolution_layers");
    public static final FactPath ATTENTION_PICTURE_LAYERS = new FactPath("attention.picture_layers");
    public static final FactPath ATTENTION_NONE_LAYERS = new FactPath("attention.none_layers");
    public static final FactPath ATTENTION_INDEXER_LAYERS = new FactPath("attention.indexer_layers");
    public static final FactPath ATTENTION_STATE_BYTES = new FactPath("attention.state_bytes");
    public static final FactPath ATTENTION_QK_NORM = new FactPath("attention.qk_norm");
    public static final FactPath ATTENTION_BIASES = new FactPath("attention.biases");
    public static final FactPath ATTENTION_SINKS = new FactPath("attention.sinks");
    public static final FactPath ATTENTION_OUTPUT_GATE = new FactPath("attention.output_gate");
    public static final FactPath ATTENTION_LOGIT_SOFT_CAP = new FactPath("attention.logit_soft_cap");
    public static final FactPath ATTENTION_TEMPERATURE = new FactPath("attention.temperature");
    public static final FactPath POSITIONS_KIND = new FactPath("positions.kind");
    public static final FactPath POSITIONS_ROPE_BASE = new FactPath("positions.rope_base");
    public static final FactPath POSITIONS_LOCAL_ROPE_BASE = new FactPath("positions.local_rope_base");
    public static final FactPath POSITIONS_ROTARY_DIM = new FactPath("positions.rotary_dim");
    public static final FactPath POSITIONS_SCALING = new FactPath("positions.scaling");
    public static final FactPath POSITIONS_ROPE_LAYERS = new FactPath("positions.rope_layers");
    public static final FactPath POSITIONS_NOPE_LAYERS = new FactPath("positions.nope_layers");
    public static final FactPath POSITIONS_TABLE_ROWS = new FactPath("positions.table_rows");
    public static final FactPath NORMALIZATION_KIND = new FactPath("normalization.kind");
    public static final FactPath NORMALIZATION_PLACEMENT = new FactPath("normalization.placement");
    public static final FactPath NORMALIZATION_EPSILON = new FactPath("normalization.epsilon");
    public static final FactPath NORMALIZATION_ZERO_CENTERED = new FactPath("normalization.zero_centered");
    public static final FactPath FEED_FORWARD_KIND = new FactPath("feed_forward.kind");
    public static final FactPath FEED_FORWARD_ACTIVATION = new FactPath("feed_forward.activation");
    public static final FactPath FEED_FORWARD_INTERMEDIATE_SIZE = new FactPath("feed_forward.intermediate_size");
    public static final FactPath FEED_FORWARD_DENSE_BRANCH_SIZE = new FactPath("feed_forward.dense_branch_size");
    public static final FactPath FEED_FORWARD_EXPERTS = new FactPath("feed_forward.experts");
    public static final FactPath FEED_FORWARD_EXPERTS_PER_TOKEN = new FactPath("feed_forward.experts_per_token");
    public static final FactPath FEED_FORWARD_SPARSITY = new FactPath("feed_forward.sparsity");
    public static final FactPath FEED_FORWARD_SHARED_EXPERTS = new FactPath("feed_forward.shared_experts");
    public static final FactPath FEED_FORWARD_EXPERT_INTERMEDIATE_SIZE =
            new FactPath("feed_forward.expert_intermediate_size");
    public static final FactPath FEED_FORWARD_MOE_LAYERS = new FactPath("feed_forward.moe_layers");
    public static final FactPath FEED_FORWARD_DENSE_LAYERS = new FactPath("feed_forward.dense_layers");
    public static final FactPath FEED_FORWARD_NONE_LAYERS = new FactPath("feed_forward.none_layers");
    public static final FactPath FEED_FORWARD_ROUTER = new FactPath("feed_forward.router");
    public static final FactPath FEED_FORWARD_ROUTER_BIAS = new FactPath("feed_forward.router_bias");
    public static final FactPath FEED_FORWARD_ROUTER_GROUPS = new FactPath("feed_forward.router_groups");
    public static final FactPath FEED_FORWARD_ROUTER_SCALING = new FactPath("feed_forward.router_scaling");

    /** The decoder weights of one part. */
    public static FactPath parametersOf(Part part) {
        return new FactPath("parameters.groups." + part.key());
    }

    /** The cache of one sequence at a context of so many tokens. */
    public static FactPath kvCacheBytesAt(long context) {
        return new FactPath("kv_cache.bytes_at." + context);
    }

    /** The context at which the figure is stated, in tokens; empty where the path names none. */
    public OptionalLong context() {
        String last = text.substring(text.lastIndexOf('.') + 1);
        return last.isEmpty() || !Character.isDigit(last.charAt(0))
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(last));
    }

    /** The cache of one sequence if every layer kept every token at a context of so many tokens. */
    public static FactPath kvCacheNaiveBytesAt(long context) {
        return new FactPath("kv_cache.naive_bytes_at." + context);
    }

    /** The cache of one sequence with 8-bit keys and values at a context of so many tokens. */
    public static FactPath kvCacheBytesAt8Bits(long context) {
        return new FactPath("kv_cache.bytes_at_8_bits." + context);
    }

    /** The cache of one sequence with 4-bit keys and values at a context of so many tokens. */
    public static FactPath kvCacheBytesAt4Bits(long context) {
        return new FactPath("kv_cache.bytes_at_4_bits." + context);
    }

    /** The attention operations of one decoded token at a context of so many tokens. */
    public static FactPath costAttentionFlopsPerTokenAt(long context) {
        return new FactPath("cost.attention_flops_per_token_at." + context);
    }

    /** All operations of one decoded token at a context of so many tokens. */
    public static FactPath costFlopsPerTokenAt(long context) {
        return new FactPath("cost.flops_per_token_at." + context);
    }

    /** The operations of a whole prompt at a context of so many tokens. */
    public static FactPath costPrefillFlopsAt(long context) {
        return new FactPath("cost.prefill_flops_at." + context);
    }

    /** The bytes that one decoded token reads at a context of so many tokens. */
    public static FactPath costBytesReadPerTokenAt(long context) {
        return new FactPath("cost.bytes_read_per_token_at." + context);
    }

    /** An attribute of a kind of part, by the key of the attribute. */
    static FactPath attribute(String prefix, String key) {
        return new FactPath(prefix + key);
    }

    /** Whether the path is below another, or begins like the paths of a family. */
    public boolean startsWith(String prefix) {
        return text.startsWith(prefix);
    }

    @Override
    public String toString() {
        return text;
    }
}
