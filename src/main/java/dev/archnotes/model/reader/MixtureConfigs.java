package dev.archnotes.model.reader;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.AttentionBiases;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.QkNorm;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.DecoderConfig;
import dev.archnotes.model.config.RopeConfig;
import dev.archnotes.model.config.SparseLayers;
import dev.archnotes.model.config.StorageConfig;
import dev.archnotes.model.network.Activation;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.network.MixtureOfExperts;
import dev.archnotes.model.network.Router;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Storage;
import java.util.List;
import java.util.Optional;

/**
 * Mixtures of experts with ordinary softmax attention: Mixtral, Qwen3-MoE, GPT-OSS and GLM-4.5.
 *
 * <p>Defaults for missing keys, from {@code configuration_<type>.py} of {@code huggingface/transformers}: RoPE base
 * 1,000,000 (Mixtral), 10,000 (Qwen3, GLM), 150,000 (GPT-OSS); GPT-OSS alternates windowed and full layers, windowed
 * first, all with biases and heads of 64; GLM-4.5 rotates half of each head and has a dense first layer and one shared
 * expert; 8 KV heads (Qwen3: 4).
 */
final class MixtureConfigs {
    private static final String FULL = "full_attention";
    private static final String SLIDING = "sliding_attention";

    private MixtureConfigs() {}

    static Architecture mixtral(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 8);
        long headDim = decoder.headDim();
        Span span = DecoderConfig.window(config.positiveOr("sliding_window", 0));
        Attention attention = decoder.attention(
                headDim,
                span,
                RopeConfig.read(config, headDim, 1_000_000, 1.0),
                Optional.empty(),
                AttentionBiases.NONE);
        long experts = config.positive(config.either("num_local_experts", "num_experts"));
        FeedForward moe = new MixtureOfExperts(
                experts,
                expertsPerToken(config, experts, 0),
                config.positive("intermediate_size"),
                0,
                0,
                false,
                0,
                router(Router.Function.SOFTMAX, true),
                decoder.activation("hidden_act"),
                false);
        for (int layer = 0; layer < decoder.layers(); layer++) {
            decoder.add(span.limit().isPresent() ? "windowed" : "full", attention, "moe", moe);
        }
        return decoder.build(decoder.preNorm("1e-5"), false, StorageConfig.read(config, Storage.BFLOAT16));
    }

    /** Every {@code decoder_sparse_step}-th layer has experts, unless {@code mlp_only_layers} names it. */
    static Architecture qwen3Moe(ConfigObject config) {
        config.understood("max_window_layers", "sliding_window");
        long window = config.flagOr("use_sliding_window", false) ? config.positive("sliding_window") : 0;
        return qwen3Moe(new DecoderConfig(config, 4), window, 10_000);
    }

    /** The decoder of Qwen3-VL: the same without windows, 16 KV heads. */
    static Architecture qwen3VlMoe(ConfigObject config) {
        config.understood("max_window_layers", "sliding_window", "use_sliding_window");
        return qwen3Moe(new DecoderConfig(config, 16), 0, 5_000_000);
    }

    /** The decoder of Qwen3-Omni, whose files name a shared expert of no width. */
    static Architecture qwen3OmniMoe(ConfigObject config) {
        if (config.wholeOr("shared_expert_intermediate_size", 0) > 0) {
            config.impossible("shared_expert_intermediate_size", "a shared expert is not known in this type", "");
        }
        return qwen3Moe(config);
    }

    private static Architecture qwen3Moe(DecoderConfig decoder, long window, long absentBase) {
        ConfigObject config = decoder.config();
        long headDim = decoder.headDim();
        Span span = DecoderConfig.window(window);
        Attention attention = decoder.attention(
                headDim,
                span,
                RopeConfig.read(config, headDim, absentBase, 1.0),
                Optional.of(new QkNorm(QkNorm.Scope.HEAD, true, false)),
                decoder.biasesOnAll());
        long experts = config.positive(config.either("num_experts", "num_local_experts"));
        FeedForward moe = new MixtureOfExperts(
                experts,
                expertsPerToken(config, experts, 0),
                config.positive("moe_intermediate_size"),
                0,
                0,
                false,
                0,
                router(Router.Function.SOFTMAX, config.flagOr("norm_topk_prob", false)),
                decoder.activation("hidden_act"),
                false);
        SparseLayers.add(decoder, moe, layer -> attention, layer -> span.limit().isPresent() ? "windowed" : "full");
        return decoder.build(decoder.preNorm("1e-6"), false, StorageConfig.read(config, Storage.BFLOAT16));
    }

    /**
     * Qwen2-MoE: biases on queries, keys and values, and a shared expert behind a gate; with {@code use_sliding_window}
     * the even layers below {@code max_window_layers} have a window.
     */
    static Architecture qwen2Moe(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 16);
        long headDim = decoder.headDim();
        boolean used = config.flagOr("use_sliding_window", false);
        config.understood("sliding_window", "max_window_layers");
        long window = used ? config.positiveOr("sliding_window", 4_096) : 0;
        long below = config.wholeOr("max_window_layers", 28);
        PositionEncoding rope = RopeConfig.read(config, headDim, 10_000, 1.0);
        AttentionBiases biases =
                config.flagOr("qkv_bias", true) ? AttentionBiases.QUERY_KEY_VALUE : AttentionBiases.NONE;
        Attention full = decoder.attention(headDim, new Span.Full(), rope, Optional.empty(), biases);
        Attention local = decoder.attention(headDim, DecoderConfig.window(window), rope, Optional.empty(), biases);
        List<String> types = decoder.layerTypes(
                layer -> window > 0 && layer % 2 == 0 && layer < below ? SLIDING : FULL, FULL, SLIDING);
        SparseLayers.add(
                decoder,
                withGatedSharedExpert(decoder, false),
                layer -> types.get(layer).equals(SLIDING) && window > 0 ? local : full,
                layer -> types.get(layer).equals(SLIDING) && window > 0 ? "windowed" : "full");
        return decoder.build(decoder.preNorm("1e-6"), false, StorageConfig.read(config, Storage.BFLOAT16));
    }

    /**
     * Experts chosen by a softmax, beside one shared expert whose output a sigmoid gate scales.
     *
     * @param renormalized whether their weights are divided by the sum where {@code norm_topk_prob} is missing
     */
    static FeedForward withGatedSharedExpert(DecoderConfig decoder, boolean renormalized) {
        ConfigObject config = decoder.config();
        long shared = config.positive("shared_expert_intermediate_size");
        long experts = config.positive(config.either("num_experts", "num_local_experts"));
        return new MixtureOfExperts(
                experts,
                expertsPerToken(config, experts, 0),
                config.positive("moe_intermediate_size"),
                1,
                shared,
                true,
                0,
                router(Router.Function.SOFTMAX, config.flagOr("norm_topk_prob", renormalized)),
                decoder.activation("hidden_act"),
                false);
    }

    /**
     * MiniMax M2: one QK-norm over all heads together, half of each head rotated, experts chosen by a sigmoid with a
     * selection bias. The prediction modules that its configurations name are not in the released files.
     */
    static Architecture minimaxM2(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 8);
        long headDim = config.positiveOr("head_dim", 128);
        long rotated = config.positiveOr("rotary_dim", headDim);
        boolean normalized = config.flagOr("use_qk_norm", true);
        if (normalized
                && !config.optionalText("qk_norm_type").orElse("per_layer").equals("per_layer")) {
            config.impossible("qk_norm_type", "only a norm over all heads together is known here", "per_layer");
        }
        Attention attention = decoder.attention(
                headDim,
                new Span.Full(),
                RopeConfig.read(config, headDim, 5_000_000, (double) rotated / headDim),
                normalized ? Optional.of(new QkNorm(QkNorm.Scope.VECTOR, true, false)) : Optional.empty(),
                AttentionBiases.NONE);
        config.understood("scoring_func", "attn_type_list");
        if (config.wholeOr("shared_intermediate_size", 0) > 0) {
            config.impossible("shared_intermediate_size", "a shared expert is not known in this type", "");
        }
        config.notModeled("use_mtp", "the prediction modules are not counted");
        config.understood("num_mtp_modules", "mtp_transformer_layers");
        long experts = config.positive(config.either("num_local_experts", "num_experts"));
        boolean selectionBias = config.flagOr("use_routing_bias", true);
        FeedForward moe = new MixtureOfExperts(
                experts,
                expertsPerToken(config, experts, 0),
                config.positive("intermediate_size"),
                0,
                0,
                false,
                0,
                new Router(Router.Function.SIGMOID, true, false, selectionBias, 1, 1, 1.0),
                decoder.activation("hidden_act"),
                false);
        for (int layer = 0; layer < decoder.layers(); layer++) {
            decoder.add("full", attention, "moe", moe);
        }
        return decoder.build(decoder.preNorm("1e-6"), false, StorageConfig.read(config, Storage.BFLOAT16));
    }

    static Architecture gptOss(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 8);
        long headDim = config.positiveOr("head_dim", 64);
        PositionEncoding rope = RopeConfig.read(config, headDim, 150_000, 1.0);
        AttentionBiases biases = config.flagOr("attention_bias", true) ? AttentionBiases.ALL : AttentionBiases.NONE;
        Attention windowed = decoder.attention(
                        headDim,
                        DecoderConfig.window(config.positive("sliding_window")),
                        rope,
                        Optional.empty(),
                        biases)
                .withSinks();
        Attention full = decoder.attention(headDim, new Span.Full(), rope, Optional.empty(), biases)
                .withSinks();
        // the same numbers again, under the names of the makers' own code; the clamp's bounds change no figure
        config.understood("experts_per_token", "initial_context_length", "swiglu_limit", "swiglu_alpha", "hidden_act");
        long experts = config.positive(config.either("num_local_experts", "num_experts"));
        FeedForward moe = new MixtureOfExperts(
                experts,
                expertsPerToken(config, experts, 0),
                config.positive("intermediate_size"),
                0,
                0,
                false,
                0,
                new Router(Router.Function.SOFTMAX, true, true, false, 1, 1, 1.0),
                Activation.CLAMPED_SWIGLU,
                true);
        for (String type : decoder.layerTypes(layer -> layer % 2 == 0 ? SLIDING : FULL, FULL, SLIDING)) {
            boolean local = type.equals(SLIDING);
            decoder.add(local ? "windowed" : "full", local ? windowed : full, "moe", moe);
        }
        return decoder.build(decoder.preNorm("1e-5"), false, StorageConfig.read(config, Storage.BFLOAT16));
    }

    /** {@code attention_bias} is of queries, keys and values alone; the router always has a selection bias. */
    static Architecture glm4Moe(ConfigObject config, boolean absentBiases) {
        DecoderConfig decoder = new DecoderConfig(config, 8);
        long headDim = decoder.headDim();
        boolean normalized = config.flagOr("use_qk_norm", false);
        Attention attention = decoder.attention(
                headDim,
                new Span.Full(),
                RopeConfig.read(config, headDim, 10_000, 0.5),
                normalized ? Optional.of(new QkNorm(QkNorm.Scope.HEAD, true, false)) : Optional.empty(),
                config.flagOr("attention_bias", absentBiases) ? AttentionBiases.QUERY_KEY_VALUE : AttentionBiases.NONE);
        long shared = config.assumed("n_shared_experts", 1, "glm4_moe");
        MixtureOfExperts moe = DeepSeekConfigs.experts(decoder, shared, Router.Function.SIGMOID, true, true);
        config.notNull("first_k_dense_replace");
        DeepSeekConfigs.addLayers(
                decoder, "full", attention, moe, config.assumed("first_k_dense_replace", 1, "glm4_moe"));
        return decoder.build(
                decoder.preNorm("1e-5"),
                false,
                StorageConfig.read(config, Storage.BFLOAT16),
                config.wholeOr("num_nextn_predict_layers", 0));
    }

    static Router router(Router.Function function, boolean renormalized) {
        return new Router(function, renormalized, false, false, 1, 1, 1.0);
    }

    /**
     * The experts that a token reaches, of so many; where the key is missing, as many as given, and 0 where it has to
     * be there.
     */
    static long expertsPerToken(ConfigObject config, long experts, long absent) {
        String key = config.either("num_experts_per_tok", "num_experts_per_token");
        long chosen = absent == 0 ? config.positive(key) : config.positiveOr(key, absent);
        if (chosen > experts) {
            config.impossible(key, "top-" + chosen + " of only " + experts + " experts", "");
            return 1;
        }
        return chosen;
    }
}
