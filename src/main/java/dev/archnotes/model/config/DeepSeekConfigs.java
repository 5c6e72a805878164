package dev.archnotes.model.config;

import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Attention;
import dev.archnotes.model.spec.DenseFeedForward;
import dev.archnotes.model.spec.LatentAttention;
import dev.archnotes.model.spec.MixtureOfExperts;
import dev.archnotes.model.spec.Router;
import dev.archnotes.model.spec.Storage;

/**
 * DeepSeek V2, V3 and Kimi K2: latent attention, first dense layers, then experts with shared ones.
 *
 * <p>Defaults for missing keys, from {@code configuration_deepseek_v2.py} and {@code configuration_deepseek_v3.py} of
 * {@code huggingface/transformers}: no dense layers, RoPE base 10,000, embeddings not tied, norm epsilon 1e-6. V3
 * scores experts by a sigmoid with a selection bias; V2 by a softmax without one, and uses groups of experts only where
 * {@code topk_method} is {@code group_limited_greedy}.
 */
final class DeepSeekConfigs {
    private DeepSeekConfigs() {}

    static Architecture v3(ConfigObject config) {
        boolean selectionBias =
                config.optionalText("topk_method").orElse("noaux_tc").equals("noaux_tc");
        String scoring = config.optionalText("scoring_func").orElse("sigmoid");
        return read(
                config,
                scoring.equals("softmax") ? Router.Function.SOFTMAX : Router.Function.SIGMOID,
                selectionBias,
                true);
    }

    static Architecture v2(ConfigObject config) {
        boolean grouped = config.optionalText("topk_method").orElse("greedy").equals("group_limited_greedy");
        String scoring = config.optionalText("scoring_func").orElse("softmax");
        return read(
                config, scoring.equals("sigmoid") ? Router.Function.SIGMOID : Router.Function.SOFTMAX, false, grouped);
    }

    private static Architecture read(
            ConfigObject config, Router.Function scoring, boolean selectionBias, boolean grouped) {
        DecoderConfig decoder = new DecoderConfig(config);
        long rotary = config.positive("qk_rope_head_dim");
        // every head has keys and values of its own, rebuilt from the latent; files repeat the number of heads or the
        // rotary width
        config.understood("num_key_value_heads", "head_dim", "qk_head_dim");
        Attention attention = new LatentAttention(
                decoder.heads(),
                config.wholeOr("q_lora_rank", 0),
                config.positive("kv_lora_rank"),
                config.positive("qk_nope_head_dim"),
                rotary,
                config.positive("v_head_dim"),
                RopeConfig.read(config, rotary, 10_000, 1.0));
        config.notModeled("attention_bias", "the biases of its projections are not counted");
        config.notModeled("mlp_bias", "the biases of its projections are not counted");
        addLayers(decoder, "latent", attention, experts(decoder, scoring, selectionBias, grouped));
        return decoder.build(
                decoder.preNorm("1e-6"),
                false,
                StorageConfig.read(config, Storage.BFLOAT16),
                config.wholeOr("num_nextn_predict_layers", 0));
    }

    /** Experts in the words of DeepSeek's configurations, which GLM-4.5 shares. */
    static MixtureOfExperts experts(
            DecoderConfig decoder, Router.Function scoring, boolean selectionBias, boolean grouped) {
        ConfigObject config = decoder.config();
        long size = config.positive("moe_intermediate_size");
        long shared = config.wholeOr("n_shared_experts", 0);
        long groups = config.positiveOr("n_group", 1);
        long kept = config.positiveOr("topk_group", groups);
        if (kept > groups) {
            config.impossible("topk_group", kept + " groups kept of only " + groups, "");
        }
        Router router = new Router(
                scoring,
                false,
                selectionBias,
                grouped ? groups : 1,
                grouped ? Math.min(kept, groups) : 1,
                config.numberOr("routed_scaling_factor", 1.0));
        MixtureConfigs.reportRawWeights(config);
        long experts = config.positive(config.either("n_routed_experts", "num_experts", "num_local_experts"));
        return new MixtureOfExperts(
                experts,
                MixtureConfigs.expertsPerToken(config, experts, 0),
                size,
                shared,
                shared > 0 ? size : 0,
                false,
                0,
                router,
                decoder.activation("hidden_act"),
                false);
    }

    /** {@code first_k_dense_replace} dense layers, then experts. */
    static void addLayers(DecoderConfig decoder, String name, Attention attention, MixtureOfExperts moe) {
        ConfigObject config = decoder.config();
        DenseFeedForward dense = new DenseFeedForward(config.positive("intermediate_size"), moe.activation(), false);
        long firstDense = config.wholeOr("first_k_dense_replace", 0);
        config.notModeled("moe_layer_freq", "every layer after the dense ones is taken to have experts");
        for (int layer = 0; layer < decoder.layers(); layer++) {
            decoder.add(name, attention, layer < firstDense ? "dense" : "moe", layer < firstDense ? dense : moe);
        }
    }
}
