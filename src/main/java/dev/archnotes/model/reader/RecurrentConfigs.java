package dev.archnotes.model.reader;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.Mamba;
import dev.archnotes.model.attention.Mamba2;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.DecoderConfig;
import dev.archnotes.model.config.StorageConfig;
import dev.archnotes.model.network.NoFeedForward;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.Storage;

/**
 * State-space layers and nothing else: Mamba, Falcon Mamba, Mamba-2 (Mamba-Codestral). Their files name no context,
 * since nothing that they keep grows with the text.
 *
 * <p>Defaults for missing keys, from {@code configuration_<type>.py} of {@code huggingface/transformers}: a state of 16
 * numbers a channel (Mamba-2: 128), a convolution over 4 tokens with a bias, an inner width of twice the hidden size, a
 * rank of a sixteenth of it; Mamba-2 has 128 heads in 8 groups. Embeddings are tied except in Mamba-2.
 */
final class RecurrentConfigs {
    private RecurrentConfigs() {}

    /** Mamba and Falcon Mamba, whose norms on step sizes, B and C have no weights. */
    static Architecture mamba(ConfigObject config) {
        long hidden = config.positive(config.either("hidden_size", "d_model"));
        runtime(config);
        config.understood("mixer_rms_eps", "rms_norm", "ssm_cfg", "use_falcon_mambapy", "use_mambapy");
        config.understood("fused_add_norm", "pad_vocab_size_multiple", "use_associative_scan");
        boolean auto = !config.has("time_step_rank") || config.isText("time_step_rank");
        boolean biased = config.flagOr("use_bias", false);
        return build(
                config,
                hidden,
                new Mamba(
                        stated(config, width(config, hidden)),
                        config.positiveOr("state_size", 16),
                        auto ? Math.addExact(hidden, 15) / 16 : config.positive("time_step_rank"),
                        config.positiveOr("conv_kernel", 4),
                        config.flagOr("use_conv_bias", true),
                        biased,
                        biased,
                        false),
                true);
    }

    static Architecture mamba2(ConfigObject config) {
        long hidden = config.positive("hidden_size");
        runtime(config);
        config.understood("chunk_size", "norm_before_gate", "rms_norm");
        long heads = config.positiveOr("num_heads", 128);
        long headDim = config.positiveOr("head_dim", 64);
        long groups = config.positiveOr("n_groups", 8);
        long width = width(config, hidden);
        if (Math.multiplyExact(heads, headDim) != width) {
            config.impossible(
                    config.either("head_dim", "num_heads", "hidden_size"),
                    heads + " state heads of " + headDim + " are not as wide as the inner width of " + width,
                    "");
        }
        if (heads % groups != 0) {
            config.impossible("n_groups", heads + " state heads are not divisible by " + groups + " groups", "");
            groups = 1;
        }
        boolean biased = config.flagOr("use_bias", false);
        return build(
                config,
                hidden,
                new Mamba2(
                        heads,
                        headDim,
                        groups,
                        config.positiveOr("state_size", 128),
                        config.positiveOr("conv_kernel", 4),
                        config.flagOr("use_conv_bias", true),
                        biased,
                        biased,
                        true),
                false);
    }

    /** The inner width by its factor. */
    private static long width(ConfigObject config, long hidden) {
        config.understood("intermediate_size", "d_inner");
        return Math.multiplyExact(config.positiveOr("expand", 2), hidden);
    }

    /** The inner width that a file of the first version states, before its factor, which Falcon Mamba contradicts. */
    private static long stated(ConfigObject config, long width) {
        return config.positiveOr(config.either("intermediate_size", "d_inner"), width);
    }

    private static Architecture build(ConfigObject config, long hidden, Attention state, boolean tied) {
        DecoderConfig decoder = new DecoderConfig(
                config, hidden, DecoderConfig.count(config, config.either("num_hidden_layers", "n_layer")), 1, 1);
        config.understood("d_model", "n_layer");
        for (int layer = 0; layer < decoder.layers(); layer++) {
            decoder.add("mamba", state, "none", new NoFeedForward());
        }
        Normalization norms = new Normalization(
                Normalization.Kind.RMS_NORM,
                Normalization.Placement.PRE,
                config.epsilonOr("layer_norm_epsilon", "1e-5"),
                false);
        return decoder.build(norms, tied, StorageConfig.read(config, Storage.BFLOAT16));
    }

    /** How the recurrence is computed, and how it was started: no figure depends on it. */
    private static void runtime(ConfigObject config) {
        String activation = config.optionalText("hidden_act").orElse("silu");
        if (!activation.equals("silu")) {
            config.impossible("hidden_act", "the activation \"" + activation + "\" is not known here", "silu");
        }
        config.understood(
                "residual_in_fp32",
                "rescale_prenorm_residual",
                "time_step_scale",
                "time_step_min",
                "time_step_max",
                "time_step_floor",
                "time_step_limit",
                "time_step_init_scheme");
        config.understood("time_step_rank");
    }
}
