package dev.archnotes.model.spec;

import dev.archnotes.model.tensor.WeightTensor;
import dev.archnotes.model.vision.VisionEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Everything that determines a model's tensors, its cache and its cost.
 *
 * @param vocabularySize rows of the embedding table, padding included
 * @param hiddenSize the width of the residual stream
 * @param tiedEmbeddings whether the head reuses the embedding table
 * @param learnedPositions rows of a learned position table, 0 for none
 * @param normalization the norms of the residual stream
 * @param groups the layers, bottom first
 * @param predictionModule the multi-token-prediction module, if released
 * @param vision the image part, if any
 * @param storage the number format of the released checkpoint
 * @param checkpoint what the checkpoint stores twice or besides
 * @param stream what the residual stream has beyond one vector
 * @param headBias whether the head adds a bias to each token's score
 * @param multipliers by what numbers are multiplied on their way
 */
public record Architecture(
        long vocabularySize,
        long hiddenSize,
        boolean tiedEmbeddings,
        long learnedPositions,
        Normalization normalization,
        List<LayerGroup> groups,
        Optional<PredictionModule> predictionModule,
        Optional<VisionEncoder> vision,
        Storage storage,
        CheckpointExtras checkpoint,
        ResidualStream stream,
        boolean headBias,
        Multipliers multipliers) {
    /**
     * More layers than any model has; a larger number is a mistake. Layers are listed one by one, so that whoever reads
     * a number of them from a text holds it to this.
     */
    public static final long MOST_LAYERS = 10_000;

    public Architecture {
        groups = List.copyOf(groups);
        if (vocabularySize <= 0 || hiddenSize <= 0 || learnedPositions < 0 || groups.isEmpty()) {
            throw new IllegalArgumentException("each size must be positive");
        }
    }

    /** With an ordinary residual stream, a head without a bias, and nothing multiplied. */
    public Architecture(
            long vocabularySize,
            long hiddenSize,
            boolean tiedEmbeddings,
            long learnedPositions,
            Normalization normalization,
            List<LayerGroup> groups,
            Optional<PredictionModule> predictionModule,
            Optional<VisionEncoder> vision,
            Storage storage,
            CheckpointExtras checkpoint) {
        this(
                vocabularySize,
                hiddenSize,
                tiedEmbeddings,
                learnedPositions,
                normalization,
                groups,
                predictionModule,
                vision,
                storage,
                checkpoint,
                ResidualStream.PLAIN,
                false,
                Multipliers.NONE);
    }

    /** The same with another residual stream. */
    public Architecture with(ResidualStream other) {
        return with(checkpoint, other, headBias, multipliers);
    }

    /** The same with a bias on the head. */
    public Architecture withHeadBias() {
        return with(checkpoint, stream, true, multipliers);
    }

    /** The same with other multipliers. */
    public Architecture with(Multipliers other) {
        return with(checkpoint, stream, headBias, other);
    }

    /** The same with other extras in its checkpoint. */
    public Architecture with(CheckpointExtras other) {
        return with(other, stream, headBias, multipliers);
    }

    private Architecture with(
            CheckpointExtras extras, ResidualStream residual, boolean biasedHead, Multipliers numbers) {
        return new Architecture(
                vocabularySize,
                hiddenSize,
                tiedEmbeddings,
                learnedPositions,
                normalization,
                groups,
                predictionModule,
                vision,
                storage,
                extras,
                residual,
                biasedHead,
                numbers);
    }

    /** The number of decoder layers. */
    public long layers() {
        long layers = 0;
        for (LayerGroup group : groups) {
            layers = Math.addExact(layers, group.layers());
        }
        return layers;
    }

    /** The runs of equal layers in the order in which a token meets them, repetitions written out. */
    public List<LayerBlock> sequence() {
        List<LayerBlock> sequence = new ArrayList<>();
        for (LayerGroup group : groups) {
            for (long i = 0; i < group.repeat(); i++) {
                sequence.addAll(group.blocks());
            }
        }
        return List.copyOf(sequence);
    }

    /**
     * The distinct kinds of layers in order of first appearance, each with its number of layers in all. Whoever makes
     * an architecture sees to it that equal attentions and equal feed-forwards are one object, see
     * {@link LayerGroup#sharing}: how records are compared would be a twentieth of the script of the calculator.
     */
    public List<LayerBlock> kinds() {
        List<LayerBlock> kinds = new ArrayList<>();
        for (LayerGroup group : groups) {
            for (LayerBlock block : group.blocks()) {
                add(
                        kinds,
                        block,
                        Math.multiplyExact(block.count(), group.repeat()),
                        (one, other) ->
                                one.attention() == other.attention() && one.feedForward() == other.feedForward());
            }
        }
        return List.copyOf(kinds);
    }

    /** The tensors of the image part, each with the number of layers that hold it as copies; none without one. */
    public List<WeightTensor> imageTensors() {
        return vision.map(part -> part.tensors(hiddenSize)).orElse(List.of());
    }

    /**
     * One of the kinds of layers for each distinct attention, with the number of layers that have it, whatever
     * feed-forward stands behind it.
     */
    public List<LayerBlock> attentions() {
        List<LayerBlock> distinct = new ArrayList<>();
        for (LayerBlock kind : kinds()) {
            add(distinct, kind, kind.count(), (one, other) -> one.attention().equals(other.attention()));
        }
        return List.copyOf(distinct);
    }

    /**
     * One of the kinds of layers for each distinct feed-forward, with the number of layers that have it, whatever
     * attention stands before it.
     */
    public List<LayerBlock> feedForwards() {
        List<LayerBlock> distinct = new ArrayList<>();
        for (LayerBlock kind : kinds()) {
            add(distinct, kind, kind.count(), (one, other) -> one.feedForward().equals(other.feedForward()));
        }
        return List.copyOf(distinct);
    }

    private static void add(
            List<LayerBlock> kinds, LayerBlock block, long layers, BiPredicate<LayerBlock, LayerBlock> same) {
        for (int i = 0; i < kinds.size(); i++) {
            LayerBlock kind = kinds.get(i);
            if (same.test(kind, block)) {
                kinds.set(i, withCount(kind, Math.addExact(kind.count(), layers)));
                return;
            }
        }
        kinds.add(withCount(block, layers));
    }

    private static LayerBlock withCount(LayerBlock block, long count) {
        return new LayerBlock(
                count, block.attentionName(), block.attention(), block.feedForwardName(), block.feedForward());
    }
}
