package dev.archnotes.model.verify;

import dev.archnotes.model.vision.ClipVision;
import dev.archnotes.model.vision.Gemma4Vision;
import dev.archnotes.model.vision.GlmVision;
import dev.archnotes.model.vision.InternVision;
import dev.archnotes.model.vision.LlamaVision;
import dev.archnotes.model.vision.MoonVision;
import dev.archnotes.model.vision.PatchProjection;
import dev.archnotes.model.vision.PixtralVision;
import dev.archnotes.model.vision.Qwen2Vision;
import dev.archnotes.model.vision.Qwen3Vision;
import dev.archnotes.model.vision.SiglipVision;
import dev.archnotes.model.vision.TiledVision;
import dev.archnotes.model.vision.VisionEncoder;
import java.util.List;

/**
 * What the tensors of an image part and of its projector are called in safetensors: {@code modeling_<type>.py} of
 * {@code huggingface/transformers}, and the classes that InternVL and Kimi ship with their weights.
 */
final class VisionNames {
    private static final String COPY = Naming.COPY + ".";

    private static final Naming QWEN = named(
            "deepstack_merger_list.",
            "visual.deepstack_merger_list." + COPY,
            "blocks.",
            "visual.blocks." + COPY,
            "",
            "visual.");

    private static final List<Naming> GEMMA_3 = List.of(gemma3("vision_tower.vision_model."), gemma3("vision_tower."));

    private static final Naming PIXTRAL = named(
            "layers.attention_norm.",
            "vision_tower.transformer.layers." + COPY + "attention_norm.",
            "layers.ffn_norm.",
            "vision_tower.transformer.layers." + COPY + "ffn_norm.",
            "layers.gate_proj.",
            "vision_tower.transformer.layers." + COPY + "feed_forward.gate_proj.",
            "layers.up_proj.",
            "vision_tower.transformer.layers." + COPY + "feed_forward.up_proj.",
            "layers.down_proj.",
            "vision_tower.transformer.layers." + COPY + "feed_forward.down_proj.",
            "layers.",
            "vision_tower.transformer.layers." + COPY + "attention.",
            "projector.patch_merger.",
            "multi_modal_projector.patch_merger.merging_layer.",
            "projector.",
            "multi_modal_projector.",
            "",
            "vision_tower.");

    private static final Naming LLAMA_4 = named(
            "layers.input_layernorm.",
            "vision_model.model.layers." + COPY + "input_layernorm.",
            "layers.post_attention_layernorm.",
            "vision_model.model.layers." + COPY + "post_attention_layernorm.",
            "layers.fc",
            "vision_model.model.layers." + COPY + "mlp.fc",
            "layers.",
            "vision_model.model.layers." + COPY + "self_attn.",
            "multi_modal_projector.",
            "multi_modal_projector.",
            "",
            "vision_model.");

    private static final Naming TILED = named(
                    "transformer.layers.",
                    "vision_model.transformer.layers." + COPY,
                    "global_transformer.layers.",
                    "vision_model.global_transformer.layers." + COPY,
                    "multi_modal_projector.",
                    "multi_modal_projector.",
                    "",
                    "vision_model.")
            // these rows are the last ones of the decoder's table
            .unstored(Place.VISION, "picture_rows");

    /** The two models with a table of patches in front of the transformer share its names. */
    private static final List<Naming> CLIP = List.of(
            clip("vision_tower.vision_model.", "multi_modal_projector."),
            clip("vision_tower.", "multi_modal_projector."),
            // Idefics 3 and SmolVLM
            clip("vision_model.", "connector.modality_projection.")
                    .tensor(
                            Place.VISION,
                            "connector.modality_projection.proj.weight",
                            Shaping.PLAIN,
                            "multi_modal_projector.linear.weight"));

    /** {@code modeling_internvl_chat.py}: the projector is a sequence of layers of which two have weights. */
    private static final Naming INTERN = named(
            "encoder.layers.",
            "vision_model.encoder.layers." + COPY,
            "multi_modal_projector.layer_norm.",
            "mlp1.0.",
            "multi_modal_projector.linear_1.",
            "mlp1.1.",
            "multi_modal_projector.linear_2.",
            "mlp1.3.",
            "",
            "vision_model.");

    private static final List<Naming> MOON = List.of(
            moon("mm_projector.pre_norm.", "mm_projector.proj.0.", "mm_projector.proj.2."),
            // Kimi-VL
            moon(
                    "multi_modal_projector.pre_norm.",
                    "multi_modal_projector.linear_1.",
                    "multi_modal_projector.linear_2."));

    /** The small ones of Gemma 4 bound what goes into and comes out of each matrix, which adds a step to its name. */
    private static final List<Naming> GEMMA_4 = List.of(gemma4(""), gemma4("linear."));

    private static final Naming PATCHES = named("multimodal_embedder.", "embed_vision.", "", "vision_embedder.");

    private VisionNames() {}

    /** The namings of an image part, the usual one first; empty where none is known. */
    static List<Naming> of(VisionEncoder vision) {
        if (vision instanceof Qwen2Vision || vision instanceof Qwen3Vision || vision instanceof GlmVision) {
            return List.of(QWEN);
        }
        if (vision instanceof SiglipVision) {
            return GEMMA_3;
        }
        if (vision instanceof PixtralVision) {
            return List.of(PIXTRAL);
        }
        if (vision instanceof LlamaVision) {
            return List.of(LLAMA_4);
        }
        if (vision instanceof TiledVision) {
            return List.of(TILED);
        }
        if (vision instanceof ClipVision) {
            return CLIP;
        }
        if (vision instanceof InternVision) {
            return List.of(INTERN);
        }
        if (vision instanceof MoonVision) {
            return MOON;
        }
        if (vision instanceof Gemma4Vision) {
            return GEMMA_4;
        }
        return vision instanceof PatchProjection ? List.of(PATCHES) : List.of();
    }

    private static Naming named(String... ledgerAndCheckpoint) {
        return Naming.open("image part").beginning(Naming.ROOT, Place.VISION).prefixed(ledgerAndCheckpoint);
    }

    private static Naming gemma3(String tower) {
        String layers = tower + "encoder.layers." + COPY;
        return named(
                "layers.layer_norm",
                layers + "layer_norm",
                "layers.fc",
                layers + "mlp.fc",
                "layers.",
                layers + "self_attn.",
                "mm_",
                "multi_modal_projector.mm_",
                "post_layernorm.",
                tower + "post_layernorm.",
                "",
                tower + "embeddings.");
    }

    private static Naming clip(String tower, String projector) {
        return named(
                "encoder.layers.",
                tower + "encoder.layers." + COPY,
                "multi_modal_projector.",
                projector,
                "image_newline",
                "image_newline",
                "",
                tower);
    }

    private static Naming moon(String norm, String first, String second) {
        return named(
                "encoder.blocks.",
                "vision_tower.encoder.blocks." + COPY,
                "mm_projector.pre_norm.",
                norm,
                "mm_projector.proj.0.",
                first,
                "mm_projector.proj.2.",
                second,
                "",
                "vision_tower.");
    }

    private static Naming gemma4(String step) {
        String layers = "vision_tower.encoder.layers." + COPY;
        Naming naming = named(
                "layers.q_norm",
                layers + "self_attn.q_norm",
                "layers.k_norm",
                layers + "self_attn.k_norm",
                "layers.",
                layers,
                "embed_vision.",
                "embed_vision.",
                "",
                "vision_tower.");
        for (String matrix : new String[] {"q_proj", "k_proj", "v_proj", "o_proj"}) {
            naming = naming.tensor(
                    Place.VISION,
                    layers + "self_attn." + matrix + "." + step + "weight",
                    Shaping.PLAIN,
                    "layers." + matrix + ".weight");
        }
        for (String matrix : new String[] {"gate_proj", "up_proj", "down_proj"}) {
            naming = naming.tensor(
                    Place.VISION,
                    layers + "mlp." + matrix + "." + step + "weight",
                    Shaping.PLAIN,
                    "layers." + matrix + ".weight");
        }
        return naming;
    }
}
