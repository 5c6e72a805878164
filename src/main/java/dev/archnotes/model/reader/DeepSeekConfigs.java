package dev.archnotes.model.reader;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.LatentAttention;
import dev.archnotes.model.attention.LightningIndexer;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.DecoderConfig;
import dev.archnotes.model.config.RopeConfig;
import dev.archnotes.model.config.StorageConfig;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.network.MixtureOfExperts;
import dev.archnotes.model.network.Router;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Storage;
import java.util.Optional;

/**
 * DeepSeek V2, V3, Kimi K2 and Mistral Small 4: latent attention, first dense layers, then experts with shared ones.
 *
 * <p>Defaults for missing keys, from {@code configuration_deepseek_v2.py} and {@code configuration_deepseek_v3.py} of
 * {@code huggingface/transformers}: a query rank of 1,536, three dense layers and one shared expert (V2: no dense
 * layers and two shared experts; Mistral 4, {@code configuration_mistral4.py}: 1,024, none and one), RoPE base 10,000,
 * embeddings not tied, norm epsilon 1e-6. V3 scores experts by a sigmoid with a selection bias; V2 by a softmax without
 * one, and uses groups of experts only where {@code topk_method} is {@code group_limited_greedy}. Kimi K2 has no class
 * of its own there; its shapes must be in the file.
 */
final class DeepSeekConfigs {
    private DeepSeekConfigs() {}

    static Architecture v3(ConfigObject config) {
        return v3(config, defaults(config, "deepseek_v3", 1_536, 3, 1));
    }

    static Architecture kimiK2(ConfigObject config) {
        return v3(
                config,
                new Shapes(
                        config.whole("q_lora_rank"),
                        config.whole("first_k_dense_replace"),
                        config.whole("n_shared_experts")));
    }

    private static Architecture v3(ConfigObject config, Shapes shapes) {
        boolean selectionBias =
                config.optionalText("topk_method").orElse("noaux_tc").equals("noaux_tc");
        String scoring = config.optionalText("scoring_func").orElse("sigmoid");
        return read(
                config,
                shapes,
                scoring.equals("softmax") ? Router.Function.SOFTMAX : Router.Function.SIGMOID,
                selectionBias,
                true);
    }

    static Architecture v2(ConfigObject config) {
        boolean grouped = config.optionalText("topk_method").orElse("greedy").equals("group_limited_greedy");
        String scoring = config.optionalText("scoring_func").orElse("softmax");
        return read(
                config,
                defaults(config, "deepseek_v2", 1_536, 0, 2),
                scoring.equals("sigmoid") ? Router.Function.SIGMOID : Router.Function.SOFTMAX,
                false,
                grouped);
    }

    /** A.X K1: DeepSeek V3 with a norm on what the experts give. */
    static Architecture axk1(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        config.understood("scoring_func", "topk_method", "ep_size");
        Shapes shapes = defaults(config, "axk1", 1_536, 1, 1);
        Attention attention = latent(decoder, shapes.queryRank(), Optional.empty());
        MixtureOfExperts moe = experts(decoder, shapes.sharedExperts(), Router.Function.SIGMOID, true, true)
                .withOutputNorm();
        addLayers(decoder, "latent", attention, moe, shapes.denseLayers());
        config.notCounted("num_nextn_predict_layers", "the prediction modules are not counted");
        return decoder.build(decoder.preNorm("1e-6"), false, StorageConfig.read(config, Storage.BFLOAT16));
    }

    /**
     * LongCat Flash: each of its layers is two here, the first with experts beside its network. What the experts give
     * is added behind the second, so that it can be computed meanwhile, which changes no figure. Of the experts that a
     * token chooses some have no weights, so active is the most that a token can reach.
     */
    static Architecture longcat(ConfigObject config) {
        long heads = config.positive("num_attention_heads");
        int layers = DecoderConfig.count(config, config.either("num_layers", "num_hidden_layers"));
        if (!config.has("num_layers")) {
            layers = Math.max(1, layers / 2);
        }
        config.understood("num_layers", "num_hidden_layers", "ffn_hidden_size", "intermediate_size");
        config.understood("moe_topk", "num_experts_per_tok", "router_bias", "router_dtype", "zero_expert_type");
        config.understood("mla_scale_q_lora", "mla_scale_kv_lora", "attention_method", "routed_scaling_factor");
        DecoderConfig decoder = new DecoderConfig(config, config.positive("hidden_size"), layers, heads, heads);
        config.notCounted("num_nextn_predict_layers", "the prediction modules are not counted");
        config.refuse("router_bias", "biases of the router");
        LatentAttention attention = latent(decoder, config.whole("q_lora_rank"), Optional.empty());
        long size = config.positive(config.either("ffn_hidden_size", "intermediate_size"));
        long experts = config.positive("n_routed_experts");
        long chosen = config.positive(config.either("moe_topk", "num_experts_per_tok"));
        if (chosen > experts) {
            config.impossible("moe_topk", "top-" + chosen + " of only " + experts + " experts", "");
            chosen = 1;
        }
        MixtureOfExperts moe = new MixtureOfExperts(
                        experts,
                        chosen,
                        config.positive(config.either("expert_ffn_hidden_size", "moe_intermediate_size")),
                        0,
                        0,
                        false,
                        size,
                        new Router(
                                Router.Function.SOFTMAX,
                                false,
                                false,
                                true,
                                1,
                                1,
                                config.numberOr("routed_scaling_factor", 6.0)),
                        decoder.activation("hidden_act"),
                        false)
                .withZeroExperts(config.wholeOr("zero_expert_num", 256));
        DenseFeedForward dense = new DenseFeedForward(size, moe.activation(), false);
        for (int layer = 0; layer < layers; layer++) {
            decoder.add("latent", attention, "moe", moe);
            decoder.add("latent", attention, "dense", dense);
        }
        return decoder.build(decoder.preNorm("1e-5"), false, StorageConfig.read(config, Storage.BFLOAT16));
    }

    /**
     * Sarvam 105B ({@code sarvam.py} of vLLM): DeepSeek V3 with its experts under other keys, queries without a
     * bottleneck and one dense layer; no width of the shared experts but that of the others.
     */
    static Architecture sarvam(ConfigObject config) {
        long shared = config.assumed(config.either("num_shared_experts", "n_shared_experts"), 1, "sarvam_mla");
        long width = config.positive("moe_intermediate_size");
        if (config.positiveOr("moe_shared_expert_intermediate_size", width) != width) {
            config.impossible("moe_shared_expert_intermediate_size", "shared experts of another width", "");
        }
        // the norm on the latent is there in any case, and no other one
        config.understood("use_qk_norm", "score_function", "scoring_func", "topk_method", "router_dtype");
        config.understood("attention_dropout", "output_dropout", "embedding_dropout", "rope_interleave");
        long rank = config.has("q_lora_rank") ? config.whole("q_lora_rank") : 0;
        config.understood("q_lora_rank");
        Shapes shapes = new Shapes(rank, config.assumed("first_k_dense_replace", 1, "sarvam_mla"), shared);
        boolean bias = config.flagOr("moe_router_enable_expert_bias", true);
        return read(config, shapes, Router.Function.SIGMOID, bias, true);
    }

    /** Mistral Small 4: latent attention of smaller sizes, no dense layers, and V2's softmax with groups. */
    static Architecture mistral4(ConfigObject config, Storage storage) {
        return read(config, defaults(config, "mistral4", 1_024, 0, 1), Router.Function.SOFTMAX, false, true, storage);
    }

    /** What older files leave out; 0 is none of it. */
    record Shapes(long queryRank, long denseLayers, long sharedExperts) {}

    static Shapes defaults(ConfigObject config, String type, long rank, long dense, long shared) {
        config.notNull("first_k_dense_replace");
        return new Shapes(
                config.assumed("q_lora_rank", rank, type),
                config.assumed("first_k_dense_replace", dense, type),
                config.assumed("n_shared_experts", shared, type));
    }

    private static Architecture read(
            ConfigObject config, Shapes shapes, Router.Function scoring, boolean selectionBias, boolean grouped) {
        Storage storage = StorageConfig.read(config, Storage.BFLOAT16);
        return read(config, shapes, scoring, selectionBias, grouped, storage);
    }

    private static Architecture read(
            ConfigObject config,
            Shapes shapes,
            Router.Function scoring,
            boolean selectionBias,
            boolean grouped,
            Storage storage) {
        DecoderConfig decoder = new DecoderConfig(config);
        Attention attention = latent(decoder, shapes.queryRank(), Optional.empty());
        MixtureOfExperts moe = experts(decoder, shapes.sharedExperts(), scoring, selectionBias, grouped);
        addLayers(decoder, "latent", attention, moe, shapes.denseLayers());
        return decoder.build(decoder.preNorm("1e-6"), false, storage, config.wholeOr("num_nextn_predict_layers", 0));
    }

    /** Latent attention in the words of DeepSeek's configurations. */
    static LatentAttention latent(DecoderConfig decoder, long queryRank, Optional<LightningIndexer> indexer) {
        ConfigObject config = decoder.config();
        long rotary = config.positive("qk_rope_head_dim");
        // every head has keys and values of its own, rebuilt from the latent; files repeat the number of heads or the
        // rotary width
        config.understood("num_key_value_heads", "head_dim", "qk_head_dim");
        config.notModeled("attention_bias", "the biases of its projections are not counted");
        config.notModeled("mlp_bias", "the biases of its projections are not counted");
        return new LatentAttention(
                decoder.heads(),
                queryRank,
                config.positive("kv_lora_rank"),
                config.positive("qk_nope_head_dim"),
                rotary,
                config.positive("v_head_dim"),
                RopeConfig.read(config, rotary, 10_000, 1.0),
                indexer);
    }

    /** Experts in the words of DeepSeek's configurations, which GLM-4.5 shares, or in those of Kimi Linear's. */
    static MixtureOfExperts experts(
            DecoderConfig decoder, long shared, Router.Function scoring, boolean selectionBias, boolean grouped) {
        ConfigObject config = decoder.config();
        long size = config.positive("moe_intermediate_size");
        long groups = config.positiveOr(config.either("n_group", "num_expert_group"), 1);
        long kept = config.positiveOr("topk_group", groups);
        if (kept > groups) {
            config.impossible("topk_group", kept + " groups kept of only " + groups, "");
        }
        Router router = new Router(
                scoring,
                config.flagOr(config.either("norm_topk_prob", "moe_renormalize"), scoring == Router.Function.SIGMOID),
                false,
                selectionBias,
                grouped ? groups : 1,
                grouped ? Math.min(kept, groups) : 1,
                config.numberOr("routed_scaling_factor", 1.0));
        long experts = config.positive(config.either("n_routed_experts", "num_experts", "num_local_experts"));
        return new MixtureOfExperts(
                experts,
                MixtureConfigs.expertsPerToken(config, experts, 0),
                size,
                shared,
                shared > 0 ? size : 0,
                false,
                0,
                router,
                decoder.activation("hidden_act"),
                false);
    }

    /** So many dense layers, then experts. */
    static void addLayers(
            DecoderConfig decoder, String name, Attention attention, MixtureOfExperts moe, long firstDense) {
        ConfigObject config = decoder.config();
        DenseFeedForward dense = new DenseFeedForward(config.positive("intermediate_size"), moe.activation(), false);
        config.notModeled("moe_layer_freq", "every layer after the dense ones is taken to have experts");
        for (int layer = 0; layer < decoder.layers(); layer++) {
            decoder.add(name, attention, layer < firstDense ? "dense" : "moe", layer < firstDense ? dense : moe);
        }
    }

    /** MiniCPM3: dense, value heads as wide as the stream divided by the heads, embeddings tied. */
    static Architecture minicpm3(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        Attention attention = latent(decoder, 768, 256, 64, 32, decoder.hiddenSize() / decoder.heads());
        return denseLatent(decoder, attention, config.flagOr("mlp_bias", false), "1e-5")
                .with(MultiplierConfigs.miniCpm(config, decoder.hiddenSize(), decoder.layers()));
    }

    /** Youtu: dense, embeddings tied. */
    static Architecture youtu(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        config.refuse("mlp_bias", "the class of this type has none");
        return denseLatent(decoder, latent(decoder, 1_536, 512, 128, 64, 128), false, "1e-6");
    }

    private static Architecture denseLatent(
            DecoderConfig decoder, Attention attention, boolean biased, String epsilon) {
        DenseFeedForward network = decoder.dense("intermediate_size", biased);
        for (int layer = 0; layer < decoder.layers(); layer++) {
            decoder.add("latent", attention, "dense", network);
        }
        return decoder.build(decoder.preNorm(epsilon), true, StorageConfig.read(decoder.config(), Storage.BFLOAT16));
    }

    private static Attention latent(
            DecoderConfig decoder, long queryRank, long kvRank, long plain, long rotated, long value) {
        ConfigObject config = decoder.config();
        // every head has keys and values of its own, rebuilt from the latent; files repeat widths that follow
        config.understood("num_key_value_heads", "head_dim", "qk_head_dim");
        config.refuse("attention_bias", "biases before the latents");
        long rotary = config.positiveOr("qk_rope_head_dim", rotated);
        return new LatentAttention(
                decoder.heads(),
                config.sizeOrNone("q_lora_rank", queryRank),
                config.sizeOr("kv_lora_rank", kvRank),
                config.sizeOr("qk_nope_head_dim", plain),
                rotary,
                config.positiveOr("v_head_dim", value),
                RopeConfig.read(config, rotary, 10_000, 1.0));
    }
}
