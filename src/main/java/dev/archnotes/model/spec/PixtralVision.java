package dev.archnotes.model.spec;

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
