package dev.archnotes.model.config;

import dev.archnotes.model.attention.AttentionBiases;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.QkNorm;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.network.Activation;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.Storage;
import java.util.Optional;

/**
 * A dense decoder told by what sets its family apart from Llama: RMS norms on inputs, SwiGLU, no biases, every layer
 * full and rotated whole on base 10,000, embeddings not tied.
 */
public final class DenseDecoder {
    private static final String FULL = "full_attention";
    private static final String SLIDING = "sliding_attention";

    private final DecoderConfig decoder;
    private final ConfigObject config;
    private long headDim;
    private long window;
    private long fullLayers;
    private long windowedInEvery;
    private boolean rotatedWhereFull = true;
    private long base = 10_000;
    private double rotatedShare = 1;
    private Optional<QkNorm> qkNorm = Optional.empty();
    private AttentionBiases biases = AttentionBiases.NONE;
    private boolean feedForwardBiases;
    private Optional<Activation> activation = Optional.empty();
    private Optional<Long> intermediateSize = Optional.empty();
    private Optional<PositionEncoding> positions = Optional.empty();
    private boolean tied;
    private Normalization norms;

    /** A decoder as Llama is, until something else is said. */
    public DenseDecoder(DecoderConfig decoder) {
        this.decoder = decoder;
        this.config = decoder.config();
        this.headDim = decoder.headDim();
        this.norms = decoder.preNorm("1e-6");
    }

    /** Where the file does not say. */
    public DenseDecoder headDim(long absent) {
        headDim = config.positiveOr("head_dim", absent);
        return this;
    }

    /** A window of so many tokens (0: none) from that layer on. */
    public DenseDecoder window(long tokens, long firstFullLayers) {
        window = tokens;
        fullLayers = firstFullLayers;
        return this;
    }

    /** A window in every layer but the last of so many. */
    public DenseDecoder window(long tokens, long firstFullLayers, long lastFullOf) {
        windowedInEvery = lastFullOf;
        return window(tokens, firstFullLayers);
    }

    /** Layers that see everything have no positions. */
    public DenseDecoder unrotatedWhereFull() {
        rotatedWhereFull = false;
        return this;
    }

    /** The base of the rotary positions and the rotated share of a head, where the file does not say. */
    public DenseDecoder rotary(long absentBase, double absentShare) {
        base = absentBase;
        rotatedShare = absentShare;
        return this;
    }

    /** Norms on queries and keys. */
    public DenseDecoder qkNorm(QkNorm norm) {
        qkNorm = Optional.of(norm);
        return this;
    }

    /** Where attention has biases, and whether the feed-forward network has them. */
    public DenseDecoder biases(AttentionBiases attention, boolean feedForward) {
        biases = attention;
        feedForwardBiases = feedForward;
        return this;
    }

    /** In place of the activation that {@code hidden_act} names. */
    public DenseDecoder activation(Activation always) {
        activation = Optional.of(always);
        return this;
    }

    /** In place of {@code intermediate_size}. */
    public DenseDecoder intermediateSize(long size) {
        intermediateSize = Optional.of(size);
        return this;
    }

    /** In place of rotary ones. */
    public DenseDecoder positions(PositionEncoding everywhere) {
        positions = Optional.of(everywhere);
        return this;
    }

    /** In place of root-mean-square norms on the inputs of the sub-layers. */
    public DenseDecoder norms(Normalization normalization) {
        norms = normalization;
        return this;
    }

    /** Where the file does not say. */
    public DenseDecoder tied() {
        tied = true;
        return this;
    }

    /** The architecture, in the number format that the configuration names. */
    public Architecture build() {
        return build(StorageConfig.read(config, Storage.BFLOAT16));
    }

    /** The architecture in that number format. */
    public Architecture build(Storage storage) {
        return build(storage, 0);
    }

    /** With a prediction module of that depth. */
    public Architecture build(Storage storage, long predictionDepth) {
        PositionEncoding rope = positions.orElseGet(() -> RopeConfig.read(config, headDim, base, rotatedShare));
        SoftmaxAttention full = decoder.attention(
                headDim,
                new Span.Full(),
                rotatedWhereFull || window == 0 ? rope : new PositionEncoding.None(),
                qkNorm,
                biases);
        SoftmaxAttention windowed = decoder.attention(headDim, DecoderConfig.window(window), rope, qkNorm, biases);
        DenseFeedForward dense = new DenseFeedForward(
                intermediateSize.orElseGet(() -> config.positive("intermediate_size")),
                activation.orElseGet(() -> decoder.activation("hidden_act")),
                feedForwardBiases);
        for (String type : decoder.layerTypes(layer -> isLocal(layer) ? SLIDING : FULL, FULL, SLIDING)) {
            boolean local = type.equals(SLIDING) && window > 0;
            decoder.add(local ? "windowed" : "full", local ? windowed : full, "dense", dense);
        }
        return decoder.build(norms, tied, storage, predictionDepth);
    }

    private boolean isLocal(int layer) {
        boolean lastOfGroup = windowedInEvery > 0 && (layer + 1) % windowedInEvery == 0;
        return window > 0 && layer >= fullLayers && !lastOfGroup;
    }
}
