package dev.archnotes.model.config;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.AttentionBiases;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.QkNorm;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.network.Activation;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.CheckpointExtras;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.PredictionModule;
import dev.archnotes.model.spec.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The keys that the configurations of nearly all decoders share, and the layers that their families add one by one.
 *
 * <p>Sizes must be there. Of the rest the defaults of {@code huggingface/transformers}
 * ({@code src/transformers/models/<type>/configuration_<type>.py}) stand in for missing keys where every version
 * agrees: {@code num_key_value_heads} falls back to {@code num_attention_heads}, {@code head_dim} to
 * {@code hidden_size} divided by {@code num_attention_heads}; other defaults are named by the family that uses them.
 */
public final class DecoderConfig {
    private final ConfigObject config;
    private final long hidden;
    private final int layers;
    private final long heads;
    private final long kvHeads;
    private final List<LayerBlock> blocks = new ArrayList<>();

    /** With as many KV heads as heads where the file does not say. */
    public DecoderConfig(ConfigObject config) {
        this(config, 0);
    }

    /** With so many KV heads where the file does not say. */
    public DecoderConfig(ConfigObject config, long absentKvHeads) {
        this(config, config.positive("num_attention_heads"), absentKvHeads);
    }

    /** With the family's own defaults for heads (0: as many KV heads as heads). */
    public DecoderConfig(ConfigObject config, long heads, long absentKvHeads) {
        this(
                config,
                config.positive("hidden_size"),
                count(config, "num_hidden_layers"),
                heads,
                kvHeads(config, heads, absentKvHeads));
    }

    /** With sizes that the family's files have under names of their own. */
    public DecoderConfig(ConfigObject config, long hidden, int layers, long heads, long kvHeads) {
        this.config = config;
        config.understood("max_position_embeddings");
        config.notModeled("add_cross_attention", "the attention to another model's output is not counted");
        this.hidden = hidden;
        this.layers = layers;
        this.heads = heads;
        this.kvHeads = kvHeads;
    }

    /** Of a file that lists its layers, so many of them. */
    public static DecoderConfig ofListedLayers(ConfigObject config, int layers, long absentKvHeads) {
        long hidden = config.positive("hidden_size");
        long heads = config.positive("num_attention_heads");
        return new DecoderConfig(config, hidden, layers, heads, kvHeads(config, heads, absentKvHeads));
    }

    /** Of a file that says for each layer how many KV heads it has. */
    public static DecoderConfig withoutKvHeads(ConfigObject config) {
        long hidden = config.positive("hidden_size");
        int layers = count(config, "num_hidden_layers");
        long heads = config.positive("num_attention_heads");
        return new DecoderConfig(config, hidden, layers, heads, heads);
    }

    private static long kvHeads(ConfigObject config, long heads, long absent) {
        // a class whose default is None puts the number of heads in its place
        long kvHeads = absent == 0
                ? config.positiveOr("num_key_value_heads", heads)
                : config.sizeOr("num_key_value_heads", absent);
        if (heads % kvHeads != 0) {
            config.impossible(
                    config.either("num_key_value_heads", "num_attention_heads"),
                    heads + " heads are not divisible by " + kvHeads + " KV heads",
                    "");
            return heads;
        }
        return kvHeads;
    }

    /** A number of layers, small enough to list them. */
    public static int count(ConfigObject config, String key) {
        long layers = config.positive(key);
        if (layers > Architecture.MOST_LAYERS) {
            config.impossible(key, layers + " layers", "at most " + Architecture.MOST_LAYERS);
            return 1;
        }
        return (int) layers;
    }

    /** The configuration that is read. */
    public ConfigObject config() {
        return config;
    }

    /** The number of decoder layers, bounded by {@link Architecture#MOST_LAYERS}. */
    public int layers() {
        return layers;
    }

    /** The number of query heads. */
    public long heads() {
        return heads;
    }

    /** The width of the residual stream. */
    public long hiddenSize() {
        return hidden;
    }

    /** The numbers of a head: {@code head_dim}, or the hidden size divided among the heads. */
    public long headDim() {
        return config.positiveOr("head_dim", Math.max(1, hidden / heads));
    }

    /** Attention with the heads and KV heads that the configuration names. */
    public SoftmaxAttention attention(
            long headDim, Span span, PositionEncoding positions, Optional<QkNorm> qkNorm, AttentionBiases biases) {
        return attention(kvHeads, headDim, span, positions, qkNorm, biases);
    }

    private SoftmaxAttention attention(
            long ownKvHeads,
            long headDim,
            Span span,
            PositionEncoding positions,
            Optional<QkNorm> qkNorm,
            AttentionBiases biases) {
        return new SoftmaxAttention(
                heads,
                ownKvHeads,
                headDim,
                span,
                positions,
                qkNorm,
                biases,
                false,
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** Attention that sees everything, with KV heads of which each serves so many heads. */
    public SoftmaxAttention attention(
            long headsOfEach, long headDim, PositionEncoding positions, AttentionBiases biases) {
        return attention(heads / headsOfEach, headDim, new Span.Full(), positions, Optional.empty(), biases);
    }

    /**
     * Attention over everything, rotated on a base of which {@code share} of each head turns where the file is silent.
     */
    public SoftmaxAttention fullAttention(long base, double share, Optional<QkNorm> qkNorm, AttentionBiases biases) {
        long headDim = headDim();
        return attention(headDim, new Span.Full(), RopeConfig.read(config, headDim, base, share), qkNorm, biases);
    }

    /** {@code attention_bias} where it puts a bias on all four projections. */
    public AttentionBiases biasesOnAll() {
        return config.flagOr("attention_bias", false) ? AttentionBiases.ALL : AttentionBiases.NONE;
    }

    /** A dense feed-forward network whose inner width stands under that key. */
    public DenseFeedForward dense(String sizeKey, boolean biased) {
        return new DenseFeedForward(config.positive(sizeKey), activation("hidden_act"), biased);
    }

    /**
     * The gated activation named by a key; SwiGLU where it is missing, the default of every family that has the key.
     */
    public Activation activation(String key) {
        String name = config.optionalText(key).orElse("silu");
        if (name.startsWith("gelu")) {
            return Activation.GEGLU;
        }
        if (!name.equals("silu") && !name.equals("swish")) {
            config.impossible(key, "the activation \"" + name + "\" is not known here", "known: silu, gelu");
        }
        return Activation.SWIGLU;
    }

    /** The activation of two matrices without a gate. */
    public Activation ungated(String key, String absent) {
        String name = config.optionalText(key).orElse(absent);
        if (name.startsWith("gelu")) {
            return Activation.GELU;
        }
        switch (name) {
            case "relu":
                return Activation.RELU;
            case "relu2":
                return Activation.SQUARED_RELU;
            case "xielu":
                return Activation.XIELU;
            default:
                config.impossible(
                        key, "the activation \"" + name + "\" is not known here", "known: gelu, relu, relu2, xielu");
                return Activation.GELU;
        }
    }

    /** One entry for each layer: those of {@code layer_types}, or derived where the file has no such list. */
    public List<String> layerTypes(IntFunction<String> derived, String... allowed) {
        return types("layer_types", derived, allowed);
    }

    /** The same of another list. */
    public List<String> types(String key, IntFunction<String> derived, String... allowed) {
        List<String> types = config.texts(key);
        if (!types.isEmpty() && types.size() != layers) {
            config.impossible(key, types.size() + " layer types for " + layers + " layers", "");
            types.clear();
        }
        for (int layer = types.size(); layer < layers; layer++) {
            types.add(derived.apply(layer));
        }
        for (String type : types) {
            if (!List.of(allowed).contains(type)) {
                config.impossible(
                        key,
                        "the layer type \"" + type + "\" is not known here",
                        "known: " + String.join(", ", allowed));
                break;
            }
        }
        return types;
    }

    /**
     * Which layers have rotary positions: {@code no_rope_layers} holds a 1 for a layer with them and a 0 for one
     * without. Where it is missing or empty, every {@code no_rope_layer_interval}-th layer (4 by default) has none, in
     * SmolLM3 and Llama 4 alike.
     */
    public List<Boolean> rotaryLayers() {
        List<Long> flags = config.integers("no_rope_layers");
        long interval = config.positiveOr("no_rope_layer_interval", 4);
        if (!flags.isEmpty() && flags.size() < layers) {
            config.impossible("no_rope_layers", flags.size() + " entries for " + layers + " layers", "");
            flags = List.of();
        }
        List<Boolean> rotary = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            rotary.add(flags.isEmpty() ? (layer + 1) % interval != 0 : flags.get(layer) != 0);
        }
        return rotary;
    }

    /** Adds the next layer. */
    public LayerBlock add(String attentionName, Attention attention, String feedForwardName, FeedForward feedForward) {
        LayerBlock block = new LayerBlock(1, attentionName, attention, feedForwardName, feedForward);
        blocks.add(block);
        return block;
    }

    /** The architecture of the layers that were added, without a prediction module. */
    public Architecture build(Normalization normalization, boolean tiedByDefault, Storage storage) {
        return build(normalization, tiedByDefault, storage, 0);
    }

    /** The architecture, with a prediction module of that depth made of a layer like the last one. */
    public Architecture build(
            Normalization normalization, boolean tiedByDefault, Storage storage, long predictionDepth) {
        return build(config.positive("vocab_size"), normalization, tiedByDefault, storage, predictionDepth);
    }

    /** The architecture, with a prediction module of that depth made of such layers. */
    public Architecture build(
            Normalization normalization,
            boolean tiedByDefault,
            Storage storage,
            long predictionDepth,
            LayerBlock predicting) {
        return build(config.positive("vocab_size"), normalization, tiedByDefault, storage, predictionDepth, predicting);
    }

    /** The same for a vocabulary that does not stand under {@code vocab_size}. */
    public Architecture build(
            long vocabulary,
            Normalization normalization,
            boolean tiedByDefault,
            Storage storage,
            long predictionDepth) {
        return build(vocabulary, normalization, tiedByDefault, storage, predictionDepth, blocks.get(blocks.size() - 1));
    }

    private Architecture build(
            long vocabulary,
            Normalization normalization,
            boolean tiedByDefault,
            Storage storage,
            long predictionDepth,
            LayerBlock predicting) {
        Optional<PredictionModule> prediction = predictionDepth == 0
                ? Optional.empty()
                : Optional.of(new PredictionModule(predictionDepth, predicting));
        return new Architecture(
                vocabulary,
                hidden,
                config.flagOr("tie_word_embeddings", tiedByDefault),
                0,
                normalization,
                LayerPattern.groups(blocks),
                prediction,
                Optional.empty(),
                storage,
                new CheckpointExtras(false, false, false));
    }

    /** Root-mean-square norms on the inputs of the sub-layers. */
    public Normalization preNorm(String absentEpsilon) {
        return new Normalization(
                Normalization.Kind.RMS_NORM,
                Normalization.Placement.PRE,
                config.epsilonOr("rms_norm_eps", absentEpsilon),
                false);
    }

    /** A window of so many tokens; everything where there are 0. */
    public static Span window(long tokens) {
        return tokens > 0 ? new Span.Window(tokens) : new Span.Full();
    }
}
