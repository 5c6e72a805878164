package dev.archnotes.model.reader;

import dev.archnotes.model.attention.AttentionBiases;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.DecoderConfig;
import dev.archnotes.model.config.DenseDecoder;
import dev.archnotes.model.config.StorageConfig;
import dev.archnotes.model.network.Activation;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.Storage;
import java.util.Optional;

/**
 * Dense decoders whose code lies beside their weights ({@code modeling_<type>.py} of each model's own repository):
 * ChatGLM and GLM-4-9B, the first Qwen, MiniCPM, and Llama under the names of InternLM, Orion, XVERSE and Aquila.
 *
 * <p>Defaults for missing keys are those of the {@code configuration_<type>.py} beside them: ChatGLM2's 2 groups of
 * keys and values where {@code multi_query_attention} is on, MiniCPM's embeddings tied.
 */
final class RemoteConfigs {
    private RemoteConfigs() {}

    /**
     * ChatGLM2, ChatGLM3 and GLM-4-9B: half of each head rotated, one matrix for queries, keys and values, another for
     * gate and up.
     */
    static Architecture chatglm(ConfigObject config) {
        long hidden = config.positive("hidden_size");
        long heads = config.positive("num_attention_heads");
        boolean grouped = config.flagOr("multi_query_attention", false);
        long kvHeads = grouped ? config.positiveOr("multi_query_group_num", 1) : heads;
        config.understood("multi_query_group_num");
        if (heads % kvHeads != 0) {
            config.impossible(
                    "multi_query_group_num", heads + " heads are not divisible by " + kvHeads + " groups", "");
            kvHeads = heads;
        }
        String layers = config.either("num_layers", "num_hidden_layers");
        config.understood("num_layers", "num_hidden_layers");
        DecoderConfig decoder = new DecoderConfig(config, hidden, DecoderConfig.count(config, layers), heads, kvHeads);
        long headDim = config.positiveOr("kv_channels", 128);
        boolean linear = config.flagOr("add_bias_linear", false);
        boolean inputs = linear || config.flagOr("add_qkv_bias", false);
        boolean root = config.flagOr("rmsnorm", true);
        if (!config.flagOr("post_layer_norm", true)) {
            config.impossible("post_layer_norm", "a decoder without a norm before the head is not known here", "");
        }
        config.notModeled(
                "apply_residual_connection_post_layernorm", "what is added is taken to be the stream before its norm");
        config.refuse("pre_seq_len", "a learned prefix");
        // the prefix's size without a prefix, choices of code, a factor on the base
        config.understood(
                "prefix_projection",
                "apply_query_key_layer_scaling",
                "attention_softmax_in_fp32",
                "bias_dropout_fusion",
                "fp32_residual_connection",
                "interleaved_qkv",
                "original_rope",
                "quantization_bit",
                "rope_ratio",
                "vocab_size");
        double factor = config.numberOr("rope_ratio", 1.0);
        SoftmaxAttention attention = decoder.attention(
                headDim,
                new Span.Full(),
                new PositionEncoding.Rope((long) (10_000 * factor), headDim / 2, Optional.empty()),
                Optional.empty(),
                linear ? AttentionBiases.ALL : inputs ? AttentionBiases.QUERY_KEY_VALUE : AttentionBiases.NONE);
        DenseFeedForward dense = new DenseFeedForward(config.positive("ffn_hidden_size"), Activation.SWIGLU, linear);
        for (int layer = 0; layer < decoder.layers(); layer++) {
            decoder.add("full", attention, "dense", dense);
        }
        Normalization norms = new Normalization(
                root ? Normalization.Kind.RMS_NORM : Normalization.Kind.LAYER_NORM,
                Normalization.Placement.PRE,
                config.epsilonOr("layernorm_epsilon", "1e-5"),
                false);
        return decoder.build(
                config.positive(config.either("padded_vocab_size", "vocab_size")),
                norms,
                false,
                StorageConfig.read(config, Storage.BFLOAT16),
                0);
    }

    /** The first Qwen: biases on queries, keys and values; {@code intermediate_size} is of gate and up together. */
    static Architecture qwen(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        if (!config.flagOr("no_bias", true)) {
            config.impossible("no_bias", "biases on the other matrices are not known in this type", "");
        }
        long size = config.positive("intermediate_size");
        if (size % 2 != 0) {
            config.impossible("intermediate_size", size + " is not of two matrices alike", "");
        }
        config.understood(
                "scale_attn_weights",
                "softmax_in_fp32",
                "use_cache_kernel",
                "use_cache_quantization",
                "use_dynamic_ntk",
                "use_logn_attn",
                "use_flash_attn",
                "onnx_safe",
                "bf16",
                "fp16",
                "fp32");
        return new DenseDecoder(decoder)
                .headDim(config.positiveOr("kv_channels", decoder.headDim()))
                .norms(rms(config, "layer_norm_epsilon", "1e-6"))
                .intermediateSize(Math.max(1, size / 2))
                .activation(Activation.SWIGLU)
                .rotary(config.positiveOr("rotary_emb_base", 10_000), config.numberOr("rotary_pct", 1.0))
                .biases(AttentionBiases.QUERY_KEY_VALUE, false)
                .build();
    }

    /** MiniCPM: Llama with factors on embeddings, residuals and logits; MiniCPM4's choice of blocks has no weights. */
    static Architecture minicpm(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        config.understood("scale_emb", "scale_depth", "dim_model_base", "mup_denominator");
        config.notModeled("sparse_config", "the layers are taken to read everything");
        config.refuse("num_experts", "experts");
        return new DenseDecoder(decoder)
                .biases(decoder.biasesOnAll(), false)
                .tied()
                .build();
    }

    /** InternLM: Llama with one key for the biases of attention, on by default. */
    static Architecture internlm(ConfigObject config) {
        return new DenseDecoder(new DecoderConfig(config))
                .biases(config.flagOr("bias", true) ? AttentionBiases.ALL : AttentionBiases.NONE, false)
                .build();
    }

    /** Orion: Llama with LayerNorm. */
    static Architecture orion(ConfigObject config) {
        // the context again
        config.understood("max_sequence_length");
        DecoderConfig decoder = new DecoderConfig(config);
        return new DenseDecoder(decoder)
                .norms(BlockConfigs.layerNorm(config, "rms_norm_eps", Normalization.Placement.PRE))
                .biases(decoder.biasesOnAll(), false)
                .build();
    }

    /** XVERSE, Aquila and the first Yi: Llama under another name. */
    static Architecture llama(ConfigObject config) {
        config.understood("max_tokenizer_truncation");
        return new DenseDecoder(new DecoderConfig(config)).build();
    }

    static Normalization rms(ConfigObject config, String key, String absent) {
        return new Normalization(
                Normalization.Kind.RMS_NORM, Normalization.Placement.PRE, config.epsilonOr(key, absent), false);
    }
}
