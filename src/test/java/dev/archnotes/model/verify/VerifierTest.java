package dev.archnotes.model.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.checkpoint.StoredWeight;
import dev.archnotes.model.checkpoint.WeightUnpacking;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.verify.Verifier.Container;
import dev.archnotes.site.json.JsonSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {
    private static final Path NAMES = Path.of("src/test/resources/checkpoints");

    /** Two layers of Llama with four query heads of eight numbers, two of keys; tied or not. */
    private static final String LLAMA = """
            {"model_type": "llama", "architectures": ["LlamaForCausalLM"], "hidden_size": 32, "intermediate_size": 48,
             "num_attention_heads": 4, "num_key_value_heads": 2, "num_hidden_layers": 2, "vocab_size": 100,
             "max_position_embeddings": 64, "torch_dtype": "bfloat16", "tie_word_embeddings": false}""";

    private static Architecture architecture(String config) {
        Diagnostics.Builder findings = Diagnostics.builder();
        return JsonSource.model("config.json", config, findings)
                .orElseThrow(() -> new AssertionError(findings.build().toString()))
                .architecture();
    }

    /** A checkpoint, tensor by tensor. */
    private static final class Weights {
        private final Map<String, StoredWeight> all = new LinkedHashMap<>();

        Weights with(String name, long... shape) {
            List<Long> sizes = Arrays.stream(shape).boxed().toList();
            all.put(
                    name,
                    new StoredWeight(
                            name,
                            Optional.of(sizes),
                            sizes.stream().reduce(1L, Math::multiplyExact),
                            "BF16",
                            List.of(),
                            Optional.empty()));
            return this;
        }

        Weights without(String name) {
            assertThat(all.remove(name)).isNotNull();
            return this;
        }

        Verification verified(String config, String type, Container container) {
            return Verifier.compare(architecture(config), type, container, List.copyOf(all.values()));
        }
    }

    /** The tensors of {@code modeling_llama.py}, every linear layer as {@code [out, in]}. */
    private static Weights llama() {
        Weights weights = new Weights().with("model.embed_tokens.weight", 100, 32);
        for (int layer = 0; layer < 2; layer++) {
            String at = "model.layers." + layer + ".";
            weights.with(at + "input_layernorm.weight", 32)
                    .with(at + "post_attention_layernorm.weight", 32)
                    .with(at + "self_attn.q_proj.weight", 32, 32)
                    .with(at + "self_attn.k_proj.weight", 16, 32)
                    .with(at + "self_attn.v_proj.weight", 16, 32)
                    .with(at + "self_attn.o_proj.weight", 32, 32)
                    .with(at + "mlp.gate_proj.weight", 48, 32)
                    .with(at + "mlp.up_proj.weight", 48, 32)
                    .with(at + "mlp.down_proj.weight", 32, 48);
        }
        return weights.with("model.norm.weight", 32).with("lm_head.weight", 100, 32);
    }

    private static Difference only(Verification verification) {
        assertThat(verification.agrees()).isFalse();
        assertThat(verification.differences()).hasSize(1);
        return verification.differences().get(0);
    }

    private static Verification verified(Weights weights) {
        return weights.verified(LLAMA, "llama", Container.SAFETENSORS);
    }

    @Test
    void whatIsThereAsItShouldBeAgrees() {
        Verification verification = verified(llama());

        assertThat(verification.agrees()).isTrue();
        // two tables and the norm, nine tensors a layer
        assertThat(verification.expected()).isEqualTo(3 + 2 * 9);
        assertThat(verification.same()).isEqualTo(3 + 2 * 9);
        // queries and output of 32 × 32, keys and values of 16 × 32
        assertThat(verification.parts().get(Part.ATTENTION).elements()).isEqualTo(2 * (2 * 32 * 32 + 2 * 16 * 32));
    }

    @Test
    void aMissingTensorIsNamed() {
        Difference found = only(verified(llama().without("model.layers.1.mlp.up_proj.weight")));

        assertThat(found.kind()).isEqualTo(Difference.Kind.MISSING);
        assertThat(found.name()).isEqualTo("model.layers.1.mlp.up_proj.weight");
        assertThat(found.expected()).contains(List.of(48L, 32L));
    }

    @Test
    void anExtraTensorIsNamed() {
        Difference found = only(verified(llama().with("model.layers.2.mlp.up_proj.weight", 48, 32)));

        assertThat(found.kind()).isEqualTo(Difference.Kind.EXTRA);
        assertThat(found.name()).isEqualTo("model.layers.2.mlp.up_proj.weight");
    }

    @Test
    void aTransposedTensorIsNamed() {
        Difference found = only(verified(llama().with("model.layers.0.mlp.down_proj.weight", 48, 32)));

        assertThat(found.kind()).isEqualTo(Difference.Kind.TRANSPOSED);
        assertThat(found.found()).contains(List.of(48L, 32L));
    }

    @Test
    void aTensorOfAnotherShapeIsNamed() {
        Difference found = only(verified(llama().with("model.layers.0.self_attn.k_proj.weight", 8, 32)));

        assertThat(found.kind()).isEqualTo(Difference.Kind.SHAPE);
        assertThat(found.expected()).contains(List.of(16L, 32L));
        assertThat(found.found()).contains(List.of(8L, 32L));
    }

    @Test
    void aSecondCopyOfATiedTableIsNoDifference() {
        String tied = LLAMA.replace("\"tie_word_embeddings\": false", "\"tie_word_embeddings\": true");
        Verification twice = llama().verified(tied, "llama", Container.SAFETENSORS);
        Verification once = llama().without("lm_head.weight").verified(tied, "llama", Container.SAFETENSORS);

        assertThat(twice.agrees()).isTrue();
        assertThat(twice.notes())
                .extracting(Verification.Note::what)
                .containsExactly("a second copy of the tied table");
        assertThat(once.agrees()).isTrue();
        assertThat(once.notes()).isEmpty();
    }

    /** Old files of Llama hold the rotary frequencies ({@code rotary_emb.inv_freq}), which are no weights. */
    @Test
    void constantsAreNoDifference() {
        Verification verification = verified(llama().with("model.layers.0.self_attn.rotary_emb.inv_freq", 4));

        assertThat(verification.agrees()).isTrue();
        assertThat(verification.notes()).extracting(Verification.Note::what).containsExactly("constants, no weights");
    }

    /** {@code MiniMaxLightningAttention} in huggingface/transformers registers its decays as buffers that are saved. */
    @ParameterizedTest
    @ValueSource(strings = {"slope_rate", "query_decay", "key_decay", "diagonal_decay"})
    void savedBuffersAreNoDifference(String name) {
        assertThat(verified(llama().with("model.layers.0.self_attn." + name, 32, 1, 1))
                        .agrees())
                .isTrue();
    }

    @Test
    void aTypeWithoutATableIsNotGuessed() {
        Verification verification = llama().verified(LLAMA, "nobody", Container.SAFETENSORS);

        assertThat(verification.naming()).isEmpty();
        assertThat(verification.agrees()).isFalse();
        assertThat(Verifier.knows("nobody", Container.SAFETENSORS)).isFalse();
    }

    /**
     * Names of released checkpoints, from the {@code model.safetensors.index.json} of public repositories: WizardLM-2
     * 8x22B (tbressers), MedGemma 27B (Ibtasam-98), Devstral Small 2507 (fetchwiki), a merge of Phi-3 mini
     * (YouriLalain), Llama 3.2 3B (PANDASANG1231), with the {@code total_size} that each states, at two bytes a number
     * (its vision part left out of the third column, where it is the sum of the rest of the ledger).
     */
    @ParameterizedTest
    @CsvSource({
        "mixtral-8x22b, mixtral, 1739, 281241268224",
        "mistral-24b, mistral, 363, 47144806400",
        "phi-3-mini, phi3, 195, 7642159104",
        "llama-3.2-3b, llama, 254, 6425499648"
    })
    void namesAreThoseOfReleasedCheckpoints(String model, String type, long tensors, long totalSize) {
        String config = Variants.text(NAMES.resolve(model + ".json"));
        Map<String, String> named = names(model);
        Verification verification =
                Verifier.compare(architecture(config), type, Container.SAFETENSORS, WeightUnpacking.named(named));
        Naming naming = SafetensorsNames.of(type).get(0).rooted("model.", "");
        long elements = ExpectedTensors.of(architecture(config), naming).orElseThrow().tensors().stream()
                .mapToLong(ExpectedTensor::elements)
                .sum();

        assertThat(named).hasSize((int) tensors);
        assertThat(verification.differences()).isEmpty();
        assertThat(verification.same()).isEqualTo(tensors);
        assertThat(2 * elements).isEqualTo(totalSize);
    }

    /** The decoder inside of a model that reads images, and the 439 tensors of its image part and projector. */
    @Test
    void theDecoderInsideOfAnotherModelIsFoundByItsNames() {
        Verification verification = Verifier.compare(
                architecture(Variants.text(Path.of("src/test/resources/configs/gemma-3-27b.json"))),
                "gemma3",
                Container.SAFETENSORS,
                WeightUnpacking.named(names("gemma-3-27b-vision")));

        assertThat(verification.differences()).isEmpty();
        // 62 layers of 13 tensors, the table and the last norm (head and table are one); the image part
        assertThat(verification.same()).isEqualTo(62 * 13 + 2 + 439);
        assertThat(verification.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.measured().weights()).isEqualTo(439));
    }

    /** Each line is a name with a star for each number, and how far the numbers go. */
    private static Map<String, String> names(String model) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String line : Variants.text(NAMES.resolve(model + ".txt")).lines().toList()) {
            int space = line.lastIndexOf(' ');
            List<String> expanded = List.of(line.substring(space + 1));
            if (line.contains("*")) {
                for (String count : line.substring(0, space).split(" × ")) {
                    List<String> more = new ArrayList<>();
                    for (String name : expanded) {
                        for (int i = 0; i < Integer.parseInt(count); i++) {
                            more.add(name.replaceFirst("\\*", String.valueOf(i)));
                        }
                    }
                    expanded = more;
                }
            }
            expanded.forEach(name -> names.put(name, "model.safetensors"));
        }
        return names;
    }

    /** One layer of each kind of DeepSeek V3, with sizes as small as they can be told apart. */
    private static final String DEEPSEEK = """
            {"model_type": "deepseek_v3", "architectures": ["DeepseekV3ForCausalLM"], "hidden_size": 64,
             "intermediate_size": 96, "moe_intermediate_size": 24, "num_attention_heads": 4, "num_key_value_heads": 4,
             "num_hidden_layers": 2, "first_k_dense_replace": 1, "n_routed_experts": 4, "num_experts_per_tok": 2,
             "n_shared_experts": 2, "q_lora_rank": 20, "kv_lora_rank": 12, "qk_nope_head_dim": 10,
             "qk_rope_head_dim": 6, "v_head_dim": 8, "vocab_size": 100, "max_position_embeddings": 64, "n_group": 2,
             "topk_group": 1, "topk_method": "noaux_tc", "scoring_func": "sigmoid", "routed_scaling_factor": 2.5,
             "moe_layer_freq": 1, "norm_topk_prob": true, "num_nextn_predict_layers": 0, "torch_dtype": "bfloat16",
             "tie_word_embeddings": false}""";

    /** {@code modeling_deepseek_v3.py}; the names are those of kvcache-ai/sglang_awq, model.safetensors.index.json. */
    private static Weights deepSeek(boolean stacked) {
        Weights weights = new Weights().with("model.embed_tokens.weight", 100, 64);
        for (int layer = 0; layer < 2; layer++) {
            String at = "model.layers." + layer + ".";
            weights.with(at + "input_layernorm.weight", 64)
                    .with(at + "post_attention_layernorm.weight", 64)
                    .with(at + "self_attn.q_a_proj.weight", 20, 64)
                    .with(at + "self_attn.q_a_layernorm.weight", 20)
                    .with(at + "self_attn.q_b_proj.weight", 4 * 16, 20)
                    .with(at + "self_attn.kv_a_proj_with_mqa.weight", 12 + 6, 64)
                    .with(at + "self_attn.kv_a_layernorm.weight", 12)
                    .with(at + "self_attn.kv_b_proj.weight", 4 * (10 + 8), 12)
                    .with(at + "self_attn.o_proj.weight", 64, 4 * 8);
        }
        feedForward(weights, "model.layers.0.mlp.", 96);
        weights.with("model.layers.1.mlp.gate.weight", 4, 64)
                .with("model.layers.1.mlp.gate.e_score_correction_bias", 4);
        // two shared experts of 24 are one network of 48
        feedForward(weights, "model.layers.1.mlp.shared_experts.", 48);
        if (stacked) {
            // conversion_mapping.py of transformers 5: [experts, 2 · inner, hidden] and [experts, hidden, inner]
            weights.with("model.layers.1.mlp.experts.gate_up_proj", 4, 48, 64)
                    .with("model.layers.1.mlp.experts.down_proj", 4, 64, 24);
        } else {
            for (int expert = 0; expert < 4; expert++) {
                feedForward(weights, "model.layers.1.mlp.experts." + expert + ".", 24);
            }
        }
        return weights.with("model.norm.weight", 64).with("lm_head.weight", 100, 64);
    }

    private static void feedForward(Weights weights, String at, long inner) {
        weights.with(at + "gate_proj.weight", inner, 64)
                .with(at + "up_proj.weight", inner, 64)
                .with(at + "down_proj.weight", 64, inner);
    }

    @Test
    void latentAttentionAndExperts() {
        Verification apart = deepSeek(false).verified(DEEPSEEK, "deepseek_v3", Container.SAFETENSORS);
        Verification stacked = deepSeek(true).verified(DEEPSEEK, "deepseek_v3", Container.SAFETENSORS);

        assertThat(apart.differences()).isEmpty();
        assertThat(apart.naming()).contains("experts one by one");
        assertThat(apart.parts().get(Part.ROUTED_EXPERTS).elements()).isEqualTo(4 * 3 * 24 * 64);
        assertThat(stacked.differences()).isEmpty();
        assertThat(stacked.naming()).contains("experts stacked");
        assertThat(stacked.parts().get(Part.ROUTED_EXPERTS).elements()).isEqualTo(4 * 3 * 24 * 64);
    }

    /**
     * A prediction module is the layer behind the last one, with copies of the tables: {@code README_WEIGHTS.md} of
     * deepseek-ai/DeepSeek-V3, where it is layer 61.
     */
    @Test
    void thePredictionModuleIsTheLayerBehindTheLast() {
        String config = DEEPSEEK.replace("\"num_nextn_predict_layers\": 0", "\"num_nextn_predict_layers\": 1");
        Weights weights = deepSeek(false);
        for (String name : List.copyOf(weights.all.keySet())) {
            if (name.startsWith("model.layers.1.")) {
                long[] shape = weights.all.get(name).shape().orElseThrow().stream()
                        .mapToLong(Long::longValue)
                        .toArray();
                weights.with(name.replace("layers.1.", "layers.2."), shape);
            }
        }
        weights.with("model.layers.2.eh_proj.weight", 64, 128)
                .with("model.layers.2.enorm.weight", 64)
                .with("model.layers.2.hnorm.weight", 64)
                .with("model.layers.2.shared_head.norm.weight", 64)
                .with("model.layers.2.shared_head.head.weight", 100, 64)
                .with("model.layers.2.embed_tokens.weight", 100, 64);
        Verification verification = weights.verified(config, "deepseek_v3", Container.SAFETENSORS);

        assertThat(verification.differences()).isEmpty();
        assertThat(verification.notes())
                .extracting(Verification.Note::what)
                .containsExactly("the prediction module", "copies of the tables in the prediction module");
        Difference absent = only(deepSeek(false).verified(config, "deepseek_v3", Container.SAFETENSORS));
        assertThat(absent.detail()).contains("tensors of the prediction module");
    }

    /**
     * {@code TENSOR_NAMES} of gguf-py/gguf/constants.py; the converter of DeepSeek2 in llama.cpp splits kv_b_proj by
     * heads: attn_k_b [heads, rank, nope] and attn_v_b [heads, value, rank].
     */
    @Test
    void latentAttentionInGguf() {
        Weights weights = new Weights().with("token_embd.weight", 100, 64);
        for (int layer = 0; layer < 2; layer++) {
            String at = "blk." + layer + ".";
            weights.with(at + "attn_norm.weight", 64)
                    .with(at + "ffn_norm.weight", 64)
                    .with(at + "attn_q_a.weight", 20, 64)
                    .with(at + "attn_q_a_norm.weight", 20)
                    .with(at + "attn_q_b.weight", 64, 20)
                    .with(at + "attn_kv_a_mqa.weight", 18, 64)
                    .with(at + "attn_kv_a_norm.weight", 12)
                    .with(at + "attn_k_b.weight", 4, 12, 10)
                    .with(at + "attn_v_b.weight", 4, 8, 12)
                    .with(at + "attn_output.weight", 64, 32);
        }
        weights.with("blk.0.ffn_gate.weight", 96, 64)
                .with("blk.0.ffn_up.weight", 96, 64)
                .with("blk.0.ffn_down.weight", 64, 96)
                .with("blk.1.ffn_gate_inp.weight", 4, 64)
                .with("blk.1.exp_probs_b.bias", 4)
                .with("blk.1.ffn_gate_exps.weight", 4, 24, 64)
                .with("blk.1.ffn_up_exps.weight", 4, 24, 64)
                .with("blk.1.ffn_down_exps.weight", 4, 64, 24)
                .with("blk.1.ffn_gate_shexp.weight", 48, 64)
                .with("blk.1.ffn_up_shexp.weight", 48, 64)
                .with("blk.1.ffn_down_shexp.weight", 64, 48)
                .with("output_norm.weight", 64)
                .with("output.weight", 100, 64);
        Verification split = weights.verified(DEEPSEEK, "deepseek_v3", Container.GGUF);
        assertThat(split.differences()).isEmpty();
        assertThat(split.naming()).contains("GGUF, latent attention by heads");

        for (int layer = 0; layer < 2; layer++) {
            String at = "blk." + layer + ".";
            weights.without(at + "attn_k_b.weight")
                    .without(at + "attn_v_b.weight")
                    .with(at + "attn_kv_b.weight", 72, 12);
        }
        Verification whole = weights.verified(DEEPSEEK, "deepseek_v3", Container.GGUF);
        assertThat(whole.differences()).isEmpty();
        assertThat(whole.naming()).contains("GGUF");
    }

    /** {@code modeling_gpt2.py}: {@code Conv1D} keeps {@code [in, out]}, queries, keys and values in one. */
    @Test
    void gpt2KeepsMatricesInputFirst() {
        String config = """
                {"model_type": "gpt2", "architectures": ["GPT2LMHeadModel"], "n_embd": 32, "n_head": 4, "n_layer": 1,
                 "n_positions": 16, "n_ctx": 16, "vocab_size": 100, "layer_norm_epsilon": 1e-05,
                 "activation_function": "gelu_new"}""";
        Verification verification = new Weights()
                .with("wte.weight", 100, 32)
                .with("wpe.weight", 16, 32)
                .with("h.0.ln_1.weight", 32)
                .with("h.0.ln_1.bias", 32)
                .with("h.0.attn.bias", 1, 1, 16, 16)
                .with("h.0.attn.c_attn.weight", 32, 96)
                .with("h.0.attn.c_attn.bias", 96)
                .with("h.0.attn.c_proj.weight", 32, 32)
                .with("h.0.attn.c_proj.bias", 32)
                .with("h.0.ln_2.weight", 32)
                .with("h.0.ln_2.bias", 32)
                .with("h.0.mlp.c_fc.weight", 32, 128)
                .with("h.0.mlp.c_fc.bias", 128)
                .with("h.0.mlp.c_proj.weight", 128, 32)
                .with("h.0.mlp.c_proj.bias", 32)
                .with("ln_f.weight", 32)
                .with("ln_f.bias", 32)
                .verified(config, "gpt2", Container.SAFETENSORS);

        assertThat(verification.differences()).isEmpty();
        assertThat(verification.expected()).isEqualTo(16);
    }

    /**
     * {@code modeling_gpt_oss.py}: experts input first; the released file in MXFP4 has them output first, unpacked to
     * {@code [experts, 2 · inner, hidden]}.
     */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void gptOssStacksItsExperts(boolean packed) {
        String config = """
                {"model_type": "gpt_oss", "architectures": ["GptOssForCausalLM"], "hidden_size": 64, "head_dim": 8,
                 "intermediate_size": 32, "num_attention_heads": 4, "num_key_value_heads": 2, "num_hidden_layers": 1,
                 "num_local_experts": 4, "num_experts_per_tok": 2, "vocab_size": 100, "max_position_embeddings": 64,
                 "sliding_window": 16, "torch_dtype": "bfloat16", "tie_word_embeddings": false}""";
        Weights weights = new Weights().with("model.embed_tokens.weight", 100, 64);
        String at = "model.layers.0.";
        for (String norm : new String[] {"input_layernorm", "post_attention_layernorm"}) {
            weights.with(at + norm + ".weight", 64);
        }
        weights.with(at + "self_attn.q_proj.weight", 32, 64)
                .with(at + "self_attn.q_proj.bias", 32)
                .with(at + "self_attn.k_proj.weight", 16, 64)
                .with(at + "self_attn.k_proj.bias", 16)
                .with(at + "self_attn.v_proj.weight", 16, 64)
                .with(at + "self_attn.v_proj.bias", 16)
                .with(at + "self_attn.o_proj.weight", 64, 32)
                .with(at + "self_attn.o_proj.bias", 64)
                .with(at + "self_attn.sinks", 4)
                .with(at + "mlp.router.weight", 4, 64)
                .with(at + "mlp.router.bias", 4)
                .with(at + "mlp.experts.gate_up_proj", 4, 64, 64)
                .with(at + "mlp.experts.gate_up_proj_bias", 4, 64)
                .with(at + "mlp.experts.down_proj", packed ? new long[] {4, 64, 32} : new long[] {4, 32, 64})
                .with(at + "mlp.experts.down_proj_bias", 4, 64)
                .with("model.norm.weight", 64)
                .with("lm_head.weight", 100, 64);
        Verification verification = weights.verified(config, "gpt_oss", Container.SAFETENSORS);

        assertThat(verification.differences()).isEmpty();
        assertThat(verification.naming()).contains(packed ? "experts stacked" : "experts stacked, input first");
    }

    /** {@code FFN_GATE_EXP}, {@code FFN_UP_EXP} or {@code FFN_GATE_UP_EXP} of {@code TENSOR_NAMES}: one axis more. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void expertsAreStackedInGguf(boolean together) {
        String config = """
                {"model_type": "qwen3_moe", "architectures": ["Qwen3MoeForCausalLM"], "hidden_size": 64, "head_dim": 8,
                 "intermediate_size": 96, "moe_intermediate_size": 24, "num_attention_heads": 4,
                 "num_key_value_heads": 2, "num_hidden_layers": 1, "num_experts": 4, "num_experts_per_tok": 2,
                 "decoder_sparse_step": 1, "mlp_only_layers": [], "vocab_size": 100, "max_position_embeddings": 64,
                 "torch_dtype": "bfloat16", "tie_word_embeddings": false}""";
        Weights weights = new Weights()
                .with("token_embd.weight", 100, 64)
                .with("blk.0.attn_norm.weight", 64)
                .with("blk.0.attn_q.weight", 32, 64)
                .with("blk.0.attn_k.weight", 16, 64)
                .with("blk.0.attn_v.weight", 16, 64)
                .with("blk.0.attn_output.weight", 64, 32)
                .with("blk.0.attn_q_norm.weight", 8)
                .with("blk.0.attn_k_norm.weight", 8)
                .with("blk.0.ffn_norm.weight", 64)
                .with("blk.0.ffn_gate_inp.weight", 4, 64)
                .with("blk.0.ffn_down_exps.weight", 4, 64, 24)
                .with("output_norm.weight", 64)
                .with("output.weight", 100, 64);
        if (together) {
            weights.with("blk.0.ffn_gate_up_exps.weight", 4, 48, 64);
        } else {
            weights.with("blk.0.ffn_gate_exps.weight", 4, 24, 64).with("blk.0.ffn_up_exps.weight", 4, 24, 64);
        }
        Verification verification = weights.verified(config, "qwen3_moe", Container.GGUF);

        assertThat(verification.differences()).isEmpty();
        assertThat(verification.parts().get(Part.ROUTED_EXPERTS).elements()).isEqualTo(4 * 3 * 24 * 64);
    }

    /** GGUF of Llama ({@code TENSOR_NAMES}), with the scaled frequencies that the converter of Llama 3.1 adds. */
    @Test
    void llamaInGguf() {
        Weights weights = new Weights();
        for (StoredWeight weight : llama().all.values()) {
            String name = weight.name()
                    .replace("model.embed_tokens", "token_embd")
                    .replace("model.norm", "output_norm")
                    .replace("lm_head", "output")
                    .replace("model.layers.", "blk.")
                    .replace("input_layernorm", "attn_norm")
                    .replace("post_attention_layernorm", "ffn_norm")
                    .replace("self_attn.o_proj", "attn_output")
                    .replaceFirst("self_attn.([qkv])_proj", "attn_$1")
                    .replaceFirst("mlp.(gate|up|down)_proj", "ffn_$1");
            weights.with(
                    name,
                    weight.shape().orElseThrow().stream()
                            .mapToLong(Long::longValue)
                            .toArray());
        }
        Verification verification = weights.with("rope_freqs.weight", 4).verified(LLAMA, "llama", Container.GGUF);

        assertThat(verification.differences()).isEmpty();
        assertThat(verification.same()).isEqualTo(21);
    }
}
