package dev.archnotes.model.reader;

import dev.archnotes.model.attention.AttentionBiases;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.QkNorm;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.DecoderConfig;
import dev.archnotes.model.config.RopeConfig;
import dev.archnotes.model.config.StorageConfig;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.network.MixtureOfExperts;
import dev.archnotes.model.network.Router;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Llama 4, with and without its vision part: chunked layers with rotary positions, full layers without any.
 *
 * <p>Defaults for missing keys, from {@code configuration_llama4.py} of {@code huggingface/transformers}: RoPE base
 * 500,000, chunks of 8,192 tokens, QK-norm in rotary layers, every fourth layer without positions, experts in every
 * {@code interleave_moe_layer_step}-th layer (1 by default), temperature tuning on with scale 0.1 and floor 8,192.
 */
final class Llama4Configs {
    private static final String FULL = "full_attention";
    private static final String CHUNKED = "chunked_attention";

    private Llama4Configs() {}

    static Architecture withVision(ConfigObject config) {
        Architecture text = VisionConfigs.decoder(config, "llama4_text");
        return VisionConfigs.with(config, text, VisionConfigs.encoder(config).map(VisionConfigs::llama4));
    }

    static Architecture text(ConfigObject config) {
        return decoder(config, StorageConfig.read(config, Storage.BFLOAT16));
    }

    private static Architecture decoder(ConfigObject config, Storage storage) {
        DecoderConfig decoder = new DecoderConfig(config, 8);
        long headDim = config.positiveOr("head_dim", 128);
        long chunk = config.sizeOrNone("attention_chunk_size", 8_192);
        PositionEncoding rope = RopeConfig.read(config, headDim, 500_000, 1.0);
        Optional<QkNorm> norm = config.flagOr("use_qk_norm", true)
                ? Optional.of(new QkNorm(QkNorm.Scope.HEAD, false, true))
                : Optional.empty();
        Optional<String> temperature = temperature(config);
        List<Boolean> rotary = decoder.rotaryLayers();
        List<Long> sparse = sparseLayers(config, decoder.layers());
        MixtureOfExperts moe = experts(decoder);
        List<String> types = decoder.layerTypes(layer -> rotary.get(layer) ? CHUNKED : FULL, FULL, CHUNKED);
        for (int layer = 0; layer < Math.min(decoder.layers(), types.size()); layer++) {
            boolean chunked = types.get(layer).equals(CHUNKED) && chunk > 0;
            boolean positions = rotary.get(layer);
            AttentionBiases biases = decoder.biasesOnAll();
            SoftmaxAttention plain = decoder.attention(
                    headDim,
                    chunked ? new Span.Chunk(chunk) : new Span.Full(),
                    positions ? rope : new PositionEncoding.None(),
                    positions ? norm : Optional.empty(),
                    biases);
            SoftmaxAttention attention = positions ? plain : tuned(plain, temperature);
            boolean routed = sparse.contains((long) layer);
            decoder.add(
                    name(chunked, positions), attention, routed ? "moe" : "dense", routed ? moe : dense(config, moe));
        }
        return decoder.build(decoder.preNorm("1e-5"), false, storage);
    }

    /** The usual pairs go by their span alone. */
    private static String name(boolean chunked, boolean positions) {
        String span = chunked ? "chunked" : "full";
        return chunked == positions ? span : span + (positions ? "-rotary" : "-no-position");
    }

    private static DenseFeedForward dense(ConfigObject config, MixtureOfExperts moe) {
        return new DenseFeedForward(config.positive("intermediate_size_mlp"), moe.activation(), false);
    }

    private static MixtureOfExperts experts(DecoderConfig decoder) {
        ConfigObject config = decoder.config();
        config.understood("intermediate_size_mlp");
        long size = config.positive("intermediate_size");
        long experts = config.positive(config.either("num_local_experts", "num_experts"));
        return new MixtureOfExperts(
                experts,
                MixtureConfigs.expertsPerToken(config, experts, 1),
                size,
                1,
                size,
                false,
                0,
                MixtureConfigs.router(Router.Function.SIGMOID, false),
                decoder.activation("hidden_act"),
                false);
    }

    private static List<Long> sparseLayers(ConfigObject config, int layers) {
        long step = config.positiveOr("interleave_moe_layer_step", 1);
        if (config.has("moe_layers")) {
            return config.integers("moe_layers");
        }
        List<Long> sparse = new ArrayList<>();
        for (long layer = step - 1; layer < layers; layer += step) {
            sparse.add(layer);
        }
        return sparse;
    }

    private static Optional<String> temperature(ConfigObject config) {
        config.numberOr("attn_scale", 0.1);
        String scale = config.digitsOr("attn_scale", "0.1");
        long floor = config.positiveOr("floor_scale", 8_192);
        return config.switchedOn("attn_temperature_tuning", true)
                ? Optional.of("query × (1 + " + scale + " ln(floor((position + 1) / " + floor + ") + 1)) at inference")
                : Optional.empty();
    }

    private static SoftmaxAttention tuned(SoftmaxAttention plain, Optional<String> temperature) {
        return new SoftmaxAttention(
                plain.heads(),
                plain.kvHeads(),
                plain.headDim(),
                plain.span(),
                plain.positions(),
                plain.qkNorm(),
                plain.biases(),
                false,
                false,
                Optional.empty(),
                temperature);
    }
}
