package dev.archnotes.model.spec;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Attributes;
import dev.archnotes.model.form.Form;
import java.util.List;

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
    private static final Attribute<PixtralVision, Long> HIDDEN_SIZE =
            Attribute.size("hidden_size", "Hidden size", PixtralVision::hiddenSize);
    private static final Attribute<PixtralVision, Long> LAYERS =
            Attribute.size("layers", "Layers", PixtralVision::layers);
    private static final Attribute<PixtralVision, Long> INTERMEDIATE_SIZE =
            Attribute.size("intermediate_size", "Intermediate size", PixtralVision::intermediateSize);
    private static final Attribute<PixtralVision, Long> PATCH_SIZE =
            Attribute.size("patch_size", "Patch size", PixtralVision::patchSize);
    private static final Attribute<PixtralVision, Long> MERGE_SIZE =
            Attribute.size("merge_size", "Merge size", PixtralVision::mergeSize);

    static final Form<PixtralVision> FORM = Form.<PixtralVision>of("pixtral", "pixtral")
            .with(HIDDEN_SIZE)
            .with(LAYERS)
            .with(INTERMEDIATE_SIZE)
            .with(PATCH_SIZE)
            .with(MERGE_SIZE)
            .inWords(PixtralVision::name)
            .make(values -> new PixtralVision(
                    values.get(HIDDEN_SIZE),
                    values.get(LAYERS),
                    values.get(INTERMEDIATE_SIZE),
                    values.get(PATCH_SIZE),
                    values.get(MERGE_SIZE)));

    @Override
    public Attributes attributes() {
        return FORM.of(this);
    }

    @Override
    public String name() {
        return "Pixtral";
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
