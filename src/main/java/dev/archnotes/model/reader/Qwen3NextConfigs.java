package dev.archnotes.model.reader;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.GatedDeltaNet;
import dev.archnotes.model.attention.QkNorm;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.DecoderConfig;
import dev.archnotes.model.config.RopeConfig;
import dev.archnotes.model.config.SparseLayers;
import dev.archnotes.model.config.StorageConfig;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.Storage;
import java.util.List;
import java.util.Optional;

/**
 * Qwen3-Next and Qwen3.5: Gated DeltaNet layers with an output-gated full-attention layer after every few of them.
 *
 * <p>Defaults for missing keys, from {@code configuration_qwen3_next.py}, {@code configuration_qwen3_5.py} and
 * {@code configuration_qwen3_5_moe.py} of {@code huggingface/transformers}: head dimension 256, a rotated share of
 * 0.25, RoPE base 10,000, every fourth layer full, 2 KV heads (the dense type: 4). Qwen3-Next's released checkpoint
 * also holds a prediction module that its configuration does not mention; it is counted only where
 * {@code num_nextn_predict_layers} names it. That of Qwen3.5 is named, and made of a full layer.
 */
final class Qwen3NextConfigs {
    private static final String FULL = "full_attention";
    private static final String LINEAR = "linear_attention";

    private Qwen3NextConfigs() {}

    static Architecture read(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 2);
        Attention gated = gated(decoder);
        Attention linear = linear(config, false);
        List<String> types = layerTypes(decoder);
        SparseLayers.add(
                decoder,
                MixtureConfigs.withGatedSharedExpert(decoder, true),
                layer -> types.get(layer).equals(FULL) ? gated : linear,
                layer -> types.get(layer).equals(FULL) ? "gated" : "linear");
        return decoder.build(
                norms(config),
                false,
                StorageConfig.read(config, Storage.BFLOAT16),
                config.wholeOr("num_nextn_predict_layers", 0));
    }

    /** The decoder of Qwen3.5: all its layers have a dense network, or all have experts. */
    static Architecture text(ConfigObject config, boolean sparse) {
        DecoderConfig decoder = new DecoderConfig(config, sparse ? 2 : 4);
        Attention gated = gated(decoder);
        Attention linear = linear(config, true);
        // keys of the class that it comes from, which its own class has taken out
        config.understood("mlp_only_layers", "decoder_sparse_step", "norm_topk_prob", "intermediate_size");
        FeedForward network = sparse
                ? MixtureConfigs.withGatedSharedExpert(decoder, true)
                : decoder.dense("intermediate_size", false);
        String name = sparse ? "moe" : "dense";
        for (String type : layerTypes(decoder)) {
            boolean full = type.equals(FULL);
            decoder.add(full ? "gated" : "linear", full ? gated : linear, name, network);
        }
        long depth = Math.min(1, config.wholeOr("mtp_num_hidden_layers", 0));
        config.notModeled("mtp_num_hidden_layers", "the prediction module is counted with one layer");
        config.notModeled("mtp_use_dedicated_embeddings", "the tables of the prediction module are not counted");
        return decoder.build(
                norms(config),
                false,
                StorageConfig.read(config, Storage.BFLOAT16),
                depth,
                new LayerBlock(1, "gated", gated, name, network));
    }

    private static Attention gated(DecoderConfig decoder) {
        ConfigObject config = decoder.config();
        long headDim = config.positiveOr("head_dim", 256);
        if (!config.flagOr("attn_output_gate", true)) {
            config.impossible("attn_output_gate", "attention without an output gate is not known in this type", "");
        }
        config.notModeled("use_sliding_window", "the full layers are taken to see everything");
        SoftmaxAttention plain = decoder.attention(
                headDim,
                new Span.Full(),
                RopeConfig.read(config, headDim, 10_000, 0.25),
                Optional.of(new QkNorm(QkNorm.Scope.HEAD, true, false)),
                decoder.biasesOnAll());
        return new SoftmaxAttention(
                plain.heads(),
                plain.kvHeads(),
                plain.headDim(),
                plain.span(),
                plain.positions(),
                plain.qkNorm(),
                plain.biases(),
                false,
                true,
                Optional.empty(),
                Optional.empty());
    }

    private static Attention linear(ConfigObject config, boolean separateProjections) {
        long keyHeads = config.positive("linear_num_key_heads");
        long valueHeads = config.positive("linear_num_value_heads");
        if (valueHeads % keyHeads != 0) {
            config.impossible(
                    "linear_num_value_heads",
                    valueHeads + " value heads are not divisible by " + keyHeads + " key heads",
                    "");
            valueHeads = keyHeads;
        }
        // of the recurrent state, which is counted in 32 bits
        if (!config.optionalText("mamba_ssm_dtype").orElse("float32").equals("float32")) {
            config.noteNotModeled("mamba_ssm_dtype", "the recurrent state is counted in 32 bits");
        }
        return new GatedDeltaNet(
                keyHeads,
                valueHeads,
                config.positive("linear_key_head_dim"),
                config.positive("linear_value_head_dim"),
                config.positive("linear_conv_kernel_dim"),
                separateProjections);
    }

    private static List<String> layerTypes(DecoderConfig decoder) {
        long interval = decoder.config().positiveOr("full_attention_interval", 4);
        return decoder.layerTypes(layer -> (layer + 1) % interval == 0 ? FULL : LINEAR, FULL, LINEAR);
    }

    private static Normalization norms(ConfigObject config) {
        return new Normalization(
                Normalization.Kind.RMS_NORM,
                Normalization.Placement.PRE,
                config.epsilonOr("rms_norm_eps", "1e-6"),
                true);
    }
}
