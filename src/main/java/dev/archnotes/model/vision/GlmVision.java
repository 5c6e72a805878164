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
 * The vision transformer of GLM-4.1V and GLM-4.5V (arXiv:2507.01006, section 2.1): patches of several frames at once, a
 * learned table of positions stretched to the picture beside rotary ones, RMSNorm and SwiGLU without biases; a
 * convolution merges neighboring vectors to the width of the decoder, a gated network follows. The network of each
 * layer is as wide inside as the decoder ({@code modeling_glm4v.py} of {@code huggingface/transformers}).
 *
 * @param hiddenSize the encoder's width
 * @param layers its layers
 * @param mergerSize the inner width of the network after the convolution
 * @param imageSize the side in pixels of the picture that the table of positions covers
 * @param patchSize the side of a patch in pixels
 * @param temporalPatchSize the frames of a patch; a still picture is repeated
 * @param mergeSize the side of the square of patches merged into one token
 * @param attentionBias biases on queries, keys and values
 */
public record GlmVision(
        long hiddenSize,
        long layers,
        long mergerSize,
        long imageSize,
        long patchSize,
        long temporalPatchSize,
        long mergeSize,
        boolean attentionBias)
        implements VisionEncoder {
    /**
     * Of a square picture, in pixels: 86 cells of 28, as the processor's limit of 11,760,000 counts a still picture
     * twice.
     */
    private static final long LONGEST_SIDE = 2_408;

    private static final Attribute<Long> HIDDEN_SIZE = Attribute.size("hidden_size", "Hidden size");
    private static final Attribute<Long> LAYERS = Attribute.size("layers", "Layers");
    private static final Attribute<Long> MERGER_SIZE = Attribute.size("merger_size", "Intermediate size of the merger");
    private static final Attribute<Long> IMAGE_SIZE = Attribute.size("image_size", "Image size");
    private static final Attribute<Long> PATCH_SIZE = Attribute.size("patch_size", "Patch size");
    private static final Attribute<Long> TEMPORAL_PATCH_SIZE =
            Attribute.size("temporal_patch_size", "Frames of a patch");
    private static final Attribute<Long> MERGE_SIZE = Attribute.size("merge_size", "Merge size");
    private static final Attribute<Boolean> ATTENTION_BIAS =
            Attribute.flag("attention_bias", "Attention biases", false);

    static final Form<GlmVision> FORM = Form.of(GlmVision::read, "glm", "glm-4v")
            .with(
                    HIDDEN_SIZE,
                    LAYERS,
                    MERGER_SIZE,
                    IMAGE_SIZE,
                    PATCH_SIZE,
                    TEMPORAL_PATCH_SIZE,
                    MERGE_SIZE,
                    ATTENTION_BIAS);

    private static GlmVision read(Source in) {
        return new GlmVision(
                HIDDEN_SIZE.read(in),
                LAYERS.read(in),
                MERGER_SIZE.read(in),
                IMAGE_SIZE.read(in),
                PATCH_SIZE.read(in),
                TEMPORAL_PATCH_SIZE.read(in),
                MERGE_SIZE.read(in),
                ATTENTION_BIAS.read(in));
    }

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {
        HIDDEN_SIZE.write(out, hiddenSize);
        LAYERS.write(out, layers);
        MERGER_SIZE.write(out, mergerSize);
        IMAGE_SIZE.write(out, imageSize);
        PATCH_SIZE.write(out, patchSize);
        TEMPORAL_PATCH_SIZE.write(out, temporalPatchSize);
        MERGE_SIZE.write(out, mergeSize);
        ATTENTION_BIAS.write(out, attentionBias);
    }

    @Override
    public String phrase() {
        return name();
    }

    @Override
    public String name() {
        return "GLM-4V vision transformer";
    }

    @Override
    public Optional<PicturePlaces> places() {
        return Optional.of(new PicturePlaces(
                PicturePlaces.Rule.WHOLE_CELLS, LONGEST_SIDE, Math.multiplyExact(patchSize, mergeSize)));
    }

    @Override
    public List<WeightTensor> tensors(long textHiddenSize) {
        long side = imageSize / patchSize;
        long queryKeyValue = Math.multiplyExact(3, hiddenSize);
        VisionLayers out = new VisionLayers(layers, "blocks.")
                .onceBiased("patch_embed.proj", Part.EMBEDDING, hiddenSize, 3, temporalPatchSize, patchSize, patchSize)
                .once("post_conv_layernorm.weight", Part.NORM, hiddenSize)
                .once(
                        "embeddings.position_embedding.weight",
                        Part.EMBEDDING,
                        Math.multiplyExact(side, side),
                        hiddenSize)
                .each("norm1.weight", Part.NORM, hiddenSize)
                .each("norm2.weight", Part.NORM, hiddenSize)
                .each("attn.qkv.weight", Part.ATTENTION, queryKeyValue, hiddenSize);
        if (attentionBias) {
            out.each("attn.qkv.bias", Part.ATTENTION, queryKeyValue);
        }
        return out.each("attn.proj.weight", Part.ATTENTION, hiddenSize, hiddenSize)
                .each("mlp.gate_proj.weight", Part.DENSE_FEED_FORWARD, textHiddenSize, hiddenSize)
                .each("mlp.up_proj.weight", Part.DENSE_FEED_FORWARD, textHiddenSize, hiddenSize)
                .each("mlp.down_proj.weight", Part.DENSE_FEED_FORWARD, hiddenSize, textHiddenSize)
                .once("post_layernorm.weight", Part.NORM, hiddenSize)
                .onceBiased("downsample", Part.HEAD, textHiddenSize, hiddenSize, mergeSize, mergeSize)
                .once("merger.proj.weight", Part.HEAD, textHiddenSize, textHiddenSize)
                .onceBiased("merger.post_projection_norm", Part.NORM, textHiddenSize)
                .once("merger.gate_proj.weight", Part.HEAD, mergerSize, textHiddenSize)
                .once("merger.up_proj.weight", Part.HEAD, mergerSize, textHiddenSize)
                .once("merger.down_proj.weight", Part.HEAD, textHiddenSize, mergerSize)
                .list();
    }
}
