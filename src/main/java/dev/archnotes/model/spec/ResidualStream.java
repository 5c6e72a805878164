package dev.archnotes.model.spec;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.form.Source;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.List;

/**
 * What a residual stream has beyond one vector to which attention and feed-forward add ({@code modeling_gemma3n.py} and
 * {@code modeling_gemma4.py} of {@code huggingface/transformers}).
 *
 * <p>The table of per-layer embeddings holds a row for each token and layer, is looked up and multiplies nothing, as
 * the embedding table of the input. Its makers leave it out of their effective parameters; here it is in the total and
 * in the active weights, and out of those without the input embedding. What projects and gates its rows counts as dense
 * feed-forward, as do the matrices of the other additions.
 *
 * @param perLayerVocabulary rows of the table of per-layer embeddings, 0 without one
 * @param perLayerWidth numbers of one of its rows for each layer
 * @param streams vectors that a token carries, of which one passes each layer and the others are predicted and
 *     corrected (AltUp, arXiv:2301.13310); 1 for an ordinary stream
 * @param laurelRank inner width of a low-rank path beside attention (LAuReL, arXiv:2411.07501), 0 without one
 * @param layerScalars whether a stored number scales the stream behind each layer
 */
public record ResidualStream(
        long perLayerVocabulary, long perLayerWidth, long streams, long laurelRank, boolean layerScalars)
        implements Described {
    private static final Attribute<Long> PER_LAYER_VOCABULARY = Attribute.count(
                    "per_layer_vocabulary", "Per-layer vocabulary", 0)
            .means("Rows of the table of per-layer embeddings.");
    private static final Attribute<Long> PER_LAYER_WIDTH = Attribute.count("per_layer_width", "Per-layer width", 0)
            .means("Numbers of a per-layer embedding in each layer.");
    private static final Attribute<Long> STREAMS =
            Attribute.count("streams", "Parallel streams", 1).means("Vectors that a token carries through the layers.");
    private static final Attribute<Long> LAUREL_RANK = Attribute.count("laurel_rank", "LAuReL rank", 0)
            .means("Inner width of the low-rank path beside attention.");
    private static final Attribute<Boolean> LAYER_SCALARS = Attribute.flag("layer_scalars", "Layer scalars", false);

    /** How it is written down; a model with an ordinary stream says nothing. */
    public static final Form<ResidualStream> FORM = Form.plain(ResidualStream::read)
            .with(PER_LAYER_VOCABULARY, PER_LAYER_WIDTH, STREAMS, LAUREL_RANK, LAYER_SCALARS);

    /** One vector, to which attention and feed-forward add. */
    public static final ResidualStream PLAIN = new ResidualStream(0, 0, 1, 0, false);

    private static ResidualStream read(Source in) {
        long vocabulary = PER_LAYER_VOCABULARY.read(in);
        long width = PER_LAYER_WIDTH.read(in);
        if (vocabulary > 0 != width > 0) {
            if (!in.failed()) {
                in.impossible(PER_LAYER_WIDTH.key(), vocabulary + " rows of " + width + " numbers a layer", "");
            }
            width = 0;
            vocabulary = 0;
        }
        return new ResidualStream(vocabulary, width, STREAMS.read(in), LAUREL_RANK.read(in), LAYER_SCALARS.read(in));
    }

    public ResidualStream {
        if (perLayerVocabulary < 0 || perLayerWidth < 0 || streams < 1 || laurelRank < 0) {
            throw new IllegalArgumentException("a negative size");
        }
        if (perLayerVocabulary > 0 != perLayerWidth > 0) {
            throw new IllegalArgumentException("per-layer embeddings without rows or width");
        }
    }

    /** Whether it is one vector, to which attention and feed-forward add. */
    public boolean isPlain() {
        return equals(PLAIN);
    }

    /** Whether each layer has embeddings of its own. */
    public boolean hasPerLayerEmbeddings() {
        return perLayerWidth > 0;
    }

    /** The elements of the table of per-layer embeddings of a model with so many layers. */
    public long tableElements(long layers) {
        return Math.multiplyExact(perLayerVocabulary, Math.multiplyExact(layers, perLayerWidth));
    }

    /** The tensors that a model of so many layers has once. */
    public List<WeightTensor> tensors(long hiddenSize, long layers) {
        List<WeightTensor> tensors = new ArrayList<>();
        if (hasPerLayerEmbeddings()) {
            long all = Math.multiplyExact(layers, perLayerWidth);
            tensors.add(WeightTensor.of("embed_tokens_per_layer.weight", Part.EMBEDDING, perLayerVocabulary, all));
            tensors.add(WeightTensor.of("per_layer_model_projection.weight", Part.DENSE_FEED_FORWARD, all, hiddenSize));
            tensors.add(WeightTensor.of("per_layer_projection_norm.weight", Part.NORM, perLayerWidth));
        }
        if (streams > 1) {
            for (String name : new String[] {"altup_projections.weight", "altup_unembed_projections.weight"}) {
                tensors.add(WeightTensor.ofExperts(
                        name, Part.DENSE_FEED_FORWARD, streams - 1, streams - 1, hiddenSize, hiddenSize));
            }
        }
        return List.copyOf(tensors);
    }

    /** The tensors of one layer. */
    public List<WeightTensor> layerTensors(long hiddenSize) {
        List<WeightTensor> tensors = new ArrayList<>();
        if (streams > 1) {
            long squared = Math.multiplyExact(streams, streams);
            tensors.add(WeightTensor.of("altup.correct_output_scale", Part.DENSE_FEED_FORWARD, hiddenSize));
            tensors.add(WeightTensor.of("altup.correction_coefs.weight", Part.DENSE_FEED_FORWARD, streams, streams));
            tensors.add(WeightTensor.of("altup.prediction_coefs.weight", Part.DENSE_FEED_FORWARD, squared, streams));
            tensors.add(WeightTensor.of("altup.modality_router.weight", Part.DENSE_FEED_FORWARD, streams, hiddenSize));
            tensors.add(WeightTensor.of("altup.router_norm.weight", Part.NORM, hiddenSize));
        }
        if (laurelRank > 0) {
            tensors.add(WeightTensor.of("laurel.linear_left.weight", Part.DENSE_FEED_FORWARD, laurelRank, hiddenSize));
            tensors.add(WeightTensor.of("laurel.linear_right.weight", Part.DENSE_FEED_FORWARD, hiddenSize, laurelRank));
            tensors.add(WeightTensor.of("laurel.post_laurel_norm.weight", Part.NORM, hiddenSize));
        }
        if (hasPerLayerEmbeddings()) {
            tensors.add(
                    WeightTensor.of("per_layer_input_gate.weight", Part.DENSE_FEED_FORWARD, perLayerWidth, hiddenSize));
            tensors.add(
                    WeightTensor.of("per_layer_projection.weight", Part.DENSE_FEED_FORWARD, hiddenSize, perLayerWidth));
            tensors.add(WeightTensor.of("post_per_layer_input_norm.weight", Part.NORM, hiddenSize));
        }
        if (layerScalars) {
            tensors.add(WeightTensor.of("layer_scalar", Part.NORM, 1));
        }
        return List.copyOf(tensors);
    }

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {
        PER_LAYER_VOCABULARY.write(out, perLayerVocabulary);
        PER_LAYER_WIDTH.write(out, perLayerWidth);
        STREAMS.write(out, streams);
        LAUREL_RANK.write(out, laurelRank);
        LAYER_SCALARS.write(out, layerScalars);
    }

    /** {@code per-layer embeddings, 4 streams, LAuReL}. */
    @Override
    public String phrase() {
        List<String> words = new ArrayList<>();
        if (hasPerLayerEmbeddings()) {
            words.add("per-layer embeddings");
        }
        if (streams > 1) {
            words.add(streams + " streams");
        }
        if (laurelRank > 0) {
            words.add("LAuReL");
        }
        if (layerScalars) {
            words.add("layer scalars");
        }
        return String.join(", ", words);
    }
}
