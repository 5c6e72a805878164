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
 * MoonViT, the vision transformer of Kimi-VL (arXiv:2504.07491, section 2.1) and Kimi K2.5: a table of positions
 * stretched to any size of picture beside rotary ones, LayerNorm and biases; the vectors of neighboring patches reach a
 * two-layer projector end to end. The positions of frames in K2.5 are sines and cosines and no weights
 * ({@code modeling_kimi_k25.py} of {@code huggingface/transformers}; names as in the released files).
 *
 * @param hiddenSize the encoder's width
 * @param layers its layers
 * @param intermediateSize the inner width of its feed-forward
 * @param patchSize the side of a patch in pixels
 * @param positionSide the side of the square table of positions
 * @param mergeSize the side of the square of patches merged into one token
 */
public record MoonVision(
        long hiddenSize, long layers, long intermediateSize, long patchSize, long positionSide, long mergeSize)
        implements VisionEncoder {
    /** Of a square picture, in pixels: 128 patches of 14, from the 16,384 that the processor of Kimi K2.5 takes. */
    private static final long LONGEST_SIDE = 1_792;

    private static final Attribute<Long> HIDDEN_SIZE = Attribute.size("hidden_size", "Hidden size");
    private static final Attribute<Long> LAYERS = Attribute.size("layers", "Layers");
    private static final Attribute<Long> INTERMEDIATE_SIZE = Attribute.size("intermediate_size", "Intermediate size");
    private static final Attribute<Long> PATCH_SIZE = Attribute.size("patch_size", "Patch size");
    private static final Attribute<Long> POSITION_SIDE =
            Attribute.size("position_side", "Side of the table of positions");
    private static final Attribute<Long> MERGE_SIZE = Attribute.size("merge_size", "Merge size");

    static final Form<MoonVision> FORM = Form.of(MoonVision::read, "moon", "moonvit")
            .with(HIDDEN_SIZE, LAYERS, INTERMEDIATE_SIZE, PATCH_SIZE, POSITION_SIDE, MERGE_SIZE);

    private static MoonVision read(Source in) {
        return new MoonVision(
                HIDDEN_SIZE.read(in),
                LAYERS.read(in),
                INTERMEDIATE_SIZE.read(in),
                PATCH_SIZE.read(in),
                POSITION_SIDE.read(in),
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
        POSITION_SIDE.write(out, positionSide);
        MERGE_SIZE.write(out, mergeSize);
    }

    @Override
    public String phrase() {
        return name();
    }

    @Override
    public String name() {
        return "MoonViT";
    }

    @Override
    public Optional<PicturePlaces> places() {
        return Optional.of(new PicturePlaces(
                PicturePlaces.Rule.PADDED_CELLS, LONGEST_SIDE, Math.multiplyExact(patchSize, mergeSize)));
    }

    @Override
    public List<WeightTensor> tensors(long textHiddenSize) {
        long merged = Math.multiplyExact(hiddenSize, Math.multiplyExact(mergeSize, mergeSize));
        return new VisionLayers(layers, "encoder.blocks.")
                .onceBiased("patch_embed.proj", Part.EMBEDDING, hiddenSize, 3, patchSize, patchSize)
                .once("patch_embed.pos_emb.weight", Part.EMBEDDING, positionSide, positionSide, hiddenSize)
                .eachBiased("norm0", Part.NORM, hiddenSize)
                .eachBiased("norm1", Part.NORM, hiddenSize)
                .eachBiased("wqkv", Part.ATTENTION, Math.multiplyExact(3, hiddenSize), hiddenSize)
                .eachBiased("wo", Part.ATTENTION, hiddenSize, hiddenSize)
                .eachBiased("mlp.fc0", Part.DENSE_FEED_FORWARD, intermediateSize, hiddenSize)
                .eachBiased("mlp.fc1", Part.DENSE_FEED_FORWARD, hiddenSize, intermediateSize)
                .onceBiased("encoder.final_layernorm", Part.NORM, hiddenSize)
                .onceBiased("mm_projector.pre_norm", Part.NORM, hiddenSize)
                .onceBiased("mm_projector.proj.0", Part.HEAD, merged, merged)
                .onceBiased("mm_projector.proj.2", Part.HEAD, textHiddenSize, merged)
                .list();
    }
}
