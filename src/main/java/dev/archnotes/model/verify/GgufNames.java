package dev.archnotes.model.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the tensors of each model type are called in GGUF: {@code TENSOR_NAMES} of {@code gguf-py/gguf/constants.py} and
 * {@code tensor_mapping.py} of {@code ggml-org/llama.cpp}, and how {@code src/models/<architecture>.cpp} there shapes
 * them. A type has several namings where converters changed over time.
 */
final class GgufNames {
    private static final String BLOCK = "blk." + Naming.LAYER + ".";

    /** With norms on the inputs. */
    private static final Naming INPUT_NORMS = Naming.closed("GGUF")
            .beginning(BLOCK, Place.LAYER, Place.ATTENTION, Place.RECURRENCE, Place.FEED_FORWARD)
            .beginning(BLOCK + "nextn.", Place.PREDICTION)
            .modules(
                    Place.MODEL,
                    "embed_tokens",
                    "token_embd",
                    "position_embedding",
                    "position_embd",
                    "norm",
                    "output_norm")
            .module(Place.HEAD, "lm_head", "output")
            .modules(Place.LAYER, "input_layernorm", "attn_norm", "post_attention_layernorm", "ffn_norm")
            .with(attention(Place.ATTENTION))
            .tensor(Place.ATTENTION, "attn_sinks.weight", Shaping.PLAIN, "sinks")
            .modules(
                    Place.ATTENTION,
                    "q_a_proj",
                    "attn_q_a",
                    "q_a_layernorm",
                    "attn_q_a_norm",
                    "q_b_proj",
                    "attn_q_b",
                    "kv_a_proj_with_mqa",
                    "attn_kv_a_mqa",
                    "kv_a_layernorm",
                    "attn_kv_a_norm",
                    "kv_b_proj",
                    "attn_kv_b",
                    "indexer.wq_b",
                    "indexer.attn_q_b",
                    "indexer.wk",
                    "indexer.attn_k",
                    "indexer.k_norm",
                    "indexer.k_norm",
                    "indexer.weights_proj",
                    "indexer.proj")
            .modules(
                    Place.FEED_FORWARD,
                    "gate_proj",
                    "ffn_gate",
                    "up_proj",
                    "ffn_up",
                    "down_proj",
                    "ffn_down",
                    "router",
                    "ffn_gate_inp")
            .tensor(Place.FEED_FORWARD, "exp_probs_b.bias", Shaping.PLAIN, "router.e_score_correction_bias")
            .with(stacked("gate"))
            .with(stacked("up"))
            .with(stacked("down"))
            .tensor(Place.FEED_FORWARD, "ffn_gate_shexp.weight", Shaping.MERGED, "shared_experts.gate_proj.weight")
            .tensor(Place.FEED_FORWARD, "ffn_up_shexp.weight", Shaping.MERGED, "shared_experts.up_proj.weight")
            .tensor(Place.FEED_FORWARD, "ffn_down_shexp.weight", Shaping.MERGED, "shared_experts.down_proj.weight")
            .tensor(Place.FEED_FORWARD, "ffn_gate_inp_shexp.weight", Shaping.FLAT, "shared_expert_gate.weight")
            .modules(
                    Place.PREDICTION,
                    "eh_proj",
                    "eh_proj",
                    "enorm",
                    "enorm",
                    "hnorm",
                    "hnorm",
                    "norm",
                    "shared_head_norm");

    /** The second norm called after the attention that it follows: gpt-oss, GLM-4.5, Seed, MiniMax, Qwen3-Next. */
    private static final Naming POST_ATTENTION =
            INPUT_NORMS.module(Place.LAYER, "post_attention_layernorm", "post_attention_norm");

    /** Norms on outputs: OLMo 2, EXAONE 4. */
    private static final Naming OUTPUT_NORMS =
            POST_ATTENTION.module(Place.LAYER, "post_feedforward_layernorm", "post_ffw_norm");

    /** Norms on inputs and outputs: Gemma, GLM-4. */
    private static final Naming SANDWICH = OUTPUT_NORMS.module(Place.LAYER, "pre_feedforward_layernorm", "ffn_norm");

    /** Queries, keys and values in one matrix. */
    private static final Naming FUSED = INPUT_NORMS.fused(Place.ATTENTION, "attn_qkv", "q_proj", "k_proj", "v_proj");

    private static final Naming PHI3 = gateInUp(FUSED);

    private static final Naming FALCON_PAIR =
            FUSED.modules(Place.LAYER, "input_layernorm", "attn_norm_2", "post_attention_layernorm", "attn_norm");

    private static final Naming DBRX = FUSED.module(Place.LAYER, "post_attention_layernorm", "attn_output_norm");

    private static final Naming COHERE = INPUT_NORMS
            .tensor(Place.ATTENTION, "attn_q_norm.weight", Shaping.BY_HEADS, "q_norm.weight")
            .tensor(Place.ATTENTION, "attn_k_norm.weight", Shaping.BY_HEADS, "k_norm.weight");

    private static final Naming AFMOE = SANDWICH.parted(
            Place.ATTENTION,
            "q_proj.weight",
            "attn_q.weight",
            Shaping.QUERIES,
            "attn_gate.weight",
            Shaping.OUTPUT_GATE);

    private static final Naming GROK = INPUT_NORMS
            .modules(
                    Place.LAYER,
                    "post_attention_layernorm",
                    "attn_output_norm",
                    "pre_feedforward_layernorm",
                    "ffn_norm",
                    "post_feedforward_layernorm",
                    "post_ffw_norm")
            .with(denseBranch());

    /** Keys and values of latent attention by heads, as converters have written them since spring 2025. */
    private static final Naming LATENT = latent(INPUT_NORMS);

    /** A gated delta net whose converter takes the first projection apart. */
    private static final Naming QWEN_3_5 = POST_ATTENTION
            .modules(
                    Place.RECURRENCE,
                    "in_proj_qkv",
                    "attn_qkv",
                    "in_proj_z",
                    "attn_gate",
                    "in_proj_b",
                    "ssm_beta",
                    "in_proj_a",
                    "ssm_alpha",
                    "conv1d",
                    "ssm_conv1d",
                    "norm",
                    "ssm_norm",
                    "out_proj",
                    "ssm_out")
            .tensor(Place.RECURRENCE, "ssm_a", Shaping.PLAIN, "A_log")
            .tensor(Place.RECURRENCE, "ssm_dt.bias", Shaping.PLAIN, "dt_bias");

    private static final Naming QWEN_3_NEXT = QWEN_3_5.parted(
                    Place.RECURRENCE,
                    "in_proj_qkvz.weight",
                    "attn_qkv.weight",
                    Shaping.DELTA_QUERIES_KEYS_VALUES,
                    "attn_gate.weight",
                    Shaping.DELTA_GATE)
            .module(Place.RECURRENCE, "in_proj_ba", "ssm_ba");

    /** As the first converter wrote it. */
    private static final Naming QWEN_3_NEXT_WHOLE =
            QWEN_3_NEXT.called("GGUF, the first projection whole").module(Place.RECURRENCE, "in_proj_qkvz", "ssm_in");

    /** State-space layers of both kinds. */
    private static final Naming STATE_SPACE = INPUT_NORMS
            .modules(
                    Place.RECURRENCE,
                    "in_proj",
                    "ssm_in",
                    "conv1d",
                    "ssm_conv1d",
                    "x_proj",
                    "ssm_x",
                    "dt_proj",
                    "ssm_dt",
                    "dt_layernorm",
                    "ssm_dt_norm",
                    "b_layernorm",
                    "ssm_b_norm",
                    "c_layernorm",
                    "ssm_c_norm",
                    "out_proj",
                    "ssm_out")
            .tensor(Place.RECURRENCE, "ssm_a", Shaping.PLAIN, "A_log")
            .tensor(Place.RECURRENCE, "ssm_d", Shaping.PLAIN, "D")
            .tensor(Place.RECURRENCE, "ssm_dt.bias", Shaping.PLAIN, "dt_bias")
            .tensor(Place.RECURRENCE, "ssm_norm.weight", Shaping.BY_GROUPS, "norm.weight");

    private static final Naming FALCON_H1 = STATE_SPACE.with(attention(Place.RECURRENCE));

    private static final Naming NEMOTRON_H = STATE_SPACE
            .modules(Place.LAYER, "input_layernorm", "attn_norm", "post_attention_layernorm", "attn_norm")
            .modules(Place.FEED_FORWARD, "fc1_latent_proj", "ffn_latent_down", "fc2_latent_proj", "ffn_latent_up");

    private static final Naming KIMI_LINEAR = INPUT_NORMS
            .with(attention(Place.RECURRENCE))
            .modules(
                    Place.RECURRENCE,
                    "q_conv1d",
                    "ssm_conv1d_q",
                    "k_conv1d",
                    "ssm_conv1d_k",
                    "v_conv1d",
                    "ssm_conv1d_v",
                    "f_a_proj",
                    "ssm_f_a",
                    "f_b_proj",
                    "ssm_f_b",
                    "b_proj",
                    "ssm_beta",
                    "g_a_proj",
                    "ssm_g_a",
                    "g_b_proj",
                    "ssm_g_b",
                    "o_norm",
                    "ssm_norm")
            .tensor(Place.RECURRENCE, "ssm_a", Shaping.PLAIN, "A_log")
            .tensor(Place.RECURRENCE, "ssm_dt.bias", Shaping.PLAIN, "dt_bias");

    /** The last norm under the name of another, which converters kept. */
    private static final Naming LFM2 = INPUT_NORMS
            .module(Place.MODEL, "norm", "token_embd_norm")
            .modules(
                    Place.RECURRENCE,
                    "in_proj",
                    "shortconv.in_proj",
                    "conv",
                    "shortconv.conv",
                    "out_proj",
                    "shortconv.out_proj");

    private static final Naming GEMMA_3N = SANDWICH.modules(
                    Place.MODEL,
                    "embed_tokens_per_layer",
                    "per_layer_token_embd",
                    "per_layer_model_projection",
                    "per_layer_model_proj",
                    "per_layer_projection_norm",
                    "per_layer_proj_norm")
            .tensor(Place.MODEL, "altup_proj.weight", Shaping.STACKED, "altup_projections.weight")
            .tensor(Place.MODEL, "altup_unembd_proj.weight", Shaping.STACKED, "altup_unembed_projections.weight")
            .modules(
                    Place.LAYER,
                    "per_layer_input_gate",
                    "inp_gate",
                    "per_layer_projection",
                    "proj",
                    "post_per_layer_input_norm",
                    "post_norm",
                    "altup.correction_coefs",
                    "altup_correct_coef",
                    "altup.prediction_coefs",
                    "altup_predict_coef",
                    "altup.modality_router",
                    "altup_router",
                    "altup.router_norm",
                    "altup_router_norm",
                    "laurel.linear_left",
                    "laurel_l",
                    "laurel.linear_right",
                    "laurel_r",
                    "laurel.post_laurel_norm",
                    "laurel_post_norm")
            .tensor(Place.LAYER, "altup_correct_scale.weight", Shaping.PLAIN, "altup.correct_output_scale");

    private static final Naming GEMMA_4 = GEMMA_3N.tensor(
                    Place.LAYER, "layer_output_scale.weight", Shaping.PLAIN, "layer_scalar")
            .with(denseBranch())
            .tensor(Place.FEED_FORWARD, "ffn_gate_inp.scale", Shaping.PLAIN, "router.scale")
            .tensor(Place.FEED_FORWARD, "ffn_down_exps.scale", Shaping.PLAIN, "router.per_expert_scale")
            .modules(
                    Place.FEED_FORWARD,
                    "pre_feedforward_layernorm_2",
                    "pre_ffw_norm_2",
                    "post_feedforward_layernorm_1",
                    "post_ffw_norm_1",
                    "post_feedforward_layernorm_2",
                    "post_ffw_norm_2");

    /** What the activation learns stands in the metadata. */
    private static final Naming APERTUS = INPUT_NORMS.unstored(Place.FEED_FORWARD, "act_fn.alpha_p", "act_fn.alpha_n");

    private static final Naming DEEPSEEK_4 = INPUT_NORMS
            .tensor(Place.MODEL, "output_hc_fn.weight", Shaping.PLAIN, "hc_head.hc_fn")
            .tensor(Place.MODEL, "output_hc_base.weight", Shaping.PLAIN, "hc_head.hc_base")
            .tensor(Place.MODEL, "output_hc_scale.weight", Shaping.PLAIN, "hc_head.hc_scale")
            .with(connections("attn"))
            .with(connections("ffn"))
            .modules(
                    Place.ATTENTION,
                    "q_norm",
                    "attn_q_a_norm",
                    "kv_proj",
                    "attn_kv",
                    "kv_norm",
                    "attn_kv_a_norm",
                    "o_a_proj",
                    "attn_output_a",
                    "o_b_proj",
                    "attn_output_b",
                    "compressor.kv_proj",
                    "attn_compressor_kv",
                    "compressor.gate_proj",
                    "attn_compressor_gate",
                    "compressor.kv_norm",
                    "attn_compressor_norm",
                    "compressor.indexer.q_b_proj",
                    "indexer.attn_q_b",
                    "compressor.indexer.weights_proj",
                    "indexer.proj",
                    "compressor.indexer.kv_proj",
                    "indexer_compressor_kv",
                    "compressor.indexer.gate_proj",
                    "indexer_compressor_gate",
                    "compressor.indexer.kv_norm",
                    "indexer_compressor_norm")
            .tensor(Place.ATTENTION, "attn_compressor_ape.weight", Shaping.PLAIN, "compressor.position_bias")
            .tensor(Place.ATTENTION, "indexer_compressor_ape.weight", Shaping.PLAIN, "compressor.indexer.position_bias")
            // the loader reads none of the module's own
            .unstored(Place.PREDICTION, "hc_head.hc_fn", "hc_head.hc_base", "hc_head.hc_scale");

    /** Norms in front of the last matrix of each part. */
    private static final Naming BITNET =
            INPUT_NORMS.modules(Place.LAYER, "attn_sub_norm", "attn_sub_norm", "ffn_sub_norm", "ffn_sub_norm");

    /** The prediction module of K-EXAONE is its block 48, which the loader keeps and does not read. */
    private static final Naming EXAONE_MOE = INPUT_NORMS.predictionBehind("blk.48.");

    /** A number of each head gates its output. */
    private static final Naming STEP = INPUT_NORMS.module(Place.ATTENTION, "g_proj", "attn_gate");

    private static final Map<String, List<Naming>> NAMES = new TreeMap<>();

    static {
        put(
                List.of(INPUT_NORMS),
                "Yi",
                "arcee",
                "baichuan",
                "ernie4_5",
                "exaone",
                "gemma",
                "gptj",
                "granite",
                "hunyuan_v1_dense",
                "internlm",
                "internlm2",
                "internlm3",
                "jais2",
                "llama",
                "minicpm",
                "ministral",
                "ministral3",
                "mistral",
                "mistral3",
                "nemotron",
                "nemotron-nas",
                "olmo",
                "orion",
                "qwen2",
                "qwen2_5_omni_text",
                "qwen2_5_vl",
                "qwen2_5_vl_text",
                "qwen2_vl",
                "qwen2_vl_text",
                "qwen3",
                "qwen3_vl",
                "qwen3_vl_text",
                "smollm3",
                "starcoder2",
                "xverse");
        put(List.of(FUSED), "bailing_moe_v2", "gpt2", "gpt_bigcode", "gpt_neox", "mpt", "qwen");
        // Ling 1.5 in matrices by themselves, Ling 2.0 in one
        put(List.of(FUSED, INPUT_NORMS), "bailing_moe", "phi");
        put(List.of(FUSED, FALCON_PAIR), "falcon", "RefinedWeb", "RefinedWebModel");
        put(List.of(PHI3, gateInUp(INPUT_NORMS)), "phi3");
        put(List.of(PHI3), "chatglm");
        put(List.of(BITNET), "bitnet");
        put(List.of(EXAONE_MOE, gateWithUp(EXAONE_MOE)), "exaone_moe");
        put(List.of(STEP, gateWithUp(STEP)), "step3p5", "step3p7");
        put(List.of(gateInUp(INPUT_NORMS)), "glm");
        put(List.of(gateInUp(SANDWICH)), "glm4", "glm4v", "glm4v_text");
        put(List.of(DBRX), "dbrx");
        put(List.of(COHERE), "cohere", "cohere2", "stablelm");
        put(
                List.of(INPUT_NORMS, gateWithUp(INPUT_NORMS)),
                "dots1",
                "ernie4_5_moe",
                "granitemoe",
                "granitemoeshared",
                "hunyuan_v1_moe",
                "llama4",
                "llama4_text",
                "mimo_v2_flash",
                "mixtral",
                "olmoe",
                "phimoe",
                "qwen2_moe",
                "qwen3_moe",
                "qwen3_vl_moe",
                "qwen3_vl_moe_text");
        put(List.of(INPUT_NORMS), "mimo");
        put(List.of(SANDWICH), "gemma2", "gemma3", "gemma3_text");
        put(List.of(OUTPUT_NORMS), "olmo2", "olmo3", "exaone4");
        put(
                List.of(POST_ATTENTION, INPUT_NORMS, gateWithUp(POST_ATTENTION), gateWithUp(INPUT_NORMS)),
                "gpt_oss",
                "seed_oss",
                "glm4_moe",
                "glm4v_moe",
                "glm4v_moe_text",
                "minimax_m2");
        put(
                List.of(LATENT, INPUT_NORMS, gateWithUp(LATENT)),
                "deepseek_v2",
                "deepseek_v3",
                "deepseek_v32",
                "glm4_moe_lite",
                "glm_moe_dsa",
                "kimi_k2",
                "kimi_k25",
                "kimi_vl",
                "minicpm3",
                "youtu");
        put(List.of(latent(KIMI_LINEAR), KIMI_LINEAR, gateWithUp(latent(KIMI_LINEAR))), "kimi_linear");
        put(List.of(AFMOE, gateWithUp(AFMOE)), "afmoe");
        put(List.of(APERTUS), "apertus");
        put(List.of(DEEPSEEK_4), "deepseek_ref", "deepseek_v4");
        put(List.of(GROK), "git");
        put(List.of(QWEN_3_NEXT, QWEN_3_NEXT_WHOLE, gateWithUp(QWEN_3_NEXT)), "qwen3_next");
        put(List.of(QWEN_3_5, gateWithUp(QWEN_3_5)), "qwen3_5", "qwen3_5_moe", "qwen3_5_moe_text", "qwen3_5_text");
        put(List.of(STATE_SPACE, gateWithUp(STATE_SPACE)), "bamba", "granitemoehybrid", "jamba");
        put(List.of(FALCON_H1), "falcon_h1");
        put(List.of(STATE_SPACE), "falcon_mamba", "mamba", "mamba2");
        put(List.of(NEMOTRON_H), "nemotron_h");
        put(List.of(LFM2, LFM2.module(Place.MODEL, "norm", "output_norm")), "lfm2", "lfm2_moe");
        put(List.of(GEMMA_3N), "gemma3n", "gemma3n_text");
        put(List.of(GEMMA_4, gateWithUp(GEMMA_4)), "gemma4", "gemma4_text");
    }

    private GgufNames() {}

    /** The namings of a model type, the usual one first; empty where none is known. */
    static List<Naming> of(String type) {
        return NAMES.getOrDefault(type, List.of());
    }

    private static void put(List<Naming> namings, String... types) {
        for (String type : types) {
            NAMES.put(type, namings);
        }
    }

    private static Naming.Rule[] attention(Place place) {
        String[] modules = {
            "q_proj",
            "attn_q",
            "k_proj",
            "attn_k",
            "v_proj",
            "attn_v",
            "o_proj",
            "attn_output",
            "q_norm",
            "attn_q_norm",
            "k_norm",
            "attn_k_norm"
        };
        return modules(place, modules);
    }

    /** A dense network beside the experts. */
    private static Naming.Rule[] denseBranch() {
        String[] modules = {
            "dense_branch.gate_proj", "ffn_gate", "dense_branch.up_proj", "ffn_up", "dense_branch.down_proj", "ffn_down"
        };
        return modules(Place.FEED_FORWARD, modules);
    }

    /** How a sub-layer reads and writes several residual streams. */
    private static Naming.Rule[] connections(String part) {
        Naming.Rule[] rules = new Naming.Rule[3];
        String[] tensors = {"fn", "base", "scale"};
        for (int i = 0; i < tensors.length; i++) {
            String target = "hc_" + part + "_" + tensors[i] + ".weight";
            rules[i] = new Naming.Rule(Place.LAYER, target, Shaping.PLAIN, List.of(part + "_hc." + tensors[i]));
        }
        return rules;
    }

    private static Naming.Rule[] modules(Place place, String[] modules) {
        List<Naming.Rule> rules = new ArrayList<>();
        for (int i = 0; i < modules.length; i += 2) {
            for (String end : new String[] {".weight", ".bias"}) {
                rules.add(new Naming.Rule(place, modules[i + 1] + end, Shaping.PLAIN, List.of(modules[i] + end)));
            }
        }
        return rules.toArray(new Naming.Rule[0]);
    }

    private static Naming.Rule[] stacked(String matrix) {
        String source = "experts." + matrix + "_proj";
        String target = "ffn_" + matrix + "_exps";
        return new Naming.Rule[] {
            new Naming.Rule(Place.FEED_FORWARD, target + ".weight", Shaping.STACKED, List.of(source + ".weight")),
            new Naming.Rule(Place.FEED_FORWARD, target + ".bias", Shaping.STACKED, List.of(source + ".bias"))
        };
    }

    /** Gate and up of all experts in one tensor. */
    private static Naming gateWithUp(Naming naming) {
        return naming.called("GGUF, gate and up of experts in one")
                .tensor(
                        Place.FEED_FORWARD,
                        "ffn_gate_up_exps.weight",
                        Shaping.STACKED,
                        "experts.gate_proj.weight",
                        "experts.up_proj.weight");
    }

    /** Gate and up of a network in the matrix called up. */
    private static Naming gateInUp(Naming naming) {
        return naming.tensor(Place.FEED_FORWARD, "ffn_up.weight", Shaping.PLAIN, "gate_proj.weight", "up_proj.weight");
    }

    private static Naming latent(Naming naming) {
        return naming.called("GGUF, latent attention by heads")
                .parted(
                        Place.ATTENTION,
                        "kv_b_proj.weight",
                        "attn_k_b.weight",
                        Shaping.KEYS_OF_HEADS,
                        "attn_v_b.weight",
                        Shaping.VALUES_OF_HEADS);
    }
}
