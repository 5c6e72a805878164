package dev.archnotes.model.config;

import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.vision.VisionEncoder;
import java.util.Optional;

/**
 * Qwen's models with a vision part: a decoder in {@code text_config} and an encoder in {@code vision_config}.
 *
 * <p>Defaults for missing keys of the encoder, from {@code configuration_qwen3_vl.py} of
 * {@code huggingface/transformers}: squares of 2 × 2 patches, each of two frames, 2,304 positions, three mergers of
 * DeepStack.
 */
final class QwenVisionConfigs {
    private static final long DEEPSTACK = 3;

    private QwenVisionConfigs() {}

    /** Qwen3-VL around a decoder of that type. */
    static Architecture qwen3Vl(ConfigObject config, String textType) {
        return qwen3(config, textType, DEEPSTACK);
    }

    /** The same encoder, with so many mergers of DeepStack where the file has no list of their layers. */
    static Architecture qwen3(ConfigObject config, String textType, long absentMergers) {
        Architecture text = VisionConfigs.decoder(config, textType);
        Optional<VisionEncoder> vision =
                VisionConfigs.encoder(config).map(own -> VisionConfigs.qwen3(own, text.hiddenSize(), absentMergers));
        return VisionConfigs.with(config, text, vision);
    }
}
