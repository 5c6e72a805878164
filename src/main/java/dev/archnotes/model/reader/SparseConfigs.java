package dev.archnotes.model.reader;

import dev.archnotes.model.attention.LatentAttention;
import dev.archnotes.model.attention.LightningIndexer;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.DecoderConfig;
import dev.archnotes.model.config.StorageConfig;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.network.MixtureOfExperts;
import dev.archnotes.model.network.Router;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Storage;
import java.util.List;
import java.util.Optional;

/**
 * What followed DeepSeek V3 in its shapes: DeepSeek V3.2 and GLM-5, where a lightning indexer chooses what latent
 * attention reads, and GLM-4.7-Flash without one.
 *
 * <p>Defaults for missing keys, from {@code configuration_deepseek_v32.py}, {@code configuration_glm_moe_dsa.py} and
 * {@code configuration_glm4_moe_lite.py} of {@code huggingface/transformers}: 64 index heads of 128 (GLM-5: 32) and the
 * 2,048 best tokens, three dense layers (Flash: one), one shared expert, a query rank of 1,536 (GLM-5: 2,048; Flash:
 * 768), norm epsilon 1e-6 (GLM: 1e-5).
 */
final class SparseConfigs {
    private static final String DENSE = "dense";
    private static final String SPARSE = "sparse";
    private static final String FULL = "full";
    private static final String SHARED = "shared";

    private SparseConfigs() {}

    static Architecture deepseekV32(ConfigObject config) {
        DeepSeekConfigs.Shapes shapes = DeepSeekConfigs.defaults(config, "deepseek_v32", 1_536, 3, 1);
        return read(new DecoderConfig(config), shapes, indexer(config, 64), List.of(), "1e-6");
    }

    /** Index heads read the latent of the queries, which is then never left out. */
    static Architecture glm5(ConfigObject config) {
        DeepSeekConfigs.Shapes shapes = DeepSeekConfigs.defaults(config, "glm_moe_dsa", 2_048, 3, 1);
        config.understood("index_share_for_mtp_iteration", "indexer_rope_interleave", "moe_router_dtype");
        DecoderConfig decoder = new DecoderConfig(config);
        return read(decoder, shapes, indexer(config, 32), indexerTypes(decoder), "1e-5");
    }

    static Architecture glm4MoeLite(ConfigObject config) {
        DeepSeekConfigs.Shapes shapes = DeepSeekConfigs.defaults(config, "glm4_moe_lite", 768, 1, 1);
        return read(new DecoderConfig(config), shapes, Optional.empty(), List.of(), "1e-5");
    }

    private static Optional<LightningIndexer> indexer(ConfigObject config, long heads) {
        return Optional.of(new LightningIndexer(
                config.sizeOr("index_n_heads", heads),
                config.sizeOr("index_head_dim", 128),
                config.sizeOr("index_topk", 2_048),
                1,
                false));
    }

    private static Architecture read(
            DecoderConfig decoder,
            DeepSeekConfigs.Shapes shapes,
            Optional<LightningIndexer> indexer,
            List<String> indexerTypes,
            String epsilon) {
        ConfigObject config = decoder.config();
        LatentAttention own = DeepSeekConfigs.latent(decoder, shapes.queryRank(), indexer);
        LatentAttention reusing =
                DeepSeekConfigs.latent(decoder, shapes.queryRank(), indexer.map(LightningIndexer::reused));
        String scoring = config.optionalText("scoring_func").orElse("sigmoid");
        config.understood("topk_method");
        MixtureOfExperts moe = DeepSeekConfigs.experts(
                decoder,
                shapes.sharedExperts(),
                scoring.equals("softmax") ? Router.Function.SOFTMAX : Router.Function.SIGMOID,
                true,
                true);
        FeedForward dense = new DenseFeedForward(config.positive("intermediate_size"), moe.activation(), false);
        config.notModeled("moe_layer_freq", "every layer after the dense ones is taken to have experts");
        // the second name is the one that transformers 5.18 writes
        decoder.layerTypes(layer -> "deepseek_sparse_attention", "deepseek_sparse_attention", "indexed_attention");
        List<String> networks =
                decoder.types("mlp_layer_types", layer -> layer < shapes.denseLayers() ? DENSE : SPARSE, DENSE, SPARSE);
        for (int layer = 0; layer < decoder.layers(); layer++) {
            boolean shared = !indexerTypes.isEmpty() && indexerTypes.get(layer).equals(SHARED);
            boolean experts = networks.get(layer).equals(SPARSE);
            decoder.add(
                    shared ? "reusing" : "latent",
                    shared ? reusing : own,
                    experts ? "moe" : DENSE,
                    experts ? moe : dense);
        }
        return decoder.build(
                decoder.preNorm(epsilon),
                false,
                StorageConfig.read(config, Storage.BFLOAT16),
                config.wholeOr("num_nextn_predict_layers", 0),
                // which has an indexer where layers of the decoder share theirs
                new LayerBlock(1, "latent", own, "moe", moe));
    }

    /**
     * Which layers have an indexer: by a list, by a pattern of the letters F and S, or one in so many from a certain
     * layer on. The others read what the last of these has chosen.
     */
    private static List<String> indexerTypes(DecoderConfig decoder) {
        ConfigObject config = decoder.config();
        long every = Math.max(1, config.wholeOr("index_topk_freq", 1));
        long offset = config.wholeOr("index_skip_topk_offset", 2);
        String letters = config.optionalText("index_topk_pattern").orElse("");
        if (!letters.isEmpty() && letters.length() != decoder.layers()) {
            config.impossible(
                    "index_topk_pattern", letters.length() + " letters for " + decoder.layers() + " layers", "");
            return List.of();
        }
        List<String> types = decoder.types(
                "indexer_types",
                layer -> (letters.isEmpty()
                                ? Math.max(layer - offset + 1, 0) % every != 0
                                : letters.charAt(layer) == 'S')
                        ? SHARED
                        : FULL,
                FULL,
                SHARED);
        if (types.get(0).equals(SHARED)) {
            config.impossible("indexer_types", "the first layer has no layer below it that chooses tokens", "");
        }
        return types;
    }
}
