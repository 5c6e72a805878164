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
 * The Gemma 4 vision transformer: learned positions for each axis and rotary ones, sandwich norms, QK-norm, a gated
 * feed-forward without biases, pooling, and a linear projector ({@code modeling_gemma4.py} of
 * {@code huggingface/transformers}). The bounds of its clipped matrices, four scalars each, are not counted.
 *
 * @param hiddenSize the encoder's width
 * @param layers its layers
 * @param intermediateSize the inner width of its feed-forward
 * @param heads query heads
 * @param kvHeads key and value heads
 * @param headDim dimensions of one head
 * @param patchSize the side of a patch in pixels
 * @param positions learned positions along each axis
 * @param standardized whether its output is shifted and scaled by stored vectors
 */
public record Gemma4Vision(
        long hiddenSize,
        long layers,
        long intermediateSize,
        long heads,
        long kvHeads,
        long headDim,
        long patchSize,
        long positions,
        boolean standardized)
        implements VisionEncoder {
    /** Patches along a side that are pooled into one token, where nothing else is configured. */
    private static final long POOLED = 3;
    /** The side of the largest square of tokens within the budget of 280, in {@code image_processing_gemma4.py}. */
    static final long SQUARE = 16;

    private static final Attribute<Long> HIDDEN_SIZE = Attribute.size("hidden_size", "Hidden size");
    private static final Attribute<Long> LAYERS = Attribute.size("layers", "Layers");
    private static final Attribute<Long> INTERMEDIATE_SIZE = Attribute.size("intermediate_size", "Intermediate size");
    private static final Attribute<Long> HEADS = Attribute.size("heads", "Heads");
    private static final Attribute<Long> KV_HEADS = Attribute.size("kv_heads", "KV heads");
    private static final Attribute<Long> HEAD_DIM = Attribute.size("head_dim", "Head dimension");
    private static final Attribute<Long> PATCH_SIZE = Attribute.size("patch_size", "Patch size");
    private static final Attribute<Long> POSITIONS = Attribute.size("positions", "Positions");
    private static final Attribute<Boolean> STANDARDIZED = Attribute.flag("standardized", "Standardized", false);

    static final Form<Gemma4Vision> FORM = Form.of(Gemma4Vision::read, "gemma-4", "gemma-4")
            .with(
                    HIDDEN_SIZE,
                    LAYERS,
                    INTERMEDIATE_SIZE,
                    HEADS,
                    KV_HEADS,
                    HEAD_DIM,
                    PATCH_SIZE,
                    POSITIONS,
                    STANDARDIZED);

    private static Gemma4Vision read(Source in) {
        return new Gemma4Vision(
                HIDDEN_SIZE.read(in),
                LAYERS.read(in),
                INTERMEDIATE_SIZE.read(in),
                HEADS.read(in),
                KV_HEADS.read(in),
                HEAD_DIM.read(in),
                PATCH_SIZE.read(in),
                POSITIONS.read(in),
                STANDARDIZED.read(in));
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
        HEADS.write(out, heads);
        KV_HEADS.write(out, kvHeads);
        HEAD_DIM.write(out, headDim);
        PATCH_SIZE.write(out, patchSize);
        POSITIONS.write(out, positions);
        STANDARDIZED.write(out, standardized);
    }

    @Override
    public String phrase() {
        return name();
    }

    @Override
    public String name() {
        return "Gemma 4 vision transformer";
    }

    /** A picture is resized to the most whole cells that its budget allows, whatever its size. */
    @Override
    public Optional<PicturePlaces> places() {
        long cell = Math.multiplyExact(patchSize, POOLED);
        return Optional.of(new PicturePlaces(PicturePlaces.Rule.FIXED, Math.multiplyExact(cell, SQUARE), cell));
    }

    @Override
    public List<WeightTensor> tensors(long textHiddenSize) {
        long pixels = Math.multiplyExact(3L, Math.multiplyExact(patchSize, patchSize));
        long queries = Math.multiplyExact(heads, headDim);
        long keys = Math.multiplyExact(kvHeads, headDim);
        VisionLayers out = new VisionLayers(layers)
                .once("patch_embedder.input_proj.weight", Part.EMBEDDING, hiddenSize, pixels)
                .once("patch_embedder.position_embedding_table", Part.EMBEDDING, 2, positions, hiddenSize);
        for (String norm : new String[] {
            "input_layernorm", "post_attention_layernorm", "pre_feedforward_layernorm", "post_feedforward_layernorm"
        }) {
            out.each(norm + ".weight", Part.NORM, hiddenSize);
        }
        out.each("q_proj.weight", Part.ATTENTION, queries, hiddenSize)
                .each("k_proj.weight", Part.ATTENTION, keys, hiddenSize)
                .each("v_proj.weight", Part.ATTENTION, keys, hiddenSize)
                .each("o_proj.weight", Part.ATTENTION, hiddenSize, queries)
                .each("q_norm.weight", Part.NORM, headDim)
                .each("k_norm.weight", Part.NORM, headDim)
                .each("gate_proj.weight", Part.DENSE_FEED_FORWARD, intermediateSize, hiddenSize)
                .each("up_proj.weight", Part.DENSE_FEED_FORWARD, intermediateSize, hiddenSize)
                .each("down_proj.weight", Part.DENSE_FEED_FORWARD, hiddenSize, intermediateSize);
        if (standardized) {
            out.once("std_bias", Part.NORM, hiddenSize).once("std_scale", Part.NORM, hiddenSize);
        }
        return out.once("embed_vision.embedding_projection.weight", Part.HEAD, textHiddenSize, hiddenSize)
                .list();
    }
}
