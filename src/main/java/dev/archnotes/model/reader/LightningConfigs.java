package dev.archnotes.model.reader;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.AttentionBiases;
import dev.archnotes.model.attention.LatentAttention;
import dev.archnotes.model.attention.LightningAttention;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.QkNorm;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.DecoderConfig;
import dev.archnotes.model.config.RopeConfig;
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
 * MiniMax-01 and -M1, and the Ling and Ring models of inclusionAI: mixtures of experts, most of whose layers have
 * lightning attention, with softmax or latent attention in every few of them (Ling 1.5 and 2.0: softmax in all).
 *
 * <p>Defaults for missing keys, from {@code configuration_minimax.py} of {@code huggingface/transformers}: every second
 * layer linear, the first one full; and from {@code configuration_bailing_moe_v2_5.py} of
 * {@code inclusionAI/Ring-V2.5}: QK-norm, half of each head rotated, a selection bias, groups of five layers. Ling 1.5
 * has none of these.
 */
final class LightningConfigs {
    private static final String FULL = "full_attention";
    private static final String LINEAR = "linear_attention";

    private LightningConfigs() {}

    /** MiniMax's own files list the kinds of layers as 1 and 0 and the rotated dimensions as a number. */
    static Architecture minimax(ConfigObject config) {
        if (config.texts("architectures").contains("MiniMaxM2ForCausalLM")) {
            config.impossible("model_type", "MiniMax M2 under the type of its predecessor", "known: minimax_m2");
        }
        DecoderConfig decoder = new DecoderConfig(config, 8);
        long headDim = decoder.headDim();
        long rotated = config.positiveOr("rotary_dim", headDim);
        SoftmaxAttention full = decoder.attention(
                headDim,
                DecoderConfig.window(config.positiveOr("sliding_window", 0)),
                RopeConfig.read(config, headDim, 1_000_000, (double) Math.min(rotated, headDim) / headDim),
                Optional.empty(),
                AttentionBiases.NONE);
        Attention linear = new LightningAttention(decoder.heads(), headDim, false, new PositionEncoding.None());
        if (config.wholeOr("shared_intermediate_size", 0) > 0) {
            config.impossible("shared_intermediate_size", "a shared expert is not known in this type", "");
        }
        reportScaledResiduals(config);
        // how the work is cut into blocks
        config.understood("block_size", "shared_moe_mode");
        long experts = config.positive(config.either("num_local_experts", "num_experts"));
        FeedForward moe = new MixtureOfExperts(
                experts,
                MixtureConfigs.expertsPerToken(config, experts, 0),
                config.positive("intermediate_size"),
                0,
                0,
                false,
                0,
                MixtureConfigs.router(Router.Function.SOFTMAX, true),
                decoder.activation("hidden_act"),
                false);
        List<Long> kinds = config.integers("attn_type_list");
        if (kinds.isEmpty() && !config.has("layer_types") && !config.isType("minimax")) {
            // only the type of the makers' library has a default
            config.missing("attn_type_list", "");
        }
        if (!kinds.isEmpty() && kinds.size() != decoder.layers()) {
            config.impossible("attn_type_list", kinds.size() + " types for " + decoder.layers() + " layers", "");
        }
        List<String> types = decoder.layerTypes(
                layer -> (kinds.size() == decoder.layers() ? kinds.get(layer) == 1 : layer % 2 == 0) ? FULL : LINEAR,
                FULL,
                LINEAR);
        for (String type : types) {
            boolean local = type.equals(LINEAR);
            decoder.add(local ? "linear" : "full", local ? linear : full, "moe", moe);
        }
        return decoder.build(decoder.preNorm("1e-5"), false, StorageConfig.read(config, Storage.BFLOAT16));
    }

    private static void reportScaledResiduals(ConfigObject config) {
        String effect = "the residual stream is scaled, or taken after a norm; no figure depends on it";
        for (String sublayer : List.of(
                "full_attn",
                "linear_attn",
                "mlp",
                "layernorm_full_attention",
                "layernorm_linear_attention",
                "layernorm_mlp")) {
            String end = sublayer.startsWith("layernorm") ? "" : "_factor";
            config.notModeled(sublayer + "_alpha" + end, effect);
            config.notModeled(sublayer + "_beta" + end, effect);
        }
        config.notModeled("postnorm", effect);
    }

    /** Softmax attention in all layers: Ling 1.5, and Ling 2.0 whose files go by the same type. */
    static Architecture ling(ConfigObject config) {
        boolean second =
                config.isType("bailing_moe_v2") || config.texts("architectures").contains("BailingMoeV2ForCausalLM");
        DecoderConfig decoder = new DecoderConfig(config, second ? 4 : 0);
        Attention full = softmax(decoder, second);
        return build(decoder, second, "full", full, "full", full, decoder.layers());
    }

    /** Lightning attention, with the other kind in the last layer of each group and behind the last whole group. */
    static Architecture ring(ConfigObject config) {
        refuseThird(config);
        boolean latent = config.has("kv_lora_rank");
        DecoderConfig decoder = new DecoderConfig(config, latent ? 0 : 4);
        long headDim = decoder.headDim();
        long given = config.wholeOr("num_kv_heads_for_linear_attn", 0);
        if (given > 0 && given != decoder.heads()) {
            config.impossible("num_kv_heads_for_linear_attn", "lightning attention with fewer KV heads", "");
        }
        // SiLU on queries, keys and values, and how many pieces the norm after the heads has
        config.understood("linear_silu", "group_norm_size");
        PositionEncoding rope = rope(config, headDim, true);
        Attention linear = new LightningAttention(decoder.heads(), headDim, config.flagOr("use_qk_norm", true), rope);
        Attention other = latent ? latent(decoder) : softmax(decoder, true);
        return build(
                decoder,
                true,
                latent ? "latent" : "full",
                other,
                "linear",
                linear,
                config.positiveOr("layer_group_size", 5));
    }

    /** Ling 3.0 goes by the type of Ling 2.5 and has Kimi Delta Attention and gates that are not known here. */
    private static void refuseThird(ConfigObject config) {
        for (String key : List.of("no_kda_lora", "kda_safe_gate", "gated_attention_proj_granularity_type")) {
            if (config.has(key)) {
                config.impossible(key, "\"" + key + "\" is of a later model of this type, which is not known", "");
            }
        }
    }

    private static PositionEncoding.Rope rope(ConfigObject config, long headDim, boolean second) {
        config.understood("rotary_dim");
        return RopeConfig.read(config, headDim, 600_000, second ? 0.5 : 1.0);
    }

    private static SoftmaxAttention softmax(DecoderConfig decoder, boolean second) {
        ConfigObject config = decoder.config();
        long headDim = decoder.headDim();
        config.notModeled("use_sliding_window", "all layers are taken to see everything");
        config.understood("sliding_window", "max_window_layers");
        return decoder.attention(
                headDim,
                new Span.Full(),
                rope(config, headDim, second),
                config.flagOr("use_qk_norm", second)
                        ? Optional.of(new QkNorm(QkNorm.Scope.HEAD, true, false))
                        : Optional.empty(),
                config.flagOr("use_qkv_bias", false) ? AttentionBiases.QUERY_KEY_VALUE : AttentionBiases.NONE);
    }

    private static Attention latent(DecoderConfig decoder) {
        ConfigObject config = decoder.config();
        long rotary = config.positive("qk_rope_head_dim");
        config.understood("qk_head_dim", "num_key_value_heads", "max_window_layers");
        config.refuse("use_qkv_bias", "the biases of its projections are not counted");
        return new LatentAttention(
                decoder.heads(),
                config.wholeOr("q_lora_rank", 0),
                config.positive("kv_lora_rank"),
                config.positive("qk_nope_head_dim"),
                rotary,
                config.positive("v_head_dim"),
                new PositionEncoding.Rope(config.positiveOr("rope_theta", 600_000), rotary, Optional.empty()));
    }

    private static Architecture build(
            DecoderConfig decoder,
            boolean second,
            String name,
            Attention attention,
            String linearName,
            Attention linear,
            long group) {
        ConfigObject config = decoder.config();
        config.refuse("use_bias", "the biases of its projections are not counted");
        // a norm of the output table that is worked into it once, and numbers of the training
        config.understood(
                "norm_head",
                "norm_softmax",
                "router_dtype",
                "router_type",
                "multi_gate",
                "topk_method",
                "moe_router_topk_scaling_factor",
                "mtp_loss_scaling_factor",
                "rope_interleave",
                "scoring_func");
        boolean sigmoid = config.optionalText("score_function")
                .orElse(second ? "sigmoid" : "softmax")
                .equals("sigmoid");
        MixtureOfExperts plain = DeepSeekConfigs.experts(
                decoder,
                config.wholeOr("num_shared_experts", second ? 1 : 0),
                sigmoid ? Router.Function.SIGMOID : Router.Function.SOFTMAX,
                config.flagOr("moe_router_enable_expert_bias", second),
                second);
        MixtureOfExperts moe = new MixtureOfExperts(
                plain.experts(),
                plain.expertsPerToken(),
                plain.expertIntermediateSize(),
                plain.sharedExperts(),
                plain.sharedExperts() == 0
                        ? 0
                        : config.positiveOr("moe_shared_expert_intermediate_size", plain.expertIntermediateSize()),
                false,
                0,
                plain.router(),
                plain.activation(),
                false);
        DenseFeedForward dense = new DenseFeedForward(config.positive("intermediate_size"), moe.activation(), false);
        long firstDense = config.wholeOr("first_k_dense_replace", second ? 1 : 0);
        long layers = decoder.layers();
        for (long layer = 0; layer < layers; layer++) {
            boolean last = (layer + 1) % group == 0 || layer >= layers / group * group || attention == linear;
            boolean sparse = layer >= firstDense;
            decoder.add(
                    last ? name : linearName,
                    last ? attention : linear,
                    sparse ? "moe" : "dense",
                    sparse ? moe : dense);
        }
        return decoder.build(
                decoder.preNorm("1e-6"),
                false,
                StorageConfig.read(config, Storage.BFLOAT16),
                config.wholeOr("num_nextn_predict_layers", 0),
                new LayerBlock(1, name, attention, "moe", moe));
    }
}
