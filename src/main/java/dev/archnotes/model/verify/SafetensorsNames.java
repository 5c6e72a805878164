package dev.archnotes.model.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the tensors of each model type are called in the checkpoints that {@code huggingface/transformers} loads
 * ({@code src/transformers/models/<type>/modeling_<type>.py}, and {@code conversion_mapping.py} for experts that its
 * fifth version writes in one tensor), or the class that comes with the weights. A type has several namings where
 * several are in use; which one a checkpoint has shows in its names.
 */
final class SafetensorsNames {
    private static final String HOME = Naming.ROOT + "layers." + Naming.LAYER + ".";

    private static final String ONE_EXPERT = "experts." + Naming.COPY + ".";

    /** Llama, and whoever kept its names. */
    static final Naming LLAMA = Naming.open("each matrix by itself")
            .beginning(Naming.ROOT, Place.MODEL)
            .beginning(Naming.HEAD, Place.HEAD)
            .beginning(HOME, Place.LAYER, Place.PREDICTION)
            .beginning(HOME + "self_attn.", Place.ATTENTION)
            .beginning(HOME + "linear_attn.", Place.RECURRENCE)
            .beginning(HOME + "mlp.", Place.FEED_FORWARD)
            // modeling_deepseek.py leaves the module out, the released files have its norm under this name
            .module(Place.PREDICTION, "norm", "shared_head.norm")
            .tensor(
                    Place.MODEL,
                    "altup_projections." + Naming.COPY + ".weight",
                    Shaping.PLAIN,
                    "altup_projections.weight")
            .tensor(
                    Place.MODEL,
                    "altup_unembed_projections." + Naming.COPY + ".weight",
                    Shaping.PLAIN,
                    "altup_unembed_projections.weight");

    /** {@code modeling_mllama.py}: the table has rows for marks of pictures, which the image part counts. */
    private static final Naming MLLAMA = LLAMA.tensor(
                    Place.MODEL, "embed_tokens.weight", Shaping.EIGHT_ROWS_MORE, "embed_tokens.weight")
            .beginning(HOME, Place.PICTURES)
            .modules(
                    Place.PICTURES,
                    "q_proj",
                    "cross_attn.q_proj",
                    "k_proj",
                    "cross_attn.k_proj",
                    "v_proj",
                    "cross_attn.v_proj",
                    "o_proj",
                    "cross_attn.o_proj",
                    "q_norm",
                    "cross_attn.q_norm",
                    "k_norm",
                    "cross_attn.k_norm");

    /** Experts one by one, behind a router called gate: Qwen, DeepSeek, GLM. */
    static final Naming EXPERTS = router(experts(LLAMA, ONE_EXPERT), "gate");

    /** Shared experts as one network. */
    static final Naming SHARED_EXPERTS = shared(EXPERTS, "shared_experts");

    static final Naming SHARED_EXPERT = shared(EXPERTS, "shared_expert");

    private static final Naming MIXTRAL = router(numbered(LLAMA, ONE_EXPERT), "gate")
            .beginning(HOME + "block_sparse_moe.", Place.FEED_FORWARD)
            .beginning(HOME + "self_attn.", Place.RECURRENCE);

    /** Released with experts stacked input first; the fifth version of transformers writes them output first. */
    private static final Naming QWEN3_VL_MOE =
            stacked(EXPERTS, Shaping.STACKED_TRANSPOSED, "experts stacked, input first");

    private static final Naming MINIMAX_M2 = MIXTRAL.tensor(
            Place.FEED_FORWARD, "e_score_correction_bias", Shaping.PLAIN, "router.e_score_correction_bias");

    private static final Naming PHI3 =
            gateAndUp(LLAMA.called("fused matrices")).fused(Place.ATTENTION, "qkv_proj", "q_proj", "k_proj", "v_proj");

    private static final Naming GLM = gateAndUp(LLAMA.called("fused gate and up"));

    private static final Naming GLM4 = GLM.modules(
            Place.LAYER,
            "post_attention_layernorm",
            "post_self_attn_layernorm",
            "pre_feedforward_layernorm",
            "post_attention_layernorm",
            "post_feedforward_layernorm",
            "post_mlp_layernorm");

    /** {@code modeling_hyperclovax.py}: norms on outputs beside Llama's on inputs. */
    private static final Naming HYPERCLOVAX = LLAMA.modules(
            Place.LAYER,
            "post_attention_layernorm",
            "post_norm1",
            "pre_feedforward_layernorm",
            "post_attention_layernorm",
            "post_feedforward_layernorm",
            "post_norm2");

    private static final Naming STARCODER2 =
            LLAMA.modules(Place.FEED_FORWARD, "up_proj", "c_fc", "down_proj", "c_proj");

    private static final Naming HUNYUAN =
            LLAMA.modules(Place.ATTENTION, "q_norm", "query_layernorm", "k_norm", "key_layernorm");

    private static final Naming HUNYUAN_MOE = shared(router(experts(HUNYUAN, ONE_EXPERT), "gate.wg"), "shared_mlp");

    /** Command R: the norms of queries and keys have weights of their own for each head. */
    private static final Naming COHERE = LLAMA.tensor(
                    Place.ATTENTION, "q_norm.weight", Shaping.BY_HEADS, "q_norm.weight")
            .tensor(Place.ATTENTION, "k_norm.weight", Shaping.BY_HEADS, "k_norm.weight");

    /** {@code StableLmLayerNormPerHead}: a norm of its own for each head. */
    private static final Naming STABLELM = LLAMA.tensor(
                    Place.ATTENTION, "q_layernorm.norms." + Naming.COPY + ".weight", Shaping.EACH_HEAD, "q_norm.weight")
            .tensor(
                    Place.ATTENTION,
                    "k_layernorm.norms." + Naming.COPY + ".weight",
                    Shaping.EACH_HEAD,
                    "k_norm.weight");

    private static final Naming APERTUS = LLAMA.modules(
            Place.LAYER, "input_layernorm", "attention_layernorm", "post_attention_layernorm", "feedforward_layernorm");

    /** {@code modular_vaultgemma.py}: Gemma 2 without the norms on outputs. */
    private static final Naming VAULT_GEMMA =
            LLAMA.module(Place.LAYER, "post_attention_layernorm", "pre_feedforward_layernorm");

    private static final Naming BAICHUAN = LLAMA.called("queries, keys and values in one")
            .fused(Place.ATTENTION, "W_pack", "q_proj", "k_proj", "v_proj");

    private static final Naming PHI = LLAMA.module(Place.MODEL, "norm", "final_layernorm")
            .module(Place.ATTENTION, "o_proj", "dense")
            .modules(Place.FEED_FORWARD, "up_proj", "fc1", "down_proj", "fc2");

    private static final Naming INTERNLM2 = LLAMA.called("queries, keys and values in one")
            .module(Place.MODEL, "embed_tokens", "tok_embeddings")
            .module(Place.HEAD, "lm_head", "output")
            .modules(Place.LAYER, "input_layernorm", "attention_norm", "post_attention_layernorm", "ffn_norm")
            .beginning(HOME + "attention.", Place.ATTENTION)
            .beginning(HOME + "feed_forward.", Place.FEED_FORWARD)
            .fused(Place.ATTENTION, "wqkv", "q_proj", "k_proj", "v_proj")
            .module(Place.ATTENTION, "o_proj", "wo")
            .modules(Place.FEED_FORWARD, "gate_proj", "w1", "up_proj", "w3", "down_proj", "w2");

    private static final Naming EXAONE = transformer("h", "each matrix by itself")
            .beginning(hidden("h") + "attn.attention.", Place.ATTENTION)
            .module(Place.ATTENTION, "o_proj", "out_proj")
            .modules(Place.FEED_FORWARD, "gate_proj", "c_fc_0", "up_proj", "c_fc_1", "down_proj", "c_proj");

    private static final Naming GPT2 = transformer("h", "fused and input first")
            .module(Place.MODEL, "position_embedding", "wpe")
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

    /** GPT-2's names with linear layers for its one-dimensional convolutions. */
    private static final Naming GPT_BIGCODE = transformer("h", "queries, keys and values in one")
            .module(Place.MODEL, "position_embedding", "wpe")
            .fused(Place.ATTENTION, "c_attn", "q_proj", "k_proj", "v_proj")
            .module(Place.ATTENTION, "o_proj", "c_proj")
            .modules(Place.FEED_FORWARD, "up_proj", "c_fc", "down_proj", "c_proj");

    /** The first Qwen: the gate is the second of three matrices. */
    private static final Naming QWEN = transformer("h", "queries, keys and values in one")
            .fused(Place.ATTENTION, "c_attn", "q_proj", "k_proj", "v_proj")
            .module(Place.ATTENTION, "o_proj", "c_proj")
            .modules(Place.FEED_FORWARD, "up_proj", "w1", "gate_proj", "w2", "down_proj", "c_proj");

    static final Naming GPTJ = transformer("h", "each matrix by itself")
            .module(Place.ATTENTION, "o_proj", "out_proj")
            .modules(Place.FEED_FORWARD, "up_proj", "fc_in", "down_proj", "fc_out");

    private static final Naming MPT = transformer("blocks", "queries, keys and values in one")
            .module(Place.MODEL, "norm", "norm_f")
            .modules(Place.LAYER, "input_layernorm", "norm_1", "post_attention_layernorm", "norm_2")
            .beginning(hidden("blocks") + "ffn.", Place.FEED_FORWARD)
            .fused(Place.ATTENTION, "Wqkv", "q_proj", "k_proj", "v_proj")
            .module(Place.ATTENTION, "o_proj", "out_proj");

    /** Experts of a matrix in one tensor, rows of one behind rows of the other. */
    private static final Naming DBRX = MPT.beginning(hidden("blocks") + "norm_attn_norm.", Place.LAYER)
            .beginning(hidden("blocks") + "norm_attn_norm.attn.", Place.ATTENTION)
            .module(Place.FEED_FORWARD, "router", "router.layer")
            .tensor(Place.FEED_FORWARD, "experts.mlp.w1", Shaping.FLATTENED, "experts.gate_proj.weight")
            .tensor(Place.FEED_FORWARD, "experts.mlp.v1", Shaping.FLATTENED, "experts.up_proj.weight")
            .tensor(Place.FEED_FORWARD, "experts.mlp.w2", Shaping.FLATTENED_TRANSPOSED, "experts.down_proj.weight");

    private static final Naming GPT_NEOX = LLAMA.called("queries, keys and values in one")
            .modules(Place.MODEL, "embed_tokens", "embed_in", "norm", "final_layer_norm")
            .module(Place.HEAD, "lm_head", "embed_out")
            .beginning(HOME + "attention.", Place.ATTENTION)
            .fused(Place.ATTENTION, "query_key_value", "q_proj", "k_proj", "v_proj")
            .module(Place.ATTENTION, "o_proj", "dense")
            .modules(Place.FEED_FORWARD, "up_proj", "dense_h_to_4h", "down_proj", "dense_4h_to_h");

    /** The 7B, with one norm, or two one after the other. */
    private static final Naming FALCON = transformer("h", "queries, keys and values in one")
            .module(Place.MODEL, "embed_tokens", "word_embeddings")
            .modules(
                    Place.LAYER,
                    "input_layernorm",
                    "input_layernorm",
                    "post_attention_layernorm",
                    "post_attention_layernorm")
            .beginning(hidden("h") + "self_attention.", Place.ATTENTION)
            .fused(Place.ATTENTION, "query_key_value", "q_proj", "k_proj", "v_proj")
            .module(Place.ATTENTION, "o_proj", "dense")
            .modules(Place.FEED_FORWARD, "up_proj", "dense_h_to_4h", "down_proj", "dense_4h_to_h");

    /** The 40B and the 180B, with a norm for each of two parts side by side. */
    private static final Naming FALCON_PAIR =
            FALCON.modules(Place.LAYER, "input_layernorm", "ln_attn", "post_attention_layernorm", "ln_mlp");

    /** {@code modeling_bloom.py}: a norm behind the embedding. */
    private static final Naming BLOOM = FALCON.module(Place.MODEL, "embedding_norm", "word_embeddings_layernorm");

    private static final Naming OPT = LLAMA.modules(
                    Place.MODEL, "position_embedding", "embed_positions", "norm", "final_layer_norm")
            .modules(
                    Place.LAYER,
                    "input_layernorm",
                    "self_attn_layer_norm",
                    "post_attention_layernorm",
                    "final_layer_norm")
            .module(Place.ATTENTION, "o_proj", "out_proj")
            .beginning(HOME, Place.FEED_FORWARD)
            .modules(Place.FEED_FORWARD, "up_proj", "fc1", "down_proj", "fc2");

    /** Gate and up of all experts in one tensor, and those of the shared network in another. */
    private static final Naming GRANITE_MOE = LLAMA.called("gate and up in one, experts stacked")
            .beginning(HOME + "mamba.", Place.RECURRENCE)
            .beginning(HOME, Place.FEED_FORWARD)
            .module(Place.FEED_FORWARD, "router", "block_sparse_moe.router.layer")
            .tensor(
                    Place.FEED_FORWARD,
                    "block_sparse_moe.input_linear.weight",
                    Shaping.STACKED,
                    "experts.gate_proj.weight",
                    "experts.up_proj.weight")
            .tensor(
                    Place.FEED_FORWARD,
                    "block_sparse_moe.output_linear.weight",
                    Shaping.STACKED,
                    "experts.down_proj.weight")
            .fused(Place.FEED_FORWARD, "shared_mlp.input_linear", "shared_experts.gate_proj", "shared_experts.up_proj")
            .module(Place.FEED_FORWARD, "shared_experts.down_proj", "shared_mlp.output_linear");

    /** The same; a layer without experts is its shared network alone. */
    private static final Naming GRANITE_HYBRID = GRANITE_MOE
            .fused(Place.FEED_FORWARD, "shared_mlp.input_linear", "gate_proj", "up_proj")
            .module(Place.FEED_FORWARD, "down_proj", "shared_mlp.output_linear");

    private static final Naming JAMBA = router(experts(LLAMA, ONE_EXPERT), "router")
            .module(Place.MODEL, "norm", "final_layernorm")
            .module(Place.LAYER, "post_attention_layernorm", "pre_ff_layernorm")
            .beginning(HOME + "mamba.", Place.RECURRENCE)
            .beginning(HOME + "feed_forward.", Place.FEED_FORWARD);

    /** Attention and state space side by side in each layer. */
    private static final Naming FALCON_H1 = JAMBA.called("each matrix by itself")
            .beginning(HOME, Place.RECURRENCE)
            .modules(
                    Place.RECURRENCE,
                    "q_proj",
                    "self_attn.q_proj",
                    "k_proj",
                    "self_attn.k_proj",
                    "v_proj",
                    "self_attn.v_proj",
                    "o_proj",
                    "self_attn.o_proj",
                    "in_proj",
                    "mamba.in_proj",
                    "conv1d",
                    "mamba.conv1d",
                    "norm",
                    "mamba.norm",
                    "out_proj",
                    "mamba.out_proj")
            .tensor(Place.RECURRENCE, "mamba.A_log", Shaping.PLAIN, "A_log")
            .tensor(Place.RECURRENCE, "mamba.D", Shaping.PLAIN, "D")
            .tensor(Place.RECURRENCE, "mamba.dt_bias", Shaping.PLAIN, "dt_bias");

    /** One part and one norm a layer, the same names for all kinds. */
    private static final Naming NEMOTRON_H = shared(router(experts(LLAMA, ONE_EXPERT), "gate"), "shared_experts")
            .modules(Place.MODEL, "embed_tokens", "embeddings", "norm", "norm_f")
            .modules(Place.LAYER, "input_layernorm", "norm", "post_attention_layernorm", "norm")
            .beginning(HOME + "mixer.", Place.ATTENTION, Place.RECURRENCE, Place.FEED_FORWARD);

    private static final Naming MAMBA = NEMOTRON_H.called("each matrix by itself");

    /** Its prediction module is two such layers, attention and experts. */
    private static final Naming NEMOTRON_PREDICTION = shared(
                    router(experts(LLAMA, ONE_EXPERT), "gate"), "shared_experts")
            .beginning("mtp.layers.", Place.LAYER)
            .modules(Place.LAYER, "input_layernorm", "0.norm", "post_attention_layernorm", "1.norm")
            .beginning("mtp.layers.0.mixer.", Place.ATTENTION)
            .beginning("mtp.layers.1.mixer.", Place.FEED_FORWARD)
            .beginning("mtp.layers.", Place.PREDICTION)
            .modules(
                    Place.PREDICTION,
                    "eh_proj",
                    "0.eh_proj",
                    "enorm",
                    "0.enorm",
                    "hnorm",
                    "0.hnorm",
                    "norm",
                    "1.final_layernorm");

    /** Experts and what they share beside dense layers: the class that came with the weights took Mixtral's names. */
    private static final Naming KIMI_LINEAR =
            mixtralBesideDense(MIXTRAL).tensor(Place.RECURRENCE, "A_log", Shaping.THIRD_OF_FOUR, "A_log");

    private static final Naming MINIMAX_M3 = mixtralBesideDense(MIXTRAL)
            .tensor(
                    Place.FEED_FORWARD,
                    "block_sparse_moe.e_score_correction_bias",
                    Shaping.PLAIN,
                    "router.e_score_correction_bias")
            .modules(
                    Place.ATTENTION,
                    "indexer.q_proj",
                    "index_q_proj",
                    "indexer.k_proj",
                    "index_k_proj",
                    "indexer.q_norm",
                    "index_q_norm",
                    "indexer.k_norm",
                    "index_k_norm");

    private static final Naming LFM2 = router(numbered(LLAMA, ONE_EXPERT), "gate")
            .tensor(Place.FEED_FORWARD, "expert_bias", Shaping.PLAIN, "router.e_score_correction_bias")
            .module(Place.MODEL, "norm", "embedding_norm")
            .modules(Place.LAYER, "input_layernorm", "operator_norm", "post_attention_layernorm", "ffn_norm")
            .modules(Place.ATTENTION, "o_proj", "out_proj", "q_norm", "q_layernorm", "k_norm", "k_layernorm")
            .beginning(HOME + "conv.", Place.RECURRENCE)
            .beginning(HOME + "feed_forward.", Place.FEED_FORWARD)
            .modules(Place.FEED_FORWARD, "gate_proj", "w1", "up_proj", "w3", "down_proj", "w2");

    /** Ling and Ring: queries, keys and values in one, with lightning or latent attention in some layers. */
    private static final Naming BAILING = SHARED_EXPERTS
            .module(Place.MODEL, "embed_tokens", "word_embeddings")
            .tensor(Place.FEED_FORWARD, "gate.expert_bias", Shaping.PLAIN, "router.e_score_correction_bias")
            .beginning(HOME + "attention.", Place.ATTENTION, Place.RECURRENCE)
            .modules(Place.ATTENTION, "o_proj", "dense", "q_norm", "query_layernorm", "k_norm", "key_layernorm")
            .modules(
                    Place.RECURRENCE,
                    "qkv_proj",
                    "query_key_value",
                    "q_norm",
                    "query_layernorm",
                    "k_norm",
                    "key_layernorm",
                    "output_gate",
                    "g_proj",
                    "norm",
                    "g_norm",
                    "out_proj",
                    "dense");

    private static final Naming BAILING_FUSED =
            BAILING.fused(Place.ATTENTION, "query_key_value", "q_proj", "k_proj", "v_proj");

    private static final Naming MIMO_V2 =
            EXPERTS.tensor(Place.ATTENTION, "attention_sink_bias", Shaping.PLAIN, "sinks");

    private static final Naming ERNIE_MOE = SHARED_EXPERTS.tensor(
            Place.FEED_FORWARD, "moe_statics.e_score_correction_bias", Shaping.ROW, "router.e_score_correction_bias");

    private static final Naming AFMOE = shared(router(experts(LLAMA, ONE_EXPERT), "router.gate"), "shared_experts")
            .tensor(Place.FEED_FORWARD, "expert_bias", Shaping.PLAIN, "router.e_score_correction_bias")
            .modules(
                    Place.LAYER,
                    "pre_feedforward_layernorm",
                    "pre_mlp_layernorm",
                    "post_feedforward_layernorm",
                    "post_mlp_layernorm")
            .parted(
                    Place.ATTENTION,
                    "q_proj.weight",
                    "q_proj.weight",
                    Shaping.QUERIES,
                    "gate_proj.weight",
                    Shaping.OUTPUT_GATE);

    /** Grok 2, in the names that its makers gave it for SGLang. */
    private static final Naming GROK = mixtralBesideDense(MIXTRAL)
            .modules(
                    Place.LAYER,
                    "input_layernorm",
                    "pre_attn_norm",
                    "post_attention_layernorm",
                    "post_attn_norm",
                    "pre_feedforward_layernorm",
                    "pre_moe_norm",
                    "post_feedforward_layernorm",
                    "post_moe_norm")
            .modules(
                    Place.FEED_FORWARD,
                    "dense_branch.gate_proj",
                    "mlp.gate_proj",
                    "dense_branch.up_proj",
                    "mlp.up_proj",
                    "dense_branch.down_proj",
                    "mlp.down_proj");

    /** Router, experts and the norms of the two branches stand in the layer, the dense branch where a network does. */
    private static final Naming GEMMA_4 = LLAMA.called("experts stacked")
            .beginning(HOME, Place.FEED_FORWARD)
            .modules(
                    Place.FEED_FORWARD,
                    "gate_proj",
                    "mlp.gate_proj",
                    "up_proj",
                    "mlp.up_proj",
                    "down_proj",
                    "mlp.down_proj",
                    "dense_branch.gate_proj",
                    "mlp.gate_proj",
                    "dense_branch.up_proj",
                    "mlp.up_proj",
                    "dense_branch.down_proj",
                    "mlp.down_proj",
                    "router",
                    "router.proj")
            .tensor(
                    Place.FEED_FORWARD,
                    "experts.gate_up_proj",
                    Shaping.STACKED,
                    "experts.gate_proj.weight",
                    "experts.up_proj.weight")
            .tensor(Place.FEED_FORWARD, "experts.down_proj", Shaping.STACKED, "experts.down_proj.weight");

    /** The module behind Qwen3-Next and Qwen3.5. */
    private static final Naming QWEN_PREDICTION = LLAMA.beginning("mtp.", Place.PREDICTION)
            .modules(
                    Place.PREDICTION,
                    "eh_proj",
                    "fc",
                    "enorm",
                    "pre_fc_norm_embedding",
                    "hnorm",
                    "pre_fc_norm_hidden",
                    "norm",
                    "norm")
            .beginning("mtp.layers." + Naming.LAYER + ".", Place.LAYER)
            .beginning("mtp.layers." + Naming.LAYER + ".self_attn.", Place.ATTENTION)
            .beginning("mtp.layers." + Naming.LAYER + ".mlp.", Place.FEED_FORWARD);

    /** Experts stacked input first; the files in MXFP4 have them output first. */
    private static final Naming GPT_OSS_PLAIN =
            stacked(router(LLAMA, "router"), Shaping.STACKED_TRANSPOSED, "experts stacked, input first");

    private static final Naming GPT_OSS_PACKED = stacked(router(LLAMA, "router"), Shaping.STACKED, "experts stacked");

    private static final Naming LLAMA_4_FRAME =
            shared(router(LLAMA, "router"), "shared_expert").beginning(HOME + "feed_forward.", Place.FEED_FORWARD);

    private static final Naming LLAMA_4 =
            stacked(LLAMA_4_FRAME, Shaping.STACKED_TRANSPOSED, "experts stacked, input first");

    /** As compressors write it, which take the experts apart. */
    private static final Naming LLAMA_4_APART = experts(LLAMA_4_FRAME, ONE_EXPERT);

    /** The names in DeepSeek's own {@code inference/model.py}, in which the weights are released. */
    private static final Naming DEEPSEEK_V4 = router(numbered(Naming.open("in its makers' names"), ONE_EXPERT), "gate")
            .beginning(Naming.ROOT, Place.MODEL)
            .beginning(Naming.HEAD, Place.HEAD)
            .module(Place.MODEL, "embed_tokens", "embed")
            .module(Place.HEAD, "lm_head", "head")
            .tensor(Place.MODEL, "hc_head_fn", Shaping.PLAIN, "hc_head.hc_fn")
            .tensor(Place.MODEL, "hc_head_base", Shaping.PLAIN, "hc_head.hc_base")
            .tensor(Place.MODEL, "hc_head_scale", Shaping.PLAIN, "hc_head.hc_scale")
            .beginning(HOME, Place.LAYER)
            .modules(Place.LAYER, "input_layernorm", "attn_norm", "post_attention_layernorm", "ffn_norm")
            .with(connections("attn"))
            .with(connections("ffn"))
            .beginning(HOME + "attn.", Place.ATTENTION)
            .modules(
                    Place.ATTENTION,
                    "q_a_proj",
                    "wq_a",
                    "q_b_proj",
                    "wq_b",
                    "kv_proj",
                    "wkv",
                    "o_a_proj",
                    "wo_a",
                    "o_b_proj",
                    "wo_b",
                    "compressor.kv_proj",
                    "compressor.wkv",
                    "compressor.gate_proj",
                    "compressor.wgate",
                    "compressor.kv_norm",
                    "compressor.norm",
                    "compressor.indexer.q_b_proj",
                    "indexer.wq_b",
                    "compressor.indexer.weights_proj",
                    "indexer.weights_proj",
                    "compressor.indexer.kv_proj",
                    "indexer.compressor.wkv",
                    "compressor.indexer.gate_proj",
                    "indexer.compressor.wgate",
                    "compressor.indexer.kv_norm",
                    "indexer.compressor.norm")
            .tensor(Place.ATTENTION, "attn_sink", Shaping.PLAIN, "sinks")
            .tensor(Place.ATTENTION, "compressor.ape", Shaping.PLAIN, "compressor.position_bias")
            .tensor(Place.ATTENTION, "indexer.compressor.ape", Shaping.PLAIN, "compressor.indexer.position_bias")
            .beginning(HOME + "ffn.", Place.FEED_FORWARD)
            .tensor(Place.FEED_FORWARD, "gate.bias", Shaping.PLAIN, "router.e_score_correction_bias")
            .tensor(Place.FEED_FORWARD, "shared_experts.w1.weight", Shaping.MERGED, "shared_experts.gate_proj.weight")
            .tensor(Place.FEED_FORWARD, "shared_experts.w3.weight", Shaping.MERGED, "shared_experts.up_proj.weight")
            .tensor(Place.FEED_FORWARD, "shared_experts.w2.weight", Shaping.MERGED, "shared_experts.down_proj.weight")
            .predictionBehind("mtp.");

    private static final Map<String, List<Naming>> NAMES = new TreeMap<>();

    static {
        put(
                List.of(LLAMA),
                "aquila",
                "arcee",
                "cwm",
                "ernie4_5",
                "exaone4",
                "gemma",
                "gemma2",
                "gemma3",
                "gemma3_text",
                "gemma3n",
                "gemma3n_text",
                "granite",
                "helium",
                "internlm",
                "internlm3",
                "jais2",
                "llama",
                "minicpm",
                "minicpm3",
                "ministral",
                "ministral3",
                "mistral",
                "mistral3",
                "nemotron",
                "nemotron-nas",
                "olmo",
                "olmo2",
                "olmo3",
                "orion",
                "qwen2",
                "qwen2_5_vl",
                "qwen2_5_vl_text",
                "qwen2_vl",
                "qwen2_vl_text",
                "qwen3",
                "qwen3_vl",
                "qwen3_vl_text",
                "seed_oss",
                "smollm3",
                "xverse",
                "youtu");
        put(List.of(LLAMA.predictionBehind("model.mtp_layers.")), "mimo");
        put(List.of(STABLELM), "stablelm");
        put(List.of(MLLAMA), "mllama");
        put(List.of(HUNYUAN), "hunyuan_v1_dense");
        put(List.of(HUNYUAN_MOE), "hunyuan_v1_moe");
        put(List.of(PHI3), "phi3");
        put(List.of(GLM), "glm");
        put(List.of(GLM4), "glm4", "glm4v", "glm4v_text");
        put(List.of(STARCODER2), "starcoder2");
        // without norms on outputs it is Llama's own naming
        put(List.of(HYPERCLOVAX, LLAMA), "hyperclovax");
        put(List.of(BLOOM), "bloom");
        put(List.of(GPT2), "gpt2");
        put(List.of(GPT_BIGCODE), "gpt_bigcode");
        put(List.of(GPTJ), "gptj");
        put(List.of(GPT_NEOX), "gpt_neox");
        put(List.of(FALCON, FALCON_PAIR), "falcon", "RefinedWeb", "RefinedWebModel");
        put(List.of(QWEN), "qwen");
        // the first files of Yi have short names for the norms
        put(
                List.of(LLAMA, LLAMA.modules(Place.LAYER, "input_layernorm", "ln1", "post_attention_layernorm", "ln2")),
                "Yi");
        put(List.of(MAMBA), "falcon_mamba", "mamba", "mamba2");
        put(List.of(MPT), "mpt");
        put(List.of(DBRX), "dbrx");
        put(List.of(OPT), "opt");
        put(List.of(PHI), "phi");
        put(List.of(EXAONE), "exaone");
        put(List.of(INTERNLM2), "internlm2");
        put(List.of(BAICHUAN), "baichuan");
        put(List.of(COHERE), "cohere", "cohere2");
        put(List.of(APERTUS), "apertus");
        put(List.of(VAULT_GEMMA), "vaultgemma");
        put(alsoStacked(MIXTRAL), "mixtral", "phimoe", "minimax", "minimax_m1", "minimax_text_01");
        put(List.of(MINIMAX_M2), "minimax_m2");
        put(List.of(MINIMAX_M3), "minimax_m3", "minimax_m3_vl", "minimax_m3_vl_text");
        put(alsoStacked(SHARED_EXPERT), "qwen2_moe", "qwen3_next");
        put(alsoStacked(EXPERTS), "qwen3_moe", "olmoe", "flex_olmo", "mellum");
        put(
                alsoStacked(SHARED_EXPERTS),
                "deepseek_v2",
                "deepseek_v3",
                "deepseek_v32",
                "dots1",
                "glm4_moe",
                "glm4_moe_lite",
                "glm4v_moe",
                "glm4v_moe_text",
                "glm_moe_dsa",
                "kimi_k2",
                "kimi_k25",
                "kimi_vl",
                "mistral4",
                "sarvam_mla",
                "solar_open");
        put(List.of(QWEN3_VL_MOE, stackedInLayer(EXPERTS), EXPERTS), "qwen3_vl_moe", "qwen3_vl_moe_text");
        put(List.of(LLAMA.prediction(QWEN_PREDICTION)), "qwen3_5", "qwen3_5_text");
        put(qwen35Moe(), "qwen3_5_moe", "qwen3_5_moe_text");
        put(List.of(GPT_OSS_PACKED, GPT_OSS_PLAIN), "gpt_oss");
        put(List.of(LLAMA_4, LLAMA_4_APART), "llama4", "llama4_text");
        put(List.of(GEMMA_4), "gemma4", "gemma4_text", "gemma4_unified", "gemma4_unified_text");
        put(List.of(GRANITE_MOE), "granitemoe", "granitemoeshared");
        put(List.of(GRANITE_HYBRID), "granitemoehybrid");
        put(List.of(JAMBA), "jamba");
        put(List.of(JAMBA.called("each matrix by itself")), "bamba");
        put(List.of(FALCON_H1), "falcon_h1");
        put(List.of(NEMOTRON_H.prediction(NEMOTRON_PREDICTION)), "nemotron_h");
        put(List.of(KIMI_LINEAR), "kimi_linear");
        put(List.of(LFM2), "lfm2_moe");
        put(List.of(LFM2.called("each matrix by itself")), "lfm2");
        put(List.of(BAILING_FUSED), "bailing_moe", "bailing_moe_linear", "bailing_moe_v2");
        put(List.of(BAILING), "bailing_hybrid");
        put(List.of(MIMO_V2), "mimo_v2_flash");
        put(List.of(ERNIE_MOE), "ernie4_5_moe");
        put(List.of(AFMOE), "afmoe");
        put(List.of(GROK), "git");
        put(List.of(DEEPSEEK_V4), "deepseek_ref", "deepseek_v4");
    }

    private SafetensorsNames() {}

    /** The namings of a model type, the usual one first; empty where none is known. */
    static List<Naming> of(String type) {
        List<Naming> namings = NAMES.get(type);
        return namings == null ? FurtherNames.of(type) : namings;
    }

    private static void put(List<Naming> namings, String... types) {
        for (String type : types) {
            NAMES.put(type, namings);
        }
    }

    private static String hidden(String layers) {
        return Naming.ROOT + layers + "." + Naming.LAYER + ".";
    }

    /** The frame of GPT-2, whose layers are called as given. */
    static Naming transformer(String layers, String label) {
        return Naming.open(label)
                .beginning(Naming.ROOT, Place.MODEL)
                .beginning(Naming.HEAD, Place.HEAD)
                .beginning(hidden(layers), Place.LAYER)
                .beginning(hidden(layers) + "attn.", Place.ATTENTION)
                .beginning(hidden(layers) + "mlp.", Place.FEED_FORWARD)
                .modules(Place.MODEL, "embed_tokens", "wte", "norm", "ln_f")
                .modules(Place.LAYER, "input_layernorm", "ln_1", "post_attention_layernorm", "ln_2");
    }

    private static Naming gateAndUp(Naming naming) {
        return naming.fused(Place.FEED_FORWARD, "gate_up_proj", "gate_proj", "up_proj");
    }

    static Naming router(Naming naming, String module) {
        return naming.module(Place.FEED_FORWARD, "router", module)
                .tensor(
                        Place.FEED_FORWARD,
                        module + ".e_score_correction_bias",
                        Shaping.PLAIN,
                        "router.e_score_correction_bias");
    }

    static Naming experts(Naming naming, String beginning) {
        return experts(naming, beginning, "gate_proj", "up_proj", "down_proj");
    }

    /** Experts in the names of Llama's first release. */
    private static Naming numbered(Naming naming, String beginning) {
        return experts(naming, beginning, "w1", "w3", "w2");
    }

    private static Naming experts(Naming naming, String beginning, String gate, String up, String down) {
        return naming.called("experts one by one")
                .modules(
                        Place.FEED_FORWARD,
                        "experts.gate_proj",
                        beginning + gate,
                        "experts.up_proj",
                        beginning + up,
                        "experts.down_proj",
                        beginning + down);
    }

    static Naming shared(Naming naming, String module) {
        Naming named = naming;
        for (String matrix : new String[] {"gate_proj.weight", "up_proj.weight", "down_proj.weight"}) {
            named = named.tensor(Place.FEED_FORWARD, module + "." + matrix, Shaping.MERGED, "shared_experts." + matrix);
        }
        return named;
    }

    /** Mixtral's experts, a network that they share, and dense layers called as in Llama. */
    private static Naming mixtralBesideDense(Naming mixtral) {
        String sparse = "block_sparse_moe.";
        return besideDense(
                shared(router(numbered(mixtral, sparse + ONE_EXPERT), sparse + "gate"), sparse + "shared_experts"));
    }

    /** Dense layers called as in Llama, where the names of a feed-forward part begin with those of the layer. */
    static Naming besideDense(Naming naming) {
        return naming.beginning(HOME, Place.FEED_FORWARD)
                .modules(
                        Place.FEED_FORWARD,
                        "gate_proj",
                        "mlp.gate_proj",
                        "up_proj",
                        "mlp.up_proj",
                        "down_proj",
                        "mlp.down_proj");
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
        return orStacked(naming, naming);
    }

    /** As released, or as the fifth version of transformers writes it, which is the second with its experts stacked. */
    static List<Naming> orStacked(Naming released, Naming other) {
        return List.of(released, stackedInLayer(other), switched(other));
    }

    /** Each matrix of all experts in one tensor, as MLX has them ({@code SwitchGLU} of mlx-lm's switch_layers.py). */
    private static Naming switched(Naming naming) {
        Naming named =
                router(naming.called("experts stacked, MLX"), "gate").beginning(HOME + "mlp.", Place.FEED_FORWARD);
        for (String matrix : new String[] {"gate_proj", "up_proj", "down_proj"}) {
            named = named.tensor(
                    Place.FEED_FORWARD,
                    "switch_mlp." + matrix + ".weight",
                    Shaping.STACKED,
                    "experts." + matrix + ".weight");
        }
        return named;
    }

    private static Naming stackedInLayer(Naming naming) {
        return router(stacked(naming, Shaping.STACKED, "experts stacked"), "gate")
                .beginning(HOME + "mlp.", Place.FEED_FORWARD);
    }

    /** Stacked as released, one by one in FP8; and so, each for itself, those of the prediction module. */
    private static List<Naming> qwen35Moe() {
        Naming apart = shared(router(experts(QWEN_PREDICTION, ONE_EXPERT), "gate"), "shared_expert");
        Naming together = stacked(apart, Shaping.STACKED, "experts stacked");
        List<Naming> namings = new ArrayList<>();
        for (Naming decoder : List.of(stackedInLayer(SHARED_EXPERT), SHARED_EXPERT)) {
            namings.add(decoder.prediction(together));
            namings.add(decoder.prediction(apart));
        }
        return List.copyOf(namings);
    }

    private static Naming.Rule[] connections(String part) {
        Naming.Rule[] rules = new Naming.Rule[3];
        String[] tensors = {"fn", "base", "scale"};
        for (int i = 0; i < tensors.length; i++) {
            rules[i] = new Naming.Rule(
                    Place.LAYER, "hc_" + part + "_" + tensors[i], Shaping.PLAIN, List.of(part + "_hc." + tensors[i]));
        }
        return rules;
    }
}
