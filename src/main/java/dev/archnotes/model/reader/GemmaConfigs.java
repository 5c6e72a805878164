package dev.archnotes.model.reader;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.QkNorm;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.DecoderConfig;
import dev.archnotes.model.config.DenseDecoder;
import dev.archnotes.model.config.RopeConfig;
import dev.archnotes.model.config.StorageConfig;
import dev.archnotes.model.network.Activation;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.Storage;
import java.util.Optional;

/**
 * Gemma, Gemma 2, and Gemma 3 with and without its vision part. The released files with a vision part leave out of
 * {@code text_config} what equals the defaults of {@code configuration_gemma3.py} in {@code huggingface/transformers};
 * the same stand in here: 262,208 rows, 8 heads, 4 KV heads, head dimension 256, window 4,096, context 131,072, RoPE
 * base 1,000,000 (10,000 in local layers), every sixth layer global, tied embeddings.
 */
final class GemmaConfigs {
    private static final String FULL = "full_attention";
    private static final String SLIDING = "sliding_attention";

    private GemmaConfigs() {}

    static Architecture withVision(ConfigObject config) {
        Architecture text = VisionConfigs.decoder(config, "gemma3_text");
        return VisionConfigs.with(config, text, VisionConfigs.encoder(config).map(VisionConfigs::siglip));
    }

    static Architecture text(ConfigObject config) {
        return decoder(config, StorageConfig.read(config, Storage.BFLOAT16));
    }

    /** Gemma: norms on inputs alone, heads of 256 numbers, no windows. */
    static Architecture first(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 16);
        config.notModeled("use_bidirectional_attention", "attention is taken as causal");
        Architecture model = new DenseDecoder(decoder)
                .headDim(256)
                .norms(norms(config, Normalization.Placement.PRE))
                .biases(decoder.biasesOnAll(), false)
                .activation(activation(decoder))
                .tied()
                .build();
        return MultiplierConfigs.gemma(config, model, Optional.empty());
    }

    /** Gemma 2: a window of 4,096 tokens in every second layer, the first one included, and capped logits. */
    static Architecture second(ConfigObject config) {
        return second(config, Normalization.Placement.SANDWICH);
    }

    /** VaultGemma: Gemma 2 with norms on inputs alone. */
    static Architecture vault(ConfigObject config) {
        return second(config, Normalization.Placement.PRE);
    }

    private static Architecture second(ConfigObject config, Normalization.Placement placement) {
        DecoderConfig decoder = new DecoderConfig(config, 4);
        config.understood("query_pre_attn_scalar", "attn_logit_softcapping");
        config.notModeled("use_bidirectional_attention", "attention is taken as causal");
        Architecture model = new DenseDecoder(decoder)
                .headDim(256)
                .norms(norms(config, placement))
                .window(config.sizeOrNone("sliding_window", 4_096), 0, 2)
                .biases(decoder.biasesOnAll(), false)
                .activation(activation(decoder))
                .tied()
                .build();
        return MultiplierConfigs.gemma(config, model, Optional.of(30.0));
    }

    private static Normalization norms(ConfigObject config, Normalization.Placement placement) {
        return new Normalization(
                Normalization.Kind.RMS_NORM, placement, config.epsilonOr("rms_norm_eps", "1e-6"), true);
    }

    /** The first files name an activation under one key and mean the other. */
    static Activation activation(DecoderConfig decoder) {
        ConfigObject config = decoder.config();
        String key = config.either("hidden_activation", "hidden_act");
        config.understood("hidden_activation", "hidden_act");
        return config.has(key) ? decoder.activation(key) : Activation.GEGLU;
    }

    private static Architecture decoder(ConfigObject config, Storage storage) {
        DecoderConfig decoder = new DecoderConfig(config, config.sizeOr("num_attention_heads", 8), 4);
        long headDim = config.sizeOr("head_dim", 256);
        long window = config.sizeOr("sliding_window", 4_096);
        long step = config.positiveOr(config.either("sliding_window_pattern", "_sliding_window_pattern"), 6);
        PositionEncoding wide;
        PositionEncoding near;
        Optional<ConfigObject> byType = config.object("rope_parameters").filter(parameters -> parameters.has(FULL));
        if (byType.isPresent()) {
            wide = RopeConfig.ofLayerType(config, byType.get(), FULL, headDim, 1_000_000);
            near = RopeConfig.ofLayerType(config, byType.get(), SLIDING, headDim, 10_000);
        } else {
            wide = RopeConfig.read(config, headDim, 1_000_000, 1.0);
            near = new PositionEncoding.Rope(
                    config.positiveOr("rope_local_base_freq", 10_000), headDim, Optional.empty());
        }
        Optional<QkNorm> norm = Optional.of(new QkNorm(QkNorm.Scope.HEAD, true, false));
        Attention global = decoder.attention(headDim, new Span.Full(), wide, norm, decoder.biasesOnAll());
        Attention local = decoder.attention(headDim, DecoderConfig.window(window), near, norm, decoder.biasesOnAll());
        DenseFeedForward dense = new DenseFeedForward(config.positive("intermediate_size"), activation(decoder), false);
        for (String type : decoder.layerTypes(layer -> (layer + 1) % step == 0 ? FULL : SLIDING, FULL, SLIDING)) {
            boolean wideLayer = type.equals(FULL);
            decoder.add(wideLayer ? "global" : "local", wideLayer ? global : local, "dense", dense);
        }
        if (config.positiveOr("query_pre_attn_scalar", headDim) != headDim) {
            config.noteNotModeled(
                    "query_pre_attn_scalar",
                    "logits are divided by its root, not by that of the head dimension; no figure depends on it");
        }
        config.notModeled(
                "attn_logit_softcapping", "the attention logits are taken as uncapped; no figure depends on it");
        config.notModeled("use_bidirectional_attention", "attention is taken as causal");
        Normalization norms = norms(config, Normalization.Placement.SANDWICH);
        Architecture model = decoder.build(config.sizeOr("vocab_size", 262_208), norms, true, storage, 0);
        return MultiplierConfigs.gemma(config, model, Optional.empty());
    }
}
