package dev.archnotes.model.config;

import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.VisionEncoder;
import java.util.Optional;

/**
 * Mistral Small 3.1: a Mistral decoder in {@code text_config} and a Pixtral encoder in {@code vision_config}. Whether
 * the embeddings are tied is the decoder's business; the outer default of {@code configuration_mistral3.py} changed
 * between versions.
 */
final class MistralVisionConfigs {
    private MistralVisionConfigs() {}

    static Architecture mistral3(ConfigObject config) {
        ConfigObject text = config.requiredObject("text_config");
        Architecture architecture = DenseConfigs.mistral(text, config);
        Optional<VisionEncoder> vision = config.object("vision_config").map(own -> VisionConfigs.pixtral(own, config));
        config.understood("projector_hidden_act", "vision_feature_layer");
        text.finish();
        return VisionConfigs.with(
                architecture, vision, config.flagOr("tie_word_embeddings", architecture.tiedEmbeddings()));
    }
}
