package dev.archnotes.model.reader;

import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.ConfigRule;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.vision.Gemma4Vision;
import dev.archnotes.model.vision.LlamaVision;
import dev.archnotes.model.vision.PatchProjection;
import dev.archnotes.model.vision.PixtralVision;
import dev.archnotes.model.vision.SiglipVision;
import dev.archnotes.model.vision.StepVision;
import dev.archnotes.model.vision.VisionEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code vision_config}; a key of no effect on shapes (heads, normalization constants, positions) is passed over.
 */
final class VisionConfigs {
    private VisionConfigs() {}

    /** Where makers put the configuration of a decoder inside another one; empty where there is none. */
    static Optional<ConfigObject> inside(ConfigObject config) {
        Optional<ConfigObject> text = config.object(config.either("text_config", "llm_config", "language_config"));
        // a model that also speaks: the part that understands has the decoder
        return text.isPresent()
                ? text
                : config.object("thinker_config").flatMap(thinker -> thinker.object("text_config"));
    }

    /**
     * The decoder inside a model with a vision part: of the first of these types where the file does not name one.
     *
     * @throws IllegalArgumentException where there is none, or of a type that the reader of the outer one was not
     *     written for, after a finding has said so
     */
    static ConfigObject text(ConfigObject config, String... types) {
        return text(config, List.of(types), types[0]);
    }

    /** The same, read as a model of its own. */
    static Architecture decoder(ConfigObject config, String... types) {
        return decoder(config, List.of(types), types[0], false);
    }

    /**
     * The same of any type that can be read, for makers who put one encoder before many decoders. Their files leave out
     * sizes that equal the defaults of {@code configuration_<type>.py} of {@code huggingface/transformers}.
     */
    static Architecture anyDecoder(ConfigObject config, String absentType) {
        return decoder(config, config.types().names(), absentType, true);
    }

    private static Architecture decoder(
            ConfigObject config, List<String> known, String absentType, boolean sizesLeftOut) {
        ConfigObject text = text(config, known, absentType);
        String type = text.optionalText("model_type").orElse(absentType);
        if (sizesLeftOut) {
            text.standIn(type, sizes(type));
        }
        Architecture architecture = text.types().architecture(type, text);
        text.finish();
        return architecture;
    }

    private static ConfigObject text(ConfigObject config, List<String> known, String absentType) {
        ConfigObject text = inside(config).orElseGet(() -> config.requiredObject("text_config"));
        String type = text.optionalText("model_type").orElse(absentType);
        if (!known.contains(type)) {
            config.findings()
                    .error(
                            ConfigRule.UNKNOWN_MODEL_TYPE,
                            text.pointer() + "/model_type",
                            "the decoder inside is of the type \"" + type + "\", which cannot be read here",
                            "known inside this type: " + String.join(", ", known));
            throw new IllegalArgumentException("a decoder of the type " + type);
        }
        return text;
    }

    private static Map<String, Long> sizes(String type) {
        boolean mistral = type.equals("mistral");
        return mistral || type.equals("llama")
                ? Map.of(
                        "hidden_size",
                        4_096L,
                        "intermediate_size",
                        mistral ? 14_336L : 11_008L,
                        "num_hidden_layers",
                        32L,
                        "num_attention_heads",
                        32L,
                        "vocab_size",
                        32_000L)
                : Map.of();
    }

    static VisionEncoder siglip(ConfigObject config) {
        SiglipVision vision = new SiglipVision(
                config.positive("hidden_size"),
                config.positive("num_hidden_layers"),
                config.positive("intermediate_size"),
                config.positive("image_size"),
                config.positive("patch_size"));
        config.notModeled("vision_use_head", "the pooling head's weights are not counted");
        finish(config);
        return vision;
    }

    /** The merge size and the projector's biases stand in the outer configuration. */
    static VisionEncoder pixtral(ConfigObject config, ConfigObject outer) {
        PixtralVision vision = new PixtralVision(
                config.positive("hidden_size"),
                config.positive("num_hidden_layers"),
                config.positive("intermediate_size"),
                config.positive("patch_size"),
                outer.positiveOr("spatial_merge_size", 2));
        outer.notModeled("multimodal_projector_bias", "the biases of the projector are not counted");
        // of a decoder, which transformers 5 writes into this part, too
        config.understood("vocab_size");
        finish(config);
        return vision;
    }

    static VisionEncoder llama4(ConfigObject config) {
        double ratio = config.numberOr("pixel_shuffle_ratio", 0.5);
        LlamaVision vision = new LlamaVision(
                config.positive("hidden_size"),
                config.positive("num_hidden_layers"),
                config.positive("intermediate_size"),
                config.positive("image_size"),
                config.positive("patch_size"),
                ratio > 0 ? Math.max(1, Math.round(1 / ratio)) : 1,
                config.positive("projector_output_dim"));
        config.notModeled("multi_modal_projector_bias", "the biases of the projector are not counted");
        config.understood("projector_input_dim", "vision_output_dim");
        finish(config);
        return vision;
    }

    static VisionEncoder gemma4(ConfigObject config) {
        long heads = config.positiveOr("num_attention_heads", 12);
        Gemma4Vision vision = new Gemma4Vision(
                config.positiveOr("hidden_size", 768),
                config.positiveOr("num_hidden_layers", 16),
                config.positiveOr("intermediate_size", 3_072),
                heads,
                config.positiveOr("num_key_value_heads", 12),
                config.positiveOr("head_dim", 64),
                config.positiveOr("patch_size", 16),
                config.positiveOr("position_embedding_size", 10_240),
                config.flagOr("standardize", false));
        config.understood(
                "global_head_dim",
                "hidden_activation",
                "pooling_kernel_size",
                "max_position_embeddings",
                "rms_norm_eps",
                "default_output_length",
                "use_clipped_linears");
        finish(config);
        return vision;
    }

    /** Step 3.7, its width, layers and heads under names of their own in older files. */
    static VisionEncoder step(ConfigObject config, ConfigObject outer) {
        long width = config.positiveOr(config.either("hidden_size", "width"), 1_536);
        StepVision vision = new StepVision(
                width,
                config.positiveOr(config.either("num_hidden_layers", "layers"), 47),
                (long) (width * config.numberOr("mlp_ratio", 8_960.0 / 1_536)),
                config.positiveOr("image_size", 728),
                config.positiveOr("patch_size", 14));
        outer.refuse("projector_bias", "a bias of the projector");
        config.understood("heads", "ls_init_value", "layer_scale_init_value", "intermediate_size");
        config.understood("max_position_embeddings", "use_cls_token", "use_ln_pre", "use_ln_post", "use_abs_posemb");
        config.understood("use_rope2d", "output_dim", "pool_type");
        colors(config, "num_channels");
        finish(config);
        return vision;
    }

    /** Pixels of {@code pooling_kernel_size} patches along each side make one vector. */
    static VisionEncoder patches(ConfigObject config) {
        PatchProjection vision = new PatchProjection(
                Math.multiplyExact(config.positiveOr("patch_size", 16), config.positiveOr("pooling_kernel_size", 3)),
                config.positiveOr("mm_embed_dim", 3_840),
                config.positiveOr("mm_posemb_size", 1_120));
        if (config.positiveOr("output_proj_dims", vision.embeddingSize()) != vision.embeddingSize()) {
            config.impossible("output_proj_dims", "a projection of another width than that of the patches", "");
        }
        config.understood("model_patch_size", "rms_norm_eps", "num_soft_tokens", "hidden_size");
        finish(config);
        return vision;
    }

    /** Pictures have three colors. */
    static void colors(ConfigObject config, String key) {
        if (config.positiveOr(key, 3) != 3) {
            config.impossible(key, "pictures of other than three colors are not known here", "");
        }
    }

    /** A width that is said twice: what the projector gives is what the decoder reads. */
    static void width(ConfigObject config, String key, long width) {
        if (config.positiveOr(key, width) != width) {
            config.impossible(key, "what it is read by has a width of " + width, "");
        }
    }

    /** Of the keys of an encoder these change no tensor. */
    static void finish(ConfigObject config) {
        config.understood(
                "num_attention_heads",
                "num_heads",
                "num_channels",
                "head_dim",
                "image_size",
                "hidden_act",
                "layer_norm_eps",
                "norm_eps",
                "rope_theta",
                "rope_parameters",
                "attention_bias",
                "torch_dtype",
                "dtype",
                "vision_feature_layer",
                "vision_feature_select_strategy");
        config.finish();
    }

    /** Where a file names no vision part, its type may have one all the same. */
    static Optional<ConfigObject> encoder(ConfigObject config) {
        Optional<ConfigObject> encoder = config.object("vision_config");
        if (encoder.isEmpty()) {
            config.findings()
                    .warning(
                            ConfigRule.MISSING_KEY,
                            "",
                            "there is no \"vision_config\": a vision part is not counted",
                            "");
        }
        return encoder;
    }

    /** The same model with its vision part; the outer configuration may tie the embeddings. */
    static Architecture with(ConfigObject config, Architecture text, Optional<VisionEncoder> vision) {
        return with(text, vision, config.flagOr("tie_word_embeddings", text.tiedEmbeddings()));
    }

    /** The same model with its vision part. */
    static Architecture with(Architecture text, Optional<VisionEncoder> vision, boolean tied) {
        return new Architecture(
                text.vocabularySize(),
                text.hiddenSize(),
                tied,
                text.learnedPositions(),
                text.normalization(),
                text.groups(),
                text.predictionModule(),
                vision,
                text.storage(),
                text.checkpoint(),
                text.stream(),
                text.headBias(),
                text.multipliers());
    }
}
