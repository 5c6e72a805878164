package dev.archnotes.model.reader;

import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.QkNorm;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.DecoderConfig;
import dev.archnotes.model.config.RopeConfig;
import dev.archnotes.model.config.StorageConfig;
import dev.archnotes.model.network.Activation;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.network.MixtureOfExperts;
import dev.archnotes.model.network.Router;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.ResidualStream;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.vision.VisionEncoder;
import java.util.List;
import java.util.Optional;

/**
 * Gemma 4: windowed layers with narrower heads than the full ones, keys that serve as values in full layers, caches
 * that the upper layers share, embeddings of each layer, experts beside a dense network; and the {@code gemma4_unified}
 * of the 12B, which has neither experts nor embeddings of layers, and no encoders.
 *
 * <p>Defaults for missing keys, from {@code configuration_gemma4.py} and {@code configuration_gemma4_unified.py} of
 * {@code huggingface/transformers}: 8 heads, 4 KV heads, heads of 256 numbers (512 in full layers), a window of 512
 * tokens (unified: 1,024), every sixth layer full, RoPE base 10,000 and in full layers 1,000,000 on a quarter of each
 * head, 262,144 rows, per-layer embeddings of 256 numbers (unified: none), tied embeddings. The last layer is always
 * full. Full layers have {@code num_global_key_value_heads} only where keys serve as values, and newer files say the
 * same layer by layer in {@code per_layer_config}.
 *
 * <p>The numbers that scale the stream behind each layer are stored, and counted, though they are buffers in the code.
 * A checkpoint of Google's also holds key and value projections of the layers that share a cache; nothing uses them,
 * and they are not counted.
 */
final class Gemma4Configs {
    private static final String FULL = "full_attention";
    private static final String SLIDING = "sliding_attention";

    private final DecoderConfig decoder;
    private final ConfigObject config;
    private final int firstShared;

    private Gemma4Configs(ConfigObject config) {
        this.config = config;
        this.decoder = new DecoderConfig(config, config.sizeOr("num_attention_heads", 8), 4);
        this.firstShared = firstShared(config, "num_kv_shared_layers", 0, decoder.layers());
    }

    static Architecture withParts(ConfigObject config, String textType, boolean unified) {
        ConfigObject text = VisionConfigs.text(config, textType);
        Architecture architecture =
                new Gemma4Configs(text).decoder(unified, StorageConfig.read(text, Storage.BFLOAT16));
        Optional<VisionEncoder> vision = config.object("vision_config")
                .map(own -> unified ? VisionConfigs.patches(own) : VisionConfigs.gemma4(own));
        config.understood("vision_soft_tokens_per_image", "audio_soft_tokens_per_image");
        config.notModeled("audio_config", "the audio part is not counted");
        text.finish();
        return VisionConfigs.with(
                architecture, vision, config.flagOr("tie_word_embeddings", architecture.tiedEmbeddings()));
    }

    static Architecture text(ConfigObject config, boolean unified) {
        return new Gemma4Configs(config).decoder(unified, StorageConfig.read(config, Storage.BFLOAT16));
    }

    /** The first of the upper layers that read a cache of a layer below; the number of layers where none does. */
    static int firstShared(ConfigObject config, String key, long absent, int layers) {
        long shared = config.wholeOr(key, config.mentions(key) ? 0 : absent);
        if (shared > 0 && shared >= layers) {
            config.impossible(key, shared + " layers that share a cache of only " + layers + " layers", "");
            return layers;
        }
        return (int) (layers - shared);
    }

    private Architecture decoder(boolean unified, Storage storage) {
        List<String> types = decoder.layerTypes(layer -> (layer + 1) % 6 == 0 ? FULL : SLIDING, FULL, SLIDING);
        types.set(types.size() - 1, FULL);
        SoftmaxAttention near = near(unified ? 1_024 : 512);
        SoftmaxAttention wide = wide(types);
        reportMissing(types);
        for (int layer = 0; layer < types.size(); layer++) {
            boolean shared = layer >= firstShared;
            boolean local = types.get(layer).equals(SLIDING);
            SoftmaxAttention own = local ? near : wide;
            boolean doubled = shared && config.flagOr("use_double_wide_mlp", false);
            FeedForward network = network(doubled, unified);
            decoder.add(
                    (local ? "local" : "global") + (shared ? "-shared" : ""),
                    shared ? own.with(own.valueHeadDim(), own.keysAsValues(), true) : own,
                    (network.sparse().isPresent() ? "moe" : "dense") + (doubled ? "-wide" : ""),
                    network);
        }
        reportBidirectional(config);
        config.understood("use_double_wide_mlp");
        Normalization norms = new Normalization(
                Normalization.Kind.RMS_NORM,
                Normalization.Placement.SANDWICH,
                config.epsilonOr("rms_norm_eps", "1e-6"),
                false);
        Architecture model = decoder.build(config.sizeOr("vocab_size", 262_144), norms, true, storage, 0)
                .with(stream(unified));
        return MultiplierConfigs.gemma(config, model, Optional.empty());
    }

    private void reportMissing(List<String> types) {
        reportMissing(config, types, firstShared);
    }

    /** A layer that shares needs one of its type below that keeps a cache. */
    static void reportMissing(ConfigObject config, List<String> types, int firstShared) {
        List<String> keeping = types.subList(0, Math.min(firstShared, types.size()));
        for (String type : types) {
            if (!keeping.contains(type)) {
                config.impossible(
                        "num_kv_shared_layers", "no layer below those that share a cache is of the type " + type, "");
                return;
            }
        }
    }

    /** Tokens of an image may see each other both ways, which changes no figure. */
    static void reportBidirectional(ConfigObject config) {
        String key = "use_bidirectional_attention";
        if (!config.isText(key) || !config.optionalText(key).orElse("").equals("vision")) {
            config.notModeled(key, "attention is taken as causal");
        }
    }

    private SoftmaxAttention near(long absentWindow) {
        long headDim = config.sizeOr("head_dim", 256);
        return decoder.attention(
                headDim,
                DecoderConfig.window(config.sizeOr("sliding_window", absentWindow)),
                rope(SLIDING, headDim, 10_000, 1),
                Optional.of(new QkNorm(QkNorm.Scope.HEAD, true, false)),
                decoder.biasesOnAll());
    }

    private SoftmaxAttention wide(List<String> types) {
        boolean keysAsValues = config.flagOr("attention_k_eq_v", false);
        long headDim = config.positiveOr("global_head_dim", 512);
        long kvHeads = config.sizeOr("num_key_value_heads", 4);
        long ofKeys = config.positiveOr("num_global_key_value_heads", kvHeads);
        kvHeads = keysAsValues ? ofKeys : kvHeads;
        Optional<ConfigObject> byLayer = config.object("per_layer_config");
        if (byLayer.isPresent()) {
            ConfigObject own = override(byLayer.get(), types);
            headDim = own.positiveOr("head_dim", config.positiveOr("head_dim", 256));
            kvHeads = own.positiveOr("num_key_value_heads", config.sizeOr("num_key_value_heads", 4));
            own.finish();
        }
        if (decoder.heads() % kvHeads != 0) {
            config.impossible(
                    config.either("num_global_key_value_heads", "num_key_value_heads"),
                    decoder.heads() + " heads are not divisible by " + kvHeads + " KV heads",
                    "");
            kvHeads = decoder.heads();
        }
        return new SoftmaxAttention(
                        decoder.heads(),
                        kvHeads,
                        headDim,
                        new Span.Full(),
                        rope(FULL, headDim, 1_000_000, 0.25),
                        Optional.of(new QkNorm(QkNorm.Scope.HEAD, true, false)),
                        decoder.biasesOnAll(),
                        false,
                        false,
                        Optional.empty(),
                        Optional.empty())
                .with(headDim, keysAsValues, false);
    }

    /** What the full layers have of their own: one entry for each, all the same. */
    private static ConfigObject override(ConfigObject byLayer, List<String> types) {
        Optional<ConfigObject> first = Optional.empty();
        long headDim = 0;
        long kvHeads = 0;
        for (int layer = 0; layer < types.size(); layer++) {
            Optional<ConfigObject> own = byLayer.object(Integer.toString(layer));
            if (own.isPresent() != types.get(layer).equals(FULL)) {
                byLayer.impossible(Integer.toString(layer), "heads of their own are those of the full layers", "");
            }
            if (own.isPresent()) {
                long dim = own.get().positiveOr("head_dim", 0);
                long heads = own.get().positiveOr("num_key_value_heads", 0);
                if (first.isPresent() && (dim != headDim || heads != kvHeads)) {
                    byLayer.impossible(Integer.toString(layer), "full layers with different heads", "");
                }
                headDim = dim;
                kvHeads = heads;
                first = own;
            }
        }
        byLayer.finish();
        return first.orElseThrow(() -> new IllegalArgumentException("no layer is full"));
    }

    private PositionEncoding rope(String type, long headDim, long absentBase, double absentShare) {
        return config.object("rope_parameters")
                .filter(byType -> byType.has(type))
                .map(byType -> RopeConfig.ofLayerType(config, byType, type, headDim, absentBase, 1.0))
                .orElseGet(
                        () -> new PositionEncoding.Rope(absentBase, (long) (headDim * absentShare), Optional.empty()));
    }

    private FeedForward network(boolean doubled, boolean unified) {
        long width = Math.multiplyExact(config.positive("intermediate_size"), doubled ? 2L : 1L);
        Activation activation = GemmaConfigs.activation(decoder);
        boolean sparse = !unified && config.flagOr("enable_moe_block", false);
        config.understood("enable_moe_block", "num_experts", "top_k_experts", "moe_intermediate_size");
        if (!sparse) {
            return new DenseFeedForward(width, activation, false);
        }
        long experts = config.positive("num_experts");
        long chosen = config.positive("top_k_experts");
        if (chosen > experts) {
            config.impossible("top_k_experts", "top-" + chosen + " of only " + experts + " experts", "");
            chosen = 1;
        }
        return new MixtureOfExperts(
                experts,
                chosen,
                config.positive("moe_intermediate_size"),
                0,
                0,
                false,
                width,
                0,
                new Router(Router.Function.SOFTMAX, true, false, false, 1, 1, 1.0, true, false),
                activation,
                false,
                true);
    }

    private ResidualStream stream(boolean unified) {
        long absent = unified ? 0 : 256;
        config.understood("vocab_size_per_layer_input", "hidden_size_per_layer_input");
        String key = "hidden_size_per_layer_input";
        long width = unified ? 0 : config.wholeOr(key, config.mentions(key) ? 0 : absent);
        long rows = config.positiveOr("vocab_size_per_layer_input", 262_144);
        return new ResidualStream(width > 0 ? rows : 0, width, 1, 0, true);
    }
}
