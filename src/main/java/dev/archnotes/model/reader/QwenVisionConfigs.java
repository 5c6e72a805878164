package dev.archnotes.model.reader;

import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.vision.Qwen2Vision;
import dev.archnotes.model.vision.Qwen3Vision;
import dev.archnotes.model.vision.VisionEncoder;
import java.util.Optional;

/**
 * Qwen's models with a vision part: a decoder in {@code text_config} and an encoder in {@code vision_config}. Older
 * files of Qwen2-VL and Qwen2.5-VL have the keys of the decoder at the top, where newer ones may repeat them.
 *
 * <p>Defaults for missing keys of the encoders, from {@code configuration_qwen2_vl.py},
 * {@code configuration_qwen2_5_vl.py} and {@code configuration_qwen3_vl.py} of {@code huggingface/transformers}:
 * squares of 2 × 2 patches, each of two frames; 32 layers of width 1,280, four times as wide inside, patches of 14
 * pixels (Qwen2-VL); 32 layers, 3,420 wide inside, patches of 14 pixels (Qwen2.5-VL); 27 layers of width 1,152, 4,304
 * wide inside, patches of 16 pixels, 2,304 positions and three mergers of DeepStack (Qwen3-VL).
 */
final class QwenVisionConfigs {
    private static final long DEEPSTACK = 3;

    private QwenVisionConfigs() {}

    /** Qwen2-VL, whose encoder calls its width {@code embed_dim} and the decoder's {@code hidden_size}. */
    static Architecture qwen2Vl(ConfigObject config) {
        Architecture text = decoder(config, "qwen2_vl_text");
        Optional<VisionEncoder> vision = VisionConfigs.encoder(config).map(own -> {
            long width = own.positiveOr("embed_dim", 1_280);
            VisionConfigs.width(own, "hidden_size", text.hiddenSize());
            return qwen2(own, width, (long) (width * own.numberOr("mlp_ratio", 4)), false);
        });
        return VisionConfigs.with(config, text, vision);
    }

    /** Qwen2.5-VL. */
    static Architecture qwen25Vl(ConfigObject config) {
        Architecture text = decoder(config, "qwen2_5_vl_text");
        Optional<VisionEncoder> vision = VisionConfigs.encoder(config).map(own -> {
            VisionConfigs.width(own, "out_hidden_size", text.hiddenSize());
            own.understood("window_size", "fullatt_block_indexes", "tokens_per_second");
            return qwen2(own, own.positiveOr("hidden_size", 3_584), own.positiveOr("intermediate_size", 3_420), true);
        });
        return VisionConfigs.with(config, text, vision);
    }

    private static VisionEncoder qwen2(ConfigObject config, long width, long inner, boolean gated) {
        Qwen2Vision vision = new Qwen2Vision(
                width,
                config.positiveOr("depth", 32),
                inner,
                config.positiveOr("patch_size", 14),
                config.positiveOr("temporal_patch_size", 2),
                config.positiveOr("spatial_merge_size", 2),
                gated);
        VisionConfigs.colors(config, "in_channels");
        VisionConfigs.colors(config, "in_chans");
        config.understood("spatial_patch_size");
        VisionConfigs.finish(config);
        return vision;
    }

    private static Architecture decoder(ConfigObject config, String textType) {
        if (!config.has("text_config")) {
            return config.types().architecture(textType, config);
        }
        config.understood(
                "hidden_size",
                "intermediate_size",
                "num_hidden_layers",
                "num_attention_heads",
                "num_key_value_heads",
                "vocab_size",
                "max_position_embeddings",
                "max_window_layers",
                "sliding_window",
                "use_sliding_window",
                "layer_types",
                "hidden_act",
                "rms_norm_eps",
                "rope_theta",
                "rope_scaling",
                "rope_parameters");
        return VisionConfigs.decoder(config, textType);
    }

    /** Qwen3-VL around a decoder of that type. */
    static Architecture qwen3Vl(ConfigObject config, String textType) {
        return qwen3(config, textType, DEEPSTACK);
    }

    /** The same encoder, with so many mergers of DeepStack where the file has no list of their layers. */
    static Architecture qwen3(ConfigObject config, String textType, long absentMergers) {
        Architecture text = VisionConfigs.decoder(config, textType);
        Optional<VisionEncoder> vision =
                VisionConfigs.encoder(config).map(own -> qwen3(own, text.hiddenSize(), absentMergers));
        return VisionConfigs.with(config, text, vision);
    }

    private static VisionEncoder qwen3(ConfigObject config, long textHiddenSize, long absentMergers) {
        boolean listed = config.mentions("deepstack_visual_indexes");
        Qwen3Vision vision = new Qwen3Vision(
                config.positiveOr("hidden_size", 1_152),
                config.positiveOr("depth", 27),
                config.positiveOr("intermediate_size", 4_304),
                config.positiveOr("patch_size", 16),
                config.positiveOr("temporal_patch_size", 2),
                config.positiveOr("num_position_embeddings", 2_304),
                config.positiveOr("spatial_merge_size", 2),
                listed ? config.integers("deepstack_visual_indexes").size() : absentMergers);
        VisionConfigs.colors(config, "in_channels");
        VisionConfigs.width(config, "out_hidden_size", textHiddenSize);
        VisionConfigs.finish(config);
        return vision;
    }
}
