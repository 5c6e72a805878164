package dev.archnotes.model.reader;

import dev.archnotes.model.attention.AttentionBiases;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.QkNorm;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.ConfigRule;
import dev.archnotes.model.config.DecoderConfig;
import dev.archnotes.model.config.DenseDecoder;
import dev.archnotes.model.network.Activation;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Normalization;

/**
 * Decoders whose block is not Llama's. Attention and feed-forward stand side by side in Command R, Pythia, Falcon,
 * Phi-2 and GPT-J; the feed-forward has two matrices and no gate in Arcee, Nemotron, Jais 2, Apertus and MPT.
 *
 * <p>Defaults for missing keys, from {@code configuration_<type>.py} of {@code huggingface/transformers}: embeddings
 * tied in Command R, Falcon and MPT alone, norm epsilon 1e-5, RoPE base 10,000 (the first Command R: 500,000), as many
 * KV heads as heads.
 */
final class BlockConfigs {
    private static final String SQUARED_RELU = "relu2";
    private static final long WINDOW = 4_096;

    private BlockConfigs() {}

    /** Command R: LayerNorm without biases, on request a QK-norm with weights of each head. */
    static Architecture cohere(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        DenseDecoder dense = commandR(decoder).rotary(500_000, 1);
        if (config.flagOr("use_qk_norm", false)) {
            dense.qkNorm(new QkNorm(QkNorm.Scope.OWN_HEAD, true, false));
        }
        return dense.build().with(MultiplierConfigs.cohere(config));
    }

    /** Command R7B, Command A and Aya: a window in all but every fourth layer, which has no positions. */
    static Architecture cohere2(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        long window = config.sizeOrNone("sliding_window", WINDOW);
        if (window == 0) {
            config.impossible("sliding_window", "without a window no layer would have positions", "");
        }
        config.refuse("use_qk_norm", "the class of this type has no norm on queries and keys");
        fixed(config, "transformer_block_type", "parallel");
        fixed(config, "norm_type", "layer_norm");
        // older names of what the layer types and the ties say, and choices of code without a weight
        config.understood(
                "layer_switch",
                "order_of_interleaved_layers",
                "position_embedding_type",
                "rope_style",
                "rotary_pct",
                "use_embedding_sharing",
                "use_gated_activation",
                "use_parallel_embedding");
        return commandR(decoder)
                .window(
                        window,
                        0,
                        config.positiveOr(config.either("sliding_window_pattern", "_sliding_window_pattern"), 4))
                .unrotatedWhereFull()
                .build()
                .with(MultiplierConfigs.cohere(config));
    }

    private static void fixed(ConfigObject config, String key, String only) {
        String value = config.optionalText(key).orElse(only);
        if (!value.equals(only)) {
            config.impossible(key, "\"" + value + "\" is not known here", "known: " + only);
        }
    }

    private static DenseDecoder commandR(DecoderConfig decoder) {
        ConfigObject config = decoder.config();
        return new DenseDecoder(decoder)
                .norms(new Normalization(
                        Normalization.Kind.BIAS_FREE_LAYER_NORM,
                        Normalization.Placement.PARALLEL,
                        config.epsilonOr("layer_norm_eps", "1e-5"),
                        false))
                .biases(decoder.biasesOnAll(), false)
                .tied();
    }

    /** GPT-NeoX and Pythia: two norms on the same vector, a quarter of each head rotated, biases everywhere. */
    static Architecture gptNeox(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        return new DenseDecoder(decoder)
                .norms(layerNorm(
                        config,
                        "layer_norm_eps",
                        config.flagOr("use_parallel_residual", true)
                                ? Normalization.Placement.PARALLEL_PAIR
                                : Normalization.Placement.PRE))
                .activation(decoder.ungated("hidden_act", "gelu"))
                .rotary(config.positiveOr("rotary_emb_base", 10_000), config.numberOr("rotary_pct", 0.25))
                .biases(config.flagOr("attention_bias", true) ? AttentionBiases.ALL : AttentionBiases.NONE, true)
                .build();
    }

    /**
     * Falcon: multi-query and one norm in the 7B, grouped-query and two norms in the 40B and 180B, serial with ALiBi in
     * the RefinedWeb models.
     */
    static Architecture falcon(ConfigObject config) {
        long hidden = config.positive(config.either("hidden_size", "n_embed"));
        long heads = config.positive(config.either("num_attention_heads", "n_head"));
        boolean renewed = config.flagOr("new_decoder_architecture", false);
        boolean multiQuery = config.flagOr("multi_query", true);
        long kvHeads = config.sizeOr(config.either("num_kv_heads", "n_head_kv"), heads);
        DecoderConfig decoder = new DecoderConfig(
                config,
                hidden,
                DecoderConfig.count(config, config.either("num_hidden_layers", "n_layer")),
                heads,
                renewed ? kvHeads : multiQuery ? 1 : heads);
        boolean parallel = config.flagOr("parallel_attn", true) || renewed;
        long norms = config.positiveOr("num_ln_in_parallel_attn", renewed ? 2 : 1);
        config.notModeled(
                "apply_residual_connection_post_layernorm",
                "the stream itself is added, as the class of this type does");
        boolean biased = config.flagOr("bias", false);
        DenseDecoder dense = new DenseDecoder(decoder)
                .norms(layerNorm(
                        config,
                        "layer_norm_epsilon",
                        !parallel
                                ? Normalization.Placement.PRE
                                : norms == 2
                                        ? Normalization.Placement.PARALLEL_PAIR
                                        : Normalization.Placement.PARALLEL))
                .activation(decoder.ungated("activation", "gelu"))
                .intermediateSize(config.positiveOr("ffn_hidden_size", Math.multiplyExact(4L, hidden)))
                .biases(biased ? AttentionBiases.ALL : AttentionBiases.NONE, biased)
                .tied();
        if (config.flagOr("alibi", false)) {
            config.understood("rope_theta", "rope_scaling", "rope_parameters");
            dense.positions(new PositionEncoding.Alibi());
        }
        return dense.build();
    }

    /** Phi-1, 1.5 and 2: one norm, half of each head rotated, biases everywhere, on the output table too. */
    static Architecture phi(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        config.refuse("qk_layernorm", "norms of queries and keys with biases");
        return new DenseDecoder(decoder)
                .norms(layerNorm(config, "layer_norm_eps", Normalization.Placement.PARALLEL))
                .activation(decoder.ungated("hidden_act", "gelu_new"))
                .rotary(10_000, 0.5)
                .biases(AttentionBiases.ALL, true)
                .build()
                .withHeadBias();
    }

    /** GPT-J: one norm, 64 rotated dimensions, biases in the feed-forward and on the output table. */
    static Architecture gptj(ConfigObject config) {
        long hidden = config.positive(config.either("n_embd", "hidden_size"));
        long heads = config.positive(config.either("n_head", "num_attention_heads"));
        DecoderConfig decoder = new DecoderConfig(
                config,
                hidden,
                DecoderConfig.count(config, config.either("n_layer", "num_hidden_layers")),
                heads,
                heads);
        config.understood("n_positions", "n_ctx", "rotary", "scale_attn_weights");
        return new DenseDecoder(decoder)
                .norms(layerNorm(config, "layer_norm_epsilon", Normalization.Placement.PARALLEL))
                .activation(decoder.ungated("activation_function", "gelu_new"))
                .intermediateSize(config.positiveOr("n_inner", Math.multiplyExact(4L, hidden)))
                .rotary(10_000, (double) config.positiveOr("rotary_dim", 64) / decoder.headDim())
                .biases(AttentionBiases.NONE, true)
                .build()
                .withHeadBias();
    }

    static Normalization layerNorm(ConfigObject config, String epsilonKey, Normalization.Placement placement) {
        return new Normalization(Normalization.Kind.LAYER_NORM, placement, config.epsilonOr(epsilonKey, "1e-5"), false);
    }

    static Architecture arcee(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        return new DenseDecoder(decoder)
                .norms(decoder.preNorm("1e-5"))
                .activation(decoder.ungated("hidden_act", SQUARED_RELU))
                .biases(decoder.biasesOnAll(), config.flagOr("mlp_bias", false))
                .build();
    }

    /** Nemotron 4 and Minitron: LayerNorm with gains stored around zero, half of each head rotated. */
    static Architecture nemotron(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        return new DenseDecoder(decoder)
                .norms(new Normalization(
                        Normalization.Kind.LAYER_NORM,
                        Normalization.Placement.PRE,
                        config.epsilonOr("norm_eps", "1e-5"),
                        true))
                .activation(decoder.ungated("hidden_act", SQUARED_RELU))
                .rotary(10_000, config.numberOr("rope_percent", 0.5))
                .biases(decoder.biasesOnAll(), config.flagOr("mlp_bias", false))
                .build();
    }

    /** Jais 2: LayerNorm, biases everywhere unless the file says otherwise. */
    static Architecture jais2(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        return new DenseDecoder(decoder)
                .norms(layerNorm(config, "layer_norm_eps", Normalization.Placement.PRE))
                .activation(decoder.ungated("hidden_act", SQUARED_RELU))
                .biases(
                        config.flagOr("attention_bias", true) ? AttentionBiases.ALL : AttentionBiases.NONE,
                        config.flagOr("mlp_bias", true))
                .build();
    }

    /** Apertus: QK-norm per head, an activation with two learned numbers in each layer, base 12,000,000. */
    static Architecture apertus(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        config.refuse("post_norm", "norms on outputs");
        config.refuse("mlp_bias", "the class of this type has none");
        config.understood("qk_norm");
        return new DenseDecoder(decoder)
                .norms(decoder.preNorm("1e-5"))
                .activation(decoder.ungated("hidden_act", "xielu"))
                .rotary(12_000_000, 1)
                .qkNorm(new QkNorm(QkNorm.Scope.HEAD, true, false))
                .biases(decoder.biasesOnAll(), false)
                .build();
    }

    /** MPT: ALiBi, LayerNorm without biases; sizes under names of its own. */
    static Architecture mpt(ConfigObject config) {
        long hidden = config.positive("d_model");
        long heads = config.positive("n_heads");
        DecoderConfig decoder =
                new DecoderConfig(config, hidden, DecoderConfig.count(config, "n_layers"), heads, heads);
        if (!config.flagOr("no_bias", true)) {
            config.impossible("no_bias", "biases are not known in this type", "");
        }
        config.object("attn_config").ifPresent(attention -> {
            if (!attention.flagOr("alibi", true)) {
                attention.impossible("alibi", "the class of this type knows no other positions", "");
            }
            attention.refuse("qk_ln", "norms of queries and keys");
            attention.notModeled("clip_qkv", "queries, keys and values are clipped, no figure depends on it");
            attention.understood(
                    "alibi_bias_max",
                    "attn_impl",
                    "attn_type",
                    "attn_uses_sequence_id",
                    "model_type",
                    "prefix_lm",
                    "softmax_scale");
            attention.finish();
        });
        // settings of training, and a position table that is left out where ALiBi is used
        config.understood(
                "max_seq_len",
                "embedding_fraction",
                "init_config",
                "learned_pos_emb",
                "logit_scale",
                "norm_type",
                "tokenizer_name",
                "verbose");
        return new DenseDecoder(decoder)
                .norms(new Normalization(
                        Normalization.Kind.BIAS_FREE_LAYER_NORM,
                        Normalization.Placement.PRE,
                        config.epsilonOr("layer_norm_epsilon", "1e-5"),
                        false))
                .activation(Activation.GELU)
                .intermediateSize(Math.multiplyExact(config.positiveOr("expansion_ratio", 4), hidden))
                .positions(new PositionEncoding.Alibi())
                .tied()
                .build();
    }

    /** BLOOM: ALiBi, biases everywhere, a norm on the embeddings. */
    static Architecture bloom(ConfigObject config) {
        long hidden = config.positive(config.either("hidden_size", "n_embed", "n_embd"));
        long heads = config.positive(config.either("num_attention_heads", "n_head"));
        DecoderConfig decoder = new DecoderConfig(
                config,
                hidden,
                DecoderConfig.count(config, config.either("num_hidden_layers", "n_layer")),
                heads,
                heads);
        config.notModeled(
                "apply_residual_connection_post_layernorm", "what is added is taken to be the stream before its norm");
        config.understood(
                "n_embed",
                "n_embd",
                "n_inner",
                "attention_softmax_in_fp32",
                "bias_dropout_fusion",
                "masked_softmax_fusion",
                "offset_alibi",
                "skip_bias_add",
                "skip_bias_add_qkv",
                "slow_but_exact",
                "seq_length");
        return new DenseDecoder(decoder)
                .norms(layerNorm(config, "layer_norm_epsilon", Normalization.Placement.PRE)
                        .withEmbeddingNorm())
                .activation(Activation.GELU)
                .intermediateSize(Math.multiplyExact(4L, hidden))
                .positions(new PositionEncoding.Alibi())
                .biases(AttentionBiases.ALL, true)
                .tied()
                .build();
    }

    /** BitNet b1.58: a norm before each matrix that leads out, a gate through the square of ReLU. */
    static Architecture bitnet(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 5);
        fixed(config, "hidden_act", "relu2");
        return new DenseDecoder(decoder)
                .norms(new Normalization(
                        Normalization.Kind.RMS_NORM,
                        Normalization.Placement.SUB_LAYER,
                        config.epsilonOr("rms_norm_eps", "1e-5"),
                        false))
                .activation(Activation.SQUARED_REGLU)
                .rotary(500_000, 1)
                .biases(decoder.biasesOnAll(), false)
                .build();
    }

    /** nanochat: norms without weights, on queries and keys too, and squared ReLU. */
    static Architecture nanochat(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        config.understood("logits_soft_cap", "final_logit_softcapping");
        return new DenseDecoder(decoder)
                .norms(new Normalization(
                        Normalization.Kind.NON_PARAMETRIC_RMS_NORM,
                        Normalization.Placement.PRE,
                        config.epsilonOr("rms_norm_eps", "1e-6"),
                        false))
                .qkNorm(new QkNorm(QkNorm.Scope.HEAD, false, true))
                .activation(decoder.ungated("hidden_act", SQUARED_RELU))
                .biases(
                        config.flagOr(config.either("attention_bias", "qkv_bias"), false)
                                ? AttentionBiases.ALL
                                : AttentionBiases.NONE,
                        false)
                .build();
    }

    /** HyperCLOVA X: Granite, on request with norms on the outputs too. */
    static Architecture hyperclovax(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        config.understood("embedding_multiplier", "logits_scaling", "residual_multiplier", "attention_multiplier");
        if (!config.has("use_post_norm")) {
            config.findings()
                    .warning(
                            ConfigRule.MISSING_KEY,
                            config.pointer(),
                            "the key \"use_post_norm\" is missing; true stands in, the default of transformers, where "
                                    + "the class that its makers ship takes false",
                            "");
        }
        return new DenseDecoder(decoder)
                .norms(new Normalization(
                        Normalization.Kind.RMS_NORM,
                        config.flagOr("use_post_norm", true)
                                ? Normalization.Placement.SANDWICH
                                : Normalization.Placement.PRE,
                        config.epsilonOr("rms_norm_eps", "1e-6"),
                        false))
                .biases(decoder.biasesOnAll(), config.flagOr("mlp_bias", false))
                .build();
    }
}
