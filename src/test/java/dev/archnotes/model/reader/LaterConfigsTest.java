package dev.archnotes.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Severity;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** State-space models without attention, decoders whose code lies beside their weights, and those of 2025 and 2026. */
class LaterConfigsTest extends MadeConfigs {
    /**
     * As others counted the loaded models or their files: Mamba 2.8B in the table of models of vLLM's and others'
     * benchmarks; GLM-4-9B, Qwen-7B and MiniCPM in the start line of BCEmbedding's and the table of calflops (7.72 B,
     * exactly this), MiniCPM also in the registry of mteb; BLOOM in the tests of huggingface.js for the hub's own count
     * of safetensors; BitNet as 2B4T's weights are counted before they are packed.
     */
    @ParameterizedTest
    @CsvSource({
        "mamba-2.8b, 2768345600",
        "glm-4-9b-chat, 9399951360",
        "qwen-7b, 7721324544",
        "minicpm-2b, 2724880896",
        "bloom-176b, 176247271424",
        "bitnet-b1.58-2b-4t, 2412820480",
    })
    void totalsAreThoseThatOthersCounted(String id, long total) {
        assertThat(total(fixture(id))).isEqualTo(total);
    }

    /** What is not counted is said, and nothing else. */
    @ParameterizedTest
    @CsvSource({
        "mamba-2.8b, 0",
        "falcon-mamba-7b, 0",
        "mamba-codestral-7b, 0",
        "glm-4-9b-chat, 0",
        "qwen-7b, 1",
        "minicpm-2b, 0",
        "bloom-176b, 0",
        "bitnet-b1.58-2b-4t, 0",
        "nanochat-d20, 0",
        "hyperclovax-seed-think-14b, 0",
        "cwm-32b, 0",
        "k-exaone-236b-a23b, 1",
        "hy3-preview, 0",
        "laguna-xs.2, 0",
        "step-3.5-flash, 0",
        "granite-swash-2b, 0",
        "longcat-flash-chat, 0",
        "ax-k1-519b, 0",
    })
    void everyKeyIsUnderstood(String id, int warnings) {
        assertThat(findings(fixture(id)))
                .hasSize(warnings)
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
    }

    /**
     * By the shapes of {@code modeling_falcon_mamba.py} and {@code modeling_mamba2.py}. Falcon Mamba, 64 layers of
     * 8,192 channels: norm, way in, convolution with bias, what makes steps, B and C, steps with bias, decays, skip,
     * way out. Mamba-Codestral, 64 layers of 128 heads in 8 groups: way in for gate, values, B, C and steps; the
     * convolution over values, B and C; step bias, decay and skip of each head; the gated norm; way out.
     */
    @Test
    void stateSpaceModelsByHand() {
        long falcon = 64L
                        * (4_096
                                + 2 * 8_192L * 4_096
                                + 8_192 * (4 + 1)
                                + (256 + 2 * 16) * 8_192L
                                + 8_192 * (256 + 1)
                                + 8_192 * 16
                                + 8_192
                                + 8_192L * 4_096)
                + 2 * 65_024L * 4_096
                + 4_096;
        assertThat(total(fixture("falcon-mamba-7b"))).isEqualTo(falcon);
        long mixed = 8_192 + 2 * 8 * 128;
        long codestral =
                64L * (4_096 + (8_192 + mixed + 128) * 4_096 + mixed * (4 + 1) + 3 * 128 + 8_192 + 8_192L * 4_096)
                        + 2 * 32_768L * 4_096
                        + 4_096;
        assertThat(total(fixture("mamba-codestral-7b"))).isEqualTo(codestral);
    }

    /** A state of 16 numbers a channel in 4 bytes and three tokens of the convolution in 2, and no end to the text. */
    @Test
    void nothingEndsTheTextOfAStateSpaceModel() {
        FactSheet mamba = sheet(fixture("mamba-2.8b"));
        assertThat(read(fixture("mamba-2.8b")).context().isLimited()).isFalse();
        assertThat(mamba.find(FactPath.CONTEXT_CONFIGURED)).isEmpty();
        assertThat(mamba.whole(FactPath.KV_CACHE_BYTES_PER_TOKEN)).isZero();
        assertThat(mamba.whole(FactPath.kvCacheBytesAt(131_072)))
                .isEqualTo(mamba.whole(FactPath.kvCacheBytesAt(4_096)))
                .isEqualTo(64L * (5_120 * 16 * 4 + 5_120 * 3 * 2));
        assertThat(mamba.isBeyondContext(FactPath.kvCacheBytesAt(131_072))).isFalse();
        // a decoder with a cache must still say where it ends
        assertThat(findings(fixture("minicpm-2b").replace("max_position_embeddings", "max_sequence")))
                .anySatisfy(finding -> assertThat(finding.message()).contains("max_position_embeddings"));
    }

    /**
     * By the shapes of each type's {@code modeling_<type>.py} in {@code huggingface/transformers}: tables, then of each
     * layer attention, network and norms.
     */
    @Test
    void densesByHand() {
        // nanochat: no norm has a weight
        assertThat(total(fixture("nanochat-d20")))
                .isEqualTo(2 * 65_536L * 1_280 + 20L * (4 * 1_280 * 1_280 + 2 * 1_280 * 5_120));
        // HyperCLOVA X: four norms a layer
        assertThat(total(fixture("hyperclovax-seed-think-14b")))
                .isEqualTo(2 * 110_592L * 6_144
                        + 38L * (2 * 6_144 * 6_144 + 2 * 6_144 * 1_024 + 3L * 6_144 * 14_336 + 4 * 6_144)
                        + 6_144);
        assertThat(total(fixture("cwm-32b")))
                .isEqualTo(2 * 128_256L * 6_144
                        + 64L * (2 * 6_144 * 6_144 + 2 * 6_144 * 1_024 + 3L * 6_144 * 21_504 + 2 * 6_144)
                        + 6_144);
        // Granite with windows: 20 sinks a layer, the table tied
        assertThat(total(fixture("granite-swash-2b")))
                .isEqualTo(100_352L * 2_560
                        + 24L * (2 * 2_560 * 2_560 + 2 * 2_560 * 512 + 20 + 3L * 2_560 * 8_192 + 2 * 2_560)
                        + 2_560);
        // BLOOM 560M, which its makers count as 559,214,592: one norm more, on the embeddings
        assertThat(total(fixture("bloom-176b")
                        .replace("14336", "1024")
                        .replace(": 70", ": 24")
                        .replace(": 112", ": 16")))
                .isEqualTo(559_214_592L);
        // CodeGen 350M: biases in the network, on the norms and on the head
        assertThat(total("{\"model_type\": \"codegen\", \"n_embd\": 1024, \"n_head\": 16, \"n_layer\": 20,"
                        + " \"n_positions\": 2048, \"rotary_dim\": 32, \"vocab_size\": 51200,"
                        + " \"tie_word_embeddings\": false}"))
                .isEqualTo(2 * 51_200L * 1_024 + 51_200 + 20L * (12 * 1_024 * 1_024 + 5 * 1_024 + 2 * 1_024) + 2_048);
    }

    /** Mixtures: experts, router with its bias, shared expert; Step and Laguna with a gate for each head. */
    @Test
    void mixturesByHand() {
        long attention = 2 * 6_144L * 8_192 + 2 * 6_144 * 1_024 + 2 * 128;
        long expert = 3 * 6_144L * 2_048;
        assertThat(total(fixture("k-exaone-236b-a23b")))
                .isEqualTo(2 * 153_600L * 6_144
                        + 48 * (attention + 2 * 6_144)
                        + 3 * 6_144L * 18_432
                        + 47 * (129 * expert + 128 * 6_144 + 128)
                        + 6_144);
        assertThat(total(fixture("hy3-preview")))
                .isEqualTo(2 * 120_832L * 4_096
                        + 80 * (2 * 4_096L * 8_192 + 2 * 4_096 * 1_024 + 2 * 128 + 2 * 4_096)
                        + 3 * 4_096L * 13_312
                        + 79 * (193 * 3L * 4_096 * 1_536 + 192 * 4_096 + 192)
                        + 4_096);
        long lagunaFull = 2 * 48 * 128L * 2_048 + 48 * 2_048;
        long lagunaNear = 2 * 64 * 128L * 2_048 + 64 * 2_048;
        assertThat(total(fixture("laguna-xs.2")))
                .isEqualTo(2 * 100_352L * 2_048
                        + 10 * lagunaFull
                        + 30 * lagunaNear
                        + 40 * (2 * 2_048L * 1_024 + 2 * 128 + 2 * 2_048)
                        + 3 * 2_048L * 8_192
                        + 39 * (257 * 3L * 2_048 * 512 + 256 * 2_048 + 256)
                        + 2_048);
        long stepFull = 2 * 64 * 128L * 4_096 + 64 * 4_096;
        long stepNear = 2 * 96 * 128L * 4_096 + 96 * 4_096;
        assertThat(total(fixture("step-3.5-flash")))
                .isEqualTo(2 * 128_896L * 4_096
                        + 12 * stepFull
                        + 33 * stepNear
                        + 45 * (2 * 4_096L * 1_024 + 2 * 128 + 2 * 4_096)
                        + 3 * 3 * 4_096L * 11_264
                        + 42 * (289 * 3L * 4_096 * 1_280 + 288 * 4_096 + 288)
                        + 4_096);
    }

    /**
     * Latent attention by the shapes of {@code modeling_axk1.py} and {@code modeling_longcat_flash.py}: LongCat has two
     * attentions and two networks in each of 28 layers, a router over 768 experts of which 512 have weights, and the
     * most that can act on a token, 12 of them (its report: 18.6 to 31.3 billion). A.X K1 (519 billion) has one norm
     * more in each of its 60 layers with experts.
     */
    @Test
    void latentMixturesByHand() {
        long longcatAttention = 6_144L * 1_536
                + 1_536
                + 1_536L * 64 * (128 + 64)
                + 6_144 * (512 + 64)
                + 512
                + 512L * 64 * (128 + 128)
                + 64 * 128L * 6_144;
        long expert = 3 * 6_144L * 2_048;
        long outside = 28 * (2 * longcatAttention + 2 * 3 * 6_144L * 12_288 + 768 * 6_144 + 768 + 4 * 6_144)
                + 2 * 131_072L * 6_144
                + 6_144;
        FactSheet longcat = sheet(fixture("longcat-flash-chat"));
        assertThat(longcat.whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(outside + 28 * 512 * expert);
        assertThat(longcat.whole(FactPath.PARAMETERS_ACTIVE_ALL)).isEqualTo(outside + 28 * 12 * expert);
        assertThat(longcat.whole(FactPath.KV_CACHE_BYTES_PER_TOKEN)).isEqualTo(56 * 2 * (512 + 64));
        long axAttention = 7_168L * 1_536
                + 1_536
                + 1_536L * 64 * (128 + 64)
                + 7_168 * (512 + 64)
                + 512
                + 512L * 64 * (128 + 128)
                + 64 * 128L * 7_168;
        assertThat(total(fixture("ax-k1-519b")))
                .isEqualTo(61 * (axAttention + 2 * 7_168)
                        + 3 * 7_168L * 18_432
                        + 60 * (193 * 3L * 7_168 * 2_048 + 192 * 7_168 + 192 + 7_168)
                        + 2 * 163_840L * 7_168
                        + 7_168);
    }

    /** Of a model that also speaks only the decoder is counted, which is Qwen3's, and that is said. */
    @Test
    void theDecoderOfAnOmniModelIsFound() {
        String whole = fixture("qwen3-vl-30b-a3b");
        String decoder = whole.substring(whole.indexOf("\"text_config\""), whole.indexOf("\"tie_word_embeddings\""))
                .replace("qwen3_vl_moe_text", "qwen3_omni_moe_text");
        String omni = "{\"model_type\": \"qwen3_omni_moe\", \"thinker_config\": {"
                + decoder.substring(0, decoder.lastIndexOf(',')) + "}}";
        assertThat(total(omni)).isEqualTo(30_532_122_624L);
        assertThat(findings(omni))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("only the decoder inside"));
    }

    /**
     * Two bytes for key and value of each KV head in each layer; the growing part is of the layers without a window.
     */
    @ParameterizedTest
    @CsvSource({
        "glm-4-9b-chat, 40960, 40960",
        "bitnet-b1.58-2b-4t, 76800, 76800",
        "cwm-32b, 262144, 65536",
        "k-exaone-236b-a23b, 196608, 49152",
        "hy3-preview, 327680, 327680",
        "laguna-xs.2, 163840, 40960",
        "step-3.5-flash, 184320, 49152",
        "granite-swash-2b, 49152, 12288",
    })
    void caches(String id, long cache, long growing) {
        assertThat(sheet(fixture(id)).whole(FactPath.KV_CACHE_BYTES_PER_TOKEN)).isEqualTo(cache);
        assertThat(sheet(fixture(id)).whole(FactPath.KV_CACHE_GROWING_BYTES_PER_TOKEN))
                .isEqualTo(growing);
    }

    /** The same model as the makers' code writes it and as transformers 5 does. */
    @Test
    void spellingsOfStepAreOneModel() {
        String old = fixture("step-3.5-flash");
        String renewed = old.replace(
                        "num_attention_groups\": 8,\n  \"num_attention_heads\": 64",
                        "num_key_value_heads\": 8,\n  \"num_attention_heads\": 64")
                .replace("moe_num_experts", "n_routed_experts")
                .replace("moe_top_k", "num_experts_per_tok");
        assertThat(renewed).isNotEqualTo(old);
        assertThat(total(renewed)).isEqualTo(total(old));
        // one more key and value of prediction modules is said
        assertThat(findings(old.replace("\"need_fp32_gate\"", "\"num_nextn_predict_layers\": 3, \"need_fp32_gate\"")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("num_nextn_predict_layers"));
    }

    /** The makers' code computes with these numbers, so that {@code null} is no model. */
    @ParameterizedTest
    @CsvSource({"glm-4.7-flash, first_k_dense_replace", "glm-5, first_k_dense_replace", "jamba-v0.1, mamba_d_state"})
    void nullIsNotMissing(String id, String key) {
        String changed = fixture(id).replaceAll("\"" + key + "\": *[0-9]+", "\"" + key + "\": null");
        assertThat(changed).isNotEqualTo(fixture(id));
        assertThat(findings(changed)).anySatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.message()).contains(key);
        });
    }

    /** What the code cannot do is refused and not guessed. */
    @ParameterizedTest
    @CsvSource({
        "laguna-xs.2, per-head, per-element",
        "step-3.5-flash, '\"use_qk_norm\": true', '\"use_qk_norm\": false'",
        "qwen-7b, '\"no_bias\": true', '\"no_bias\": false'",
        "glm-4-9b-chat, '\"post_layer_norm\": true', '\"post_layer_norm\": false'",
        "bitnet-b1.58-2b-4t, relu2, silu",
        "mamba-codestral-7b, '\"num_heads\": 128', '\"num_heads\": 120'",
    })
    void otherModelsAreRefused(String id, String from, String to) {
        String changed = fixture(id).replace(from, to);
        assertThat(changed).isNotEqualTo(fixture(id));
        assertThat(findings(changed))
                .anySatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR));
    }

    /**
     * KV heads of a file that does not name them, by {@code configuration_<type>.py}: a number of the type's own, not
     * as many as heads.
     */
    @ParameterizedTest
    @CsvSource({
        "qwen2, 32",
        "qwen3, 32",
        "qwen2_moe, 16",
        "exaone4, 32",
        "seed_oss, 8",
        "stablelm, 32",
        "mistral, 8",
        "starcoder2, 2",
        "glm4, 2",
        "ernie4_5, 2",
        "llama, 64",
        "olmo2, 64",
        "granite, 64",
    })
    void missingKvHeadsAreThoseOfTheType(String type, long kvHeads) {
        String experts = """
                "moe_intermediate_size": 64, "shared_expert_intermediate_size": 64, "num_experts": 4,
                "num_experts_per_tok": 2,""";
        String config = """
                {"model_type": "%s", "hidden_size": 4096, "num_attention_heads": 64, "head_dim": 64, %s
                "num_hidden_layers": 1, "intermediate_size": 128, "vocab_size": 64, "max_position_embeddings": 4096,
                "dtype": "bfloat16"}
                """.formatted(type, type.endsWith("moe") ? experts : "");
        assertThat(sheet(config).whole(FactPath.KV_CACHE_BYTES_PER_TOKEN)).isEqualTo(2 * 2 * kvHeads * 64);
    }

    /**
     * The default sizes of {@code SarvamMLAConfig} in transformers, those of Sarvam 105B: queries of 64 × 192 without a
     * bottleneck, a latent of 512 and 64 rotary numbers, 31 of 32 layers with 128 experts and a shared one. A layer
     * keeps 576 numbers of a token.
     */
    @Test
    void sarvamHasTheLatentsOfDeepSeek() {
        String config = """
                {"model_type": "sarvam_mla", "architectures": ["SarvamMLAForCausalLM"], "vocab_size": 262144,
                "hidden_size": 4096, "num_hidden_layers": 32, "intermediate_size": 16384, "num_attention_heads": 64,
                "moe_intermediate_size": 2048, "num_experts": 128, "num_experts_per_tok": 8, "num_shared_experts": 1,
                "first_k_dense_replace": 1, "qk_rope_head_dim": 64, "qk_nope_head_dim": 128, "kv_lora_rank": 512,
                "v_head_dim": 128, "max_position_embeddings": 131072, "use_qk_norm": true, "dtype": "bfloat16"}
                """;
        long attention = 64 * 192 * 4_096L + 576 * 4_096L + 512 + 64 * 256 * 512L + 4_096 * 64 * 128L;
        assertThat(total(config))
                .isEqualTo(2 * 262_144L * 4_096
                        + 32 * (attention + 2 * 4_096)
                        + 3 * 4_096L * 16_384
                        + 31 * (129 * 3 * 4_096L * 2_048 + 128 * 4_096L + 128)
                        + 4_096);
        assertThat(sheet(config).whole(FactPath.KV_CACHE_BYTES_PER_TOKEN)).isEqualTo(32 * 576 * 2);
        assertThat(findings(config)).isEmpty();
    }

    /**
     * HyperCLOVAXConfig of transformers takes true, configuration_hyperclovax.py of its makers false: two norms more in
     * each of 38 layers of width 6,144 or not.
     */
    @Test
    void whereMakersAndLibraryDisagreeTheDefaultIsSaid() {
        String file = fixture("hyperclovax-seed-think-14b");
        assertThat(file).contains("\"use_post_norm\": true");
        String silent = file.replace("\"use_post_norm\": true,", "");
        assertThat(total(silent)).isEqualTo(total(file));
        assertThat(findings(silent))
                .extracting(Diagnostic::message)
                .containsExactly("the key \"use_post_norm\" is missing; true stands in, the default of transformers, "
                        + "where the class that its makers ship takes false");
        assertThat(total(file) - total(file.replace("\"use_post_norm\": true", "\"use_post_norm\": false")))
                .isEqualTo(38 * 2 * 6_144);
    }

    /** Starcoder 2 15B as released: 15,957,889,024 weights by the hub's count, and a base that is no whole number. */
    @Test
    void aBaseWithAFractionIsRead() {
        String config = """
                {"model_type": "starcoder2", "hidden_size": 6144, "intermediate_size": 24576, "num_hidden_layers": 40,
                "num_attention_heads": 48, "num_key_value_heads": 4, "vocab_size": 49152, "use_bias": true,
                "hidden_act": "gelu_pytorch_tanh", "mlp_type": "default", "norm_type": "layer_norm",
                "norm_epsilon": 1e-05, "rope_theta": 999999.4420358813, "sliding_window": 4096,
                "max_position_embeddings": 16384, "tie_word_embeddings": false, "torch_dtype": "bfloat16"}
                """;
        assertThat(total(config)).isEqualTo(15_957_889_024L);
        assertThat(findings(config)).isEmpty();
        assertThat(read(config)
                        .architecture()
                        .kinds()
                        .get(0)
                        .attention()
                        .positions()
                        .rope()
                        .orElseThrow()
                        .base())
                .isEqualTo(999_999);
        assertThat(findings(config.replace("999999.4420358813", "\"many\""))).hasSize(1);
    }

    /** An honest no says what stands in the way. */
    @ParameterizedTest
    @CsvSource({
        "mllama_text_model, the file of the whole model",
        "zamba2, shared by several layers",
        "rwkv7, its recurrence is not modeled",
        "nanbeige, more than once",
        "mistral_large3, has a params.json",
        "t5gemma, an encoder and a decoder",
        "modernbert, is an encoder",
        "gemma4_assistant, a draft model",
        "llada, by diffusion",
        "minicpmv, between its encoder and its decoder",
        "phi4mm, adapters for images and sound",
        "jetmoe, attention with experts",
    })
    void whatIsNotReadSaysWhy(String type, String reason) {
        assertThat(findings("{\"model_type\": \"" + type + "\"}"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.message()).contains("cannot be read").contains(reason);
                    assertThat(finding.hint()).doesNotContain("did you mean");
                });
    }

    /** Falcon's first names: the 7B with one KV head, the 40B with eight and two norms. */
    @Test
    void refinedWebModelsAreFalcon() {
        assertThat(total(fixture("falcon-7b").replace("\"falcon\"", "\"RefinedWebModel\"")))
                .isEqualTo(total(fixture("falcon-7b")));
    }
}
