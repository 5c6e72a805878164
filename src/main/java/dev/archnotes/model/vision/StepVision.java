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
 * The vision transformer of Step 3.7 ({@code modeling_step3p7.py} of {@code huggingface/transformers}): a table of
 * positions beside rotary ones, LayerNorm and biases, a learned scale for each number that a branch adds; then two
 * convolutions of 3 × 3, each of which halves the sides of the picture and doubles the width, and a matrix.
 *
 * @param hiddenSize the encoder's width
 * @param layers its layers
 * @param intermediateSize the inner width of its feed-forward
 * @param imageSize the side of the picture that the table of positions is for, in pixels
 * @param patchSize the side of a patch in pixels
 */
public record StepVision(long hiddenSize, long layers, long intermediateSize, long imageSize, long patchSize)
        implements VisionEncoder {
    private static final Attribute<Long> HIDDEN_SIZE = Attribute.size("hidden_size", "Hidden size");
    private static final Attribute<Long> LAYERS = Attribute.size("layers", "Layers");
    private static final Attribute<Long> INTERMEDIATE_SIZE = Attribute.size("intermediate_size", "Intermediate size");
    private static final Attribute<Long> IMAGE_SIZE = Attribute.size("image_size", "Image size");
    private static final Attribute<Long> PATCH_SIZE = Attribute.size("patch_size", "Patch size");

    static final Form<StepVision> FORM = Form.of(StepVision::read, "step", "step-3.7")
            .with(HIDDEN_SIZE, LAYERS, INTERMEDIATE_SIZE, IMAGE_SIZE, PATCH_SIZE);

    private static StepVision read(Source in) {
        return new StepVision(
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
        return "Step 3.7 vision transformer";
    }

    @Override
    public Optional<PicturePlaces> places() {
        return Optional.empty();
    }

    @Override
    public List<WeightTensor> tensors(long textHiddenSize) {
        long side = imageSize / patchSize;
        long twice = Math.multiplyExact(2, hiddenSize);
        long fourfold = Math.multiplyExact(4, hiddenSize);
        VisionLayers out = new VisionLayers(layers)
                .once("embeddings.patch_embedding.weight", Part.EMBEDDING, hiddenSize, 3, patchSize, patchSize)
                .once(
                        "embeddings.position_embedding.weight",
                        Part.EMBEDDING,
                        Math.multiplyExact(side, side),
                        hiddenSize)
                .onceBiased("pre_layernorm", Part.NORM, hiddenSize);
        for (String matrix : new String[] {"q_proj", "k_proj", "v_proj", "out_proj"}) {
            out.eachBiased("self_attn." + matrix, Part.ATTENTION, hiddenSize, hiddenSize);
        }
        return out.eachBiased("mlp.fc1", Part.DENSE_FEED_FORWARD, intermediateSize, hiddenSize)
                .eachBiased("mlp.fc2", Part.DENSE_FEED_FORWARD, hiddenSize, intermediateSize)
                .eachBiased("layernorm_before", Part.NORM, hiddenSize)
                .eachBiased("layernorm_after", Part.NORM, hiddenSize)
                .each("lambda_1", Part.NORM, hiddenSize)
                .each("lambda_2", Part.NORM, hiddenSize)
                .onceBiased("downsampler1", Part.HEAD, twice, hiddenSize, 3, 3)
                .onceBiased("downsampler2", Part.HEAD, fourfold, twice, 3, 3)
                .once("multi_modal_projector.weight", Part.HEAD, textHiddenSize, fourfold)
                .list();
    }
}
