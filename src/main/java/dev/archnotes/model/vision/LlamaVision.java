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
 * The Llama 4 vision transformer (MetaCLIP-based): class token, learned positions, LayerNorm and biases, then a pixel
 * shuffle, a two-layer adapter and a linear projector.
 *
 * @param hiddenSize the encoder's width
 * @param layers its layers
 * @param intermediateSize the inner width of its feed-forward
 * @param imageSize the side of a tile in pixels
 * @param patchSize the side of a patch in pixels
 * @param shuffleSize the side of the square of patches folded into one token (2 for a pixel-shuffle ratio of 0.5)
 * @param outputSize the adapter's width
 */
public record LlamaVision(
        long hiddenSize,
        long layers,
        long intermediateSize,
        long imageSize,
        long patchSize,
        long shuffleSize,
        long outputSize)
        implements VisionEncoder {
    private static final Attribute<Long> HIDDEN_SIZE = Attribute.size("hidden_size", "Hidden size");
    private static final Attribute<Long> LAYERS = Attribute.size("layers", "Layers");
    private static final Attribute<Long> INTERMEDIATE_SIZE = Attribute.size("intermediate_size", "Intermediate size");
    private static final Attribute<Long> IMAGE_SIZE = Attribute.size("image_size", "Image size");
    private static final Attribute<Long> PATCH_SIZE = Attribute.size("patch_size", "Patch size");
    private static final Attribute<Long> SHUFFLE_SIZE = Attribute.size("shuffle_size", "Shuffle size");
    private static final Attribute<Long> OUTPUT_SIZE = Attribute.size("output_size", "Output size");

    static final Form<LlamaVision> FORM = Form.of(LlamaVision::read, "llama", "llama-4")
            .with(HIDDEN_SIZE, LAYERS, INTERMEDIATE_SIZE, IMAGE_SIZE, PATCH_SIZE, SHUFFLE_SIZE, OUTPUT_SIZE);

    private static LlamaVision read(Source in) {
        return new LlamaVision(
                HIDDEN_SIZE.read(in),
                LAYERS.read(in),
                INTERMEDIATE_SIZE.read(in),
                IMAGE_SIZE.read(in),
                PATCH_SIZE.read(in),
                SHUFFLE_SIZE.read(in),
                OUTPUT_SIZE.read(in));
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
        SHUFFLE_SIZE.write(out, shuffleSize);
        OUTPUT_SIZE.write(out, outputSize);
    }

    @Override
    public String phrase() {
        return name();
    }

    @Override
    public String name() {
        return "Llama 4 vision transformer";
    }

    @Override
    public Optional<PicturePlaces> places() {
        return Optional.of(
                new PicturePlaces(PicturePlaces.Rule.TILED, imageSize, Math.multiplyExact(patchSize, shuffleSize)));
    }

    @Override
    public List<WeightTensor> tensors(long textHiddenSize) {
        long side = imageSize / patchSize;
        long positions = Math.addExact(Math.multiplyExact(side, side), 1);
        VisionLayers out = new VisionLayers(layers)
                .once("class_embedding", Part.EMBEDDING, hiddenSize)
                .once("positional_embedding_vlm", Part.EMBEDDING, positions, hiddenSize)
                .once("patch_embedding.linear.weight", Part.EMBEDDING, hiddenSize, 3 * patchSize * patchSize);
        for (String norm : new String[] {"layernorm_pre", "layernorm_post"}) {
            out.once(norm + ".weight", Part.NORM, hiddenSize).once(norm + ".bias", Part.NORM, hiddenSize);
        }
        for (String norm : new String[] {"input_layernorm", "post_attention_layernorm"}) {
            out.each(norm + ".weight", Part.NORM, hiddenSize).each(norm + ".bias", Part.NORM, hiddenSize);
        }
        for (String projection : new String[] {"q_proj", "k_proj", "v_proj", "o_proj"}) {
            out.each(projection + ".weight", Part.ATTENTION, hiddenSize, hiddenSize)
                    .each(projection + ".bias", Part.ATTENTION, hiddenSize);
        }
        // the adapter reads intermediateSize numbers a token: the width after the pixel shuffle of 2 × 2 patches
        long shuffled = Math.multiplyExact(hiddenSize, Math.multiplyExact(shuffleSize, shuffleSize));
        return out.each("fc1.weight", Part.DENSE_FEED_FORWARD, intermediateSize, hiddenSize)
                .each("fc1.bias", Part.DENSE_FEED_FORWARD, intermediateSize)
                .each("fc2.weight", Part.DENSE_FEED_FORWARD, hiddenSize, intermediateSize)
                .each("fc2.bias", Part.DENSE_FEED_FORWARD, hiddenSize)
                .once("vision_adapter.mlp.fc1.weight", Part.HEAD, outputSize, shuffled)
                .once("vision_adapter.mlp.fc2.weight", Part.HEAD, outputSize, outputSize)
                .once("multi_modal_projector.linear_1.weight", Part.HEAD, textHiddenSize, outputSize)
                .list();
    }
}
