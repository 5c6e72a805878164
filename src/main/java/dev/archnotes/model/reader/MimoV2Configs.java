package dev.archnotes.model.reader;

import dev.archnotes.model.attention.AttentionBiases;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.DecoderConfig;
import dev.archnotes.model.config.RopeConfig;
import dev.archnotes.model.config.StorageConfig;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.network.MixtureOfExperts;
import dev.archnotes.model.network.Router;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * MiMo-V2-Flash: windowed layers with sinks and twice the KV heads, a full one at the bottom and after every five of
 * them, values narrower than keys, one dense layer, then experts.
 *
 * <p>Read in both spellings: the released file with its {@code swa_} keys and its patterns of 0 and 1, and that of
 * transformers 5 with {@code layer_types} and {@code mlp_layer_types}. Defaults for missing keys, from
 * {@code configuration_mimo_v2_flash.py} of {@code huggingface/transformers}: keys of 192 and values of 128 numbers, a
 * window of 128 tokens, four KV heads and twice as many in windowed layers, a rotated share of 0.334, RoPE bases
 * 5,000,000 and 10,000, a dense first layer. The prediction layers of the released checkpoint are not in its
 * configuration, and not counted.
 */
final class MimoV2Configs {
    private static final String FULL = "full_attention";
    private static final String SLIDING = "sliding_attention";
    private static final double ROTATED = 0.334;

    private MimoV2Configs() {}

    static Architecture read(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 4);
        SoftmaxAttention full = attention(decoder, "", FULL, 0);
        SoftmaxAttention near = attention(decoder, "swa_", SLIDING, config.positiveOr("sliding_window", 128));
        // the window again under other names; a factor on values
        config.understood("sliding_window_size", "attention_chunk_size", "hybrid_block_size", "attention_value_scale");
        if (config.wholeOr("n_shared_experts", 0) > 0) {
            config.impossible("n_shared_experts", "a shared expert is not known in this type", "");
        }
        config.understood("topk_method", "scoring_func");
        MixtureOfExperts moe = DeepSeekConfigs.experts(decoder, 0, Router.Function.SIGMOID, true, true);
        DenseFeedForward dense = new DenseFeedForward(config.positive("intermediate_size"), moe.activation(), false);
        List<Boolean> windowed = pattern(config, "hybrid_layer_pattern", decoder.layers());
        List<Boolean> sparse = sparse(config, decoder.layers());
        List<String> types = decoder.layerTypes(
                layer -> windowed.isEmpty() ? isFull(layer) ? FULL : SLIDING : windowed.get(layer) ? SLIDING : FULL,
                FULL,
                SLIDING);
        for (int layer = 0; layer < Math.min(types.size(), sparse.size()); layer++) {
            boolean local = types.get(layer).equals(SLIDING);
            boolean routed = sparse.get(layer);
            decoder.add(
                    local ? "windowed" : "full", local ? near : full, routed ? "moe" : "dense", routed ? moe : dense);
        }
        Normalization norms = new Normalization(
                Normalization.Kind.RMS_NORM,
                Normalization.Placement.PRE,
                config.epsilonOr(config.either("layernorm_epsilon", "rms_norm_eps"), "1e-5"),
                false);
        return decoder.build(norms, false, StorageConfig.read(config, Storage.BFLOAT16));
    }

    private static boolean isFull(int layer) {
        return layer == 0 || (layer + 1) % 6 == 0;
    }

    /** The attention of layers whose keys begin with a prefix, where they are not those of all layers. */
    private static SoftmaxAttention attention(DecoderConfig decoder, String prefix, String type, long window) {
        ConfigObject config = decoder.config();
        boolean local = window > 0;
        long heads = config.positiveOr(prefix + "num_attention_heads", decoder.heads());
        long kvHeads = local
                ? config.positiveOr(
                        prefix + "num_key_value_heads", Math.multiplyExact(2L, config.sizeOr("num_key_value_heads", 4)))
                : config.sizeOr("num_key_value_heads", 4);
        if (heads % kvHeads != 0) {
            config.impossible(
                    config.either(prefix + "num_key_value_heads", "num_key_value_heads"),
                    heads + " heads are not divisible by " + kvHeads + " KV heads",
                    "");
            kvHeads = heads;
        }
        long headDim = config.positiveOr(prefix + "head_dim", config.positiveOr("head_dim", 192));
        long valueHeadDim = config.positiveOr(prefix + "v_head_dim", config.positiveOr("v_head_dim", 128));
        SoftmaxAttention attention = new SoftmaxAttention(
                        heads,
                        kvHeads,
                        headDim,
                        DecoderConfig.window(window),
                        rope(config, prefix, type, headDim, local ? 10_000 : 5_000_000),
                        Optional.empty(),
                        // the output projection never has one
                        config.flagOr("attention_bias", false) ? AttentionBiases.QUERY_KEY_VALUE : AttentionBiases.NONE,
                        false,
                        false,
                        Optional.empty(),
                        Optional.empty())
                .with(valueHeadDim, false, false);
        boolean sinks = config.flagOr(local ? "add_swa_attention_sink_bias" : "add_full_attention_sink_bias", local);
        return sinks ? attention.withSinks() : attention;
    }

    private static PositionEncoding rope(
            ConfigObject config, String prefix, String type, long headDim, long absentBase) {
        Optional<ConfigObject> byType = config.object("rope_parameters").filter(own -> own.has(type));
        if (byType.isPresent()) {
            return RopeConfig.ofLayerType(config, byType.get(), type, headDim, absentBase, ROTATED);
        }
        PositionEncoding.Rope rope = RopeConfig.read(config, headDim, absentBase, ROTATED);
        long base = config.positiveOr(prefix + "rope_theta", prefix.isEmpty() ? rope.base() : absentBase);
        return new PositionEncoding.Rope(base, rope.rotaryDim(), rope.scaling());
    }

    /** Which layers have experts; by default all but the first. */
    private static List<Boolean> sparse(ConfigObject config, int layers) {
        List<Boolean> sparse = pattern(config, "moe_layer_freq", layers);
        List<String> types = config.texts("mlp_layer_types");
        if (!types.isEmpty() && types.size() != layers) {
            config.impossible("mlp_layer_types", types.size() + " layer types for " + layers + " layers", "");
        } else if (!types.isEmpty()) {
            sparse.clear();
            types.forEach(type -> sparse.add(type.equals("sparse")));
        }
        for (int layer = sparse.size(); layer < layers; layer++) {
            sparse.add(layer > 0);
        }
        return sparse;
    }

    /** A list of 0 and 1, one for each layer; empty where there is none. */
    private static List<Boolean> pattern(ConfigObject config, String key, int layers) {
        List<Boolean> pattern = new ArrayList<>();
        for (long flag : config.integers(key)) {
            pattern.add(flag != 0);
        }
        if (!pattern.isEmpty() && pattern.size() != layers) {
            config.impossible(key, pattern.size() + " entries for " + layers + " layers", "");
            pattern.clear();
        }
        return pattern;
    }
}
