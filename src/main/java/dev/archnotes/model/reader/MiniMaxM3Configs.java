package dev.archnotes.model.reader;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.AttentionBiases;
import dev.archnotes.model.attention.LightningIndexer;
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
import dev.archnotes.model.spec.Storage;
import java.util.List;
import java.util.Optional;

/**
 * MiniMax M3: grouped-query attention with a QK-norm per head, which in most layers reads the blocks that a lightning
 * indexer chooses for each KV head; first dense layers, then experts with a shared one; norms around zero.
 *
 * <p>Defaults for missing keys, from {@code configuration_minimax_m3_vl.py} of {@code huggingface/transformers}: 4 KV
 * heads, heads of 128 with 64 rotated on base 5,000,000, 16 blocks of 128 tokens and 4 index heads of 128, dense
 * networks of 12,288 and a shared expert of 3,072. Without lists of layers none reads chosen blocks and all have
 * experts.
 */
final class MiniMaxM3Configs {
    private static final String FULL = "full_attention";
    private static final String CHOSEN = "minimax_m3_sparse";
    private static final String DENSE = "dense";
    private static final String SPARSE = "sparse";

    private MiniMaxM3Configs() {}

    /** A decoder alone or inside a model with a vision part, of which the parts in files have various types. */
    static Architecture read(ConfigObject config) {
        return config.has("text_config")
                ? withVision(config)
                : read(config, StorageConfig.read(config, Storage.BFLOAT16));
    }

    private static Architecture withVision(ConfigObject config) {
        ConfigObject text = config.requiredObject("text_config");
        text.understood("model_type");
        Architecture architecture = read(text, StorageConfig.read(config, text, Storage.BFLOAT16));
        config.noteNotModeled("vision_config", "the vision part is not counted, only the decoder");
        config.understood(
                "projector_hidden_size",
                "merged_hidden_size",
                "projector_hidden_act",
                "multimodal_projector_bias",
                "vision_feature_layer",
                "image_seq_length",
                "image_grid_pinpoints",
                "img_token_compression_config",
                "tie_word_embeddings");
        text.finish();
        return architecture;
    }

    private static Architecture read(ConfigObject config, Storage storage) {
        DecoderConfig decoder = new DecoderConfig(config, 4);
        long headDim = config.positiveOr("head_dim", 128);
        long rotated = config.positiveOr("rotary_dim", 64);
        config.understood("use_qk_norm", "qk_norm_type", "use_gemma_norm", "scoring_func", "use_routing_bias");
        config.understood("hidden_act", "swiglu_alpha", "swiglu_beta", "swiglu_limit");
        config.understood("num_mtp_modules", "num_nextn_predict_layers", "mtp_transformer_layers");
        config.notModeled("attention_output_gate", "the class of this type has no gate");
        SoftmaxAttention full = decoder.attention(
                headDim,
                new Span.Full(),
                RopeConfig.read(config, headDim, 5_000_000, (double) rotated / headDim),
                Optional.of(new QkNorm(QkNorm.Scope.HEAD, true, false)),
                AttentionBiases.NONE);
        Optional<ConfigObject> older = config.object("sparse_attention_config");
        SoftmaxAttention chosen = full.indexedBy(indexer(config, older.orElse(config), older.isPresent()));
        List<Long> frequency =
                older.map(own -> own.integers("sparse_attention_freq")).orElse(List.of());
        List<String> reaches = decoder.layerTypes(layer -> isSet(frequency, layer) ? CHOSEN : FULL, FULL, CHOSEN);
        List<Long> withExperts = config.integers("moe_layer_freq");
        boolean listed = !withExperts.isEmpty();
        long denseFirst = config.wholeOr("first_k_dense_replace", 0);
        List<String> networks = decoder.types(
                "mlp_layer_types",
                layer -> listed && isSet(withExperts, layer) || !listed && layer >= denseFirst ? SPARSE : DENSE,
                DENSE,
                SPARSE);
        if (config.positiveOr("moe_intermediate_size", config.positive("intermediate_size"))
                != config.positive("intermediate_size")) {
            config.impossible("moe_intermediate_size", "experts of another width than intermediate_size", "");
        }
        older.ifPresent(own -> finish(own, reaches));
        FeedForward moe = experts(config);
        FeedForward dense = new DenseFeedForward(
                config.positiveOr("dense_intermediate_size", 12_288), Activation.CLAMPED_SWIGLU, false);
        for (int layer = 0; layer < decoder.layers(); layer++) {
            boolean reads = reaches.get(layer).equals(CHOSEN);
            boolean routed = networks.get(layer).equals(SPARSE);
            Attention attention = reads ? chosen : full;
            decoder.add(reads ? SPARSE : "full", attention, routed ? "moe" : DENSE, routed ? moe : dense);
        }
        Normalization norm = new Normalization(
                Normalization.Kind.RMS_NORM,
                Normalization.Placement.PRE,
                config.epsilonOr("rms_norm_eps", "1e-6"),
                true);
        return decoder.build(norm, false, storage);
    }

    private static boolean isSet(List<Long> flags, int layer) {
        return layer < flags.size() && flags.get(layer) != 0;
    }

    /** Released files have the sizes in an object of their own, under other names. */
    private static LightningIndexer indexer(ConfigObject config, ConfigObject from, boolean older) {
        config.understood("index_local_blocks");
        long block = from.sizeOr(older ? "sparse_block_size" : "index_block_size", 128);
        long blocks = from.sizeOr(older ? "sparse_topk_blocks" : "index_topk_blocks", 16);
        return new LightningIndexer(
                from.sizeOr(older ? "sparse_num_index_heads" : "index_n_heads", 4),
                from.sizeOr(older ? "sparse_index_dim" : "index_head_dim", 128),
                Math.multiplyExact(blocks, block),
                block,
                false);
    }

    private static void finish(ConfigObject own, List<String> reaches) {
        own.understood("use_sparse_attention", "sparse_score_type", "sparse_init_block", "sparse_local_block");
        List<Long> withoutValues = own.integers("sparse_disable_index_value");
        for (int layer = 0; layer < reaches.size() && !withoutValues.isEmpty(); layer++) {
            if (reaches.get(layer).equals(CHOSEN) && !isSet(withoutValues, layer)) {
                own.impossible("sparse_disable_index_value", "index values are not known in this type", "");
                break;
            }
        }
        own.finish();
    }

    private static MixtureOfExperts experts(ConfigObject config) {
        long experts = config.positive(config.either("num_local_experts", "num_experts"));
        long shared = config.wholeOr("n_shared_experts", 1);
        return new MixtureOfExperts(
                experts,
                MixtureConfigs.expertsPerToken(config, experts, 4),
                config.positive("intermediate_size"),
                shared,
                config.positiveOr("shared_intermediate_size", 3_072),
                false,
                0,
                new Router(
                        Router.Function.SIGMOID,
                        true,
                        false,
                        true,
                        1,
                        1,
                        config.numberOr("routed_scaling_factor", 2.0)),
                Activation.CLAMPED_SWIGLU,
                false);
    }
}
