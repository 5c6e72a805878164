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
 * A Pixtral vision transformer with two-dimensional RoPE, RMSNorm and SwiGLU without biases; neighboring patches are
 * merged before a two-layer projector (arXiv:2410.07073, section 2).
 *
 * @param hiddenSize the encoder's width
 * @param layers its layers
 * @param intermediateSize the inner width of its feed-forward
 * @param patchSize the side of a patch in pixels
 * @param mergeSize the side of the square of patches merged into one token
 */
public record PixtralVision(long hiddenSize, long layers, long intermediateSize, long patchSize, long mergeSize)
        implements VisionEncoder {
    /** In pixels: max_image_size in the maker's params.json. */
    private static final long LONGEST_SIDE = 1540;

    private static final Attribute<Long> HIDDEN_SIZE = Attribute.size("hidden_size", "Hidden size");
    private static final Attribute<Long> LAYERS = Attribute.size("layers", "Layers");
    private static final Attribute<Long> INTERMEDIATE_SIZE = Attribute.size("intermediate_size", "Intermediate size");
    private static final Attribute<Long> PATCH_SIZE = Attribute.size("patch_size", "Patch size");
    private static final Attribute<Long> MERGE_SIZE = Attribute.size("merge_size", "Merge size");

    static final Form<PixtralVision> FORM = Form.of(PixtralVision::read, "pixtral", "pixtral")
            .with(HIDDEN_SIZE, LAYERS, INTERMEDIATE_SIZE, PATCH_SIZE, MERGE_SIZE);

    private static PixtralVision read(Source in) {
        return new PixtralVision(
                HIDDEN_SIZE.read(in),
                LAYERS.read(in),
                INTERMEDIATE_SIZE.read(in),
                PATCH_SIZE.read(in),
                MERGE_SIZE.read(in));
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
        PATCH_SIZE.write(out, patchSize);
        MERGE_SIZE.write(out, mergeSize);
    }

    @Override
    public String phrase() {
        return name();
    }

    @Override
    public String name() {
        return "Pixtral";
    }

    @Override
    public Optional<PicturePlaces> places() {
        return Optional.of(new PicturePlaces(
                PicturePlaces.Rule.MARKED_ROWS, LONGEST_SIDE, Math.multiplyExact(patchSize, mergeSize)));
    }

    @Override
    public List<WeightTensor> tensors(long textHiddenSize) {
        VisionLayers out = new VisionLayers(layers)
                .once("patch_conv.weight", Part.EMBEDDING, hiddenSize, 3, patchSize, patchSize)
                .once("ln_pre.weight", Part.NORM, hiddenSize)
                .each("attention_norm.weight", Part.NORM, hiddenSize)
                .each("ffn_norm.weight", Part.NORM, hiddenSize);
        for (String projection : new String[] {"q_proj", "k_proj", "v_proj", "o_proj"}) {
            out.each(projection + ".weight", Part.ATTENTION, hiddenSize, hiddenSize);
        }
        long merged = Math.multiplyExact(hiddenSize, Math.multiplyExact(mergeSize, mergeSize));
        return out.each("gate_proj.weight", Part.DENSE_FEED_FORWARD, intermediateSize, hiddenSize)
                .each("up_proj.weight", Part.DENSE_FEED_FORWARD, intermediateSize, hiddenSize)
                .each("down_proj.weight", Part.DENSE_FEED_FORWARD, hiddenSize, intermediateSize)
                .once("projector.norm.weight", Part.NORM, hiddenSize)
                .once("projector.patch_merger.weight", Part.HEAD, hiddenSize, merged)
                .once("projector.linear_1.weight", Part.HEAD, textHiddenSize, hiddenSize)
                .once("projector.linear_2.weight", Part.HEAD, textHiddenSize, textHiddenSize)
                .list();
    }
}
