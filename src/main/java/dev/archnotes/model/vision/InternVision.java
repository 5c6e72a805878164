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
 * InternViT (arXiv:2312.14238, section 3.1) before the projector of InternVL: a class token, learned positions, a
 * learned scale of each branch. The encoder of 6B weights has RMSNorm and QK-norm, that of 300M LayerNorm and biases on
 * queries, keys and values ({@code modeling_internvl.py} of {@code huggingface/transformers}; names as in the files of
 * {@code internvl_chat}).
 *
 * @param hiddenSize the encoder's width
 * @param layers its layers
 * @param intermediateSize the inner width of its feed-forward
 * @param imageSize the side of a tile in pixels
 * @param patchSize the side of a patch in pixels
 * @param attentionBias whether queries, keys and values have biases
 * @param qkNorm whether queries and keys are normalized, all heads together
 * @param rmsNorm whether norms have no biases
 * @param projector what brings its vectors to the width of the decoder
 */
public record InternVision(
        long hiddenSize,
        long layers,
        long intermediateSize,
        long imageSize,
        long patchSize,
        boolean attentionBias,
        boolean qkNorm,
        boolean rmsNorm,
        Projector projector)
        implements VisionEncoder {
    private static final Attribute<Long> HIDDEN_SIZE = Attribute.size("hidden_size", "Hidden size");
    private static final Attribute<Long> LAYERS = Attribute.size("layers", "Layers");
    private static final Attribute<Long> INTERMEDIATE_SIZE = Attribute.size("intermediate_size", "Intermediate size");
    private static final Attribute<Long> IMAGE_SIZE = Attribute.size("image_size", "Image size");
    private static final Attribute<Long> PATCH_SIZE = Attribute.size("patch_size", "Patch size");
    private static final Attribute<Boolean> ATTENTION_BIAS =
            Attribute.flag("attention_bias", "Attention biases", false);
    private static final Attribute<Boolean> QK_NORM = Attribute.flag("qk_norm", "QK-norm", false);
    private static final Attribute<Boolean> RMS_NORM = Attribute.flag("rms_norm", "RMSNorm", false);
    private static final Attribute<Projector> PROJECTOR = Attribute.nested("projector", "Projector", Projector.FORM);

    static final Form<InternVision> FORM = Form.of(InternVision::read, "intern", "internvit")
            .with(
                    HIDDEN_SIZE,
                    LAYERS,
                    INTERMEDIATE_SIZE,
                    IMAGE_SIZE,
                    PATCH_SIZE,
                    ATTENTION_BIAS,
                    QK_NORM,
                    RMS_NORM,
                    PROJECTOR);

    private static InternVision read(Source in) {
        return new InternVision(
                HIDDEN_SIZE.read(in),
                LAYERS.read(in),
                INTERMEDIATE_SIZE.read(in),
                IMAGE_SIZE.read(in),
                PATCH_SIZE.read(in),
                ATTENTION_BIAS.read(in),
                QK_NORM.read(in),
                RMS_NORM.read(in),
                PROJECTOR.read(in));
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
        ATTENTION_BIAS.write(out, attentionBias);
        QK_NORM.write(out, qkNorm);
        RMS_NORM.write(out, rmsNorm);
        PROJECTOR.write(out, projector);
    }

    @Override
    public String phrase() {
        return name();
    }

    @Override
    public String name() {
        return "InternViT";
    }

    /** Tiles by a table of shapes that its processor has. */
    @Override
    public Optional<PicturePlaces> places() {
        return Optional.empty();
    }

    @Override
    public List<WeightTensor> tensors(long textHiddenSize) {
        long side = imageSize / patchSize;
        long positions = Math.addExact(Math.multiplyExact(side, side), 1);
        long queryKeyValue = Math.multiplyExact(3, hiddenSize);
        VisionLayers out = new VisionLayers(layers, "encoder.layers.")
                .once("embeddings.class_embedding", Part.EMBEDDING, 1, 1, hiddenSize)
                .onceBiased("embeddings.patch_embedding", Part.EMBEDDING, hiddenSize, 3, patchSize, patchSize)
                .once("embeddings.position_embedding", Part.EMBEDDING, 1, positions, hiddenSize);
        for (String norm : new String[] {"norm1", "norm2"}) {
            out.each(norm + ".weight", Part.NORM, hiddenSize);
            if (!rmsNorm) {
                out.each(norm + ".bias", Part.NORM, hiddenSize);
            }
        }
        out.each("attn.qkv.weight", Part.ATTENTION, queryKeyValue, hiddenSize);
        if (attentionBias) {
            out.each("attn.qkv.bias", Part.ATTENTION, queryKeyValue);
        }
        if (qkNorm) {
            out.each("attn.q_norm.weight", Part.NORM, hiddenSize).each("attn.k_norm.weight", Part.NORM, hiddenSize);
        }
        out.eachBiased("attn.proj", Part.ATTENTION, hiddenSize, hiddenSize)
                .each("ls1", Part.NORM, hiddenSize)
                .each("ls2", Part.NORM, hiddenSize)
                .eachBiased("mlp.fc1", Part.DENSE_FEED_FORWARD, intermediateSize, hiddenSize)
                .eachBiased("mlp.fc2", Part.DENSE_FEED_FORWARD, hiddenSize, intermediateSize);
        projector.addTo(out, hiddenSize, textHiddenSize);
        return out.list();
    }
}
