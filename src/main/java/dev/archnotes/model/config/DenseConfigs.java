package dev.archnotes.model.config;

import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.AttentionBiases;
import dev.archnotes.model.spec.DenseFeedForward;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.PositionEncoding;
import dev.archnotes.model.spec.QkNorm;
import dev.archnotes.model.spec.SoftmaxAttention;
import dev.archnotes.model.spec.Span;
import dev.archnotes.model.spec.Storage;
import java.util.List;
import java.util.Optional;

/**
 * Llama and its dense relatives.
 *
 * <p>Defaults for missing keys, from {@code configuration_<type>.py} of {@code huggingface/transformers}: RoPE base
 * 10,000 (SmolLM3: 2,000,000), embeddings not tied (SmolLM3: tied), Qwen3's head dimension 128, a window of 4,096
 * tokens for Mistral and, where {@code use_sliding_window} is set, for Qwen, and the norm epsilons written below.
 */
final class DenseConfigs {
    private static final String FULL = "full_attention";
    private static final String SLIDING = "sliding_attention";
    private static final long BASE = 10_000;
    private static final long WINDOW = 4_096;

    private DenseConfigs() {}

    static Architecture llama(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        return layers(
                decoder,
                0,
                0,
                Optional.empty(),
                decoder.biasesOnAll(),
                config.flagOr("mlp_bias", false),
                decoder.preNorm("1e-6"),
                storage(config));
    }

    static Architecture mistral(ConfigObject config) {
        return mistral(config, config);
    }

    /** A window, where there is one, acts in every layer; the number format may stand in an outer configuration. */
    static Architecture mistral(ConfigObject config, ConfigObject outer) {
        DecoderConfig decoder = new DecoderConfig(config, config.positive("num_attention_heads"), 8);
        long window = config.positiveOr("sliding_window", config.mentions("sliding_window") ? 0 : WINDOW);
        Storage storage = outer == config
                ? StorageConfig.read(config, Storage.BFLOAT16)
                : StorageConfig.read(outer, config, Storage.BFLOAT16);
        return layers(
                decoder, 0, window, Optional.empty(), AttentionBiases.NONE, false, decoder.preNorm("1e-6"), storage);
    }

    /**
     * Biases on queries, keys and values without any key that says so; the first layers are full, the rest may have a
     * window.
     */
    static Architecture qwen2(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        return layers(
                decoder,
                0,
                window(config),
                Optional.empty(),
                AttentionBiases.QUERY_KEY_VALUE,
                false,
                decoder.preNorm("1e-6"),
                storage(config));
    }

    static Architecture qwen3(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        QkNorm norm = new QkNorm(QkNorm.Scope.HEAD, true, false);
        return layers(
                decoder,
                128,
                window(config),
                Optional.of(norm),
                decoder.biasesOnAll(),
                false,
                decoder.preNorm("1e-6"),
                storage(config));
    }

    /** Norms on the outputs inside the branches, and one QK-norm over all heads together. */
    static Architecture olmo2(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        Normalization norms = new Normalization(
                Normalization.Kind.RMS_NORM,
                Normalization.Placement.INSIDE_BRANCH,
                config.epsilonOr("rms_norm_eps", "1e-5"),
                false);
        QkNorm norm = new QkNorm(QkNorm.Scope.VECTOR, true, false);
        return layers(decoder, 0, 0, Optional.of(norm), decoder.biasesOnAll(), false, norms, storage(config));
    }

    /** {@code no_rope_layers} has a 0 for each layer without positions; missing, it is every fourth layer. */
    static Architecture smollm3(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        long headDim = decoder.headDim();
        PositionEncoding rope = RopeConfig.read(config, headDim, 2_000_000, 1.0);
        long window = config.flagOr("use_sliding_window", false) ? config.positive("sliding_window") : 0;
        config.understood("sliding_window");
        List<Boolean> rotary = NopeLayers.rotary(config, decoder.layers());
        List<String> types =
                decoder.layerTypes(layer -> window > 0 && !rotary.get(layer) ? SLIDING : FULL, FULL, SLIDING);
        DenseFeedForward dense = decoder.dense("intermediate_size", config.flagOr("mlp_bias", false));
        for (int layer = 0; layer < Math.min(rotary.size(), types.size()); layer++) {
            Span span = types.get(layer).equals(SLIDING) ? DecoderConfig.window(window) : new Span.Full();
            boolean positions = rotary.get(layer);
            String name =
                    (positions ? "rotary" : "no-position") + (types.get(layer).equals(SLIDING) ? "-windowed" : "");
            decoder.add(
                    name,
                    decoder.attention(
                            headDim,
                            span,
                            positions ? rope : new PositionEncoding.None(),
                            Optional.empty(),
                            decoder.biasesOnAll()),
                    "dense",
                    dense);
        }
        return decoder.build(decoder.preNorm("1e-6"), true, storage(config));
    }

    private static Storage storage(ConfigObject config) {
        return StorageConfig.read(config, Storage.BFLOAT16);
    }

    private static long window(ConfigObject config) {
        boolean used = config.flagOr("use_sliding_window", false);
        config.understood("sliding_window", "max_window_layers");
        return used ? config.positiveOr("sliding_window", WINDOW) : 0;
    }

    private static Architecture layers(
            DecoderConfig decoder,
            long absentHeadDim,
            long window,
            Optional<QkNorm> qkNorm,
            AttentionBiases biases,
            boolean mlpBias,
            Normalization norms,
            Storage storage) {
        ConfigObject config = decoder.config();
        long headDim = absentHeadDim == 0 ? decoder.headDim() : config.positiveOr("head_dim", absentHeadDim);
        PositionEncoding rope = RopeConfig.read(config, headDim, BASE, 1.0);
        SoftmaxAttention full = decoder.attention(headDim, new Span.Full(), rope, qkNorm, biases);
        SoftmaxAttention windowed = decoder.attention(headDim, DecoderConfig.window(window), rope, qkNorm, biases);
        DenseFeedForward dense = decoder.dense("intermediate_size", mlpBias);
        long firstWindowed = config.wholeOr("max_window_layers", 0);
        for (String type :
                decoder.layerTypes(layer -> window > 0 && layer >= firstWindowed ? SLIDING : FULL, FULL, SLIDING)) {
            boolean local = type.equals(SLIDING) && window > 0;
            decoder.add(local ? "windowed" : "full", local ? windowed : full, "dense", dense);
        }
        return decoder.build(norms, false, storage);
    }
}
