package dev.archnotes.model.reader;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.AttentionBiases;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.QkNorm;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.ConfigRule;
import dev.archnotes.model.config.DecoderConfig;
import dev.archnotes.model.config.StorageConfig;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.vision.GlmVision;
import dev.archnotes.model.vision.MoonVision;
import dev.archnotes.model.vision.TiledVision;
import dev.archnotes.model.vision.VisionEncoder;
import java.util.List;
import java.util.Optional;

/**
 * Kimi-VL, Kimi K2.5, GLM-4.1V to GLM-4.6V and Llama 3.2 Vision: a decoder in {@code text_config} and an encoder in
 * {@code vision_config}.
 *
 * <p>Defaults for missing keys of the encoders, from {@code configuration_kimi_k25.py}, {@code configuration_glm4v.py}
 * and {@code configuration_glm4v_moe.py} of {@code huggingface/transformers}: MoonViT has 27 layers of width 1,152,
 * 4,304 wide inside, patches of 14 pixels and a table of 64 × 64 positions; GLM's encoder 24 layers of width 1,536 and
 * a table for pictures of 336 pixels a side. Both merge 2 × 2 patches. Of Llama 3.2, from
 * {@code configuration_mllama.py}: every fifth layer from the fourth on reads pictures, RoPE base 500,000, norms with
 * 1e-5; an encoder of 32 and 8 layers of width 1,280, 5,120 wide inside, tiles of 448 pixels in patches of 14, at most
 * 4 of them in 8 ways, five layers of which reach the projector beside the last one.
 */
final class VisionLanguageConfigs {
    private static final String CROSS_LAYERS = "cross_attention_layers";
    private static final List<Long> CROSS_LAYERS_OF_11B = List.of(3L, 8L, 13L, 18L, 23L, 28L, 33L, 38L);

    private VisionLanguageConfigs() {}

    /** Kimi-VL and Kimi K2.5; in the first files of K2.5 the encoder's keys begin with {@code vt_}. */
    static Architecture kimi(ConfigObject config) {
        Architecture text = VisionConfigs.decoder(config, "deepseek_v3", "kimi_k2");
        config.understood(
                "ignore_index",
                "use_unified_vision_chunk",
                "video_placeholder",
                "projection_hidden_size",
                "projection_layer_norm_eps");
        return VisionConfigs.with(config, text, VisionConfigs.encoder(config).map(own -> moon(own, text.hiddenSize())));
    }

    private static VisionEncoder moon(ConfigObject config, long textHiddenSize) {
        String rows = config.either("init_pos_emb_height", "pos_emb_height");
        long side = config.positiveOr(rows, 64);
        String columns = config.either("init_pos_emb_width", "pos_emb_width");
        if (config.positiveOr(columns, 64) != side) {
            config.impossible(columns, "a table of positions that is not square is not known here", "");
        }
        long width = config.positiveOr(config.either("vt_hidden_size", "hidden_size"), 1_152);
        MoonVision vision = new MoonVision(
                width,
                config.positiveOr(config.either("vt_num_hidden_layers", "num_hidden_layers"), 27),
                config.positiveOr(config.either("vt_intermediate_size", "intermediate_size"), 4_304),
                config.positiveOr("patch_size", 14),
                side,
                merged(config));
        if (!config.optionalText("mm_projector_type").orElse("patchmerger").equals("patchmerger")) {
            config.impossible("mm_projector_type", "another projector than a merger of patches", "patchmerger");
        }
        VisionConfigs.width(config, "mm_hidden_size", width);
        VisionConfigs.width(config, "text_hidden_size", textHiddenSize);
        // the positions of frames are sines and cosines, made anew
        config.understood(
                "vt_num_attention_heads",
                "init_pos_emb_time",
                "pos_emb_time",
                "pos_emb_type",
                "merge_type",
                "video_attn_type",
                "projector_hidden_act",
                "projector_ln_eps");
        VisionConfigs.finish(config);
        return vision;
    }

    /** The side of the square of patches merged into one token. */
    private static long merged(ConfigObject config) {
        String key = "merge_kernel_size";
        List<Long> sides = config.integers(key);
        if (sides.isEmpty()) {
            return 2;
        }
        boolean square = sides.size() == 2 && sides.get(0).equals(sides.get(1)) && sides.get(0) > 0;
        if (!square) {
            config.impossible(key, "a merger of patches that is not square is not known here", "");
            return 2;
        }
        return sides.get(0);
    }

    /** GLM-4.1V, GLM-4.5V and GLM-4.6V around a decoder of one of these types. */
    static Architecture glm4v(ConfigObject config, String... textTypes) {
        Architecture text = VisionConfigs.decoder(config, textTypes);
        return VisionConfigs.with(
                config, text, VisionConfigs.encoder(config).map(own -> glm4v(own, text.hiddenSize())));
    }

    private static VisionEncoder glm4v(ConfigObject config, long textHiddenSize) {
        GlmVision vision = new GlmVision(
                config.positiveOr("hidden_size", 1_536),
                config.positiveOr("depth", 24),
                config.positiveOr("intermediate_size", 13_696),
                config.positiveOr("image_size", 336),
                config.positiveOr("patch_size", 14),
                config.positiveOr("temporal_patch_size", 2),
                config.positiveOr("spatial_merge_size", 2),
                config.flagOr("attention_bias", false));
        VisionConfigs.colors(config, "in_channels");
        VisionConfigs.width(config, "out_hidden_size", textHiddenSize);
        config.understood("rms_norm_eps");
        VisionConfigs.finish(config);
        return vision;
    }

    /**
     * Mistral Small 3.1 and what followed: a decoder of any type in {@code text_config}, of Mistral's where none is
     * named, and a Pixtral encoder in {@code vision_config}. Whether the embeddings are tied is the decoder's business;
     * the outer default of {@code configuration_mistral3.py} changed between versions.
     */
    static Architecture mistral3(ConfigObject config) {
        Architecture text = VisionConfigs.anyDecoder(config, "mistral");
        Optional<VisionEncoder> vision = VisionConfigs.encoder(config).map(own -> VisionConfigs.pixtral(own, config));
        config.understood("projector_hidden_act", "vision_feature_layer");
        return VisionConfigs.with(config, text, vision);
    }

    /** Llama 3.2 Vision: some layers read pictures by cross-attention, with gates, in place of the text. */
    static Architecture mllama(ConfigObject config) {
        ConfigObject text = VisionConfigs.text(config, "mllama_text_model");
        TiledVision vision = tiles(config.requiredObject("vision_config"));
        Architecture decoder = readingPictures(text, vision.entries());
        text.finish();
        config.understood("image_token_index");
        return VisionConfigs.with(decoder, Optional.of(vision), decoder.tiedEmbeddings());
    }

    private static Architecture readingPictures(ConfigObject config, long entries) {
        DecoderConfig decoder = new DecoderConfig(config, 8);
        SoftmaxAttention own = decoder.fullAttention(500_000, 1, Optional.empty(), AttentionBiases.NONE);
        SoftmaxAttention cross = decoder.attention(
                        own.headDim(),
                        new Span.Full(),
                        new PositionEncoding.None(),
                        Optional.of(new QkNorm(QkNorm.Scope.HEAD, true, false)),
                        AttentionBiases.NONE)
                .readingPictures(entries);
        DenseFeedForward dense = decoder.dense("intermediate_size", false);
        List<Long> given = config.integers(CROSS_LAYERS);
        List<Long> reading = config.has(CROSS_LAYERS) ? given : CROSS_LAYERS_OF_11B;
        long found = 0;
        for (long layer = 0; layer < decoder.layers(); layer++) {
            boolean reads = reading.contains(layer);
            found += reads ? 1 : 0;
            decoder.add(reads ? "cross" : "full", reads ? cross : own, "dense", dense);
        }
        if (found != reading.size()) {
            config.impossible(CROSS_LAYERS, "a layer that there is not among " + decoder.layers() + " layers", "");
        }
        if (found > 0) {
            long numbers = Math.multiplyExact(Attention.sum(cross.entryNumbers()), found);
            long bytes = Math.multiplyExact(2L, Math.multiplyExact(entries, numbers));
            config.findings()
                    .warning(
                            ConfigRule.NOT_MODELED,
                            config.pointer() + "/" + CROSS_LAYERS,
                            "a picture takes one place of the text and leaves up to " + entries
                                    + " keys and values in each of " + found + " layers, " + bytes
                                    + " bytes in 16 bits, that no figure of the cache counts",
                            "the figures are those of a text without pictures");
        }
        return decoder.build(decoder.preNorm("1e-5"), false, StorageConfig.read(config, Storage.BFLOAT16));
    }

    private static TiledVision tiles(ConfigObject config) {
        long width = config.positiveOr("hidden_size", 1_280);
        long ratios = config.entriesOr("supported_aspect_ratios", 8);
        long outputs = config.entriesOr("intermediate_layers_indices", 5) + 1;
        TiledVision vision = new TiledVision(
                width,
                config.positiveOr("num_hidden_layers", 32),
                config.positiveOr("num_global_layers", 8),
                config.positiveOr("intermediate_size", 5_120),
                config.positiveOr("image_size", 448),
                config.positiveOr("patch_size", 14),
                config.positiveOr("max_num_tiles", 4),
                ratios,
                outputs);
        VisionConfigs.colors(config, "num_channels");
        VisionConfigs.width(config, "vision_output_dim", Math.multiplyExact(outputs, width));
        VisionConfigs.width(config, "max_aspect_ratio_id", ratios);
        config.understood("attention_heads", "tie_word_embeddings");
        VisionConfigs.finish(config);
        return vision;
    }
}
