package dev.archnotes.model.reader;

import dev.archnotes.model.attention.AttentionBiases;
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
import java.util.List;
import java.util.Optional;

/**
 * Llama and its dense relatives.
 *
 * <p>Defaults for missing keys, from {@code configuration_<type>.py} of {@code huggingface/transformers}: RoPE base
 * 10,000, embeddings not tied, and what is written below where a family differs. Keys that multiply numbers on their
 * way (Granite, Seed) change no figure.
 */
final class DenseConfigs {
    private static final String FULL = "full_attention";
    private static final String SLIDING = "sliding_attention";
    private static final long WINDOW = 4_096;
    private static final long BAICHUAN_7B_WIDTH = 4_096;
    private static final QkNorm PER_HEAD = new QkNorm(QkNorm.Scope.HEAD, true, false);

    private DenseConfigs() {}

    static Architecture llama(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        return new DenseDecoder(decoder)
                .biases(decoder.biasesOnAll(), config.flagOr("mlp_bias", false))
                .build();
    }

    /** A window of 4,096 tokens acts in every layer, unless the key is {@code null}. */
    static Architecture mistral(ConfigObject config, Storage storage) {
        long window = config.sizeOrNone("sliding_window", WINDOW);
        return new DenseDecoder(new DecoderConfig(config, 8)).window(window, 0).build(storage);
    }

    /** Ministral 3 and Devstral 2: no window where the key is missing, heads of 128 numbers, base 1,000,000. */
    static Architecture ministral3(ConfigObject config, Storage storage) {
        DecoderConfig decoder = new DecoderConfig(config, 8);
        return new DenseDecoder(decoder)
                .headDim(128)
                .norms(decoder.preNorm("1e-5"))
                .rotary(1_000_000, 1)
                .window(config.positiveOr("sliding_window", 0), 0)
                .build(storage);
    }

    /** Queries, keys and values in one matrix, gate and up in another, which changes no count. */
    static Architecture phi3(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        config.understood("original_max_position_embeddings");
        // Phi-4-mini has these keys; its class reads none of them
        for (String bias : List.of("attention_bias", "mlp_bias", "lm_head_bias")) {
            config.notModeled(bias, "the class of this type has no biases");
        }
        config.notModeled("full_attn_mod", "every layer is taken to see as far as the others");
        config.notModeled("interpolate_factor", "no figure depends on it");
        return new DenseDecoder(decoder)
                .norms(decoder.preNorm("1e-5"))
                .window(config.positiveOr("sliding_window", 0), 0)
                .build();
    }

    /**
     * Biases on queries, keys and values without any key that says so; the first layers are full, the rest may have a
     * window.
     */
    static Architecture qwen2(ConfigObject config) {
        // how places in a picture are turned; Qwen2.5 has it switched off
        config.understood("use_mrope");
        return new DenseDecoder(new DecoderConfig(config, 32))
                .window(qwenWindow(config), qwenFullLayers(config))
                .biases(AttentionBiases.QUERY_KEY_VALUE, false)
                .build();
    }

    /** The decoder of Qwen2-VL and Qwen2.5-VL: 8 KV heads, a base of 1,000,000, all of 80 layers full. */
    static Architecture qwen2Vl(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 8);
        return new DenseDecoder(decoder)
                .norms(decoder.preNorm("1e-5"))
                .rotary(1_000_000, 1)
                .window(qwenWindow(config), config.wholeOr("max_window_layers", 80))
                .biases(AttentionBiases.QUERY_KEY_VALUE, false)
                .build();
    }

    /** MiMo 7B: Qwen2 with prediction modules. */
    static Architecture mimo(ConfigObject config) {
        config.understood("use_mrope");
        return new DenseDecoder(new DecoderConfig(config, 32))
                .window(qwenWindow(config), qwenFullLayers(config))
                .biases(
                        config.flagOr("attention_bias", true) ? AttentionBiases.QUERY_KEY_VALUE : AttentionBiases.NONE,
                        false)
                .build(StorageConfig.read(config, Storage.BFLOAT16), config.wholeOr("num_nextn_predict_layers", 0));
    }

    /** QK-norm, heads of 128 numbers. */
    static Architecture qwen3(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 32);
        return new DenseDecoder(decoder)
                .headDim(128)
                .window(qwenWindow(config), qwenFullLayers(config))
                .qkNorm(PER_HEAD)
                .biases(decoder.biasesOnAll(), false)
                .build();
    }

    /** The decoder of Qwen3-VL: Qwen3 without windows, 32 KV heads. */
    static Architecture qwen3Vl(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 32);
        config.understood("use_sliding_window", "sliding_window", "max_window_layers");
        return new DenseDecoder(decoder)
                .headDim(128)
                .rotary(5_000_000, 1)
                .qkNorm(PER_HEAD)
                .biases(decoder.biasesOnAll(), false)
                .build();
    }

    /** Norms on the outputs inside the branches, and one QK-norm over all heads together. */
    static Architecture olmo2(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        return olmo(decoder).build();
    }

    /** OLMo 2 with a window of 4,096 tokens in three of four layers. */
    static Architecture olmo3(ConfigObject config) {
        return olmo(new DecoderConfig(config))
                .window(config.positiveOr("sliding_window", WINDOW), 0, 4)
                .build();
    }

    private static DenseDecoder olmo(DecoderConfig decoder) {
        return new DenseDecoder(decoder)
                .norms(outputNorms(decoder))
                .qkNorm(new QkNorm(QkNorm.Scope.VECTOR, true, false))
                .biases(decoder.biasesOnAll(), false);
    }

    private static Normalization outputNorms(DecoderConfig decoder) {
        return new Normalization(
                Normalization.Kind.RMS_NORM,
                Normalization.Placement.INSIDE_BRANCH,
                decoder.config().epsilonOr("rms_norm_eps", "1e-5"),
                false);
    }

    /**
     * EXAONE 4: norms on outputs, QK-norm per head; where there is a window, the layers without it have no positions.
     */
    static Architecture exaone4(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 32);
        long window = config.sizeOrNone("sliding_window", WINDOW);
        return new DenseDecoder(decoder)
                .norms(outputNorms(decoder))
                .qkNorm(PER_HEAD)
                .window(window, 0, exaonePattern(config))
                .unrotatedWhereFull()
                .build();
    }

    /** {@code LLLG} or 4: the last of four layers is global. */
    static long exaonePattern(ConfigObject config) {
        String key = "sliding_window_pattern";
        if (config.isText(key)) {
            return config.optionalText(key).orElse("").length();
        }
        return config.positiveOr(key, 4);
    }

    /** Granite: Llama with four factors on its numbers. */
    static Architecture granite(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        return new DenseDecoder(decoder)
                .biases(decoder.biasesOnAll(), config.flagOr("mlp_bias", false))
                .build()
                .with(MultiplierConfigs.granite(config));
    }

    /** Seed-OSS: biases on queries, keys and values, another key for the output's. */
    static Architecture seedOss(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 8);
        boolean inputs = config.flagOr("attention_bias", true);
        boolean output = config.flagOr("attention_out_bias", false);
        if (output && !inputs) {
            config.impossible("attention_out_bias", "a bias on the output alone", "");
        }
        return new DenseDecoder(decoder)
                .headDim(128)
                .biases(
                        !inputs ? AttentionBiases.NONE : output ? AttentionBiases.ALL : AttentionBiases.QUERY_KEY_VALUE,
                        config.flagOr("mlp_bias", false))
                .build();
    }

    /** ERNIE 4.5: two KV heads, heads of 128 numbers, one key for all biases, embeddings tied. */
    static Architecture ernie45(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 2);
        boolean biased = config.flagOr("use_bias", false);
        return new DenseDecoder(decoder)
                .headDim(config.mentions("head_dim") ? decoder.headDim() : 128)
                .norms(decoder.preNorm("1e-5"))
                .rotary(500_000, 1)
                .biases(biased ? AttentionBiases.ALL : AttentionBiases.NONE, biased)
                .tied()
                .build();
    }

    /** Hunyuan's dense models: QK-norm per head after the rotation. */
    static Architecture hunyuanDense(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        return new DenseDecoder(decoder)
                .norms(decoder.preNorm("1e-5"))
                .qkNorm(new QkNorm(QkNorm.Scope.HEAD, true, true))
                .biases(decoder.biasesOnAll(), false)
                .build();
    }

    /**
     * GLM-4-0414: norms on inputs and outputs, two KV heads of 128 numbers, half of each rotated, biases on queries,
     * keys and values; gate and up in one matrix.
     */
    static Architecture glm4(ConfigObject config) {
        return glm(config, 128, "1.5625e-7", Normalization.Placement.SANDWICH);
    }

    /** The decoder of GLM-4.1V: the same with heads as wide as all of them leave room for. */
    static Architecture glm4v(ConfigObject config) {
        return glm(config, new DecoderConfig(config, 2).headDim(), "1e-5", Normalization.Placement.SANDWICH);
    }

    /** StarCoder 2: LayerNorm, GELU without a gate, biases everywhere. */
    static Architecture starcoder2(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 2);
        boolean biased = config.flagOr("use_bias", true);
        if (!config.optionalText("hidden_act").orElse("gelu").startsWith("gelu")) {
            config.impossible("hidden_act", "an activation that is not known here", "known: gelu");
        }
        if (!config.optionalText("mlp_type").orElse("default").equals("default")) {
            config.notModeled("mlp_type", "a feed-forward network of two matrices is counted");
        }
        // what the 7B has from StarCoder 1, beside the keys that its class reads
        config.understood(
                "norm_type",
                "activation_function",
                "layer_norm_epsilon",
                "attention_softmax_in_fp32",
                "scale_attention_softmax_in_fp32",
                "scale_attn_weights");
        return new DenseDecoder(decoder)
                .norms(BlockConfigs.layerNorm(config, "norm_epsilon", Normalization.Placement.PRE))
                .activation(Activation.GELU)
                .window(config.positiveOr("sliding_window", 0), 0)
                .biases(biased ? AttentionBiases.ALL : AttentionBiases.NONE, biased)
                .tied()
                .build();
    }

    /** GLM-4-9B: two KV heads of 128 numbers, half of each rotated, biases on queries, keys and values. */
    static Architecture glm(ConfigObject config) {
        return glm(config, 128, "1.5625e-7", Normalization.Placement.PRE);
    }

    private static Architecture glm(
            ConfigObject config, long absentHeadDim, String absentEpsilon, Normalization.Placement placement) {
        return new DenseDecoder(new DecoderConfig(config, 2))
                .headDim(absentHeadDim)
                .norms(new Normalization(
                        Normalization.Kind.RMS_NORM, placement, config.epsilonOr("rms_norm_eps", "1.5625e-7"), false))
                .rotary(10_000, 0.5)
                .biases(
                        config.flagOr("attention_bias", true) ? AttentionBiases.QUERY_KEY_VALUE : AttentionBiases.NONE,
                        false)
                .build();
    }

    /** The first OLMo: LayerNorm that learns nothing. */
    static Architecture firstOlmo(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        config.notModeled("clip_qkv", "queries, keys and values are clipped, no figure depends on it");
        return new DenseDecoder(decoder)
                .norms(new Normalization(
                        Normalization.Kind.NON_PARAMETRIC_LAYER_NORM, Normalization.Placement.PRE, "1e-5", false))
                .biases(decoder.biasesOnAll(), false)
                .build();
    }

    /** Helium: heads of 128 numbers, base 100,000, the output projection never biased. */
    static Architecture helium(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 20);
        long heads = config.positive("num_attention_heads");
        long width = Math.multiplyExact(heads, config.positiveOr("head_dim", 128));
        if (width != config.positive("hidden_size")) {
            config.impossible(
                    "head_dim",
                    "the output projection of this type reads " + config.positive("hidden_size")
                            + " numbers, and the heads give " + width,
                    "");
        }
        return new DenseDecoder(decoder)
                .headDim(128)
                .norms(decoder.preNorm("1e-8"))
                .rotary(100_000, 1)
                .biases(
                        config.flagOr("attention_bias", false) ? AttentionBiases.QUERY_KEY_VALUE : AttentionBiases.NONE,
                        config.flagOr("mlp_bias", false))
                .build();
    }

    /** InternLM 2: queries, keys and values in one matrix; {@code bias} is of attention alone. */
    static Architecture internlm2(ConfigObject config) {
        config.understood("attn_implementation");
        return new DenseDecoder(new DecoderConfig(config))
                .biases(config.flagOr("bias", false) ? AttentionBiases.ALL : AttentionBiases.NONE, false)
                .build();
    }

    /** InternLM 3: {@code bias} is of the output projection and the feed-forward, {@code qkv_bias} of the rest. */
    static Architecture internlm3(ConfigObject config) {
        boolean inputs = config.flagOr("qkv_bias", false);
        boolean others = config.flagOr("bias", false);
        if (others && !inputs) {
            config.impossible("bias", "a bias on the output projection alone", "");
        }
        return new DenseDecoder(new DecoderConfig(config))
                .biases(
                        others ? AttentionBiases.ALL : inputs ? AttentionBiases.QUERY_KEY_VALUE : AttentionBiases.NONE,
                        others)
                .build();
    }

    /** EXAONE 3 and 3.5: Llama under other names. */
    static Architecture exaone(ConfigObject config) {
        long heads = config.positive("num_attention_heads");
        DecoderConfig decoder = new DecoderConfig(
                config,
                config.positive("hidden_size"),
                DecoderConfig.count(config, config.either("num_layers", "num_hidden_layers")),
                heads,
                config.sizeOr("num_key_value_heads", heads));
        return new DenseDecoder(decoder)
                .norms(new Normalization(
                        Normalization.Kind.RMS_NORM,
                        Normalization.Placement.PRE,
                        config.epsilonOr("layer_norm_epsilon", "1e-5"),
                        false))
                .activation(decoder.activation("activation_function"))
                .biases(decoder.biasesOnAll(), config.flagOr("mlp_bias", false))
                .build();
    }

    /** Baichuan 1 and 2: queries, keys and values in one matrix; the 13B has ALiBi in place of rotary positions. */
    static Architecture baichuan(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        config.understood("z_loss_weight", "_from_model_config");
        DenseDecoder dense = new DenseDecoder(decoder);
        // the two files of code share a type; the makers' own names of sizes tell which is meant
        if (decoder.hiddenSize() != BAICHUAN_7B_WIDTH) {
            dense.positions(new PositionEncoding.Alibi());
        }
        return dense.build();
    }

    /** StableLM: LayerNorm, a quarter of each head rotated, on request one norm before both parts. */
    static Architecture stablelm(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 32);
        DenseDecoder dense = new DenseDecoder(decoder);
        if (config.flagOr("qk_layernorm", false)) {
            dense.qkNorm(new QkNorm(QkNorm.Scope.OWN_HEAD, true, false));
        }
        return dense.norms(BlockConfigs.layerNorm(
                        config,
                        "layer_norm_eps",
                        config.flagOr("use_parallel_residual", false)
                                ? Normalization.Placement.PARALLEL
                                : Normalization.Placement.PRE))
                .rotary(10_000, 0.25)
                .biases(
                        config.flagOr("use_qkv_bias", false) ? AttentionBiases.QUERY_KEY_VALUE : AttentionBiases.NONE,
                        false)
                .build();
    }

    /** {@code no_rope_layers} has a 0 for each layer without positions; missing, it is every fourth layer. */
    static Architecture smollm3(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 4);
        long headDim = decoder.headDim();
        PositionEncoding rope = RopeConfig.read(config, headDim, 2_000_000, 1.0);
        long window = config.flagOr("use_sliding_window", false) ? config.positive("sliding_window") : 0;
        config.understood("sliding_window");
        List<Boolean> rotary = decoder.rotaryLayers();
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
        return decoder.build(decoder.preNorm("1e-6"), true, StorageConfig.read(config, Storage.BFLOAT16));
    }

    private static long qwenWindow(ConfigObject config) {
        boolean used = config.flagOr("use_sliding_window", false);
        config.understood("sliding_window", "max_window_layers");
        return used ? config.positiveOr("sliding_window", WINDOW) : 0;
    }

    /** Layers below the first one with a window. */
    private static long qwenFullLayers(ConfigObject config) {
        return config.wholeOr("max_window_layers", 28);
    }
}
