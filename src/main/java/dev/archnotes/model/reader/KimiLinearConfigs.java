package dev.archnotes.model.reader;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.KimiDeltaAttention;
import dev.archnotes.model.attention.LatentAttention;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.DecoderConfig;
import dev.archnotes.model.config.StorageConfig;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.network.MixtureOfExperts;
import dev.archnotes.model.network.Router;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Storage;
import java.util.ArrayList;
import java.util.List;

/**
 * Kimi Linear: layers of Kimi Delta Attention with a layer of latent attention without rotation after every few of
 * them, and DeepSeek V3's experts.
 *
 * <p>The released file numbers its layers from 1, in {@code linear_attn_config}; transformers writes
 * {@code layer_types}, {@code mlp_layer_types} and {@code linear_…} keys beside the others. Defaults for missing keys,
 * from {@code configuration_kimi_linear.py} of {@code huggingface/transformers}: 32 heads of 128 with states, four
 * taps, one dense layer, one shared expert, no query rank, every fourth layer latent from the fifth on.
 */
final class KimiLinearConfigs {
    private static final String FULL = "full_attention";
    private static final String LINEAR = "linear_attention";
    private static final String DENSE = "dense";

    private KimiLinearConfigs() {}

    static Architecture read(ConfigObject config) {
        DecoderConfig decoder = new DecoderConfig(config);
        // the width of a rotary key or of nothing at all; every head has a key and a value of its own
        config.understood("head_dim", "num_key_value_heads", "qk_head_dim", "model_max_length");
        // bases and scalings of a rotation that is not used
        config.understood("rope_theta", "rope_scaling", "rope_parameters", "use_grouped_topk");
        if (!config.flagOr("mla_use_nope", true)) {
            config.impossible("mla_use_nope", "latent attention with rotation is not known in this type", "");
        }
        Attention latent = new LatentAttention(
                decoder.heads(),
                config.wholeOr("q_lora_rank", 0),
                config.positive("kv_lora_rank"),
                config.positive("qk_nope_head_dim"),
                config.positive("qk_rope_head_dim"),
                config.positive("v_head_dim"),
                new PositionEncoding.None());
        config.notModeled("attention_bias", "the biases of its projections are not counted");
        MixtureOfExperts moe = DeepSeekConfigs.experts(
                decoder,
                config.wholeOr(config.either("num_shared_experts", "n_shared_experts"), 1),
                config.optionalText("moe_router_activation_func")
                                .orElse("sigmoid")
                                .equals("softmax")
                        ? Router.Function.SOFTMAX
                        : Router.Function.SIGMOID,
                true,
                true);
        DenseFeedForward dense = new DenseFeedForward(config.positive("intermediate_size"), moe.activation(), false);
        ConfigObject inner = config.object("linear_attn_config").orElse(config);
        boolean nested = inner != config;
        long headDim = inner.positiveOr(nested ? "head_dim" : "linear_head_dim", 128);
        Attention delta = new KimiDeltaAttention(
                inner.positiveOr(nested ? "num_heads" : "linear_num_heads", 32),
                headDim,
                headDim,
                inner.positiveOr(nested ? "short_conv_kernel_size" : "linear_conv_kernel_dim", 4));
        inner.refuse("use_full_rank_gate", "the output gate is counted as two narrow matrices");
        inner.understood("gate_lower_bound");
        List<String> types = layerTypes(decoder, inner);
        List<String> networks = networks(decoder);
        if (nested) {
            inner.finish();
        }
        for (int layer = 0; layer < decoder.layers(); layer++) {
            boolean full = types.get(layer).equals(FULL);
            boolean sparse = !networks.get(layer).equals(DENSE);
            decoder.add(
                    full ? "latent" : "linear", full ? latent : delta, sparse ? "moe" : DENSE, sparse ? moe : dense);
        }
        if (config.wholeOr("num_nextn_predict_layers", 0) > 0) {
            config.noteNotModeled("num_nextn_predict_layers", "the prediction module is not counted");
        }
        return decoder.build(decoder.preNorm("1e-5"), false, StorageConfig.read(config, Storage.BFLOAT16));
    }

    private static List<String> layerTypes(DecoderConfig decoder, ConfigObject inner) {
        List<Long> full = inner.integers("full_attn_layers");
        List<Long> linear = inner.integers("kda_layers");
        boolean listed = !full.isEmpty() || !linear.isEmpty();
        if (listed && !decoder.config().has("layer_types")) {
            for (long layer = 1; layer <= decoder.layers(); layer++) {
                if (full.contains(layer) == linear.contains(layer)) {
                    inner.impossible(
                            "kda_layers",
                            "layer " + layer + " stands in " + (full.contains(layer) ? "both" : "neither")
                                    + " of the lists of layers",
                            "each of them once, from 1 on");
                    break;
                }
            }
        }
        return decoder.layerTypes(
                layer -> (listed ? full.contains(layer + 1L) : layer > 0 && layer % 4 == 0) ? FULL : LINEAR,
                FULL,
                LINEAR);
    }

    /** Of each layer, dense or not. */
    private static List<String> networks(DecoderConfig decoder) {
        ConfigObject config = decoder.config();
        long dense = config.wholeOr("first_k_dense_replace", 1);
        long step = config.positiveOr("moe_layer_freq", 1);
        List<String> networks = new ArrayList<>(config.texts("mlp_layer_types"));
        if (!networks.isEmpty() && networks.size() != decoder.layers()) {
            config.impossible("mlp_layer_types", networks.size() + " types for " + decoder.layers() + " layers", "");
            networks.clear();
        }
        for (int layer = networks.size(); layer < decoder.layers(); layer++) {
            networks.add(layer < dense || layer % step != 0 ? DENSE : "sparse");
        }
        return networks;
    }
}
