package dev.archnotes.model.verify;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the tensors of each model type are called: in the checkpoints that {@code huggingface/transformers} loads
 * ({@code src/transformers/models/<type>/modeling_<type>.py}, and {@code conversion_mapping.py} for experts that its
 * fifth version writes in one tensor), and in GGUF ({@code TENSOR_NAMES} of {@code gguf-py/gguf/constants.py} and
 * {@code tensor_mapping.py} of {@code ggml-org/llama.cpp}). A type has several namings where several are in use; which
 * one a checkpoint has shows in its names.
 */
final class TensorNames {
    private static final String LAYERS = Naming.ROOT + "layers." + Naming.LAYER + ".";

    /** Llama, and whoever kept its names. */
    private static final Naming LLAMA = Naming.open("each matrix by itself")
            .beginning(Naming.ROOT, Place.MODEL)
            .beginning(Naming.HEAD, Place.HEAD)
            .beginning(LAYERS, Place.LAYER, Place.PREDICTION)
            .beginning(LAYERS + "self_attn.", Place.ATTENTION)
            .beginning(LAYERS + "linear_attn.", Place.RECURRENCE)
            .beginning(LAYERS + "mlp.", Place.FEED_FORWARD)
            // modeling_deepseek.py leaves the module out, the released files have its norm under this name
            .module(Place.PREDICTION, "norm", "shared_head.norm");

    /** Experts one by one, behind a router called gate: Qwen, DeepSeek, GLM. */
    private static final Naming EXPERTS =
            router(experts(LLAMA, "experts." + Naming.EXPERT + ".", "gate_proj", "up_proj", "down_proj"), "gate");

    /** Shared experts as one network. */
    private static final Naming SHARED_EXPERTS = shared(EXPERTS, "shared_experts");

    private static final Naming SHARED_EXPERT = shared(EXPERTS, "shared_expert");

    private static final Naming MIXTRAL = router(
                    experts(LLAMA, "experts." + Naming.EXPERT + ".", "w1", "w3", "w2"), "gate")
            .beginning(LAYERS + "block_sparse_moe.", Place.FEED_FORWARD);

    /** Released with experts stacked input first; the fifth version of transformers writes them output first. */
    private static final Naming QWEN3_VL_MOE =
            stacked(EXPERTS, Shaping.STACKED_TRANSPOSED, "experts stacked, input first");

    private static final Naming MINIMAX_M2 = MIXTRAL.tensor(
            Place.FEED_FORWARD, "e_score_correction_bias", Shaping.PLAIN, "router.e_score_correction_bias");

    private static final Naming PHI3 = LLAMA.called("fused matrices")
            .tensor(
                    Place.ATTENTION,
                    "qkv_proj.weight",
                    Shaping.PLAIN,
                    "q_proj.weight",
                    "k_proj.weight",
                    "v_proj.weight")
            .tensor(Place.FEED_FORWARD, "gate_up_proj.weight", Shaping.PLAIN, "gate_proj.weight", "up_proj.weight");

    private static final Naming GLM4 = LLAMA.called("fused gate and up")
            .tensor(Place.FEED_FORWARD, "gate_up_proj.weight", Shaping.PLAIN, "gate_proj.weight", "up_proj.weight")
            .module(Place.LAYER, "post_attention_layernorm", "post_self_attn_layernorm")
            .module(Place.LAYER, "pre_feedforward_layernorm", "post_attention_layernorm")
            .module(Place.LAYER, "post_feedforward_layernorm", "post_mlp_layernorm");

    private static final Naming STARCODER2 =
            LLAMA.module(Place.FEED_FORWARD, "up_proj", "c_fc").module(Place.FEED_FORWARD, "down_proj", "c_proj");

    private static final Naming HUNYUAN = LLAMA.module(Place.ATTENTION, "q_norm", "query_layernorm")
            .module(Place.ATTENTION, "k_norm", "key_layernorm");

    private static final Naming GPT2 = Naming.open("fused and input first")
            .beginning(Naming.ROOT, Place.MODEL)
            .beginning(Naming.HEAD, Place.HEAD)
            .beginning(Naming.ROOT + "h." + Naming.LAYER + ".", Place.LAYER)
            .beginning(Naming.ROOT + "h." + Naming.LAYER + ".attn.", Place.ATTENTION)
            .beginning(Naming.ROOT + "h." + Naming.LAYER + ".mlp.", Place.FEED_FORWARD)
            .module(Place.MODEL, "embed_tokens", "wte")
            .module(Place.MODEL, "position_embedding", "wpe")
            .module(Place.MODEL, "norm", "ln_f")
            .module(Place.LAYER, "input_layernorm", "ln_1")
            .module(Place.LAYER, "post_attention_layernorm", "ln_2")
            .tensor(
                    Place.ATTENTION,
                    "c_attn.weight",
                    Shaping.TRANSPOSED,
                    "q_proj.weight",
                    "k_proj.weight",
                    "v_proj.weight")
            .tensor(Place.ATTENTION, "c_attn.bias", Shaping.PLAIN, "q_proj.bias", "k_proj.bias", "v_proj.bias")
            .tensor(Place.ATTENTION, "c_proj.weight", Shaping.TRANSPOSED, "o_proj.weight")
            .tensor(Place.ATTENTION, "c_proj.bias", Shaping.PLAIN, "o_proj.bias")
            .tensor(Place.FEED_FORWARD, "c_fc.weight", Shaping.TRANSPOSED, "up_proj.weight")
            .tensor(Place.FEED_FORWARD, "c_fc.bias", Shaping.PLAIN, "up_proj.bias")
            .tensor(Place.FEED_FORWARD, "c_proj.weight", Shaping.TRANSPOSED, "down_proj.weight")
            .tensor(Place.FEED_FORWARD, "c_proj.bias", Shaping.PLAIN, "down_proj.bias");

    /** Experts stacked input first; the files in MXFP4 have them output first. */
    private static final Naming GPT_OSS_PLAIN =
            stacked(router(LLAMA, "router"), Shaping.STACKED_TRANSPOSED, "experts stacked, input first");

    private static final Naming GPT_OSS_PACKED = stacked(router(LLAMA, "router"), Shaping.STACKED, "experts stacked");

    private static final Naming LLAMA_4_FRAME =
            shared(router(LLAMA, "router"), "shared_expert").beginning(LAYERS + "feed_forward.", Place.FEED_FORWARD);

    private static final Naming LLAMA_4 =
            stacked(LLAMA_4_FRAME, Shaping.STACKED_TRANSPOSED, "experts stacked, input first");

    /** As compressors write it, which take the experts apart. */
    private static final Naming LLAMA_4_APART =
            experts(LLAMA_4_FRAME, "experts." + Naming.EXPERT + ".", "gate_proj", "up_proj", "down_proj");

    /** {@code TENSOR_NAMES}; with norms on the inputs. */
    private static final Naming GGUF = Naming.closed("GGUF")
            .beginning("blk." + Naming.LAYER + ".", Place.LAYER, Place.ATTENTION, Place.FEED_FORWARD)
            .beginning("blk." + Naming.LAYER + ".nextn.", Place.PREDICTION)
            .module(Place.MODEL, "embed_tokens", "token_embd")
            .module(Place.MODEL, "position_embedding", "position_embd")
            .module(Place.MODEL, "norm", "output_norm")
            .module(Place.HEAD, "lm_head", "output")
            .module(Place.LAYER, "input_layernorm", "attn_norm")
            .module(Place.LAYER, "post_attention_layernorm", "ffn_norm")
            .module(Place.ATTENTION, "q_proj", "attn_q")
            .module(Place.ATTENTION, "k_proj", "attn_k")
            .module(Place.ATTENTION, "v_proj", "attn_v")
            .module(Place.ATTENTION, "o_proj", "attn_output")
            .module(Place.ATTENTION, "q_norm", "attn_q_norm")
            .module(Place.ATTENTION, "k_norm", "attn_k_norm")
            .tensor(Place.ATTENTION, "attn_sinks.weight", Shaping.PLAIN, "sinks")
            .module(Place.ATTENTION, "q_a_proj", "attn_q_a")
            .module(Place.ATTENTION, "q_a_layernorm", "attn_q_a_norm")
            .module(Place.ATTENTION, "q_b_proj", "attn_q_b")
            .module(Place.ATTENTION, "kv_a_proj_with_mqa", "attn_kv_a_mqa")
            .module(Place.ATTENTION, "kv_a_layernorm", "attn_kv_a_norm")
            .module(Place.ATTENTION, "kv_b_proj", "attn_kv_b")
            .module(Place.FEED_FORWARD, "gate_proj", "ffn_gate")
            .module(Place.FEED_FORWARD, "up_proj", "ffn_up")
            .module(Place.FEED_FORWARD, "down_proj", "ffn_down")
            .module(Place.FEED_FORWARD, "router", "ffn_gate_inp")
            .tensor(Place.FEED_FORWARD, "exp_probs_b.bias", Shaping.PLAIN, "router.e_score_correction_bias")
            .with(stackedInGguf("gate"))
            .with(stackedInGguf("up"))
            .with(stackedInGguf("down"))
            .tensor(Place.FEED_FORWARD, "ffn_gate_shexp.weight", Shaping.MERGED, "shared_experts.gate_proj.weight")
            .tensor(Place.FEED_FORWARD, "ffn_up_shexp.weight", Shaping.MERGED, "shared_experts.up_proj.weight")
            .tensor(Place.FEED_FORWARD, "ffn_down_shexp.weight", Shaping.MERGED, "shared_experts.down_proj.weight")
            .tensor(Place.FEED_FORWARD, "ffn_gate_inp_shexp.weight", Shaping.FLAT, "shared_expert_gate.weight")
            .module(Place.PREDICTION, "eh_proj", "eh_proj")
            .module(Place.PREDICTION, "enorm", "enorm")
            .module(Place.PREDICTION, "hnorm", "hnorm")
            .module(Place.PREDICTION, "norm", "shared_head_norm");

    /** The second norm called after the attention that it follows: gpt-oss, GLM-4.5, Seed, MiniMax. */
    private static final Naming GGUF_POST_ATTENTION =
            GGUF.module(Place.LAYER, "post_attention_layernorm", "post_attention_norm");

    /** Norms on outputs: OLMo 2, EXAONE 4. */
    private static final Naming GGUF_OUTPUT_NORMS =
            GGUF_POST_ATTENTION.module(Place.LAYER, "post_feedforward_layernorm", "post_ffw_norm");

    /** Norms on inputs and outputs: Gemma, GLM-4. */
    private static final Naming GGUF_SANDWICH =
            GGUF_OUTPUT_NORMS.module(Place.LAYER, "pre_feedforward_layernorm", "ffn_norm");

    /** Gate and up of all experts in one tensor. */
    private static final Naming GGUF_GATE_UP = GGUF.called("GGUF, gate and up of experts in one")
            .tensor(
                    Place.FEED_FORWARD,
                    "ffn_gate_up_exps.weight",
                    Shaping.STACKED,
                    "experts.gate_proj.weight",
                    "experts.up_proj.weight");

    /** Latent attention with keys and values of the heads apart, as converters have written it since spring 2025. */
    private static final Naming GGUF_LATENT = GGUF.called("GGUF, latent attention by heads")
            .with(
                    new Naming.Rule(
                            Place.ATTENTION, "attn_k_b.weight", Shaping.KEYS_OF_HEADS, List.of("kv_b_proj.weight")),
                    new Naming.Rule(
                            Place.ATTENTION, "attn_v_b.weight", Shaping.VALUES_OF_HEADS, List.of("kv_b_proj.weight")));

    private static final Naming GGUF_PHI3 = fusedInGguf(GGUF, true);
    private static final Naming GGUF_GLM4 = fusedInGguf(GGUF_SANDWICH, false);
    private static final Naming GGUF_GPT2 = fusedInGguf(GGUF, true);

    private static final Map<String, List<Naming>> SAFETENSORS = new TreeMap<>();
    private static final Map<String, List<Naming>> GGML = new TreeMap<>();

    static {
        for (String type : new String[] {
            "ernie4_5",
            "exaone4",
            "gemma",
            "gemma2",
            "gemma3",
            "gemma3_text",
            "granite",
            "llama",
            "ministral3",
            "mistral",
            "mistral3",
            "olmo2",
            "olmo3",
            "qwen2",
            "qwen2_5_vl",
            "qwen2_vl",
            "qwen3",
            "qwen3_vl",
            "seed_oss",
            "smollm3",
            "stablelm"
        }) {
            SAFETENSORS.put(type, List.of(LLAMA));
            GGML.put(type, List.of(GGUF));
        }
        SAFETENSORS.put("mimo", List.of(LLAMA.predictionBehind("model.mtp_layers.")));
        SAFETENSORS.put("hunyuan_v1_dense", List.of(HUNYUAN));
        SAFETENSORS.put("phi3", List.of(PHI3));
        SAFETENSORS.put("glm4", List.of(GLM4));
        SAFETENSORS.put("starcoder2", List.of(STARCODER2));
        SAFETENSORS.put("gpt2", List.of(GPT2));
        SAFETENSORS.put("mixtral", alsoStacked(MIXTRAL));
        SAFETENSORS.put("minimax_m2", List.of(MINIMAX_M2));
        SAFETENSORS.put("qwen2_moe", alsoStacked(SHARED_EXPERT));
        SAFETENSORS.put("qwen3_moe", alsoStacked(EXPERTS));
        SAFETENSORS.put("qwen3_next", alsoStacked(SHARED_EXPERT));
        SAFETENSORS.put("deepseek_v2", alsoStacked(SHARED_EXPERTS));
        SAFETENSORS.put("deepseek_v3", alsoStacked(SHARED_EXPERTS));
        SAFETENSORS.put("kimi_k2", alsoStacked(SHARED_EXPERTS));
        SAFETENSORS.put("kimi_k25", alsoStacked(SHARED_EXPERTS));
        SAFETENSORS.put("glm4_moe", alsoStacked(SHARED_EXPERTS));
        SAFETENSORS.put("glm4v_moe", alsoStacked(SHARED_EXPERTS));
        SAFETENSORS.put("qwen3_vl_moe", List.of(QWEN3_VL_MOE, stackedInLayer(EXPERTS), EXPERTS));
        SAFETENSORS.put("gpt_oss", List.of(GPT_OSS_PACKED, GPT_OSS_PLAIN));
        SAFETENSORS.put("llama4", List.of(LLAMA_4, LLAMA_4_APART));
        SAFETENSORS.put("llama4_text", List.of(LLAMA_4, LLAMA_4_APART));

        for (String type :
                new String[] {"mixtral", "qwen3_vl_moe", "qwen2_moe", "qwen3_moe", "llama4", "llama4_text", "mimo"}) {
            GGML.put(type, List.of(GGUF, GGUF_GATE_UP));
        }
        for (String type : new String[] {"gemma2", "gemma3", "gemma3_text"}) {
            GGML.put(type, List.of(GGUF_SANDWICH));
        }
        for (String type : new String[] {"olmo2", "olmo3", "exaone4"}) {
            GGML.put(type, List.of(GGUF_OUTPUT_NORMS));
        }
        for (String type : new String[] {"gpt_oss", "seed_oss", "glm4_moe", "minimax_m2"}) {
            GGML.put(type, List.of(GGUF_POST_ATTENTION, GGUF));
        }
        for (String type : new String[] {"deepseek_v2", "deepseek_v3", "kimi_k2", "kimi_k25"}) {
            GGML.put(type, List.of(GGUF_LATENT, GGUF));
        }
        GGML.put("phi3", List.of(GGUF_PHI3));
        GGML.put("glm4", List.of(GGUF_GLM4));
        GGML.put("gpt2", List.of(GGUF_GPT2));
        GGML.put("starcoder2", List.of(GGUF));
        GGML.put("hunyuan_v1_dense", List.of(GGUF));
    }

    private TensorNames() {}

    /** The namings of a model type in safetensors, the usual one first; empty where none is known. */
    static List<Naming> safetensors(String type) {
        return SAFETENSORS.getOrDefault(type, List.of());
    }

    /** The namings of a model type in GGUF, the usual one first; empty where none is known. */
    static List<Naming> gguf(String type) {
        return GGML.getOrDefault(type, List.of());
    }

    private static Naming router(Naming naming, String module) {
        return naming.module(Place.FEED_FORWARD, "router", module)
                .tensor(
                        Place.FEED_FORWARD,
                        module + ".e_score_correction_bias",
                        Shaping.PLAIN,
                        "router.e_score_correction_bias");
    }

    private static Naming experts(Naming naming, String beginning, String gate, String up, String down) {
        Naming named = naming.called("experts one by one");
        String[][] modules = {{"gate_proj", gate}, {"up_proj", up}, {"down_proj", down}};
        for (String[] module : modules) {
            named = named.module(Place.FEED_FORWARD, "experts." + module[0], beginning + module[1]);
        }
        return named;
    }

    private static Naming shared(Naming naming, String module) {
        Naming named = naming;
        for (String matrix : new String[] {"gate_proj.weight", "up_proj.weight", "down_proj.weight"}) {
            named = named.tensor(Place.FEED_FORWARD, module + "." + matrix, Shaping.MERGED, "shared_experts." + matrix);
        }
        return named;
    }

    /** All experts of a layer in two tensors, gate and up in one of them. */
    private static Naming stacked(Naming naming, Shaping shaping, String label) {
        return naming.called(label)
                .tensor(
                        Place.FEED_FORWARD,
                        "experts.gate_up_proj",
                        shaping,
                        "experts.gate_proj.weight",
                        "experts.up_proj.weight")
                .tensor(Place.FEED_FORWARD, "experts.down_proj", shaping, "experts.down_proj.weight")
                .tensor(
                        Place.FEED_FORWARD,
                        "experts.gate_up_proj_bias",
                        Shaping.STACKED,
                        "experts.gate_proj.bias",
                        "experts.up_proj.bias")
                .tensor(Place.FEED_FORWARD, "experts.down_proj_bias", Shaping.STACKED, "experts.down_proj.bias");
    }

    /** Experts one by one, or as the fifth version of transformers writes them. */
    private static List<Naming> alsoStacked(Naming naming) {
        return List.of(naming, stackedInLayer(naming));
    }

    private static Naming stackedInLayer(Naming naming) {
        return router(stacked(naming, Shaping.STACKED, "experts stacked"), "gate")
                .beginning(LAYERS + "mlp.", Place.FEED_FORWARD);
    }

    private static Naming.Rule[] stackedInGguf(String matrix) {
        String source = "experts." + matrix + "_proj";
        String target = "ffn_" + matrix + "_exps";
        return new Naming.Rule[] {
            new Naming.Rule(Place.FEED_FORWARD, target + ".weight", Shaping.STACKED, List.of(source + ".weight")),
            new Naming.Rule(Place.FEED_FORWARD, target + ".bias", Shaping.STACKED, List.of(source + ".bias"))
        };
    }

    /** Queries, keys and values in one matrix, gate and up in the one called up. */
    private static Naming fusedInGguf(Naming naming, boolean attention) {
        Naming fused =
                naming.tensor(Place.FEED_FORWARD, "ffn_up.weight", Shaping.PLAIN, "gate_proj.weight", "up_proj.weight");
        return attention
                ? fused.tensor(
                                Place.ATTENTION,
                                "attn_qkv.weight",
                                Shaping.PLAIN,
                                "q_proj.weight",
                                "k_proj.weight",
                                "v_proj.weight")
                        .tensor(
                                Place.ATTENTION,
                                "attn_qkv.bias",
                                Shaping.PLAIN,
                                "q_proj.bias",
                                "k_proj.bias",
                                "v_proj.bias")
                : fused;
    }
}
