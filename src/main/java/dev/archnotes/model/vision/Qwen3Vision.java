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
 * The vision transformer of Qwen3-VL and Qwen3.5: patches of several frames at once, a learned table of positions
 * beside rotary ones, LayerNorm and biases; a merger lays neighboring vectors end to end. With DeepStack
 * (arXiv:2406.04334), outputs of chosen layers reach the first layers of the decoder through mergers of their own
 * ({@code modeling_qwen3_vl.py} of {@code huggingface/transformers}).
 *
 * @param hiddenSize the encoder's width
 * @param layers its layers
 * @param intermediateSize the inner width of its feed-forward
 * @param patchSize the side of a patch in pixels
 * @param temporalPatchSize the frames of a patch; a still picture is repeated
 * @param positions the rows of the table of positions
 * @param mergeSize the side of the square of patches merged into one token
 * @param deepstackMergers the layers whose output is handed on besides the last one's
 */
public record Qwen3Vision(
        long hiddenSize,
        long layers,
        long intermediateSize,
        long patchSize,
        long temporalPatchSize,
        long positions,
        long mergeSize,
        long deepstackMergers)
        implements VisionEncoder {
    /** Of a square picture, in pixels: longest_edge, 4,096 squared, in the maker's preprocessor_config.json. */
    private static final long LONGEST_SIDE = 4_096;

    private static final Attribute<Long> HIDDEN_SIZE = Attribute.size("hidden_size", "Hidden size");
    private static final Attribute<Long> LAYERS = Attribute.size("layers", "Layers");
    private static final Attribute<Long> INTERMEDIATE_SIZE = Attribute.size("intermediate_size", "Intermediate size");
    private static final Attribute<Long> PATCH_SIZE = Attribute.size("patch_size", "Patch size");
    private static final Attribute<Long> TEMPORAL_PATCH_SIZE =
            Attribute.size("temporal_patch_size", "Frames of a patch");
    private static final Attribute<Long> POSITIONS = Attribute.size("positions", "Positions");
    private static final Attribute<Long> MERGE_SIZE = Attribute.size("merge_size", "Merge size");
    private static final Attribute<Long> DEEPSTACK_MERGERS =
            Attribute.count("deepstack_mergers", "DeepStack mergers", 0);

    static final Form<Qwen3Vision> FORM = Form.of(Qwen3Vision::read, "qwen3", "qwen3-vl")
            .with(
                    HIDDEN_SIZE,
                    LAYERS,
                    INTERMEDIATE_SIZE,
                    PATCH_SIZE,
                    TEMPORAL_PATCH_SIZE,
                    POSITIONS,
                    MERGE_SIZE,
                    DEEPSTACK_MERGERS);

    private static Qwen3Vision read(Source in) {
        return new Qwen3Vision(
                HIDDEN_SIZE.read(in),
                LAYERS.read(in),
                INTERMEDIATE_SIZE.read(in),
                PATCH_SIZE.read(in),
                TEMPORAL_PATCH_SIZE.read(in),
                POSITIONS.read(in),
                MERGE_SIZE.read(in),
                DEEPSTACK_MERGERS.read(in));
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
        TEMPORAL_PATCH_SIZE.write(out, temporalPatchSize);
        POSITIONS.write(out, positions);
        MERGE_SIZE.write(out, mergeSize);
        DEEPSTACK_MERGERS.write(out, deepstackMergers);
    }

    @Override
    public String phrase() {
        return name();
    }

    @Override
    public String name() {
        return "Qwen3-VL vision transformer";
    }

    @Override
    public Optional<PicturePlaces> places() {
        return Optional.of(new PicturePlaces(
                PicturePlaces.Rule.WHOLE_CELLS, LONGEST_SIDE, Math.multiplyExact(patchSize, mergeSize)));
    }

    @Override
    public List<WeightTensor> tensors(long textHiddenSize) {
        long merged = Math.multiplyExact(hiddenSize, Math.multiplyExact(mergeSize, mergeSize));
        return new VisionLayers(layers, "blocks.")
                .onceBiased("patch_embed.proj", Part.EMBEDDING, hiddenSize, 3, temporalPatchSize, patchSize, patchSize)
                .once("pos_embed.weight", Part.EMBEDDING, positions, hiddenSize)
                .eachBiased("norm1", Part.NORM, hiddenSize)
                .eachBiased("norm2", Part.NORM, hiddenSize)
                .eachBiased("attn.qkv", Part.ATTENTION, Math.multiplyExact(3, hiddenSize), hiddenSize)
                .eachBiased("attn.proj", Part.ATTENTION, hiddenSize, hiddenSize)
                .eachBiased("mlp.linear_fc1", Part.DENSE_FEED_FORWARD, intermediateSize, hiddenSize)
                .eachBiased("mlp.linear_fc2", Part.DENSE_FEED_FORWARD, hiddenSize, intermediateSize)
                .onceBiased("merger.norm", Part.NORM, hiddenSize)
                .onceBiased("merger.linear_fc1", Part.HEAD, merged, merged)
                .onceBiased("merger.linear_fc2", Part.HEAD, textHiddenSize, merged)
                .copiesBiased(deepstackMergers, "deepstack_merger_list.norm", Part.NORM, merged)
                .copiesBiased(deepstackMergers, "deepstack_merger_list.linear_fc1", Part.HEAD, merged, merged)
                .copiesBiased(deepstackMergers, "deepstack_merger_list.linear_fc2", Part.HEAD, textHiddenSize, merged)
                .list();
    }
}
