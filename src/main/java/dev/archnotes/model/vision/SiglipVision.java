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
 * A SigLIP vision transformer with learned positions, LayerNorm and biases, and a normalized linear projector
 * (arXiv:2503.19786, section 2.1).
 *
 * @param hiddenSize the encoder's width
 * @param layers its layers
 * @param intermediateSize the inner width of its feed-forward
 * @param imageSize the side of the image in pixels
 * @param patchSize the side of a patch in pixels
 */
public record SiglipVision(long hiddenSize, long layers, long intermediateSize, long imageSize, long patchSize)
        implements VisionEncoder {
    /** Gemma 3 averages 4 × 4 vectors, from 64 × 64 to 256: arXiv:2503.19786, section 2.1. */
    private static final long POOLED = 4;

    private static final Attribute<Long> HIDDEN_SIZE = Attribute.size("hidden_size", "Hidden size");
    private static final Attribute<Long> LAYERS = Attribute.size("layers", "Layers");
    private static final Attribute<Long> INTERMEDIATE_SIZE = Attribute.size("intermediate_size", "Intermediate size");
    private static final Attribute<Long> IMAGE_SIZE = Attribute.size("image_size", "Image size");
    private static final Attribute<Long> PATCH_SIZE = Attribute.size("patch_size", "Patch size");

    static final Form<SiglipVision> FORM = Form.of(SiglipVision::read, "siglip", "siglip")
            .with(HIDDEN_SIZE, LAYERS, INTERMEDIATE_SIZE, IMAGE_SIZE, PATCH_SIZE);

    private static SiglipVision read(Source in) {
        return new SiglipVision(
                HIDDEN_SIZE.read(in),
                LAYERS.read(in),
                INTERMEDIATE_SIZE.read(in),
                IMAGE_SIZE.read(in),
                PATCH_SIZE.read(in));
    }

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {
        HIDDEN_SIZE.write(out, hiddenSize);
        LAYERS.write(out, layers);
        INTERMEDIATE_SIZE.write(out, intermediateSize);
        IMAGE_SIZE.write(out, imageSize);
        PATCH_SIZE.write(out, patchSize);
    }

    @Override
    public String phrase() {
        return name();
    }

    @Override
    public String name() {
        return "SigLIP";
    }

    @Override
    public Optional<PicturePlaces> places() {
        return Optional.of(
                new PicturePlaces(PicturePlaces.Rule.FIXED, imageSize, Math.multiplyExact(patchSize, POOLED)));
    }

    @Override
    public List<WeightTensor> tensors(long textHiddenSize) {
        long side = imageSize / patchSize;
        VisionLayers out = new VisionLayers(layers)
                .once("patch_embedding.weight", Part.EMBEDDING, hiddenSize, 3, patchSize, patchSize)
                .once("patch_embedding.bias", Part.EMBEDDING, hiddenSize)
                .once("position_embedding.weight", Part.EMBEDDING, Math.multiplyExact(side, side), hiddenSize);
        for (String norm : new String[] {"layer_norm1", "layer_norm2"}) {
            out.each(norm + ".weight", Part.NORM, hiddenSize).each(norm + ".bias", Part.NORM, hiddenSize);
        }
        for (String projection : new String[] {"q_proj", "k_proj", "v_proj", "out_proj"}) {
            out.each(projection + ".weight", Part.ATTENTION, hiddenSize, hiddenSize)
                    .each(projection + ".bias", Part.ATTENTION, hiddenSize);
        }
        return out.each("fc1.weight", Part.DENSE_FEED_FORWARD, intermediateSize, hiddenSize)
                .each("fc1.bias", Part.DENSE_FEED_FORWARD, intermediateSize)
                .each("fc2.weight", Part.DENSE_FEED_FORWARD, hiddenSize, intermediateSize)
                .each("fc2.bias", Part.DENSE_FEED_FORWARD, hiddenSize)
                .once("post_layernorm.weight", Part.NORM, hiddenSize)
                .once("post_layernorm.bias", Part.NORM, hiddenSize)
                .once("mm_soft_emb_norm.weight", Part.NORM, hiddenSize)
                .once("mm_input_projection_weight", Part.HEAD, hiddenSize, textHiddenSize)
                .list();
    }
}
