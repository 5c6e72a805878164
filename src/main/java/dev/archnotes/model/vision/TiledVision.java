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
 * The vision transformer of Llama 3.2 (arXiv:2407.21783, section 7.1; {@code modeling_mllama.py} of
 * {@code huggingface/transformers}): a picture is cut into a few tiles, whose places in it have tables of their own,
 * and layers with gates follow those that see each tile. The results of some layers reach the projector end to end.
 *
 * <p>A picture takes one place of the text, whatever its size; what is read of it lies in layers of cross-attention.
 * The rows by which the embedding table is longer than the head, for marks of pictures, count here.
 *
 * @param hiddenSize the encoder's width
 * @param layers its layers without gates
 * @param globalLayers its layers with gates
 * @param intermediateSize the inner width of its feed-forward
 * @param imageSize the side of a tile in pixels
 * @param patchSize the side of a patch in pixels
 * @param tiles the most tiles of a picture
 * @param aspectRatios the ways in which tiles may lie
 * @param outputs the layers whose results the projector reads, the last one included
 */
public record TiledVision(
        long hiddenSize,
        long layers,
        long globalLayers,
        long intermediateSize,
        long imageSize,
        long patchSize,
        long tiles,
        long aspectRatios,
        long outputs)
        implements VisionEncoder {
    /** {@code nn.Embedding(config.vocab_size + 8, …)}. */
    private static final long PICTURE_ROWS = 8;

    private static final Attribute<Long> HIDDEN_SIZE = Attribute.size("hidden_size", "Hidden size");
    private static final Attribute<Long> LAYERS = Attribute.size("layers", "Layers");
    private static final Attribute<Long> GLOBAL_LAYERS = Attribute.size("global_layers", "Layers with gates");
    private static final Attribute<Long> INTERMEDIATE_SIZE = Attribute.size("intermediate_size", "Intermediate size");
    private static final Attribute<Long> IMAGE_SIZE = Attribute.size("image_size", "Image size");
    private static final Attribute<Long> PATCH_SIZE = Attribute.size("patch_size", "Patch size");
    private static final Attribute<Long> TILES = Attribute.size("tiles", "Tiles");
    private static final Attribute<Long> ASPECT_RATIOS = Attribute.size("aspect_ratios", "Aspect ratios");
    private static final Attribute<Long> OUTPUTS = Attribute.size("outputs", "Layers that the projector reads");

    static final Form<TiledVision> FORM = Form.of(TiledVision::read, "tiled", "llama-3.2")
            .with(
                    HIDDEN_SIZE,
                    LAYERS,
                    GLOBAL_LAYERS,
                    INTERMEDIATE_SIZE,
                    IMAGE_SIZE,
                    PATCH_SIZE,
                    TILES,
                    ASPECT_RATIOS,
                    OUTPUTS);

    private static TiledVision read(Source in) {
        return new TiledVision(
                HIDDEN_SIZE.read(in),
                LAYERS.read(in),
                GLOBAL_LAYERS.read(in),
                INTERMEDIATE_SIZE.read(in),
                IMAGE_SIZE.read(in),
                PATCH_SIZE.read(in),
                TILES.read(in),
                ASPECT_RATIOS.read(in),
                OUTPUTS.read(in));
    }

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {
        HIDDEN_SIZE.write(out, hiddenSize);
        LAYERS.write(out, layers);
        GLOBAL_LAYERS.write(out, globalLayers);
        INTERMEDIATE_SIZE.write(out, intermediateSize);
        IMAGE_SIZE.write(out, imageSize);
        PATCH_SIZE.write(out, patchSize);
        TILES.write(out, tiles);
        ASPECT_RATIOS.write(out, aspectRatios);
        OUTPUTS.write(out, outputs);
    }

    @Override
    public String phrase() {
        return name();
    }

    @Override
    public String name() {
        return "Llama 3.2 vision transformer";
    }

    @Override
    public Optional<PicturePlaces> places() {
        return Optional.empty();
    }

    /** What one tile leaves: a vector for each patch and one for the class token. */
    public long positions() {
        return Math.addExact(Math.multiplyExact(imageSize / patchSize, imageSize / patchSize), 1);
    }

    /** What a picture leaves at most, all of its tiles. */
    public long entries() {
        return Math.multiplyExact(tiles, positions());
    }

    @Override
    public List<WeightTensor> tensors(long textHiddenSize) {
        // one row for each ratio, and one for the padding in place of a picture
        long rows = Math.addExact(aspectRatios, 1);
        long tileWidth = Math.multiplyExact(tiles, hiddenSize);
        VisionLayers out = new VisionLayers(layers, "transformer.layers.")
                .once("patch_embedding.weight", Part.EMBEDDING, hiddenSize, 3, patchSize, patchSize)
                .once("class_embedding", Part.EMBEDDING, hiddenSize)
                .once("gated_positional_embedding.embedding", Part.EMBEDDING, positions(), hiddenSize)
                .once("gated_positional_embedding.gate", Part.NORM, 1)
                .once(
                        "gated_positional_embedding.tile_embedding.weight",
                        Part.EMBEDDING,
                        rows,
                        Math.multiplyExact(entries(), hiddenSize));
        for (String table : new String[] {"pre_tile_positional_embedding", "post_tile_positional_embedding"}) {
            out.once(table + ".embedding.weight", Part.EMBEDDING, rows, tileWidth)
                    .once(table + ".gate", Part.NORM, 1);
        }
        out.onceBiased("layernorm_pre", Part.NORM, hiddenSize).onceBiased("layernorm_post", Part.NORM, hiddenSize);
        addLayers(out);
        VisionLayers gated = new VisionLayers(globalLayers, "global_transformer.layers.");
        addLayers(gated);
        gated.each("gate_attn", Part.NORM, 1).each("gate_ffn", Part.NORM, 1);
        return out.and(gated)
                .onceBiased("multi_modal_projector", Part.HEAD, textHiddenSize, Math.multiplyExact(outputs, hiddenSize))
                .once("picture_rows", Part.EMBEDDING, PICTURE_ROWS, textHiddenSize)
                .list();
    }

    private void addLayers(VisionLayers out) {
        for (String matrix : new String[] {"q_proj", "k_proj", "v_proj", "o_proj"}) {
            out.each("self_attn." + matrix + ".weight", Part.ATTENTION, hiddenSize, hiddenSize);
        }
        out.eachBiased("mlp.fc1", Part.DENSE_FEED_FORWARD, intermediateSize, hiddenSize)
                .eachBiased("mlp.fc2", Part.DENSE_FEED_FORWARD, hiddenSize, intermediateSize)
                .eachBiased("input_layernorm", Part.NORM, hiddenSize)
                .eachBiased("post_attention_layernorm", Part.NORM, hiddenSize);
    }
}
