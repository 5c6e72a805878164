package dev.archnotes.model.reader;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.AttentionBiases;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.DecoderConfig;
import dev.archnotes.model.config.StorageConfig;
import dev.archnotes.model.network.Activation;
import dev.archnotes.model.network.MixtureOfExperts;
import dev.archnotes.model.network.Router;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Multipliers;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.Storage;
import java.util.Optional;

/**
 * Grok 2, released as {@code "model_type": "git"} with the architecture {@code Grok1ForCausalLM}; no class of
 * transformers reads it, so every size must be there. Sandwich norms and GeGLU are not in the file: they are those of
 * the makers' Grok-1 code.
 */
final class GrokConfigs {
    private GrokConfigs() {}

    static Architecture read(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        long headDim = config.positive("head_dim");
        String rope = config.optionalText("rope_type").orElse("original");
        if (!rope.equals("original")) {
            config.noteNotModeled("rope_type", "the rotary frequencies are taken without rescaling");
        }
        // the rescaling that rope_type "original" switches off
        config.understood(
                "original_max_position_embeddings",
                "scaling_factor",
                "extrapolation_factor",
                "attn_factor",
                "beta_fast",
                "beta_slow");
        Optional<Long> length = config.has("attn_temperature_len")
                ? Optional.of(config.positive("attn_temperature_len"))
                : Optional.empty();
        Attention attention = new SoftmaxAttention(
                decoder.heads(),
                config.positive("num_key_value_heads"),
                headDim,
                new Span.Full(),
                new PositionEncoding.Rope(config.positive("rope_theta"), headDim, Optional.empty()),
                Optional.empty(),
                AttentionBiases.NONE,
                false,
                false,
                config.optionalNumber("attn_logit_softcapping"),
                length.map(tokens -> "logits × log2(position) / log2(" + tokens + ") beyond position " + tokens));
        long branch = config.flagOr("residual_moe", false) ? config.positive("intermediate_size") : 0;
        long experts = config.positive("num_local_experts");
        MixtureOfExperts moe = new MixtureOfExperts(
                experts,
                MixtureConfigs.expertsPerToken(config, experts, 0),
                config.positive("moe_intermediate_size"),
                0,
                0,
                false,
                branch,
                MixtureConfigs.router(Router.Function.SOFTMAX, false),
                Activation.GEGLU,
                false);
        if (config.optionalNumber("sliding_window_size").orElse(-1.0) > 0) {
            config.noteNotModeled("sliding_window_size", "every layer is taken to see everything");
        }
        config.notModeled("global_attn_every_n", "every layer is taken to see everything");
        config.understood("intermediate_size");
        config.notModeled("router_logit_softcapping", "it bounds the router's logits; no figure depends on it");
        Multipliers multipliers = new Multipliers(
                MultiplierConfigs.factor(config, "embedding_multiplier_scale"),
                Optional.empty(),
                MultiplierConfigs.factor(config, "output_multiplier_scale"),
                MultiplierConfigs.bound(config, "final_logit_softcapping"));
        for (int layer = 0; layer < decoder.layers(); layer++) {
            decoder.add("full", attention, "moe", moe);
        }
        Normalization norms = new Normalization(
                Normalization.Kind.RMS_NORM,
                Normalization.Placement.SANDWICH,
                config.epsilonOr("rms_norm_eps", "1e-5"),
                false);
        return decoder.build(norms, false, StorageConfig.read(config, Storage.BFLOAT16))
                .with(multipliers);
    }
}
