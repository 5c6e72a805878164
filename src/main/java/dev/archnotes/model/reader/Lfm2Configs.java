package dev.archnotes.model.reader;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.AttentionBiases;
import dev.archnotes.model.attention.GatedConvolution;
import dev.archnotes.model.attention.QkNorm;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.DecoderConfig;
import dev.archnotes.model.config.RopeConfig;
import dev.archnotes.model.config.StorageConfig;
import dev.archnotes.model.network.Activation;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.network.MixtureOfExperts;
import dev.archnotes.model.network.Router;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.Storage;
import java.util.List;
import java.util.Optional;

/**
 * LFM2 and LFM2 with experts: gated short convolutions with a layer of grouped-query attention here and there.
 *
 * <p>Defaults for missing keys, from {@code configuration_lfm2.py} and {@code configuration_lfm2_moe.py} of
 * {@code huggingface/transformers}: three taps, RoPE base 1,000,000, 8 KV heads, tied embeddings ({@code tie_embedding}
 * goes before {@code tie_word_embeddings}), norm epsilon 1e-5, every layer full where neither {@code layer_types} nor
 * {@code full_attn_idxs} names any; with experts two dense layers and a selection bias.
 */
final class Lfm2Configs {
    private static final String FULL = "full_attention";
    private static final String CONVOLUTION = "conv";

    private Lfm2Configs() {}

    /**
     * The inner width of the networks is two thirds of the named one, times a factor, rounded up to a multiple, unless
     * {@code block_auto_adjust_ff_dim} is off ({@code Lfm2MLP} in {@code modeling_lfm2.py}).
     */
    static Architecture dense(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 8);
        // the same sizes again, and how weights were drawn, in the words of the makers' own code
        config.understood(
                "block_dim",
                "conv_dim",
                "num_heads",
                "block_norm_eps",
                "block_use_swiglu",
                "block_use_xavier_init",
                "conv_use_xavier_init",
                "block_mlp_init_scale",
                "block_out_init_scale",
                "use_pos_enc",
                "intermediate_size");
        long size = config.positive(config.either("block_ff_dim", "intermediate_size"));
        boolean adjusted = config.flagOr("block_auto_adjust_ff_dim", true);
        double factor =
                config.numberOr("block_ffn_dim_multiplier", config.mentions("block_ffn_dim_multiplier") ? 0 : 1);
        long multiple = config.positiveOr("block_multiple_of", 256);
        FeedForward network =
                new DenseFeedForward(adjusted ? adjusted(size, factor, multiple) : size, Activation.SWIGLU, false);
        List<Long> full = config.integers("full_attn_idxs");
        boolean named = config.has("full_attn_idxs");
        List<String> types = decoder.layerTypes(
                layer -> !named || full.contains((long) layer) ? FULL : CONVOLUTION, FULL, CONVOLUTION);
        return build(decoder, types, 0, network, network);
    }

    /** Without a factor ({@code null}) the width is not rounded either. */
    private static long adjusted(long size, double factor, long multiple) {
        long adjusted = Math.multiplyExact(2L, size) / 3;
        if (factor <= 0) {
            return Math.max(1, adjusted);
        }
        long scaled = Math.max(1, (long) (factor * adjusted));
        return Math.multiplyExact((Math.addExact(scaled, multiple) - 1) / multiple, multiple);
    }

    static Architecture experts(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 8);
        long experts = config.positive(config.either("num_experts", "num_local_experts"));
        FeedForward moe = new MixtureOfExperts(
                experts,
                MixtureConfigs.expertsPerToken(config, experts, 0),
                config.positive("moe_intermediate_size"),
                0,
                0,
                false,
                0,
                new Router(
                        Router.Function.SIGMOID,
                        config.flagOr("norm_topk_prob", true),
                        false,
                        config.flagOr("use_expert_bias", true),
                        1,
                        1,
                        config.numberOr("routed_scaling_factor", 1.0)),
                Activation.SWIGLU,
                false);
        FeedForward dense = new DenseFeedForward(config.positive("intermediate_size"), Activation.SWIGLU, false);
        if (!config.has("layer_types")) {
            config.missing("layer_types", "");
        }
        List<String> types = decoder.layerTypes(layer -> FULL, FULL, CONVOLUTION);
        return build(decoder, types, config.wholeOr("num_dense_layers", 2), dense, moe);
    }

    private static Architecture build(
            DecoderConfig decoder, List<String> types, long denseLayers, FeedForward dense, FeedForward network) {
        ConfigObject config = decoder.config();
        long headDim = decoder.headDim();
        Attention attention = decoder.attention(
                headDim,
                new Span.Full(),
                RopeConfig.read(config, headDim, 1_000_000, 1.0),
                Optional.of(new QkNorm(QkNorm.Scope.HEAD, true, false)),
                AttentionBiases.NONE);
        Attention convolution = new GatedConvolution(
                config.positive("hidden_size"),
                config.positiveOr("conv_L_cache", 3),
                config.flagOr("conv_bias", false));
        for (int layer = 0; layer < decoder.layers(); layer++) {
            boolean full = types.get(layer).equals(FULL);
            boolean first = layer < denseLayers || network == dense;
            decoder.add(
                    full ? "full" : "convolution",
                    full ? attention : convolution,
                    first ? "dense" : "moe",
                    first ? dense : network);
        }
        Normalization norms = new Normalization(
                Normalization.Kind.RMS_NORM, Normalization.Placement.PRE, config.epsilonOr("norm_eps", "1e-5"), false);
        boolean tied = config.flagOr("tie_embedding", config.flagOr("tie_word_embeddings", true));
        return VisionConfigs.with(
                decoder.build(norms, true, StorageConfig.read(config, Storage.BFLOAT16)), Optional.empty(), tied);
    }
}
