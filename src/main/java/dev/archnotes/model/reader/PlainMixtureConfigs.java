package dev.archnotes.model.reader;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.AttentionBiases;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.QkNorm;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.DecoderConfig;
import dev.archnotes.model.config.RopeConfig;
import dev.archnotes.model.config.StorageConfig;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.network.MixtureOfExperts;
import dev.archnotes.model.network.Router;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Multipliers;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.Storage;
import java.util.List;
import java.util.Optional;

/**
 * Mixtures with softmax attention of 2024 and 2025. Every layer is the same in OLMoE, FlexOlmo, Granite, Phi-3.5-MoE,
 * DBRX and Hunyuan; network or reach differ in ERNIE 4.5, dots.llm1, Solar Open, Trinity and Mellum 2.
 *
 * <p>Defaults for missing keys, from {@code configuration_<type>.py} of {@code huggingface/transformers}: as many KV
 * heads as heads (DBRX: 1), embeddings tied in ERNIE alone, mixing weights not divided by their sum in OLMoE and
 * FlexOlmo.
 */
final class PlainMixtureConfigs {
    private static final String FULL = "full_attention";
    private static final String SLIDING = "sliding_attention";
    private static final Optional<QkNorm> PER_HEAD = Optional.of(new QkNorm(QkNorm.Scope.HEAD, true, false));
    private static final String CLIPPED = "queries, keys and values are clipped, no figure depends on it";

    private PlainMixtureConfigs() {}

    /** OLMoE: norms on inputs, one QK-norm over all heads together. */
    static Architecture olmoe(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        return olmo(decoder, decoder.preNorm("1e-5"), 10_000);
    }

    /** FlexOlmo: OLMo 2 with experts. */
    static Architecture flexOlmo(ConfigObject config) {
        Normalization norms = new Normalization(
                Normalization.Kind.RMS_NORM,
                Normalization.Placement.INSIDE_BRANCH,
                config.epsilonOr("rms_norm_eps", "1e-6"),
                false);
        return olmo(new DecoderConfig(config), norms, 500_000);
    }

    private static Architecture olmo(DecoderConfig decoder, Normalization norms, long base) {
        ConfigObject config = decoder.config();
        config.notModeled("clip_qkv", CLIPPED);
        Attention attention = decoder.fullAttention(
                base, 1, Optional.of(new QkNorm(QkNorm.Scope.VECTOR, true, false)), decoder.biasesOnAll());
        Router router = MixtureConfigs.router(Router.Function.SOFTMAX, config.flagOr("norm_topk_prob", false));
        return equal(decoder, attention, experts(decoder, 0, 0, router), norms, false);
    }

    /** Granite 3 and 4 without Mamba layers: a softmax over the chosen experts, on request a shared one. */
    static Architecture granite(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        Attention attention = decoder.fullAttention(10_000, 1, Optional.empty(), decoder.biasesOnAll());
        long shared = config.wholeOr("shared_intermediate_size", 0);
        Router router = MixtureConfigs.router(Router.Function.SOFTMAX, true);
        return equal(
                        decoder,
                        attention,
                        experts(decoder, shared > 0 ? 1 : 0, shared, router),
                        decoder.preNorm("1e-6"),
                        false)
                .with(MultiplierConfigs.granite(config));
    }

    /**
     * Phi-3.5-MoE: LayerNorm, biases on the output table on request. Its router draws two experts one after the other,
     * each by a softmax of its own; no figure depends on it.
     */
    static Architecture phimoe(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 8);
        config.understood("input_jitter_noise", "original_max_position_embeddings");
        Attention attention = decoder.attention(
                decoder.headDim(),
                DecoderConfig.window(config.positiveOr("sliding_window", 0)),
                RopeConfig.read(config, decoder.headDim(), 1_000_000, 1.0),
                Optional.empty(),
                decoder.biasesOnAll());
        Router router = MixtureConfigs.router(Router.Function.SOFTMAX, false);
        Normalization norms = BlockConfigs.layerNorm(config, "rms_norm_eps", Normalization.Placement.PRE);
        Architecture architecture = equal(decoder, attention, experts(decoder, 0, 0, router), norms, false);
        return config.flagOr("lm_head_bias", false) ? architecture.withHeadBias() : architecture;
    }

    /** DBRX: sizes in objects of their own, LayerNorm without biases. */
    static Architecture dbrx(ConfigObject config) {
        ConfigObject ofAttention = config.requiredObject("attn_config");
        ConfigObject ofNetwork = config.requiredObject("ffn_config");
        DecoderConfig decoder = new DecoderConfig(
                config,
                config.positive("d_model"),
                DecoderConfig.count(config, "n_layers"),
                config.positive("n_heads"),
                ofAttention.sizeOr("kv_n_heads", 1));
        config.understood("max_seq_len");
        ofAttention.notModeled("clip_qkv", CLIPPED);
        Attention attention = decoder.attention(
                decoder.headDim(),
                DecoderConfig.window(0),
                RopeConfig.read(ofAttention.has("rope_theta") ? ofAttention : config, decoder.headDim(), 10_000, 1.0),
                Optional.empty(),
                AttentionBiases.NONE);
        ofAttention.understood("model_type");
        ofAttention.finish();
        String activation = ofNetwork
                .object("ffn_act_fn")
                .flatMap(function -> function.optionalText("name"))
                .orElse("silu");
        if (!activation.equals("silu")) {
            ofNetwork.impossible("ffn_act_fn", "the activation \"" + activation + "\" is not known here", "silu");
        }
        ofNetwork.understood("moe_jitter_eps", "moe_loss_weight", "hidden_size", "uniform_expert_assignment");
        long experts = ofNetwork.positive("moe_num_experts");
        long chosen = ofNetwork.positive("moe_top_k");
        // 1 divides by the sum of the weights, the first of the norms that the key can name
        boolean renormalized = ofNetwork.numberOr("moe_normalize_expert_weights", 1.0) == 1.0;
        MixtureOfExperts moe = new MixtureOfExperts(
                experts,
                chosen,
                ofNetwork.positive("ffn_hidden_size"),
                0,
                0,
                false,
                0,
                MixtureConfigs.router(Router.Function.SOFTMAX, renormalized),
                decoder.activation("hidden_act"),
                false);
        ofNetwork.finish();
        Normalization norms =
                new Normalization(Normalization.Kind.BIAS_FREE_LAYER_NORM, Normalization.Placement.PRE, "1e-5", false);
        return equal(decoder, attention, moe, norms, false);
    }

    /**
     * Hunyuan's mixtures, Hunyuan-A13B among them: QK-norm per head after the rotation, beside the experts one that
     * every token passes. Numbers may be lists with one entry for each layer; only equal ones are known here.
     */
    static Architecture hunyuan(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        config.refuse("use_cla", "layers that share keys and values");
        config.understood("attention_head_dim", "cla_share_factor", "use_qk_norm", "use_mixed_mlp_moe");
        config.understood("moe_layer_num_skipped", "moe_drop_tokens", "moe_random_routing_dropped_token");
        config.understood("norm_topk_prob", "routed_scaling_factor", "group_limited_greedy", "n_group", "topk_group");
        if (config.wholeOr("moe_layer_num_skipped", 0) > 0) {
            config.impossible("moe_layer_num_skipped", "layers without experts are not known in this type", "");
        }
        long size = config.positive("intermediate_size");
        long expertSize = same(config, "moe_intermediate_size", size);
        long experts = same(config, "num_experts", 1);
        long shared = same(config, "num_shared_expert", 1);
        Attention attention = decoder.fullAttention(
                10_000, 1, Optional.of(new QkNorm(QkNorm.Scope.HEAD, true, true)), decoder.biasesOnAll());
        MixtureOfExperts moe = new MixtureOfExperts(
                experts,
                same(config, config.either("moe_topk", "num_experts_per_tok"), 1),
                expertSize,
                shared,
                shared > 0 ? size : 0,
                false,
                0,
                MixtureConfigs.router(Router.Function.SOFTMAX, true),
                decoder.activation("hidden_act"),
                false);
        return equal(decoder, attention, moe, decoder.preNorm("1e-5"), false);
    }

    /** A number that may be written once or for each layer. */
    private static long same(ConfigObject config, String key, long absent) {
        if (!config.isList(key)) {
            return config.wholeOr(key, absent);
        }
        List<Long> each = config.integers(key);
        for (long one : each) {
            if (one != each.get(0)) {
                config.impossible(key, "layers of different sizes are not known here", "");
            }
        }
        return each.isEmpty() ? absent : each.get(0);
    }

    /** Experts of {@code intermediate_size}, and beside them so many shared ones. */
    private static MixtureOfExperts experts(DecoderConfig decoder, long shared, long sharedSize, Router router) {
        ConfigObject config = decoder.config();
        long experts = config.positive(config.either("num_local_experts", "num_experts"));
        return new MixtureOfExperts(
                experts,
                MixtureConfigs.expertsPerToken(config, experts, 0),
                config.positive("intermediate_size"),
                shared,
                sharedSize,
                false,
                0,
                router,
                decoder.activation("hidden_act"),
                false);
    }

    private static Architecture equal(
            DecoderConfig decoder, Attention attention, MixtureOfExperts moe, Normalization norms, boolean tied) {
        for (int layer = 0; layer < decoder.layers(); layer++) {
            decoder.add(attention.limit().isPresent() ? "windowed" : "full", attention, "moe", moe);
        }
        return decoder.build(norms, tied, StorageConfig.read(decoder.config(), Storage.BFLOAT16));
    }

    /**
     * ERNIE 4.5: a softmax with a selection bias, shared experts, experts from the second layer on. Its released
     * prediction modules have another shape and are not counted.
     */
    static Architecture ernie45Moe(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 4);
        config.refuse("use_bias", "biases in shared experts alone");
        config.notCounted("num_nextn_predict_layers", "the prediction modules are not counted");
        config.understood("moe_norm_min", "moe_capacity", "moe_gate", "moe_use_aux_free", "moe_aux_loss_lambda");
        long size = config.positive("moe_intermediate_size");
        long experts = config.positive(config.either("moe_num_experts", "num_experts"));
        long shared = config.wholeOr("moe_num_shared_experts", 2);
        MixtureOfExperts moe = new MixtureOfExperts(
                experts,
                config.positive(config.either("moe_k", "num_experts_per_tok")),
                size,
                shared,
                shared > 0 ? size : 0,
                false,
                0,
                new Router(Router.Function.SOFTMAX, true, false, true, 1, 1, 1.0),
                decoder.activation("hidden_act"),
                false);
        Attention attention = decoder.fullAttention(500_000, 1, Optional.empty(), AttentionBiases.NONE);
        DenseFeedForward dense = decoder.dense("intermediate_size", false);
        long first = config.wholeOr("moe_layer_start_index", 1);
        double end = config.numberOr("moe_layer_end_index", -1);
        long interval = config.positiveOr("moe_layer_interval", 1);
        for (int layer = 0; layer < decoder.layers(); layer++) {
            boolean sparse = layer >= first && (end == -1 || layer <= end) && (layer + 1) % interval == 0;
            decoder.add("full", attention, sparse ? "moe" : "dense", sparse ? moe : dense);
        }
        return decoder.build(decoder.preNorm("1e-5"), true, StorageConfig.read(config, Storage.BFLOAT16));
    }

    /** dots.llm1: QK-norm per head, a sigmoid with a selection bias, a window from {@code max_window_layers} on. */
    static Architecture dots1(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 32);
        long window = config.sizeOrNone("sliding_window", 4_096);
        long below = config.wholeOr("max_window_layers", 62);
        config.understood("scoring_func", "topk_method", "rope_layers");
        config.notCounted("num_nextn_predict_layers", "the prediction modules are not counted");
        MixtureOfExperts moe = DeepSeekConfigs.experts(
                decoder, config.wholeOr("n_shared_experts", 0), Router.Function.SIGMOID, true, true);
        DenseFeedForward dense = decoder.dense("intermediate_size", false);
        long firstDense = config.wholeOr("first_k_dense_replace", 0);
        config.notModeled("moe_layer_freq", "every layer after the dense ones is taken to have experts");
        PositionEncoding rope = RopeConfig.read(config, decoder.headDim(), 10_000, 1.0);
        List<String> types = decoder.layerTypes(layer -> window > 0 && layer >= below ? SLIDING : FULL, FULL, SLIDING);
        for (int layer = 0; layer < types.size(); layer++) {
            boolean local = types.get(layer).equals(SLIDING) && window > 0;
            Attention attention = decoder.attention(
                    decoder.headDim(), DecoderConfig.window(local ? window : 0), rope, PER_HEAD, decoder.biasesOnAll());
            boolean sparse = layer >= firstDense;
            decoder.add(local ? "windowed" : "full", attention, sparse ? "moe" : "dense", sparse ? moe : dense);
        }
        return decoder.build(decoder.preNorm("1e-6"), false, StorageConfig.read(config, Storage.BFLOAT16));
    }

    /** Solar Open: GLM-4.5's experts in every layer, base 1,000,000, heads of 128 numbers rotated whole. */
    static Architecture solarOpen(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 8);
        config.refuse("use_qk_norm", "the class of this type has no norm on queries and keys");
        if (config.wholeOr("first_k_dense_replace", 0) > 0) {
            config.impossible("first_k_dense_replace", "dense layers are not known in this type", "");
        }
        config.understood("intermediate_size", "num_nextn_predict_layers", "topk_method", "scoring_func");
        long headDim = config.positiveOr("head_dim", 128);
        MixtureOfExperts moe = DeepSeekConfigs.experts(
                decoder, config.wholeOr("n_shared_experts", 1), Router.Function.SIGMOID, true, true);
        Attention attention = decoder.attention(
                headDim,
                DecoderConfig.window(0),
                RopeConfig.read(config, headDim, 1_000_000, 1.0),
                Optional.empty(),
                config.flagOr("attention_bias", false) ? AttentionBiases.QUERY_KEY_VALUE : AttentionBiases.NONE);
        for (int layer = 0; layer < decoder.layers(); layer++) {
            decoder.add("full", attention, "moe", moe);
        }
        return decoder.build(decoder.preNorm("1e-5"), false, StorageConfig.read(config, Storage.BFLOAT16));
    }

    /**
     * Arcee's Trinity: sandwich norms, QK-norm per head, a gate on the attention output, a window in all but every
     * fourth layer, which has no positions; a sigmoid with a selection bias after the first dense layers.
     */
    static Architecture afmoe(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        long headDim = config.positiveOr("head_dim", 128);
        config.refuse("attention_bias", "biases on all projections but the gate");
        config.understood("load_balance_coeff", "use_grouped_mm", "route_norm", "score_func");
        long window = config.sizeOr("sliding_window", 1_024);
        long every = config.positiveOr("global_attn_every_n_layers", 4);
        PositionEncoding rope = RopeConfig.read(config, headDim, 10_000, 1.0);
        Attention local =
                gated(decoder.attention(headDim, DecoderConfig.window(window), rope, PER_HEAD, AttentionBiases.NONE));
        Attention global = gated(decoder.attention(
                headDim, DecoderConfig.window(0), new PositionEncoding.None(), PER_HEAD, AttentionBiases.NONE));
        long size = config.positive("moe_intermediate_size");
        long experts = config.positive("num_experts");
        long shared = config.wholeOr("num_shared_experts", 2);
        boolean softmax = config.optionalText("score_func").orElse("sigmoid").equals("softmax");
        MixtureOfExperts moe = new MixtureOfExperts(
                experts,
                MixtureConfigs.expertsPerToken(config, experts, 0),
                size,
                shared,
                shared > 0 ? size : 0,
                false,
                0,
                new Router(
                        softmax ? Router.Function.SOFTMAX : Router.Function.SIGMOID,
                        config.flagOr("route_norm", true),
                        false,
                        true,
                        config.positiveOr(config.either("n_group", "num_expert_groups"), 1),
                        config.positiveOr(config.either("topk_group", "num_limited_groups"), 1),
                        config.numberOr("route_scale", 1.0)),
                decoder.activation("hidden_act"),
                false);
        DenseFeedForward dense = decoder.dense("intermediate_size", false);
        long firstDense = config.wholeOr("num_dense_layers", 1);
        List<String> types = decoder.layerTypes(layer -> (layer + 1) % every == 0 ? FULL : SLIDING, FULL, SLIDING);
        for (int layer = 0; layer < types.size(); layer++) {
            boolean windowed = types.get(layer).equals(SLIDING);
            boolean sparse = layer >= firstDense;
            decoder.add(
                    windowed ? "windowed" : "full",
                    windowed ? local : global,
                    sparse ? "moe" : "dense",
                    sparse ? moe : dense);
        }
        Normalization norms = new Normalization(
                Normalization.Kind.RMS_NORM,
                Normalization.Placement.SANDWICH,
                config.epsilonOr("rms_norm_eps", "1e-5"),
                false);
        return decoder.build(norms, false, StorageConfig.read(config, Storage.BFLOAT16))
                .with(
                        config.flagOr("mup_enabled", false)
                                ? Multipliers.rootOfWidth(decoder.hiddenSize(), Optional.empty())
                                : Multipliers.NONE);
    }

    /** Mellum 2: Qwen3's experts, with layer types that have rotary bases of their own. */
    static Architecture mellum(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 4);
        long headDim = config.positiveOr("head_dim", 128);
        config.understood(
                "rope_theta", "rope_scaling", "use_sliding_window", "max_window_layers", "decoder_sparse_step");
        long window = config.sizeOrNone("sliding_window", 1_024);
        Optional<ConfigObject> parameters = config.object("rope_parameters");
        long experts = config.positive(config.either("num_experts", "num_local_experts"));
        MixtureOfExperts moe = new MixtureOfExperts(
                experts,
                MixtureConfigs.expertsPerToken(config, experts, 0),
                config.positive("moe_intermediate_size"),
                0,
                0,
                false,
                0,
                MixtureConfigs.router(Router.Function.SOFTMAX, config.flagOr("norm_topk_prob", true)),
                decoder.activation("hidden_act"),
                false);
        List<String> types = decoder.layerTypes(layer -> FULL, FULL, SLIDING);
        Attention full = mellum(decoder, parameters, FULL, headDim, 500_000, 0);
        Attention local =
                types.contains(SLIDING) ? mellum(decoder, parameters, SLIDING, headDim, 10_000, window) : full;
        List<String> networks = config.texts("mlp_layer_types");
        config.understood("intermediate_size");
        for (int layer = 0; layer < types.size(); layer++) {
            boolean dense = layer < networks.size() && networks.get(layer).equals("dense");
            boolean windowed = types.get(layer).equals(SLIDING) && window > 0;
            decoder.add(
                    windowed ? "windowed" : "full",
                    types.get(layer).equals(SLIDING) ? local : full,
                    dense ? "dense" : "moe",
                    dense ? decoder.dense("intermediate_size", false) : moe);
        }
        return decoder.build(decoder.preNorm("1e-6"), false, StorageConfig.read(config, Storage.BFLOAT16));
    }

    private static Attention mellum(
            DecoderConfig decoder,
            Optional<ConfigObject> parameters,
            String type,
            long headDim,
            long base,
            long window) {
        PositionEncoding rope = parameters.isPresent()
                ? RopeConfig.ofLayerType(decoder.config(), parameters.get(), type, headDim, base)
                : new PositionEncoding.Rope(base, headDim, Optional.empty());
        return decoder.attention(headDim, DecoderConfig.window(window), rope, PER_HEAD, decoder.biasesOnAll());
    }

    private static SoftmaxAttention gated(SoftmaxAttention plain) {
        return new SoftmaxAttention(
                plain.heads(),
                plain.kvHeads(),
                plain.headDim(),
                plain.span(),
                plain.positions(),
                plain.qkNorm(),
                plain.biases(),
                false,
                true,
                Optional.empty(),
                Optional.empty());
    }
}
