package dev.archnotes.model.reader;

import dev.archnotes.model.attention.AttentionBiases;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.DecoderConfig;
import dev.archnotes.model.config.StorageConfig;
import dev.archnotes.model.network.Activation;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.CheckpointExtras;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.LayerGroup;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.Storage;
import java.util.List;
import java.util.Optional;

/**
 * Decoders with a table of positions: GPT-2, StarCoder 1 and OPT. GPT-2's keys have names of their own. Its defaults in
 * {@code configuration_gpt2.py} of {@code huggingface/transformers}: tied embeddings, an inner width of four times the
 * hidden size, norm epsilon 1e-5. Files older than the key {@code torch_dtype} belong to checkpoints in 32 bits.
 */
final class Gpt2Configs {
    /** Rows that OPT's table has before that of the first position. */
    private static final long OPT_OFFSET = 2;

    private Gpt2Configs() {}

    static Architecture read(ConfigObject config) {
        return read(config, false);
    }

    /** StarCoder 1 and SantaCoder: GPT-2 with one KV head, unless {@code multi_query} is switched off. */
    static Architecture bigCode(ConfigObject config) {
        config.understood(
                "attention_softmax_in_fp32",
                "scale_attention_softmax_in_fp32",
                "inference_runner",
                "max_batch_size",
                "max_sequence_length",
                "pad_key_length",
                "pre_allocate_kv_cache",
                "validate_runner_input");
        boolean multiQuery = config.flagOr("multi_query", true);
        // which transformers 5 writes beside the switch
        long heads = config.positive(config.either("n_head", "num_attention_heads"));
        long kvHeads = multiQuery ? 1 : heads;
        if (config.positiveOr("num_key_value_heads", kvHeads) != kvHeads) {
            config.impossible(
                    "num_key_value_heads",
                    "with \"multi_query\" " + (multiQuery ? "on" : "off") + " there are " + kvHeads,
                    "");
        }
        return read(config, multiQuery);
    }

    private static Architecture read(ConfigObject config, boolean multiQuery) {
        long hidden = config.positive(config.either("n_embd", "hidden_size"));
        long heads = config.positive(config.either("n_head", "num_attention_heads"));
        long positions = config.positive(config.either("n_positions", "max_position_embeddings"));
        int layers = DecoderConfig.count(config, config.either("n_layer", "num_hidden_layers"));
        String activation = config.optionalText("activation_function").orElse("gelu_new");
        if (!activation.startsWith("gelu")) {
            config.impossible(
                    "activation_function", "the activation \"" + activation + "\" is not known here", "known: gelu");
        }
        // the context again, under an older name; scaling by 1/√head dimension is the ordinary case
        config.understood("n_ctx", "scale_attn_weights");
        config.notModeled("scale_attn_by_inverse_layer_idx", "no figure depends on it");
        config.notModeled("add_cross_attention", "the weights of cross-attention are not counted");
        DenseFeedForward dense = new DenseFeedForward(
                config.positiveOr("n_inner", Math.multiplyExact(4L, hidden)), Activation.GELU, true);
        Normalization norms = new Normalization(
                Normalization.Kind.LAYER_NORM,
                Normalization.Placement.PRE,
                config.epsilonOr("layer_norm_epsilon", "1e-5"),
                false);
        return build(config, hidden, layers, heads, multiQuery ? 1 : heads, positions, true, dense, norms);
    }

    /** OPT: ReLU, two rows of its table before the first position; the 350M norms outputs and is not known here. */
    static Architecture opt(ConfigObject config) {
        long hidden = config.positive("hidden_size");
        if (!config.flagOr("do_layer_norm_before", true)
                || config.positiveOr("word_embed_proj_dim", hidden) != hidden) {
            config.impossible(
                    "do_layer_norm_before", "norms after the addition and projected embeddings are not known here", "");
        }
        config.refuse("_remove_final_layer_norm", "no norm before the head");
        boolean biased = config.flagOr("enable_bias", true);
        boolean weighted = config.flagOr("layer_norm_elementwise_affine", true);
        String activation = config.optionalText("activation_function").orElse("relu");
        if (!activation.equals("relu") && !activation.startsWith("gelu")) {
            config.impossible(
                    "activation_function", "the activation \"" + activation + "\" is not known here", "relu, gelu");
        }
        return build(
                config,
                hidden,
                DecoderConfig.count(config, "num_hidden_layers"),
                config.positive("num_attention_heads"),
                config.positive("num_attention_heads"),
                Math.addExact(config.positive("max_position_embeddings"), OPT_OFFSET),
                biased,
                new DenseFeedForward(
                        config.positive("ffn_dim"),
                        activation.equals("relu") ? Activation.RELU : Activation.GELU,
                        biased),
                new Normalization(
                        weighted ? Normalization.Kind.LAYER_NORM : Normalization.Kind.NON_PARAMETRIC_LAYER_NORM,
                        Normalization.Placement.PRE,
                        "1e-5",
                        false));
    }

    private static Architecture build(
            ConfigObject config,
            long hidden,
            int layers,
            long heads,
            long kvHeads,
            long positions,
            boolean biased,
            DenseFeedForward dense,
            Normalization norms) {
        SoftmaxAttention attention = new SoftmaxAttention(
                heads,
                kvHeads,
                Math.max(1, hidden / heads),
                new Span.Full(),
                new PositionEncoding.Learned(),
                Optional.empty(),
                biased ? AttentionBiases.ALL : AttentionBiases.NONE,
                false,
                false,
                Optional.empty(),
                Optional.empty());
        boolean typed = config.has("torch_dtype") || config.has("dtype") || config.has("quantization_config");
        return new Architecture(
                config.positive("vocab_size"),
                hidden,
                config.flagOr("tie_word_embeddings", true),
                positions,
                norms,
                List.of(new LayerGroup(1, List.of(new LayerBlock(layers, "full", attention, "dense", dense)))),
                Optional.empty(),
                Optional.empty(),
                typed ? StorageConfig.read(config, Storage.FLOAT32) : Storage.FLOAT32,
                new CheckpointExtras(false, false, false));
    }
}
