package dev.archnotes.model.vision;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.form.Source;
import dev.archnotes.model.operation.PicturePlaces;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.List;
import java.util.Optional;

/**
 * No encoder: patches of pixels go through one biased matrix between LayerNorms, get a learned position for each axis,
 * and are projected into the language model ({@code modeling_gemma4_unified.py} of {@code huggingface/transformers}).
 *
 * @param patchSize the side of a patch in pixels
 * @param embeddingSize the width of an embedded patch
 * @param positions learned positions along each axis
 */
public record PatchProjection(long patchSize, long embeddingSize, long positions) implements VisionEncoder {
    private static final Attribute<Long> PATCH_SIZE = Attribute.size("patch_size", "Patch size");
    private static final Attribute<Long> EMBEDDING_SIZE = Attribute.size("embedding_size", "Embedding size");
    private static final Attribute<Long> POSITIONS = Attribute.size("positions", "Positions");

    static final Form<PatchProjection> FORM =
            Form.of(PatchProjection::read, "patches", "patch-projection").with(PATCH_SIZE, EMBEDDING_SIZE, POSITIONS);

    private static PatchProjection read(Source in) {
        return new PatchProjection(PATCH_SIZE.read(in), EMBEDDING_SIZE.read(in), POSITIONS.read(in));
    }

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {
        PATCH_SIZE.write(out, patchSize);
        EMBEDDING_SIZE.write(out, embeddingSize);
        POSITIONS.write(out, positions);
    }

    @Override
    public String phrase() {
        return name();
    }

    @Override
    public String name() {
        return "projection of patches";
    }

    /** A picture is resized to the most whole cells that its budget allows, whatever its size. */
    @Override
    public Optional<PicturePlaces> places() {
        long cell = patchSize;
        return Optional.of(
                new PicturePlaces(PicturePlaces.Rule.FIXED, Math.multiplyExact(cell, Gemma4Vision.SQUARE), cell));
    }

    @Override
    public List<WeightTensor> tensors(long textHiddenSize) {
        long pixels = Math.multiplyExact(3L, Math.multiplyExact(patchSize, patchSize));
        VisionLayers out = new VisionLayers(1)
                .once("patch_dense.weight", Part.EMBEDDING, embeddingSize, pixels)
                .once("patch_dense.bias", Part.EMBEDDING, embeddingSize)
                .once("pos_embedding", Part.EMBEDDING, positions, 2, embeddingSize)
                .once("patch_ln1.weight", Part.NORM, pixels)
                .once("patch_ln1.bias", Part.NORM, pixels);
        for (String norm : new String[] {"patch_ln2", "pos_norm"}) {
            out.once(norm + ".weight", Part.NORM, embeddingSize).once(norm + ".bias", Part.NORM, embeddingSize);
        }
        return out.once("multimodal_embedder.embedding_projection.weight", Part.HEAD, textHiddenSize, embeddingSize)
                .list();
    }
}
