package dev.archnotes.model.config;

import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.vision.VisionEncoder;
import java.util.Optional;

/**
 * Mistral Small 3.1 and what followed: a Mistral or Ministral 3 decoder in {@code text_config} and a Pixtral encoder in
 * {@code vision_config}. Whether the embeddings are tied is the decoder's business; the outer default of
 * {@code configuration_mistral3.py} changed between versions.
 */
final class MistralVisionConfigs {
    private MistralVisionConfigs() {}

    static Architecture mistral3(ConfigObject config) {
        ConfigObject text = VisionConfigs.text(config, "mistral", "ministral3");
        Storage storage = StorageConfig.read(config, text, Storage.BFLOAT16);
        Architecture architecture = text.isType("ministral3")
                ? DenseConfigs.ministral3(text, storage)
                : DenseConfigs.mistral(text, storage);
        Optional<VisionEncoder> vision = config.object("vision_config").map(own -> VisionConfigs.pixtral(own, config));
        config.understood("projector_hidden_act", "vision_feature_layer");
        text.finish();
        return VisionConfigs.with(
                architecture, vision, config.flagOr("tie_word_embeddings", architecture.tiedEmbeddings()));
    }
}
