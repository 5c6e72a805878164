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
 * The vision transformer of Qwen2-VL and Qwen2.5-VL: patches of several frames at once, rotary positions by row and
 * column, any size of picture; a merger lays neighboring vectors end to end (arXiv:2409.12191, section 2.1). Qwen2-VL
 * has LayerNorm and a network without a gate; Qwen2.5-VL RMSNorm and SwiGLU, both with biases, and windows in most
 * layers ({@code modeling_qwen2_vl.py} and {@code modeling_qwen2_5_vl.py} of {@code huggingface/transformers}).
 *
 * @param hiddenSize the encoder's width
 * @param layers its layers
 * @param intermediateSize the inner width of its feed-forward
 * @param patchSize the side of a patch in pixels
 * @param temporalPatchSize the frames of a patch; a still picture is repeated
 * @param mergeSize the side of the square of patches merged into one token
 * @param gated RMSNorm and a gated feed-forward, as in Qwen2.5-VL
 */
public record Qwen2Vision(
        long hiddenSize,
        long layers,
        long intermediateSize,
        long patchSize,
        long temporalPatchSize,
        long mergeSize,
        boolean gated)
        implements VisionEncoder {
    /** Of a square picture, in pixels: the root of max_pixels, 12,845,056, in the maker's preprocessor_config.json. */
    private static final long LONGEST_SIDE = 3_584;

    private static final Attribute<Long> HIDDEN_SIZE = Attribute.size("hidden_size", "Hidden size");
    private static final Attribute<Long> LAYERS = Attribute.size("layers", "Layers");
    private static final Attribute<Long> INTERMEDIATE_SIZE = Attribute.size("intermediate_size", "Intermediate size");
    private static final Attribute<Long> PATCH_SIZE = Attribute.size("patch_size", "Patch size");
    private static final Attribute<Long> TEMPORAL_PATCH_SIZE =
            Attribute.size("temporal_patch_size", "Frames of a patch");
    private static final Attribute<Long> MERGE_SIZE = Attribute.size("merge_size", "Merge size");
    private static final Attribute<Boolean> GATED = Attribute.flag("gated", "Gated feed-forward", false);

    static final Form<Qwen2Vision> FORM = Form.of(Qwen2Vision::read, "qwen2", "qwen2-vl")
            .with(HIDDEN_SIZE, LAYERS, INTERMEDIATE_SIZE, PATCH_SIZE, TEMPORAL_PATCH_SIZE, MERGE_SIZE, GATED);

    private static Qwen2Vision read(Source in) {
        return new Qwen2Vision(
                HIDDEN_SIZE.read(in),
                LAYERS.read(in),
                INTERMEDIATE_SIZE.read(in),
                PATCH_SIZE.read(in),
                TEMPORAL_PATCH_SIZE.read(in),
                MERGE_SIZE.read(in),
                GATED.read(in));
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
        MERGE_SIZE.write(out, mergeSize);
        GATED.write(out, gated);
    }

    @Override
    public String phrase() {
        return name();
    }

    @Override
    public String name() {
        return gated ? "Qwen2.5-VL vision transformer" : "Qwen2-VL vision transformer";
    }

    @Override
    public Optional<PicturePlaces> places() {
        return Optional.of(new PicturePlaces(
                PicturePlaces.Rule.WHOLE_CELLS, LONGEST_SIDE, Math.multiplyExact(patchSize, mergeSize)));
    }

    @Override
    public List<WeightTensor> tensors(long textHiddenSize) {
        long merged = Math.multiplyExact(hiddenSize, Math.multiplyExact(mergeSize, mergeSize));
        VisionLayers out = new VisionLayers(layers, "blocks.")
                .once("patch_embed.proj.weight", Part.EMBEDDING, hiddenSize, 3, temporalPatchSize, patchSize, patchSize)
                .eachBiased("attn.qkv", Part.ATTENTION, Math.multiplyExact(3, hiddenSize), hiddenSize)
                .eachBiased("attn.proj", Part.ATTENTION, hiddenSize, hiddenSize);
        if (gated) {
            out.each("norm1.weight", Part.NORM, hiddenSize)
                    .each("norm2.weight", Part.NORM, hiddenSize)
                    .eachBiased("mlp.gate_proj", Part.DENSE_FEED_FORWARD, intermediateSize, hiddenSize)
                    .eachBiased("mlp.up_proj", Part.DENSE_FEED_FORWARD, intermediateSize, hiddenSize)
                    .eachBiased("mlp.down_proj", Part.DENSE_FEED_FORWARD, hiddenSize, intermediateSize)
                    .once("merger.ln_q.weight", Part.NORM, hiddenSize);
        } else {
            out.eachBiased("norm1", Part.NORM, hiddenSize)
                    .eachBiased("norm2", Part.NORM, hiddenSize)
                    .eachBiased("mlp.fc1", Part.DENSE_FEED_FORWARD, intermediateSize, hiddenSize)
                    .eachBiased("mlp.fc2", Part.DENSE_FEED_FORWARD, hiddenSize, intermediateSize)
                    .onceBiased("merger.ln_q", Part.NORM, hiddenSize);
        }
        return out.onceBiased("merger.mlp.0", Part.HEAD, merged, merged)
                .onceBiased("merger.mlp.2", Part.HEAD, textHiddenSize, merged)
                .list();
    }
}
