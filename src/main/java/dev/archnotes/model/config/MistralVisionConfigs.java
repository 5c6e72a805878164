package dev.archnotes.model.config;

import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.vision.VisionEncoder;
import java.util.Optional;

/**
 * Mistral Small 3.1 and what followed: a decoder of any type in {@code text_config}, of Mistral's where none is named,
 * and a Pixtral encoder in {@code vision_config}. Whether the embeddings are tied is the decoder's business; the outer
 * default of {@code configuration_mistral3.py} changed between versions.
 */
final class MistralVisionConfigs {
    private MistralVisionConfigs() {}

    static Architecture mistral3(ConfigObject config) {
        Architecture text = VisionConfigs.anyDecoder(config, "mistral");
        Optional<VisionEncoder> vision = VisionConfigs.encoder(config).map(own -> VisionConfigs.pixtral(own, config));
        config.understood("projector_hidden_act", "vision_feature_layer");
        return VisionConfigs.with(config, text, vision);
    }
}
