package dev.archnotes.model.reader;

import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.vision.ClipVision;
import dev.archnotes.model.vision.InternVision;
import dev.archnotes.model.vision.Projector;
import dev.archnotes.model.vision.VisionEncoder;
import java.util.Optional;

/**
 * Models of any decoder behind CLIP, SigLIP or InternViT: LLaVA, PaliGemma, Idefics 3 and SmolVLM, Aya Vision, Cohere's
 * and Liquid's vision models, InternVL.
 *
 * <p>Defaults for missing keys, from {@code configuration_<type>.py} of {@code huggingface/transformers}: the encoder
 * is CLIP in LLaVA and LLaVA-NeXT and SigLIP otherwise; CLIP and SigLIP have 12 layers of width 768, 3,072 wide inside,
 * for pictures of 224 pixels and patches of 32 (SigLIP: 16); Idefics 3 has a width of 1,152, SmolVLM's and its patches
 * are of 32 pixels; SigLIP has a pooling head unless {@code vision_use_head} is false; InternViT has 24 layers of width
 * 1,024, 4,096 wide inside, for tiles of 448 pixels and patches of 14. 2 × 2 patches are laid end to end where a type
 * merges any.
 */
final class ClipVisionConfigs {
    private static final String CLIP = "clip_vision_model";
    private static final String SIGLIP = "siglip_vision_model";
    private static final String SIGLIP2 = "siglip2_vision_model";

    /** More patches along a side than any picture has. */
    private static final long MOST_PATCHES = 1_000;

    private ClipVisionConfigs() {}

    /** LLaVA, whose LLaVA-NeXT and OneVision cut pictures into tiles and mark the end of a row. */
    static Architecture llava(ConfigObject config, boolean tiled, String absentEncoder) {
        Architecture text = VisionConfigs.anyDecoder(config, "llama");
        String layers = "vision_feature_layer";
        long read = config.isList(layers) ? config.integers(layers).size() : 1;
        config.understood(
                layers,
                "vision_feature_select_strategy",
                "projector_hidden_act",
                "image_grid_pinpoints",
                "image_seq_length",
                "vision_aspect_ratio",
                "use_image_newline_parameter",
                "ignore_index",
                "vocab_size");
        Projector projector = new Projector(
                1, read, false, text.hiddenSize(), false, config.flagOr("multimodal_projector_bias", true));
        return with(config, text, absentEncoder, tiled, tiled, projector);
    }

    /** PaliGemma: one matrix, a decoder that reads picture and question both ways. */
    static Architecture paligemma(ConfigObject config) {
        Architecture text = VisionConfigs.anyDecoder(config, "gemma");
        config.understood("projection_dim", "hidden_size", "vocab_size", "ignore_index");
        return with(config, text, SIGLIP, false, false, new Projector(1, 1, false, 0, false, true));
    }

    /** Idefics 3 and SmolVLM: one matrix without a bias. */
    static Architecture idefics3(ConfigObject config) {
        Architecture text = VisionConfigs.anyDecoder(config, "llama");
        config.understood("vocab_size");
        Projector projector = new Projector(config.positiveOr("scale_factor", 2), 1, false, 0, false, false);
        return VisionConfigs.with(config, text, VisionConfigs.encoder(config).map(own -> {
            own.understood("max_image_size", "size", "use_base_siglip", "tie_word_embeddings");
            return encoder(
                    own, ClipVision.Family.SIGLIP, new Sizes(1_152, 12, 3_072, 224, 32), false, false, true, projector);
        }));
    }

    /** Aya Vision and Command A Vision: half of the width inside gates the other half. */
    static Architecture cohere(ConfigObject config, boolean normalized, long absentInner) {
        Architecture text = VisionConfigs.anyDecoder(config, "cohere2");
        config.understood("vision_feature_layer", "vision_feature_select_strategy", "adapter_layer_norm_eps");
        long inner =
                config.positiveOr("alignment_intermediate_size", absentInner == 0 ? text.hiddenSize() : absentInner);
        Projector projector =
                new Projector(config.positiveOr("downsample_factor", 2), 1, normalized, inner, true, true);
        return with(config, text, SIGLIP, false, true, projector);
    }

    /** LFM2-VL. */
    static Architecture lfm2Vl(ConfigObject config) {
        Architecture text = VisionConfigs.anyDecoder(config, "lfm2");
        config.understood(
                "projector_hidden_act",
                "vision_feature_layer",
                "do_image_splitting",
                "encoder_patch_size",
                "max_image_tokens",
                "min_image_tokens",
                "max_num_patches",
                "max_pixels_tolerance",
                "max_tiles",
                "min_tiles",
                "tile_size",
                "use_image_special_tokens",
                "use_thumbnail");
        Projector projector = new Projector(
                config.positiveOr("downsample_factor", 2),
                1,
                config.flagOr("projector_use_layernorm", true),
                config.positiveOr("projector_hidden_size", 2_560),
                false,
                config.flagOr("projector_bias", true));
        return with(config, text, SIGLIP2, false, true, projector);
    }

    /** The encoder by its own type. */
    private static Architecture with(
            ConfigObject config,
            Architecture text,
            String absentEncoder,
            boolean newline,
            boolean tiled,
            Projector projector) {
        Optional<VisionEncoder> vision = VisionConfigs.encoder(config).flatMap(own -> {
            String type = own.optionalText("model_type").orElse(absentEncoder);
            if (type.equals(CLIP)) {
                own.understood("projection_dim", "vocab_size");
                return Optional.of(encoder(
                        own,
                        ClipVision.Family.CLIP,
                        new Sizes(768, 12, 3_072, 224, 32),
                        false,
                        newline,
                        tiled,
                        projector));
            }
            if (type.equals(SIGLIP) || type.equals(SIGLIP2)) {
                own.understood("projection_dim", "vocab_size", "num_image_tokens", "projector_hidden_act");
                return Optional.of(encoder(
                        own,
                        type.equals(SIGLIP2) ? ClipVision.Family.SIGLIP2 : ClipVision.Family.SIGLIP,
                        new Sizes(768, 12, 3_072, 224, 16),
                        own.flagOr("vision_use_head", true),
                        newline,
                        tiled,
                        projector));
            }
            own.noteNotModeled("model_type", "the encoder and its projector are not counted");
            return Optional.empty();
        });
        return VisionConfigs.with(config, text, vision);
    }

    /** What stands in for sizes that are missing. */
    private record Sizes(long hidden, long layers, long intermediate, long image, long patch) {}

    private static VisionEncoder encoder(
            ConfigObject config,
            ClipVision.Family family,
            Sizes absent,
            boolean head,
            boolean newline,
            boolean tiled,
            Projector projector) {
        long patch = config.sideOr("patch_size", absent.patch());
        ClipVision vision = new ClipVision(
                family,
                config.positiveOr("hidden_size", absent.hidden()),
                config.positiveOr("num_hidden_layers", absent.layers()),
                config.positiveOr("intermediate_size", absent.intermediate()),
                covered(config, patch, absent.image()),
                patch,
                head,
                newline,
                tiled,
                projector);
        VisionConfigs.colors(config, "num_channels");
        VisionConfigs.finish(config);
        return vision;
    }

    /** The side that the table of positions covers: SigLIP 2 says the rows of the table. */
    private static long covered(ConfigObject config, long patch, long absentSide) {
        if (!config.isType(SIGLIP2)) {
            return config.sideOr("image_size", absentSide);
        }
        long rows = config.positiveOr("num_patches", 256);
        long side = 1;
        while (side * side < rows && side < MOST_PATCHES) {
            side++;
        }
        if (side * side != rows) {
            config.impossible("num_patches", "a table of positions that is not square is not known here", "");
        }
        return Math.multiplyExact(side, patch);
    }

    /** InternVL as transformers has it. */
    static Architecture internvl(ConfigObject config) {
        Architecture text = VisionConfigs.anyDecoder(config, "qwen2");
        config.understood(
                "image_seq_length", "projector_hidden_act", "vision_feature_layer", "vision_feature_select_strategy");
        return VisionConfigs.with(
                config,
                text,
                VisionConfigs.encoder(config)
                        .map(own -> intern(own, text, shuffled(config), "attention_bias", "use_qk_norm")));
    }

    /** InternVL in the makers' own files. */
    static Architecture internvlChat(ConfigObject config) {
        Architecture text = VisionConfigs.anyDecoder(config, "qwen2");
        // how a picture is cut, what is trained and how a question is put
        config.understood(
                "select_layer",
                "ps_version",
                "template",
                "force_image_size",
                "dynamic_image_size",
                "min_dynamic_patch",
                "max_dynamic_patch",
                "use_thumbnail",
                "pad2square",
                "use_backbone_lora",
                "use_llm_lora",
                "hidden_size",
                "system_message");
        return VisionConfigs.with(
                config,
                text,
                VisionConfigs.encoder(config)
                        .map(own -> intern(own, text, shuffled(config), "qkv_bias", "qk_normalization")));
    }

    private static long shuffled(ConfigObject config) {
        double ratio = config.numberOr("downsample_ratio", 0.5);
        return ratio > 0 ? Math.max(1, Math.round(1 / ratio)) : 1;
    }

    private static VisionEncoder intern(
            ConfigObject config, Architecture text, long merged, String biases, String norms) {
        InternVision vision = new InternVision(
                config.positiveOr("hidden_size", 1_024),
                config.positiveOr("num_hidden_layers", 24),
                config.positiveOr("intermediate_size", 4_096),
                config.sideOr("image_size", 448),
                config.sideOr("patch_size", 14),
                config.flagOr(biases, false),
                config.flagOr(norms, false),
                config.optionalText("norm_type").orElse("layer_norm").equals("rms_norm"),
                new Projector(merged, 1, true, text.hiddenSize(), false, true));
        if (!config.flagOr("use_mean_pooling", true)) {
            config.noteNotModeled("use_mean_pooling", "the norm after the last layer is not counted");
        }
        config.notModeled("use_mask_token", "the token of masked patches is not counted");
        if (!config.flagOr("use_absolute_position_embeddings", true)) {
            config.impossible("use_absolute_position_embeddings", "an encoder without positions", "");
        }
        VisionConfigs.colors(config, "num_channels");
        config.understood(
                "layer_scale_init_value",
                "drop_path_rate",
                "initializer_factor",
                "use_flash_attn",
                "output_hidden_states");
        VisionConfigs.finish(config);
        return vision;
    }
}
