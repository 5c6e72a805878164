package dev.archnotes.model.config;

import dev.archnotes.model.attention.AttentionBiases;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.attention.Span;
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
 * GPT-2, whose keys have names of their own. Its defaults in {@code configuration_gpt2.py} of
 * {@code huggingface/transformers}: tied embeddings, an inner width of four times the hidden size, norm epsilon 1e-5.
 * Files older than the key {@code torch_dtype} belong to checkpoints in 32 bits.
 */
final class Gpt2Configs {
    private Gpt2Configs() {}

    static Architecture read(ConfigObject config) {
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
        SoftmaxAttention attention = new SoftmaxAttention(
                heads,
                heads,
                Math.max(1, hidden / heads),
                new Span.Full(),
                new PositionEncoding.Learned(),
                Optional.empty(),
                AttentionBiases.ALL,
                false,
                false,
                Optional.empty(),
                Optional.empty());
        DenseFeedForward dense = new DenseFeedForward(
                config.positiveOr("n_inner", Math.multiplyExact(4L, hidden)), Activation.GELU, true);
        Normalization norms = new Normalization(
                Normalization.Kind.LAYER_NORM,
                Normalization.Placement.PRE,
                config.epsilonOr("layer_norm_epsilon", "1e-5"),
                false);
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
