package dev.archnotes.model.reader;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.Mamba2;
import dev.archnotes.model.attention.NoMixer;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.ConfigRule;
import dev.archnotes.model.config.DecoderConfig;
import dev.archnotes.model.config.RopeConfig;
import dev.archnotes.model.config.StorageConfig;
import dev.archnotes.model.network.Activation;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.network.MixtureOfExperts;
import dev.archnotes.model.network.NoFeedForward;
import dev.archnotes.model.network.Router;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Nemotron-H and Nemotron 3, whose layers are each one part alone: Mamba-2, attention, a dense feed-forward or experts;
 * and Nemotron-NAS, a Llama of which a search has thinned every layer by itself.
 *
 * <p>Defaults for missing keys, from {@code configuration_nemotron_h.py} of {@code huggingface/transformers}: 8 KV
 * heads, heads of 128, no positions, 128 state heads of 64 in 8 groups with a state size of 128, a convolution over 4
 * tokens with a bias, squared ReLU, one expert group, norm epsilon 1e-5. The layers must be in the file. Of
 * {@code configuration_decilm.py} (Nemotron-NAS) those of Llama.
 */
final class NemotronConfigs {
    private static final String MAMBA = "mamba";
    private static final String ATTENTION = "attention";
    private static final String EXPERTS = "moe";
    private static final String DENSE = "mlp";
    private static final Map<Character, String> LETTERS = Map.of('M', MAMBA, '*', ATTENTION, 'E', EXPERTS, '-', DENSE);
    private static final Map<String, String> NEWER = Map.of("linear_attention", MAMBA, "full_attention", ATTENTION);
    private static final String NONE = "none";
    /** The step of the inner widths of Nemotron-NAS. */
    private static final long NAS_WIDTH_STEP = 256;

    private NemotronConfigs() {}

    /** One part in each layer. */
    static Architecture hybrid(ConfigObject config) {
        List<String> layers = parts(config, "hybrid_override_pattern", "layers_block_type", "layer_types");
        if (layers.isEmpty()) {
            config.missing(config.either("hybrid_override_pattern", "layers_block_type"), "");
            layers.add(MAMBA);
        }
        if (config.has("num_hidden_layers") && config.positive("num_hidden_layers") != layers.size()) {
            config.impossible(
                    "num_hidden_layers",
                    layers.size() + " layers in the pattern, and not " + config.positive("num_hidden_layers"),
                    "");
        }
        DecoderConfig decoder = DecoderConfig.ofListedLayers(config, layers.size(), 8);
        Parts parts = new Parts(decoder);
        for (String layer : layers) {
            parts.add(layer);
        }
        config.understood(
                "rescale_prenorm_residual",
                "residual_in_fp32",
                "num_logits_to_keep",
                "moe_shared_expert_overlap",
                "keep_mtp_spec_in_bf16",
                "rope_theta",
                "partial_rotary_factor",
                "rms_norm_eps",
                "norm_eps");
        config.notModeled("sliding_window", "the attention layers are taken to see everything");
        Normalization norms = new Normalization(
                Normalization.Kind.RMS_NORM,
                Normalization.Placement.PRE,
                config.epsilonOr(config.either("layer_norm_epsilon", "norm_eps", "rms_norm_eps"), "1e-5"),
                false);
        long depth = config.wholeOr("num_nextn_predict_layers", 0);
        List<String> predicting = parts(config, "mtp_hybrid_override_pattern", "mtp_layers_block_type");
        Storage storage = StorageConfig.read(config, Storage.BFLOAT16);
        return depth == 0
                ? decoder.build(norms, false, storage)
                : decoder.build(norms, false, storage, depth, prediction(config, parts, predicting));
    }

    /** One letter for each layer, or one word; the list counts where both are there. */
    private static List<String> parts(ConfigObject config, String pattern, String... lists) {
        List<String> parts = new ArrayList<>();
        String letters = config.optionalText(pattern).orElse("");
        String list = config.either(lists);
        for (String word : config.texts(list)) {
            parts.add(NEWER.getOrDefault(word, word));
        }
        if (parts.isEmpty() && letters.length() <= Architecture.MOST_LAYERS) {
            for (char letter : letters.toCharArray()) {
                parts.add(LETTERS.getOrDefault(letter, String.valueOf(letter)));
            }
        }
        for (String part : parts) {
            if (!LETTERS.containsValue(part)) {
                config.impossible(
                        config.has(list) ? list : pattern,
                        "a layer of the kind \"" + part + "\" is not known here",
                        "known: M (mamba), * (attention), - (mlp), E (moe)");
                return new ArrayList<>(List.of(MAMBA));
            }
        }
        return parts;
    }

    /**
     * The prediction module: a token mixer and a feed-forward, each a layer of one part, which together have the
     * tensors of one layer of both.
     */
    private static LayerBlock prediction(ConfigObject config, Parts parts, List<String> named) {
        List<String> layers = named.isEmpty() ? List.of(ATTENTION, EXPERTS) : named;
        boolean pair = layers.size() == 2 && parts.isMixer(layers.get(0)) && !parts.isMixer(layers.get(1));
        if (!pair) {
            config.impossible(
                    config.either("mtp_hybrid_override_pattern", "mtp_layers_block_type"),
                    "a prediction module of other parts than a token mixer and a feed-forward is not known here",
                    "");
            layers = List.of(ATTENTION, EXPERTS);
        }
        return new LayerBlock(
                1, layers.get(0), parts.mixer(layers.get(0)), layers.get(1), parts.network(layers.get(1)));
    }

    /** The parts of which the layers are made; each is read when the first layer has it. */
    private static final class Parts {
        private final DecoderConfig decoder;
        private final ConfigObject config;
        private final Attention mamba;
        private final Attention attention;

        Parts(DecoderConfig decoder) {
            this.decoder = decoder;
            this.config = decoder.config();
            this.mamba = mamba2(config);
            String headDim = config.either("head_dim", "attention_head_dim");
            config.understood("head_dim", "attention_head_dim");
            this.attention = decoder.attention(
                    config.positiveOr(headDim, 128),
                    new Span.Full(),
                    new PositionEncoding.None(),
                    Optional.empty(),
                    decoder.biasesOnAll());
            understandUnused();
        }

        /** Files name the sizes of all parts, also of those that no layer has. */
        private void understandUnused() {
            config.understood(
                    "intermediate_size",
                    "mlp_hidden_act",
                    "mlp_bias",
                    "n_routed_experts",
                    "n_shared_experts",
                    "num_experts_per_tok",
                    "moe_intermediate_size",
                    "moe_shared_expert_intermediate_size",
                    "moe_latent_size",
                    "n_group",
                    "topk_group",
                    "norm_topk_prob",
                    "routed_scaling_factor");
        }

        boolean isMixer(String part) {
            return part.equals(MAMBA) || part.equals(ATTENTION);
        }

        Attention mixer(String part) {
            return part.equals(MAMBA) ? mamba : attention;
        }

        FeedForward network(String part) {
            return part.equals(DENSE)
                    ? new DenseFeedForward(
                            config.positive("intermediate_size"), activation(), config.flagOr("mlp_bias", false))
                    : experts();
        }

        void add(String part) {
            if (isMixer(part)) {
                decoder.add(part, mixer(part), NONE, new NoFeedForward());
            } else {
                decoder.add(NONE, new NoMixer(), part, network(part));
            }
        }

        private Activation activation() {
            String name = config.optionalText("mlp_hidden_act").orElse("relu2");
            if (!name.equals("relu2")) {
                config.impossible(
                        "mlp_hidden_act", "the activation \"" + name + "\" is not known here", "known: relu2");
            }
            return Activation.SQUARED_RELU;
        }

        private FeedForward experts() {
            long experts = config.positive("n_routed_experts");
            long groups = config.positiveOr("n_group", 1);
            long kept = config.positiveOr("topk_group", 1);
            if (kept > groups) {
                config.impossible("topk_group", kept + " groups kept of only " + groups, "");
                kept = groups;
            }
            if (config.wholeOr("n_shared_experts", 1) != 1) {
                config.impossible("n_shared_experts", "other than one shared expert is not known in this type", "1");
            }
            config.notModeled("mlp_bias", "the biases of the experts are not counted");
            return new MixtureOfExperts(
                    experts,
                    MixtureConfigs.expertsPerToken(config, experts, 0),
                    config.positive("moe_intermediate_size"),
                    1,
                    config.positive("moe_shared_expert_intermediate_size"),
                    false,
                    0,
                    config.wholeOr("moe_latent_size", 0),
                    new Router(
                            Router.Function.SIGMOID,
                            config.flagOr("norm_topk_prob", true),
                            false,
                            true,
                            groups,
                            kept,
                            config.numberOr("routed_scaling_factor", 1.0)),
                    activation(),
                    false,
                    false);
        }
    }

    /** Several keys have a second name in the newer files. */
    private static Mamba2 mamba2(ConfigObject config) {
        // what is left of the inner width is said by heads, and how the recurrence is computed changes no figure
        config.understood(
                "expand",
                "mamba_expand",
                "chunk_size",
                "mamba_chunk_size",
                "mamba_hidden_act",
                "use_mamba_kernels",
                "time_step_rank",
                "time_step_min",
                "time_step_max",
                "time_step_floor",
                "time_step_limit",
                "mamba_dt_min",
                "mamba_dt_max",
                "mamba_dt_limit",
                "mamba_dt_init_floor");
        config.notModeled("mamba_proj_bias", "the biases of its projections are not counted");
        if (!config.optionalText("mamba_ssm_cache_dtype").orElse("float32").equals("float32")) {
            config.noteNotModeled("mamba_ssm_cache_dtype", "the states are counted in 32 bits");
        }
        long heads = config.sizeOr("mamba_num_heads", 128);
        String groupsKey = config.either("mamba_n_groups", "n_groups");
        long groups = config.positiveOr(groupsKey, 8);
        if (heads % groups != 0) {
            config.impossible(groupsKey, heads + " state heads are not divisible by " + groups + " groups", "");
            groups = 1;
        }
        boolean biased = config.flagOr("use_bias", false);
        return new Mamba2(
                heads,
                config.positiveOr("mamba_head_dim", 64),
                groups,
                config.positiveOr("ssm_state_size", 128),
                config.positiveOr(config.either("mamba_d_conv", "conv_kernel"), 4),
                config.flagOr(config.either("mamba_conv_bias", "use_conv_bias"), true),
                biased,
                biased,
                true);
    }

    /** {@code block_configs} says for each layer which parts it has, how many heads share one of KV, and how wide. */
    static Architecture nas(ConfigObject config) {
        DecoderConfig decoder = DecoderConfig.withoutKvHeads(config);
        long headDim = decoder.headDim();
        PositionEncoding rope = RopeConfig.read(config, headDim, 10_000, 1.0);
        config.understood("num_key_value_heads", "intermediate_size");
        Activation activation = decoder.activation("hidden_act");
        boolean biased = config.flagOr("mlp_bias", false);
        List<ConfigObject> blocks = config.objects("block_configs");
        if (blocks.size() != decoder.layers()) {
            config.findings()
                    .error(
                            ConfigRule.IMPOSSIBLE_VALUE,
                            "/block_configs",
                            blocks.size() + " entries for " + decoder.layers() + " layers",
                            "one for each layer");
        }
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("there are no layers");
        }
        for (ConfigObject block : blocks) {
            ConfigObject own = block.requiredObject("attention");
            ConfigObject network = block.requiredObject("ffn");
            boolean mixes = hasPart(own);
            boolean feeds = hasPart(network);
            long shared = mixes ? headsOfEach(decoder, own) : 1;
            long width = feeds ? width(config, network) : 1;
            decoder.add(
                    mixes ? "shared-by-" + shared : NONE,
                    mixes ? decoder.attention(shared, headDim, rope, decoder.biasesOnAll()) : new NoMixer(),
                    feeds ? "width-" + width : NONE,
                    feeds ? new DenseFeedForward(width, activation, biased) : new NoFeedForward());
            own.finish();
            network.finish();
            block.understood("parallel_blocks");
            block.finish();
        }
        return decoder.build(decoder.preNorm("1e-6"), false, StorageConfig.read(config, Storage.BFLOAT16));
    }

    private static long headsOfEach(DecoderConfig decoder, ConfigObject attention) {
        long shared = attention.positive("n_heads_in_group");
        if (decoder.heads() % shared != 0) {
            attention.impossible("n_heads_in_group", decoder.heads() + " heads do not come in groups of " + shared, "");
            return 1;
        }
        return shared;
    }

    private static boolean hasPart(ConfigObject part) {
        part.refuse("replace_with_linear", "a matrix in place of the part");
        part.notModeled("sparsify", "the part is counted in full");
        part.understood("n_heads_in_group", "ffn_mult");
        part.notModeled("window_length", "the layer is taken to see everything");
        part.notModeled("num_sink_tokens", "the layer is taken to see everything");
        part.understood("unshifted_sink", "use_prefill_window_in_sink_attention");
        return !part.flagOr("no_op", false);
    }

    /** Two thirds of a multiple of the hidden size, rounded up to a step: {@code configuration_decilm.py}. */
    private static long width(ConfigObject config, ConfigObject network) {
        double multiple = network.optionalNumber("ffn_mult").orElse(0.0);
        double width = 2 * multiple * config.positive("hidden_size") / 3;
        if (!(width >= 1 && width < Integer.MAX_VALUE)) {
            network.impossible("ffn_mult", "a feed-forward without a width", "a number above 0, such as 5.25");
            return 1;
        }
        return ((long) width + NAS_WIDTH_STEP - 1) / NAS_WIDTH_STEP * NAS_WIDTH_STEP;
    }
}
