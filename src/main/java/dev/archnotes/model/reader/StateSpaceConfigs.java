package dev.archnotes.model.reader;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.AttentionBiases;
import dev.archnotes.model.attention.Mamba;
import dev.archnotes.model.attention.Mamba2;
import dev.archnotes.model.attention.ParallelHeads;
import dev.archnotes.model.attention.PositionEncoding;
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
import dev.archnotes.model.spec.Multipliers;
import dev.archnotes.model.spec.Storage;
import java.util.List;
import java.util.Optional;

/**
 * Hybrids of attention and state-space layers, each with a feed-forward: Granite 4, Bamba, Jamba and Falcon-H1.
 *
 * <p>Defaults for missing keys, from {@code configuration_<type>.py} of {@code huggingface/transformers}: Mamba-2 with
 * 128 heads in one group, a state size of 256, a convolution over 4 tokens with a bias, projections without, and an
 * inner width of twice the hidden size (Falcon-H1: 1,024, without a norm before the output); in Jamba a state size of
 * 16 and a rank of a sixteenth of the hidden size. Granite and Bamba have state-space layers wherever no attention is
 * named; Jamba has attention in layers 4, 12, 20, … and 16 experts, 2 for a token, in every second layer.
 */
final class StateSpaceConfigs {
    private static final String MAMBA = "mamba";
    private static final String ATTENTION = "attention";

    private StateSpaceConfigs() {}

    /** Experts beside a shared one, or the shared one alone where there are none. */
    static Architecture graniteHybrid(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        config.understood("normalization_function", "init_method");
        long headDim = headDim(config, decoder);
        boolean rotated =
                config.optionalText("position_embedding_type").orElse("").equals("rope");
        PositionEncoding.Rope rope = RopeConfig.read(config, headDim, 10_000, 1.0);
        Attention attention = decoder.attention(
                headDim,
                new Span.Full(),
                rotated ? rope : new PositionEncoding.None(),
                Optional.empty(),
                decoder.biasesOnAll());
        Attention mamba = mamba2(config, width(config), true, "mamba_proj_bias");
        long experts = config.assumed("num_local_experts", 8, "granitemoehybrid");
        DenseFeedForward shared = decoder.dense("shared_intermediate_size", false);
        config.understood("intermediate_size", "num_experts_per_tok");
        FeedForward network = experts == 0
                ? shared
                : new MixtureOfExperts(
                        experts,
                        MixtureConfigs.expertsPerToken(config, experts, Math.min(experts, 2)),
                        config.positive("intermediate_size"),
                        1,
                        shared.intermediateSize(),
                        false,
                        0,
                        MixtureConfigs.router(Router.Function.SOFTMAX, true),
                        shared.activation(),
                        false);
        for (String type : decoder.layerTypes(layer -> MAMBA, MAMBA, ATTENTION, "linear_attention", "full_attention")) {
            boolean state = type.equals(MAMBA) || type.equals("linear_attention");
            decoder.add(state ? MAMBA : "full", state ? mamba : attention, experts == 0 ? "dense" : "moe", network);
        }
        return decoder.build(decoder.preNorm("1e-6"), false, StorageConfig.read(config, Storage.BFLOAT16))
                .with(MultiplierConfigs.granite(config));
    }

    /** Half of each head is rotated in the layers that {@code attn_layer_indices} names. */
    static Architecture bamba(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 8);
        long headDim = decoder.headDim();
        config.understood("attn_rotary_emb", "z_loss_coefficient");
        Attention attention = decoder.attention(
                headDim,
                new Span.Full(),
                RopeConfig.read(config, headDim, 10_000, 0.5),
                Optional.empty(),
                decoder.biasesOnAll());
        Attention mamba = mamba2(config, width(config), true, "mamba_proj_bias");
        List<Long> full = config.integers("attn_layer_indices");
        FeedForward dense = decoder.dense("intermediate_size", config.flagOr("mlp_bias", false));
        for (String type :
                decoder.layerTypes(layer -> full.contains((long) layer) ? ATTENTION : MAMBA, MAMBA, ATTENTION)) {
            boolean state = type.equals(MAMBA);
            decoder.add(state ? MAMBA : "full", state ? mamba : attention, "dense", dense);
        }
        return decoder.build(decoder.preNorm("1e-5"), false, StorageConfig.read(config, Storage.BFLOAT16));
    }

    /** Attention and Mamba-2 side by side in every layer. */
    static Architecture falconH1(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 8);
        long headDim = decoder.headDim();
        // factors on what goes into the parts and comes out of them, and traces of an unused design
        config.understood(
                "key_multiplier",
                "attention_in_multiplier",
                "attention_out_multiplier",
                "mlp_multipliers",
                "mlp_expansion_factor",
                "ssm_multipliers",
                "ssm_in_multiplier",
                "ssm_out_multiplier",
                "mamba_norm_before_gate",
                "mamba_use_mlp",
                "attn_layer_indices");
        SoftmaxAttention attention = decoder.attention(
                headDim,
                new Span.Full(),
                RopeConfig.read(config, headDim, 100_000, 1.0),
                Optional.empty(),
                decoder.biasesOnAll());
        long inner = config.positiveOr("mamba_d_ssm", config.mentions("mamba_d_ssm") ? 0 : 1_024);
        Mamba2 mamba = mamba2(
                config, inner == 0 ? width(config) : inner, config.flagOr("mamba_rms_norm", false), "projectors_bias");
        config.understood("mamba_expand");
        FeedForward dense = decoder.dense("intermediate_size", config.flagOr("mlp_bias", false));
        for (int layer = 0; layer < decoder.layers(); layer++) {
            decoder.add("parallel", new ParallelHeads(attention, mamba), "dense", dense);
        }
        return decoder.build(decoder.preNorm("1e-5"), false, StorageConfig.read(config, Storage.BFLOAT16))
                .with(new Multipliers(
                        MultiplierConfigs.factor(config, "embedding_multiplier"),
                        Optional.empty(),
                        MultiplierConfigs.factor(config, "lm_head_multiplier"),
                        Optional.empty()));
    }

    /** Attention without positions in every eighth layer, experts in every second one. */
    static Architecture jamba(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config, 8);
        // the norms on step sizes, B and C are always there
        config.understood("mamba_inner_layernorms", "calc_logits_for_entire_prompt", "n_ctx");
        config.notModeled("sliding_window", "the attention layers are taken to see everything");
        Attention attention = decoder.attention(
                headDim(config, decoder),
                new Span.Full(),
                new PositionEncoding.None(),
                Optional.empty(),
                AttentionBiases.NONE);
        Attention mamba = mamba(config);
        long experts = config.positiveOr("num_experts", 16);
        long perToken = MixtureConfigs.expertsPerToken(config, experts, Math.min(experts, 2));
        DenseFeedForward dense = decoder.dense("intermediate_size", false);
        FeedForward moe = new MixtureOfExperts(
                experts,
                perToken,
                dense.intermediateSize(),
                0,
                0,
                false,
                0,
                MixtureConfigs.router(Router.Function.SOFTMAX, false),
                dense.activation(),
                false);
        long attentionPeriod = config.positiveOr("attn_layer_period", 8);
        long attentionOffset = config.wholeOr("attn_layer_offset", 4);
        long expertPeriod = config.positiveOr("expert_layer_period", 2);
        long expertOffset = config.wholeOr("expert_layer_offset", 1);
        for (int layer = 0; layer < decoder.layers(); layer++) {
            boolean full = layer % attentionPeriod == attentionOffset;
            boolean sparse = experts > 1 && layer % expertPeriod == expertOffset;
            decoder.add(
                    full ? "full" : MAMBA, full ? attention : mamba, sparse ? "moe" : "dense", sparse ? moe : dense);
        }
        return decoder.build(decoder.preNorm("1e-6"), false, StorageConfig.read(config, Storage.BFLOAT16));
    }

    private static Mamba mamba(ConfigObject config) {
        runtime(config);
        long hidden = config.positive("hidden_size");
        boolean auto = !config.has("mamba_dt_rank") || config.isText("mamba_dt_rank");
        boolean projectionBias = config.flagOr("mamba_proj_bias", false);
        return new Mamba(
                width(config),
                config.positiveOr("mamba_d_state", 16),
                auto ? Math.addExact(hidden, 15) / 16 : config.positive("mamba_dt_rank"),
                config.positiveOr("mamba_d_conv", 4),
                config.flagOr("mamba_conv_bias", true),
                projectionBias,
                projectionBias,
                true);
    }

    /** The inner width where it follows from the hidden size. */
    private static long width(ConfigObject config) {
        return Math.multiplyExact(config.positiveOr("mamba_expand", 2), config.positive("hidden_size"));
    }

    private static long headDim(ConfigObject config, DecoderConfig decoder) {
        return Math.max(1, config.positive("hidden_size") / decoder.heads());
    }

    /**
     * Mamba-2 of an inner width, in the words that the hybrids share.
     *
     * @param outputBias the key that says whether the projection out of it has a bias
     */
    private static Mamba2 mamba2(ConfigObject config, long inner, boolean outputNorm, String outputBias) {
        runtime(config);
        long heads = config.positiveOr("mamba_n_heads", 128);
        boolean auto = !config.has("mamba_d_head") || config.isText("mamba_d_head");
        long headDim = auto ? Math.max(1, inner / heads) : config.positive("mamba_d_head");
        if (Math.multiplyExact(heads, headDim) != inner) {
            config.impossible(
                    config.either("mamba_d_head", "mamba_n_heads"),
                    heads + " state heads of " + headDim + " are not as wide as the inner width of " + inner,
                    "");
        }
        long groups = config.positiveOr("mamba_n_groups", 1);
        if (heads % groups != 0) {
            config.impossible("mamba_n_groups", heads + " state heads are not divisible by " + groups + " groups", "");
            groups = 1;
        }
        return new Mamba2(
                heads,
                headDim,
                groups,
                config.positiveOr("mamba_d_state", 256),
                config.positiveOr("mamba_d_conv", 4),
                config.flagOr("mamba_conv_bias", true),
                config.flagOr("mamba_proj_bias", false),
                config.flagOr(outputBias, false),
                outputNorm);
    }

    /** How the recurrence is computed, and how it was started: no figure depends on it. */
    private static void runtime(ConfigObject config) {
        config.notNull("mamba_d_state", "mamba_n_heads", "mamba_n_groups", "mamba_d_conv", "mamba_expand");
        config.understood(
                "mamba_chunk_size",
                "use_mamba_kernels",
                "num_logits_to_keep",
                "time_step_min",
                "time_step_max",
                "time_step_floor",
                "time_step_limit",
                "time_step_rank");
    }
}
