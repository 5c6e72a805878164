package dev.archnotes.model.config;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.GatedDeltaNet;
import dev.archnotes.model.attention.QkNorm;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.Storage;
import java.util.List;
import java.util.Optional;

/**
 * Qwen3-Next: Gated DeltaNet layers with an output-gated full-attention layer after every few of them.
 *
 * <p>Defaults for missing keys, from {@code configuration_qwen3_next.py} of {@code huggingface/transformers}: head
 * dimension 256, a rotated share of 0.25, RoPE base 10,000, every fourth layer full. The released checkpoint also holds
 * a prediction module that its configuration does not mention; it is counted only where
 * {@code num_nextn_predict_layers} names it.
 */
final class Qwen3NextConfigs {
    private static final String FULL = "full_attention";
    private static final String LINEAR = "linear_attention";

    private Qwen3NextConfigs() {}

    static Architecture read(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 2);
        long headDim = config.positiveOr("head_dim", 256);
        SoftmaxAttention plain = decoder.attention(
                headDim,
                new Span.Full(),
                RopeConfig.read(config, headDim, 10_000, 0.25),
                Optional.of(new QkNorm(QkNorm.Scope.HEAD, true, false)),
                decoder.biasesOnAll());
        Attention gated = new SoftmaxAttention(
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
        long keyHeads = config.positive("linear_num_key_heads");
        long valueHeads = config.positive("linear_num_value_heads");
        if (valueHeads % keyHeads != 0) {
            config.impossible(
                    "linear_num_value_heads",
                    valueHeads + " value heads are not divisible by " + keyHeads + " key heads",
                    "");
            valueHeads = keyHeads;
        }
        Attention linear = new GatedDeltaNet(
                keyHeads,
                valueHeads,
                config.positive("linear_key_head_dim"),
                config.positive("linear_value_head_dim"),
                config.positive("linear_conv_kernel_dim"));
        long interval = config.positiveOr("full_attention_interval", 4);
        config.notModeled("use_sliding_window", "the full layers are taken to see everything");
        List<String> types = decoder.layerTypes(layer -> (layer + 1) % interval == 0 ? FULL : LINEAR, FULL, LINEAR);
        if (types.size() == decoder.layers()) {
            SparseLayers.add(
                    decoder,
                    MixtureConfigs.withGatedSharedExpert(decoder, true),
                    layer -> types.get(layer).equals(FULL) ? gated : linear,
                    layer -> types.get(layer).equals(FULL) ? "gated" : "linear");
        } else {
            decoder.add("gated", gated, "moe", MixtureConfigs.withGatedSharedExpert(decoder, true));
        }
        Normalization norms = new Normalization(
                Normalization.Kind.RMS_NORM,
                Normalization.Placement.PRE,
                config.epsilonOr("rms_norm_eps", "1e-6"),
                true);
        return decoder.build(
                norms,
                false,
                StorageConfig.read(config, Storage.BFLOAT16),
                config.wholeOr("num_nextn_predict_layers", 0));
    }
}
