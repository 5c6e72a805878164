package dev.archnotes.model.vision;

import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.operation.PicturePlaces;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.List;
import java.util.Optional;

/** The image part of a multimodal model: an encoder and the projector into the language model. */
public sealed interface VisionEncoder extends Described
        permits SiglipVision,
                PixtralVision,
                LlamaVision,
                TiledVision,
                StepVision,
                Qwen2Vision,
                Qwen3Vision,
                MoonVision,
                GlmVision,
                ClipVision,
                InternVision,
                Gemma4Vision,
                PatchProjection {
    /** How each kind is written down. */
    static List<Form<? extends VisionEncoder>> forms() {
        return List.of(
                SiglipVision.FORM,
                PixtralVision.FORM,
                LlamaVision.FORM,
                TiledVision.FORM,
                StepVision.FORM,
                Qwen2Vision.FORM,
                Qwen3Vision.FORM,
                MoonVision.FORM,
                GlmVision.FORM,
                ClipVision.FORM,
                InternVision.FORM,
                Gemma4Vision.FORM,
                PatchProjection.FORM);
    }

    /** The encoder's name, for a table. */
    String name();

    /** All tensors, each with the number of layers that hold it as copies. */
    List<WeightTensor> tensors(long textHiddenSize);

    /** How many places of the text a picture takes; empty where its processor alone knows the rule. */
    Optional<PicturePlaces> places();
}
