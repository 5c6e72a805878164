package dev.archnotes.model.reader;

import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.QkNorm;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.DecoderConfig;
import dev.archnotes.model.config.RopeConfig;
import dev.archnotes.model.config.StorageConfig;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.ResidualStream;
import dev.archnotes.model.spec.Storage;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Gemma 3n: several streams with a low-rank path, embeddings of each layer, and upper layers that share caches. Its
 * image part is a MobileNet of another library and its audio part a conformer; neither is counted, which is said.
 *
 * <p>Defaults for missing keys, from {@code configuration_gemma3n.py} of {@code huggingface/transformers}: 8 heads of
 * 256 numbers, 2 KV heads, a window of 512 tokens, every fifth layer full, the upper 15 layers sharing, RoPE bases
 * 1,000,000 and 10,000, per-layer embeddings of 256 numbers in 262,144 rows, four streams, a path of rank 64, 262,400
 * rows, tied embeddings. The activations that some layers cut to their largest change no figure.
 *
 * <p>Layers that share a cache have key and value projections in the checkpoint that nothing uses; they are not
 * counted.
 */
final class Gemma3nConfigs {
    private static final String FULL = "full_attention";
    private static final String SLIDING = "sliding_attention";

    private Gemma3nConfigs() {}

    static Architecture withParts(ConfigObject config) {
        ConfigObject text = VisionConfigs.text(config, "gemma3n_text");
        Architecture architecture = decoder(text, StorageConfig.read(text, Storage.BFLOAT16));
        config.understood("vision_soft_tokens_per_image", "audio_soft_tokens_per_image");
        config.notModeled("vision_config", "the image part is not counted");
        config.notModeled("audio_config", "the audio part is not counted");
        text.finish();
        return VisionConfigs.with(
                architecture, Optional.empty(), config.flagOr("tie_word_embeddings", architecture.tiedEmbeddings()));
    }

    static Architecture text(ConfigObject config) {
        return decoder(config, StorageConfig.read(config, Storage.BFLOAT16));
    }

    private static Architecture decoder(ConfigObject config, Storage storage) {
        DecoderConfig decoder = new DecoderConfig(config, config.sizeOr("num_attention_heads", 8), 2);
        long headDim = config.sizeOr("head_dim", 256);
        List<String> types = decoder.layerTypes(layer -> (layer + 1) % 5 == 0 ? FULL : SLIDING, FULL, SLIDING);
        SoftmaxAttention wide = attention(decoder, headDim, new Span.Full(), FULL, "rope_theta", 1_000_000);
        SoftmaxAttention near = attention(
                decoder,
                headDim,
                DecoderConfig.window(config.positiveOr("sliding_window", 512)),
                SLIDING,
                "rope_local_base_freq",
                10_000);
        int firstShared = Gemma4Configs.firstShared(config, "num_kv_shared_layers", 15, decoder.layers());
        Gemma4Configs.reportMissing(config, types, firstShared);
        List<Long> widths = widths(config, decoder.layers());
        boolean equal = true;
        for (long width : widths) {
            equal &= width == widths.get(0);
        }
        for (int layer = 0; layer < types.size(); layer++) {
            boolean local = types.get(layer).equals(SLIDING);
            boolean shared = layer >= firstShared;
            long width = widths.get(layer);
            SoftmaxAttention own = local ? near : wide;
            decoder.add(
                    (local ? "local" : "global") + (shared ? "-shared" : ""),
                    shared ? own.with(headDim, false, true) : own,
                    equal ? "dense" : "dense-" + width,
                    new DenseFeedForward(width, GemmaConfigs.activation(decoder), false));
        }
        // which activations are kept and how far coefficients may go: no figure depends on them
        config.understood(
                "activation_sparsity_pattern",
                "altup_active_idx",
                "altup_coef_clip",
                "altup_correct_scale",
                "altup_lr_multiplier",
                "query_pre_attn_scalar");
        Normalization norms = new Normalization(
                Normalization.Kind.RMS_NORM,
                Normalization.Placement.SANDWICH,
                config.epsilonOr("rms_norm_eps", "1e-6"),
                false);
        ResidualStream stream = new ResidualStream(
                config.positiveOr("vocab_size_per_layer_input", 262_144),
                config.positiveOr("hidden_size_per_layer_input", 256),
                config.positiveOr("altup_num_inputs", 4),
                config.positiveOr("laurel_rank", 64),
                false);
        Architecture model = decoder.build(config.sizeOr("vocab_size", 262_400), norms, true, storage, 0)
                .with(stream);
        return MultiplierConfigs.gemma(config, model, Optional.of(30.0));
    }

    /** One width for all layers, or a list of one for each. */
    private static List<Long> widths(ConfigObject config, int layers) {
        String key = "intermediate_size";
        if (!config.isList(key)) {
            return Collections.nCopies(layers, config.positiveOr(key, 16_384));
        }
        List<Long> widths = config.integers(key);
        boolean possible = widths.size() == layers;
        for (long width : widths) {
            possible = possible && width > 0;
        }
        if (!possible) {
            config.impossible(key, widths.size() + " widths for " + layers + " layers", "a positive one for each");
            return Collections.nCopies(layers, 1L);
        }
        return widths;
    }

    private static SoftmaxAttention attention(
            DecoderConfig decoder, long headDim, Span span, String type, String baseKey, long absentBase) {
        ConfigObject config = decoder.config();
        config.understood("rope_theta", "rope_local_base_freq");
        Optional<ConfigObject> byType = config.object("rope_parameters").filter(own -> own.has(type));
        config.notModeled("rope_scaling", "the rotary frequencies are taken without rescaling");
        PositionEncoding rope = byType.isPresent()
                ? RopeConfig.ofLayerType(config, byType.get(), type, headDim, absentBase)
                : new PositionEncoding.Rope(config.positiveOr(baseKey, absentBase), headDim, Optional.empty());
        return decoder.attention(
                headDim, span, rope, Optional.of(new QkNorm(QkNorm.Scope.HEAD, true, false)), decoder.biasesOnAll());
    }
}
