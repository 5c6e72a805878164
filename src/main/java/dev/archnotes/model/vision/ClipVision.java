package dev.archnotes.model.vision;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Choice;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.form.Source;
import dev.archnotes.model.operation.PicturePlaces;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.List;
import java.util.Optional;

/**
 * A vision transformer taken over from a model of pictures and captions, CLIP (arXiv:2103.00020) or SigLIP
 * (arXiv:2303.15343), before a projector of its own, as in LLaVA (arXiv:2310.03744) and what followed
 * ({@code modeling_clip.py} and {@code modeling_siglip.py} of {@code huggingface/transformers}).
 *
 * @param family whose weights it has
 * @param hiddenSize the encoder's width
 * @param layers its layers
 * @param intermediateSize the inner width of its feed-forward
 * @param imageSize the side in pixels of the picture that the table of positions covers
 * @param patchSize the side of a patch in pixels
 * @param poolingHead whether the checkpoint has the attention that pools all vectors to one, which is not read
 * @param newline whether a learned vector ends each row of patches
 * @param tiled whether a large picture is cut into tiles
 * @param projector what brings its vectors to the width of the decoder
 */
public record ClipVision(
        Family family,
        long hiddenSize,
        long layers,
        long intermediateSize,
        long imageSize,
        long patchSize,
        boolean poolingHead,
        boolean newline,
        boolean tiled,
        Projector projector)
        implements VisionEncoder {
    private static final Attribute<Family> FAMILY = Attribute.choice("family", "Family", Family.values());
    private static final Attribute<Long> HIDDEN_SIZE = Attribute.size("hidden_size", "Hidden size");
    private static final Attribute<Long> LAYERS = Attribute.size("layers", "Layers");
    private static final Attribute<Long> INTERMEDIATE_SIZE = Attribute.size("intermediate_size", "Intermediate size");
    private static final Attribute<Long> IMAGE_SIZE = Attribute.size("image_size", "Image size");
    private static final Attribute<Long> PATCH_SIZE = Attribute.size("patch_size", "Patch size");
    private static final Attribute<Boolean> POOLING_HEAD = Attribute.flag("pooling_head", "Pooling head", false);
    private static final Attribute<Boolean> NEWLINE = Attribute.flag("newline", "Mark of a row", false);
    private static final Attribute<Boolean> TILED = Attribute.flag("tiled", "Tiles", false);
    private static final Attribute<Projector> PROJECTOR = Attribute.nested("projector", "Projector", Projector.FORM);

    static final Form<ClipVision> FORM = Form.of(ClipVision::read, "clip", "clip")
            .with(
                    FAMILY,
                    HIDDEN_SIZE,
                    LAYERS,
                    INTERMEDIATE_SIZE,
                    IMAGE_SIZE,
                    PATCH_SIZE,
                    POOLING_HEAD,
                    NEWLINE,
                    TILED,
                    PROJECTOR);

    private static ClipVision read(Source in) {
        return new ClipVision(
                FAMILY.read(in),
                HIDDEN_SIZE.read(in),
                LAYERS.read(in),
                INTERMEDIATE_SIZE.read(in),
                IMAGE_SIZE.read(in),
                PATCH_SIZE.read(in),
                POOLING_HEAD.read(in),
                NEWLINE.read(in),
                TILED.read(in),
                PROJECTOR.read(in));
    }

    /** Whose weights an encoder has. */
    public enum Family implements Choice {
        /** A class token, a norm before the layers, patches without a bias. */
        CLIP("clip", "CLIP"),
        /** Patches alone. */
        SIGLIP("siglip", "SigLIP"),
        /** The same, whose patches are lines of numbers and no squares for a convolution. */
        SIGLIP2("siglip2", "SigLIP 2");

        private final String word;
        private final String label;

        Family(String word, String label) {
            this.word = word;
            this.label = label;
        }

        @Override
        public String word() {
            return word;
        }

        @Override
        public String label() {
            return label;
        }
    }

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {
        FAMILY.write(out, family);
        HIDDEN_SIZE.write(out, hiddenSize);
        LAYERS.write(out, layers);
        INTERMEDIATE_SIZE.write(out, intermediateSize);
        IMAGE_SIZE.write(out, imageSize);
        PATCH_SIZE.write(out, patchSize);
        POOLING_HEAD.write(out, poolingHead);
        NEWLINE.write(out, newline);
        TILED.write(out, tiled);
        PROJECTOR.write(out, projector);
    }

    @Override
    public String phrase() {
        return name();
    }

    @Override
    public String name() {
        return family.label();
    }

    @Override
    public Optional<PicturePlaces> places() {
        return tiled
                ? Optional.empty()
                : Optional.of(new PicturePlaces(
                        PicturePlaces.Rule.FIXED, imageSize, Math.multiplyExact(patchSize, projector.mergeSize())));
    }

    @Override
    public List<WeightTensor> tensors(long textHiddenSize) {
        long side = imageSize / patchSize;
        long patches = Math.multiplyExact(side, side);
        String embeddings = "embeddings.";
        VisionLayers out = new VisionLayers(layers, "encoder.layers.");
        if (family == Family.SIGLIP2) {
            out.once(
                    embeddings + "patch_embedding.weight",
                    Part.EMBEDDING,
                    hiddenSize,
                    Math.multiplyExact(3L, Math.multiplyExact(patchSize, patchSize)));
        } else {
            out.once(embeddings + "patch_embedding.weight", Part.EMBEDDING, hiddenSize, 3, patchSize, patchSize);
        }
        if (family == Family.CLIP) {
            out.once(embeddings + "class_embedding", Part.EMBEDDING, hiddenSize)
                    .once(embeddings + "position_embedding.weight", Part.EMBEDDING, patches + 1, hiddenSize)
                    // so written in every checkpoint
                    .onceBiased("pre_layrnorm", Part.NORM, hiddenSize);
        } else {
            out.once(embeddings + "patch_embedding.bias", Part.EMBEDDING, hiddenSize)
                    .once(embeddings + "position_embedding.weight", Part.EMBEDDING, patches, hiddenSize);
        }
        out.eachBiased("layer_norm1", Part.NORM, hiddenSize).eachBiased("layer_norm2", Part.NORM, hiddenSize);
        for (String projection : new String[] {"q_proj", "k_proj", "v_proj", "out_proj"}) {
            out.eachBiased("self_attn." + projection, Part.ATTENTION, hiddenSize, hiddenSize);
        }
        out.eachBiased("mlp.fc1", Part.DENSE_FEED_FORWARD, intermediateSize, hiddenSize)
                .eachBiased("mlp.fc2", Part.DENSE_FEED_FORWARD, hiddenSize, intermediateSize)
                .onceBiased("post_layernorm", Part.NORM, hiddenSize);
        if (poolingHead) {
            long threefold = Math.multiplyExact(3, hiddenSize);
            out.once("head.probe", Part.EMBEDDING, 1, 1, hiddenSize)
                    .once("head.attention.in_proj_weight", Part.ATTENTION, threefold, hiddenSize)
                    .once("head.attention.in_proj_bias", Part.ATTENTION, threefold)
                    .onceBiased("head.attention.out_proj", Part.ATTENTION, hiddenSize, hiddenSize)
                    .onceBiased("head.layernorm", Part.NORM, hiddenSize)
                    .onceBiased("head.mlp.fc1", Part.DENSE_FEED_FORWARD, intermediateSize, hiddenSize)
                    .onceBiased("head.mlp.fc2", Part.DENSE_FEED_FORWARD, hiddenSize, intermediateSize);
        }
        if (newline) {
            out.once("image_newline", Part.EMBEDDING, textHiddenSize);
        }
        projector.addTo(out, hiddenSize, textHiddenSize);
        return out.list();
    }
}
