package dev.archnotes.model.reader;

import dev.archnotes.model.attention.CompressedAttention;
import dev.archnotes.model.attention.LightningIndexer;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.DecoderConfig;
import dev.archnotes.model.config.RopeConfig;
import dev.archnotes.model.config.StorageConfig;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.network.MixtureOfExperts;
import dev.archnotes.model.network.Router;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.HyperConnections;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.Storage;
import java.util.List;
import java.util.Optional;

/**
 * DeepSeek V4: attention over a window and pooled entries, several residual streams, and first layers in which a table
 * names the experts of each token.
 *
 * <p>Defaults for missing keys, from {@code configuration_deepseek_v4.py} of {@code huggingface/transformers}: heads of
 * 512 with 64 rotated, query and output ranks of 1,024, 8 output groups, a window of 128, entries for 4 and 128 tokens,
 * 64 index heads of 128 and the 512 best entries, four streams, three layers with the table, one shared expert. Without
 * a list of layers the first two pool 128 tokens, and then both kinds take turns. The layer of the prediction module
 * has the window alone ({@code compress_ratios} of the released files).
 */
final class DeepSeekV4Configs {
    private static final String WINDOW = "sliding_attention";
    private static final String SPARSE = "compressed_sparse_attention";
    private static final String HEAVY = "heavily_compressed_attention";
    private static final String HASHED = "hash_moe";
    private static final String CHOSEN = "moe";

    private DeepSeekV4Configs() {}

    static Architecture read(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, config.positive("num_attention_heads"), 1);
        Storage storage = StorageConfig.read(config, Storage.BFLOAT16);
        if (storage.isPlain()) {
            config.noteNotModeled("expert_dtype", "the size of the checkpoint is counted in " + storage.label());
        }
        config.notModeled("swiglu_limit", "gate and value are taken unclamped; no figure depends on it");
        config.notModeled("attention_bias", "the biases of its projections are not counted");
        config.notModeled("mlp_bias", "the biases of its projections are not counted");
        config.understood("topk_method", "hc_eps", "hc_sinkhorn_iters", "partial_rotary_factor");
        // files that transformers has written repeat what follows from other keys
        config.understood("qk_nope_head_dim", "compress_rope_parameters");
        Layers layers = new Layers(decoder);
        MixtureOfExperts chosen = experts(decoder, false);
        MixtureOfExperts hashed = experts(decoder, true);
        long tables = config.wholeOr("num_hash_layers", 3);
        List<String> networks =
                decoder.types("mlp_layer_types", layer -> layer < tables ? HASHED : CHOSEN, HASHED, CHOSEN);
        List<String> kinds = kinds(decoder);
        for (int layer = 0; layer < decoder.layers(); layer++) {
            boolean byTable = networks.get(layer).equals(HASHED);
            FeedForward network = byTable ? hashed : chosen;
            decoder.add(name(kinds.get(layer)), layers.of(kinds.get(layer)), byTable ? "hashed" : "moe", network);
        }
        Normalization norm = new Normalization(
                        Normalization.Kind.RMS_NORM,
                        Normalization.Placement.PRE,
                        config.epsilonOr("rms_norm_eps", "1e-6"),
                        false)
                .with(new HyperConnections(config.sizeOr("hc_mult", 4)));
        LayerBlock predicting = new LayerBlock(1, "window", layers.of(WINDOW), "moe", chosen);
        return decoder.build(norm, false, storage, config.wholeOr("num_nextn_predict_layers", 1), predicting);
    }

    private static String name(String kind) {
        return kind.equals(WINDOW) ? "window" : kind.equals(SPARSE) ? "sparse" : "heavy";
    }

    /** By a list of words, or by one of the tokens for an entry, which goes on for the prediction module. */
    private static List<String> kinds(DecoderConfig decoder) {
        ConfigObject config = decoder.config();
        List<Long> rates = config.integers("compress_ratios");
        boolean listed = !rates.isEmpty();
        if (listed && rates.size() < decoder.layers()) {
            config.impossible("compress_ratios", rates.size() + " rates for " + decoder.layers() + " layers", "");
            return decoder.layerTypes(layer -> WINDOW, WINDOW, SPARSE, HEAVY);
        }
        for (long rate : rates) {
            if (rate != 0 && rate != 4 && rate != 128) {
                config.impossible("compress_ratios", "an entry for " + rate + " tokens", "known: 0, 4, 128");
                break;
            }
        }
        return decoder.layerTypes(
                layer -> listed ? ofRate(rates.get(layer)) : layer < 2 || layer % 2 == 0 ? HEAVY : SPARSE,
                WINDOW,
                SPARSE,
                HEAVY);
    }

    private static String ofRate(long rate) {
        return rate == 0 ? WINDOW : rate == 4 ? SPARSE : HEAVY;
    }

    private static MixtureOfExperts experts(DecoderConfig decoder, boolean hashed) {
        ConfigObject config = decoder.config();
        String scoring = config.optionalText("scoring_func").orElse("sqrtsoftplus");
        long experts = config.positive(config.either("n_routed_experts", "num_local_experts"));
        long size = config.positive("moe_intermediate_size");
        config.understood("intermediate_size");
        return new MixtureOfExperts(
                experts,
                MixtureConfigs.expertsPerToken(config, experts, 6),
                size,
                config.wholeOr("n_shared_experts", 1),
                size,
                false,
                0,
                new Router(
                        scoring.equals("sqrtsoftplus")
                                ? Router.Function.SQRT_SOFTPLUS
                                : scoring.equals("softmax") ? Router.Function.SOFTMAX : Router.Function.SIGMOID,
                        config.flagOr("norm_topk_prob", true),
                        false,
                        !hashed,
                        1,
                        1,
                        config.numberOr("routed_scaling_factor", 1.5),
                        false,
                        hashed),
                decoder.activation("hidden_act"),
                false);
    }

    /** The attention of each kind of layer. */
    private static final class Layers {
        private final ConfigObject config;
        private final long heads;
        private final long headDim;
        private final PositionEncoding near;
        private final PositionEncoding pooled;

        Layers(DecoderConfig decoder) {
            config = decoder.config();
            heads = decoder.heads();
            headDim = config.sizeOr("head_dim", 512);
            long rotated = config.sizeOr("qk_rope_head_dim", Math.max(1, headDim / 8));
            Optional<ConfigObject> parts =
                    config.object("rope_parameters").filter(rope -> rope.has("main") && rope.has("compress"));
            PositionEncoding.Rope main = parts.map(
                            rope -> RopeConfig.ofLayerType(config, rope, "main", headDim, 10_000))
                    .orElseGet(() -> RopeConfig.read(config, headDim, 10_000, 1.0));
            PositionEncoding.Rope far = parts.map(
                            rope -> RopeConfig.ofLayerType(config, rope, "compress", headDim, 160_000))
                    .orElse(new PositionEncoding.Rope(
                            config.positiveOr("compress_rope_theta", 160_000), rotated, main.scaling()));
            config.understood("compress_rope_theta", "rope_theta");
            near = new PositionEncoding.Rope(main.base(), rotated, Optional.empty());
            pooled = new PositionEncoding.Rope(far.base(), rotated, far.scaling());
        }

        CompressedAttention of(String kind) {
            Optional<LightningIndexer> indexer = Optional.of(new LightningIndexer(
                    config.sizeOr("index_n_heads", 64),
                    config.sizeOr("index_head_dim", 128),
                    config.sizeOr("index_topk", 512),
                    1,
                    false));
            Optional<ConfigObject> rates = config.object("compress_rates");
            long sparse = config.positiveOr(
                    "compress_rate_csa",
                    rates.map(own -> own.positiveOr(SPARSE, 4)).orElse(4L));
            long heavy = config.positiveOr(
                    "compress_rate_hca",
                    rates.map(own -> own.positiveOr(HEAVY, 128)).orElse(128L));
            return new CompressedAttention(
                    heads,
                    headDim,
                    config.sizeOr("q_lora_rank", 1_024),
                    config.sizeOr("o_groups", 8),
                    config.sizeOr("o_lora_rank", 1_024),
                    config.sizeOr("sliding_window", 128),
                    kind.equals(WINDOW) ? 0 : kind.equals(SPARSE) ? sparse : heavy,
                    kind.equals(WINDOW) ? near : pooled,
                    kind.equals(SPARSE) ? indexer : Optional.empty());
        }
    }
}
