package dev.archnotes.model.verify;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Types whose names in safetensors depart from those of their kind in a few places: as {@code conversion_mapping.py} of
 * {@code huggingface/transformers} renames released files when it loads them, or as the class that came with the
 * weights has them.
 */
final class FurtherNames {
    private static final String ONE_EXPERT = "experts." + Naming.COPY + ".";

    /** The layers, with the numbers of one that holds two of the ledger's. */
    private static final String DOUBLE = Naming.ROOT + "layers." + Naming.PAIR + ".";

    /** {@code modeling_bitnet.py}: norms in front of the last matrix of each part. */
    private static final Naming BITNET = SafetensorsNames.LLAMA.modules(
            Place.LAYER, "attn_sub_norm", "self_attn.attn_sub_norm", "ffn_sub_norm", "mlp.ffn_sub_norm");

    /** {@code modeling_chatglm.py} of ChatGLM2, ChatGLM3 and GLM-4; vLLM's {@code chatglm.py} reads the same. */
    private static final Naming CHATGLM = Naming.open("fused matrices")
            .beginning("transformer.", Place.MODEL, Place.HEAD)
            .beginning("transformer.encoder.layers." + Naming.LAYER + ".", Place.LAYER)
            .beginning("transformer.encoder.layers." + Naming.LAYER + ".self_attention.", Place.ATTENTION)
            .beginning("transformer.encoder.layers." + Naming.LAYER + ".mlp.", Place.FEED_FORWARD)
            .modules(Place.MODEL, "embed_tokens", "embedding.word_embeddings", "norm", "encoder.final_layernorm")
            .module(Place.HEAD, "lm_head", "output_layer")
            .fused(Place.ATTENTION, "query_key_value", "q_proj", "k_proj", "v_proj")
            .module(Place.ATTENTION, "o_proj", "dense")
            .fused(Place.FEED_FORWARD, "dense_h_to_4h", "gate_proj", "up_proj")
            .module(Place.FEED_FORWARD, "down_proj", "dense_4h_to_h");

    /** {@code modeling_codegen.py}: GPT-J with queries, keys and values in one matrix. */
    private static final Naming CODEGEN = SafetensorsNames.GPTJ
            .called("queries, keys and values in one")
            .fused(Place.ATTENTION, "qkv_proj", "q_proj", "k_proj", "v_proj");

    /** {@code modeling_nanochat.py}: a network of two matrices, and no norm has weights. */
    private static final Naming NANOCHAT =
            SafetensorsNames.LLAMA.modules(Place.FEED_FORWARD, "up_proj", "fc1", "down_proj", "fc2");

    /** {@code nanochat/gpt.py} of karpathy/nanochat, as mlx-lm's {@code nanochat.py} reads it. */
    private static final Naming NANOCHAT_OWN = SafetensorsNames.transformer("h", "in its maker's names")
            .modules(Place.ATTENTION, "q_proj", "c_q", "k_proj", "c_k", "v_proj", "c_v", "o_proj", "c_proj")
            .modules(Place.FEED_FORWARD, "up_proj", "c_fc", "down_proj", "c_proj");

    /** The norm behind the experts stands in the layer; {@code modeling_axk1.py} has it with them. */
    private static final Naming AXK1 = SafetensorsNames.shared(
                    SafetensorsNames.router(
                            SafetensorsNames.experts(
                                    SafetensorsNames.besideDense(SafetensorsNames.LLAMA), "mlp." + ONE_EXPERT),
                            "mlp.gate"),
                    "mlp.shared_experts")
            .module(Place.FEED_FORWARD, "post_mlp_layernorm", "post_mlp_layernorm");

    private static final Naming EXAONE_MOE = SafetensorsNames.SHARED_EXPERTS
            .tensor(Place.FEED_FORWARD, "e_score_correction_bias", Shaping.PLAIN, "router.e_score_correction_bias")
            .predictionBehind("mtp.");

    private static final Naming HY_V3 = SafetensorsNames.shared(
                    SafetensorsNames.router(
                            SafetensorsNames.experts(SafetensorsNames.LLAMA, ONE_EXPERT), "router.gate"),
                    "shared_mlp")
            .tensor(Place.FEED_FORWARD, "expert_bias", Shaping.PLAIN, "router.e_score_correction_bias")
            .predictionBehind("model.layers.80.");

    private static final Naming LAGUNA = SafetensorsNames.SHARED_EXPERT.tensor(
            Place.FEED_FORWARD, "experts.e_score_correction_bias", Shaping.PLAIN, "router.e_score_correction_bias");

    /**
     * {@code modeling_longcat_flash.py}: two attentions and two dense networks stand in one layer of its file, and the
     * experts with the first of them; the ledger has them as two layers.
     */
    private static final Naming LONGCAT_FLASH = SafetensorsNames.router(
                    SafetensorsNames.experts(SafetensorsNames.LLAMA, "mlp." + ONE_EXPERT), "mlp.router.classifier")
            .tensor(
                    Place.FEED_FORWARD,
                    "mlp.router.e_score_correction_bias",
                    Shaping.PLAIN,
                    "router.e_score_correction_bias")
            .beginning(DOUBLE, Place.LAYER, Place.FEED_FORWARD)
            .beginning(DOUBLE + "self_attn." + Naming.HALF + ".", Place.ATTENTION)
            .modules(
                    Place.LAYER,
                    "input_layernorm",
                    "input_layernorm." + Naming.HALF,
                    "post_attention_layernorm",
                    "post_attention_layernorm." + Naming.HALF)
            .modules(
                    Place.FEED_FORWARD,
                    "gate_proj",
                    "mlps." + Naming.HALF + ".gate_proj",
                    "up_proj",
                    "mlps." + Naming.HALF + ".up_proj",
                    "down_proj",
                    "mlps." + Naming.HALF + ".down_proj",
                    "dense_branch.gate_proj",
                    "mlps." + Naming.HALF + ".gate_proj",
                    "dense_branch.up_proj",
                    "mlps." + Naming.HALF + ".up_proj",
                    "dense_branch.down_proj",
                    "mlps." + Naming.HALF + ".down_proj")
            .predictionBehind("model.mtp.");

    /** Step 3.5 and 3.7: each matrix of all experts in one tensor. */
    private static final Naming STEP = SafetensorsNames.besideDense(SafetensorsNames.LLAMA)
            .called("experts stacked")
            .module(Place.FEED_FORWARD, "router", "moe.gate")
            .tensor(Place.FEED_FORWARD, "moe.router_bias", Shaping.PLAIN, "router.e_score_correction_bias")
            .tensor(Place.FEED_FORWARD, "moe.gate_proj.weight", Shaping.STACKED, "experts.gate_proj.weight")
            .tensor(Place.FEED_FORWARD, "moe.up_proj.weight", Shaping.STACKED, "experts.up_proj.weight")
            .tensor(Place.FEED_FORWARD, "moe.down_proj.weight", Shaping.STACKED, "experts.down_proj.weight")
            .modules(
                    Place.FEED_FORWARD,
                    "shared_experts.gate_proj",
                    "share_expert.gate_proj",
                    "shared_experts.up_proj",
                    "share_expert.up_proj",
                    "shared_experts.down_proj",
                    "share_expert.down_proj")
            // num_nextn_predict_layers of both releases, behind 45 layers
            .predictionBehind("model.layers.45.", "model.layers.46.", "model.layers.47.");

    private static final Map<String, List<Naming>> NAMES = new TreeMap<>();

    static {
        NAMES.put("axk1", SafetensorsNames.orStacked(AXK1, SafetensorsNames.SHARED_EXPERTS));
        NAMES.put("bitnet", List.of(BITNET));
        NAMES.put("chatglm", List.of(CHATGLM));
        NAMES.put("codegen", List.of(CODEGEN));
        NAMES.put("exaone_moe", SafetensorsNames.orStacked(EXAONE_MOE, SafetensorsNames.SHARED_EXPERTS));
        NAMES.put("granite_swa", List.of(SafetensorsNames.LLAMA));
        NAMES.put("hy_v3", List.of(HY_V3));
        NAMES.put("laguna", SafetensorsNames.orStacked(LAGUNA, SafetensorsNames.SHARED_EXPERTS));
        NAMES.put("longcat_flash", List.of(LONGCAT_FLASH));
        NAMES.put("nanochat", List.of(NANOCHAT, NANOCHAT_OWN));
        NAMES.put("qwen2_5_omni_text", List.of(SafetensorsNames.LLAMA));
        NAMES.put(
                "qwen3_omni_moe_text", SafetensorsNames.orStacked(SafetensorsNames.EXPERTS, SafetensorsNames.EXPERTS));
        NAMES.put("step3p5", List.of(STEP));
        NAMES.put("step3p7", List.of(STEP));
    }

    private FurtherNames() {}

    /** The namings of a model type, the usual one first; empty where none is known. */
    static List<Naming> of(String type) {
        return NAMES.getOrDefault(type, List.of());
    }
}
