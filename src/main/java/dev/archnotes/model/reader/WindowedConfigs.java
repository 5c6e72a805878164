package dev.archnotes.model.reader;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.AttentionBiases;
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
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.vision.VisionEncoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Decoders that say layer by layer how far it sees, and some of them whether it has experts: CWM, Ministral, Granite
 * with windows, K-EXAONE, Hy3, Laguna and Step 3.5.
 *
 * <p>Defaults for missing keys, from {@code configuration_<type>.py} of {@code huggingface/transformers}, are written
 * at each family.
 */
final class WindowedConfigs {
    private static final String FULL = "full_attention";
    private static final String SLIDING = "sliding_attention";
    private static final String DENSE = "dense";
    private static final String SPARSE = "sparse";
    private static final Optional<QkNorm> PER_HEAD = Optional.of(new QkNorm(QkNorm.Scope.HEAD, true, false));
    private static final String UNCOUNTED_MODULES = "the prediction modules are not counted";

    private WindowedConfigs() {}

    /** Code World Model: the first of four layers sees everything, the others 8,192 tokens; base 1,000,000. */
    static Architecture cwm(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 8);
        long headDim = config.positiveOr("head_dim", 128);
        PositionEncoding rope = RopeConfig.read(config, headDim, 1_000_000, 1.0);
        config.notModeled("attention_bias", "the class of this type has no biases");
        return plain(
                decoder,
                config.sizeOrNone("sliding_window", 8_192),
                layer -> layer % 4 == 0,
                span -> decoder.attention(headDim, span, rope, Optional.empty(), AttentionBiases.NONE),
                config.flagOr("mlp_bias", false),
                "1e-5",
                false);
    }

    /** Ministral 8B: a window of 4,096 tokens in every layer, unless the layers are listed. */
    static Architecture ministral(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 8);
        long headDim = decoder.headDim();
        PositionEncoding rope = RopeConfig.read(config, headDim, 10_000, 1.0);
        long window = config.sizeOrNone("sliding_window", 4_096);
        return plain(
                decoder,
                window,
                layer -> window == 0,
                span -> decoder.attention(headDim, span, rope, Optional.empty(), AttentionBiases.NONE),
                false,
                "1e-6",
                false);
    }

    /**
     * Granite with windows of 128 tokens in three of four layers, and a sink in every head; {@code layer_rope_theta}
     * has a base for each layer, 0 for none.
     */
    static Architecture granite(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 4);
        config.understood("embedding_multiplier", "logits_scaling", "residual_multiplier", "attention_multiplier");
        long headDim = decoder.headDim();
        PositionEncoding.Rope rope = RopeConfig.read(config, headDim, 10_000, 1.0);
        long window = config.sizeOrNone("sliding_window", 128);
        List<Long> bases = config.integers("layer_rope_theta");
        if (!bases.isEmpty() && bases.size() != decoder.layers()) {
            config.impossible("layer_rope_theta", bases.size() + " bases for " + decoder.layers() + " layers", "");
            bases = List.of();
        }
        DenseFeedForward dense = decoder.dense("intermediate_size", config.flagOr("mlp_bias", false));
        List<String> types = decoder.layerTypes(layer -> layer % 4 == 0 ? FULL : SLIDING, FULL, SLIDING);
        for (int layer = 0; layer < types.size(); layer++) {
            boolean local = types.get(layer).equals(SLIDING) && window > 0;
            PositionEncoding positions = bases.isEmpty()
                    ? rope
                    : bases.get(layer) == 0
                            ? new PositionEncoding.None()
                            : new PositionEncoding.Rope(bases.get(layer), rope.rotaryDim(), rope.scaling());
            Attention attention = decoder.attention(
                            headDim,
                            DecoderConfig.window(local ? window : 0),
                            positions,
                            Optional.empty(),
                            decoder.biasesOnAll())
                    .withSinks();
            decoder.add(local ? "windowed" : "full", attention, DENSE, dense);
        }
        return decoder.build(decoder.preNorm("1e-5"), true, StorageConfig.read(config, Storage.BFLOAT16));
    }

    /** How the attention of a reach is made. */
    private interface OfSpan {
        SoftmaxAttention of(Span span);
    }

    private static Architecture plain(
            DecoderConfig decoder,
            long window,
            IntPredicate full,
            OfSpan attention,
            boolean biased,
            String epsilon,
            boolean tied) {
        DenseFeedForward dense = decoder.dense("intermediate_size", biased);
        Attention whole = attention.of(new Span.Full());
        Attention near = attention.of(DecoderConfig.window(window));
        for (String type : decoder.layerTypes(layer -> full.test(layer) ? FULL : SLIDING, FULL, SLIDING)) {
            boolean local = type.equals(SLIDING) && window > 0;
            decoder.add(local ? "windowed" : "full", local ? near : whole, DENSE, dense);
        }
        return decoder.build(decoder.preNorm(epsilon), tied, StorageConfig.read(decoder.config(), Storage.BFLOAT16));
    }

    /**
     * K-EXAONE: norms on inputs, QK-norm per head, DeepSeek's router, one shared expert; the last of four layers sees
     * everything and has no positions, the first layer is dense.
     */
    static Architecture exaoneMoe(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 32);
        long headDim = decoder.headDim();
        long window = config.sizeOrNone("sliding_window", 4_096);
        config.notCounted("num_nextn_predict_layers", UNCOUNTED_MODULES);
        config.understood("scoring_func", "topk_method", "is_moe_layer", "mtp_loss_scaling_factor");
        long shared = config.wholeOr("num_shared_experts", 1);
        MixtureOfExperts moe = DeepSeekConfigs.experts(decoder, shared, Router.Function.SIGMOID, true, true);
        PositionEncoding rope = RopeConfig.read(config, headDim, 10_000, 1.0);
        Attention near = decoder.attention(headDim, DecoderConfig.window(window), rope, PER_HEAD, AttentionBiases.NONE);
        Attention whole = decoder.attention(
                headDim,
                new Span.Full(),
                window == 0 ? rope : new PositionEncoding.None(),
                PER_HEAD,
                AttentionBiases.NONE);
        long every = DenseConfigs.exaonePattern(config);
        List<String> types =
                decoder.layerTypes(layer -> window == 0 || (layer + 1) % every == 0 ? FULL : SLIDING, FULL, SLIDING);
        List<String> networks = networks(decoder, config.wholeOr("first_k_dense_replace", 1));
        DenseFeedForward dense = decoder.dense("intermediate_size", false);
        for (int layer = 0; layer < types.size(); layer++) {
            boolean local = types.get(layer).equals(SLIDING) && window > 0;
            add(decoder, local, local ? near : whole, networks.get(layer), dense, moe);
        }
        return decoder.build(decoder.preNorm("1e-5"), false, StorageConfig.read(config, Storage.BFLOAT16));
    }

    /** Hy3: QK-norm per head, a dense first layer, a sigmoid with a selection bias, one shared expert. */
    static Architecture hy3(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 8);
        long headDim = config.positiveOr("head_dim", 128);
        config.notCounted("num_nextn_predict_layers", UNCOUNTED_MODULES);
        config.understood(
                "enable_moe_fp32_combine",
                "enable_lm_head_fp32",
                "enable_attention_fp32_softmax",
                "moe_router_enable_expert_bias",
                "moe_router_use_sigmoid",
                "qk_norm",
                "route_norm",
                "router_scaling_factor");
        long size = config.positive(config.either("moe_intermediate_size", "expert_hidden_dim"));
        config.understood("moe_intermediate_size", "expert_hidden_dim");
        long experts = config.positive(config.either("num_experts", "num_local_experts"));
        long shared = config.wholeOr("num_shared_experts", 1);
        MixtureOfExperts moe = new MixtureOfExperts(
                experts,
                MixtureConfigs.expertsPerToken(config, experts, 0),
                size,
                shared,
                shared > 0 ? size : 0,
                false,
                0,
                new Router(
                        Router.Function.SIGMOID,
                        true,
                        false,
                        true,
                        1,
                        1,
                        config.numberOr("router_scaling_factor", 2.826)),
                decoder.activation("hidden_act"),
                false);
        Attention attention = decoder.attention(
                headDim,
                new Span.Full(),
                RopeConfig.read(config, headDim, 11_158_840, 1.0),
                PER_HEAD,
                decoder.biasesOnAll());
        config.notModeled("mlp_bias", "the biases of its shared experts are not counted");
        DenseFeedForward dense = decoder.dense("intermediate_size", config.flagOr("mlp_bias", false));
        for (String network : networks(decoder, config.wholeOr("first_k_dense_replace", 1))) {
            add(decoder, false, attention, network, dense, moe);
        }
        return decoder.build(decoder.preNorm("1e-5"), false, StorageConfig.read(config, Storage.BFLOAT16));
    }

    /**
     * Laguna: QK-norm per head, a gate for each head, as many heads as {@code num_attention_heads_per_layer} says; a
     * sigmoid with a selection bias, one shared expert, a dense first layer; half of each head rotated where all is
     * seen.
     */
    static Architecture laguna(ConfigObject config) {
        long heads = config.positive("num_attention_heads");
        DecoderConfig decoder = new DecoderConfig(config, heads, 8);
        long headDim = config.positiveOr("head_dim", 128);
        String gating = config.isText("gating") ? config.optionalText("gating").orElse("") : "per-head";
        config.understood("gating");
        if (!gating.equals("per-head") && !gating.equals("per_head")) {
            config.impossible("gating", "\"" + gating + "\" is not known here", "known: per-head");
        }
        config.refuse("moe_apply_router_weight_on_input", "router weights on what the experts read");
        config.understood("moe_router_logit_softcapping", "moe_routed_scaling_factor", "partial_rotary_factor");
        config.understood("mlp_only_layers", "decoder_sparse_step", "norm_topk_prob", "router_logits_to_keep");
        for (String each : config.texts("gating_types")) {
            if (!each.equals("per_head")) {
                config.impossible("gating_types", "\"" + each + "\" is not known here", "known: per_head");
                break;
            }
        }
        long window = config.sizeOrNone("sliding_window", 512);
        long experts = config.positive("num_experts");
        MixtureOfExperts moe = new MixtureOfExperts(
                experts,
                MixtureConfigs.expertsPerToken(config, experts, 0),
                config.positive("moe_intermediate_size"),
                1,
                config.positive("shared_expert_intermediate_size"),
                false,
                0,
                new Router(
                        Router.Function.SIGMOID,
                        true,
                        false,
                        true,
                        1,
                        1,
                        config.numberOr("moe_routed_scaling_factor", 1.0)),
                decoder.activation("hidden_act"),
                false);
        Optional<ConfigObject> parameters = config.object("rope_parameters");
        PositionEncoding wholeRope = rope(config, parameters, FULL, headDim, 500_000, 0.5);
        List<String> types = decoder.layerTypes(layer -> FULL, FULL, SLIDING);
        PositionEncoding nearRope =
                types.contains(SLIDING) ? rope(config, parameters, SLIDING, headDim, 10_000, 1.0) : wholeRope;
        parameters.ifPresent(own -> own.understood(FULL, SLIDING, "rope_type", "rope_theta", "partial_rotary_factor"));
        parameters.ifPresent(ConfigObject::finish);
        List<Long> each = config.integers("num_attention_heads_per_layer");
        if (!each.isEmpty() && each.size() != decoder.layers()) {
            config.impossible(
                    "num_attention_heads_per_layer", each.size() + " entries for " + decoder.layers() + " layers", "");
            each = List.of();
        }
        DenseFeedForward dense = decoder.dense("intermediate_size", false);
        List<String> networks = networks(decoder, 1);
        for (int layer = 0; layer < types.size(); layer++) {
            boolean local = types.get(layer).equals(SLIDING) && window > 0;
            Attention attention = headGated(
                    config,
                    each.isEmpty() ? heads : each.get(layer),
                    config.sizeOr("num_key_value_heads", 8),
                    headDim,
                    DecoderConfig.window(local ? window : 0),
                    local ? nearRope : wholeRope,
                    decoder.biasesOnAll());
            add(decoder, local, attention, networks.get(layer), dense, moe);
        }
        return decoder.build(decoder.preNorm("1e-6"), false, StorageConfig.read(config, Storage.BFLOAT16));
    }

    /** Step 3.7: the decoder of Step 3.5 behind an encoder. */
    static Architecture stepWithVision(ConfigObject config) {
        Architecture text = VisionConfigs.decoder(config, "step3p5");
        config.understood("understand_projector_stride", "im_start_token", "im_end_token", "im_patch_token");
        config.understood("image_token_len", "patch_token_len");
        Optional<VisionEncoder> vision = VisionConfigs.encoder(config).map(own -> VisionConfigs.step(own, config));
        return VisionConfigs.with(config, text, vision);
    }

    /**
     * Step 3.5 and the decoder of Step 3.7: a gate for each head, QK-norm per head, more heads in the layers with a
     * window; a sigmoid with a selection bias, one shared expert, the first three layers dense; gains stored around
     * zero. Lists with entries for the prediction modules as well, which are not counted, are cut.
     */
    static Architecture step(ConfigObject config) {
        long heads = config.positive("num_attention_heads");
        long kvHeads = config.sizeOr(config.either("num_key_value_heads", "num_attention_groups"), 8);
        int layers = DecoderConfig.count(config, "num_hidden_layers");
        if (heads % kvHeads != 0) {
            config.impossible(
                    config.either("num_key_value_heads", "num_attention_groups"),
                    heads + " heads are not divisible by " + kvHeads + " KV heads",
                    "");
            kvHeads = heads;
        }
        DecoderConfig decoder = new DecoderConfig(config, config.positive("hidden_size"), layers, heads, kvHeads);
        long headDim = config.positiveOr("head_dim", 128);
        config.notCounted("num_nextn_predict_layers", UNCOUNTED_MODULES);
        for (String switched : List.of("use_head_wise_attn_gate", "use_qk_norm", "use_moe_router_bias")) {
            if (!config.flagOr(switched, true)) {
                config.impossible(switched, "the class of this type always has it", "");
            }
        }
        config.refuse("use_mfa", "factorized queries");
        config.refuse("attention_bias", "biases of attention");
        config.refuse("mlp_bias", "biases of the feed-forward");
        config.understood(
                "num_attention_groups",
                "num_key_value_heads",
                "sliding_window_pattern",
                "swiglu_limits",
                "swiglu_limits_shared",
                "moe_router_activation",
                "moe_router_scaling_factor",
                "moe_every_n_layer",
                "need_fp32_gate",
                "norm_expert_weight",
                "query_pre_attn_scalar",
                "per_layer_config",
                "share_q_dim",
                "sink",
                "use_moe",
                "use_rope_layers",
                "yarn_only_types",
                "zero_centered",
                "mtp_layer_types",
                "mtp_mlp_layer_types",
                "num_mtp_layers",
                "att_impl_type",
                "use_im_start_end");
        long window = config.sizeOrNone("sliding_window", 0);
        long slidingHeads = config.object("attention_other_setting")
                .map(other -> {
                    other.understood("attention_type", "true_head_dim", "head_dim", "num_attention_groups");
                    long own = other.positiveOr("num_attention_heads", heads);
                    other.finish();
                    return own;
                })
                .orElseGet(() -> config.positiveOr("num_sliding_attention_heads", heads));
        config.understood("num_sliding_attention_heads");
        List<String> types = cut(config.texts("layer_types"), layers);
        config.understood("layer_types");
        while (types.size() < layers) {
            types.add(FULL);
        }
        Attention whole = headGated(
                config,
                heads,
                kvHeads,
                headDim,
                new Span.Full(),
                stepRope(config, types, FULL, headDim),
                AttentionBiases.NONE);
        Attention near = headGated(
                config,
                slidingHeads,
                kvHeads,
                headDim,
                DecoderConfig.window(window),
                stepRope(config, types, SLIDING, headDim),
                AttentionBiases.NONE);
        config.object("rope_scaling").ifPresent(scaling -> {
            scaling.understood("rope_type", "type", "factor", "original_max_position_embeddings");
            scaling.understood("low_freq_factor", "high_freq_factor", "beta_fast", "beta_slow");
            scaling.finish();
        });
        long experts = config.positive(config.either("n_routed_experts", "moe_num_experts"));
        long shared = config.positive(config.either("share_expert_dim", "share_expert_dims"));
        config.understood("n_routed_experts", "moe_num_experts", "share_expert_dim", "share_expert_dims");
        long perToken = config.positive(config.either("num_experts_per_tok", "moe_top_k"));
        config.understood("num_experts_per_tok", "moe_top_k");
        MixtureOfExperts moe = new MixtureOfExperts(
                experts,
                perToken,
                config.positive("moe_intermediate_size"),
                1,
                shared,
                false,
                0,
                new Router(
                        Router.Function.SIGMOID,
                        true,
                        false,
                        true,
                        1,
                        1,
                        config.numberOr("moe_router_scaling_factor", 1.0)),
                decoder.activation("hidden_act"),
                false);
        DenseFeedForward dense = decoder.dense("intermediate_size", false);
        Set<Integer> sparse = sparse(config, layers);
        for (int layer = 0; layer < layers; layer++) {
            boolean local = types.get(layer).equals(SLIDING) && window > 0;
            add(decoder, local, local ? near : whole, sparse.contains(layer) ? SPARSE : DENSE, dense, moe);
        }
        Normalization norms = new Normalization(
                Normalization.Kind.RMS_NORM,
                Normalization.Placement.PRE,
                config.epsilonOr("rms_norm_eps", "1e-5"),
                true);
        return decoder.build(norms, false, StorageConfig.read(config, Storage.BFLOAT16));
    }

    /** The layers with experts: listed by type, named one by one, or all from the fourth on. */
    private static Set<Integer> sparse(ConfigObject config, int layers) {
        Set<Integer> sparse = new HashSet<>();
        List<String> types = cut(config.texts("mlp_layer_types"), layers);
        String key = "moe_layers_enum";
        List<String> named = new ArrayList<>();
        if (config.isText(key)) {
            addWords(config.optionalText(key).orElse(""), named);
        } else {
            config.integers(key).forEach(layer -> named.add(Long.toString(layer)));
        }
        for (int layer = 0; layer < layers; layer++) {
            boolean own = !types.isEmpty()
                    ? types.get(layer).equals(SPARSE)
                    : named.isEmpty() ? layer >= 3 : named.contains(Integer.toString(layer));
            if (own) {
                sparse.add(layer);
            }
        }
        return sparse;
    }

    /** The words between commas; {@code String.split} would bring regular expressions into the browser's script. */
    private static void addWords(String list, List<String> words) {
        int from = 0;
        for (int at = list.indexOf(','); at >= 0; at = list.indexOf(',', from)) {
            words.add(list.substring(from, at));
            from = at + 1;
        }
        words.add(list.substring(from));
    }

    /** The entries of the decoder's own layers; none where there are too few. */
    private static List<String> cut(List<String> all, int layers) {
        return new ArrayList<>(all.size() < layers ? List.of() : all.subList(0, layers));
    }

    /** Bases and rotated shares stand in lists with an entry for each layer, or by type of layer. */
    private static PositionEncoding stepRope(ConfigObject config, List<String> types, String type, long headDim) {
        int first = Math.max(0, types.indexOf(type));
        Optional<ConfigObject> byType = config.object("rope_parameters").filter(parameters -> parameters.has(type));
        if (byType.isPresent()) {
            byType.get().understood(FULL, SLIDING);
            return RopeConfig.ofLayerType(config, byType.get(), type, headDim, 10_000);
        }
        List<Long> bases = config.isList("rope_theta") ? config.integers("rope_theta") : List.of();
        long base = bases.size() > first
                ? bases.get(first)
                : config.isList("rope_theta") ? 10_000 : config.positiveOr("rope_theta", 10_000);
        List<Double> shares = config.numbers("partial_rotary_factors");
        double share = shares.size() > first ? shares.get(first) : 1;
        if (!(share > 0 && share <= 1)) {
            config.impossible("partial_rotary_factors", "a share lies above 0 and is at most 1", "");
            share = 1;
        }
        return new PositionEncoding.Rope(Math.max(1, base), (long) (headDim * share), Optional.empty());
    }

    private static SoftmaxAttention headGated(
            ConfigObject config,
            long heads,
            long kvHeads,
            long headDim,
            Span span,
            PositionEncoding positions,
            AttentionBiases biases) {
        if (heads < 1 || heads % kvHeads != 0) {
            config.impossible(
                    "num_attention_heads", heads + " heads are not divisible by " + kvHeads + " KV heads", "");
            return headGated(config, kvHeads, kvHeads, headDim, span, positions, biases);
        }
        return new SoftmaxAttention(
                        heads,
                        kvHeads,
                        headDim,
                        span,
                        positions,
                        PER_HEAD,
                        biases,
                        false,
                        false,
                        Optional.empty(),
                        Optional.empty())
                .withHeadGate();
    }

    private static PositionEncoding rope(
            ConfigObject config,
            Optional<ConfigObject> parameters,
            String type,
            long headDim,
            long base,
            double share) {
        return parameters.isPresent()
                ? RopeConfig.ofLayerType(config, parameters.get(), type, headDim, base, share)
                : new PositionEncoding.Rope(base, (long) (headDim * share), Optional.empty());
    }

    /** {@code mlp_layer_types}, or so many dense layers first. */
    private static List<String> networks(DecoderConfig decoder, long dense) {
        return decoder.types("mlp_layer_types", layer -> layer < dense ? DENSE : SPARSE, DENSE, SPARSE);
    }

    private static void add(
            DecoderConfig decoder,
            boolean local,
            Attention attention,
            String network,
            FeedForward dense,
            FeedForward moe) {
        boolean sparse = network.equals(SPARSE);
        decoder.add(local ? "windowed" : "full", attention, sparse ? "moe" : DENSE, sparse ? moe : dense);
    }
}
