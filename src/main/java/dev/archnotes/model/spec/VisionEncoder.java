package dev.archnotes.model.spec;

import java.util.List;

/** The image part of a multimodal model: an encoder and the projector into the language model. */
public sealed interface VisionEncoder permits SiglipVision, PixtralVision, LlamaVision {
    /** The encoder's name, for a table. */
    String name();

    /** All tensors, each with the number of layers that hold it as copies. */
    List<WeightTensor> tensors(long textHiddenSize);
}
