package dev.archnotes.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Severity;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Architecture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decoders near Llama and GPT-2, and mixtures with softmax attention. */
class PlainConfigsTest extends MadeConfigs {
    /**
     * Totals as public files quote those of the hub (Pythia, Phi-2, Apertus, OLMoE), by hand in {@link #totalsByHand}
     * (OPT, MPT), else of the class in {@code huggingface/transformers} 5.18 made without weights, buffers of a
     * selection bias added; DBRX, whose class cannot be made there, and Hunyuan by hand in {@link #totalsByHand}.
     * Active weights: the total less the experts that a token does not reach, 3 × width × expert width each. The cache:
     * 2 × 2 bytes × KV heads × head dimension × layers, for Tiny Aya and the last two types with windows a quarter of
     * the layers growing (sizes and layer types of Mellum 2 and Trinity here are the type's defaults and a made-up
     * model of its shape).
     */
    @ParameterizedTest
    @CsvSource({
        "tiny-aya-3.35b, 3349227520, 3349227520, 73728, 18432",
        "command-r-plus-104b, 103810674688, 103810674688, 262144, 262144",
        "pythia-6.9b, 6857302016, 6857302016, 524288, 524288",
        "falcon-7b, 6921720704, 6921720704, 8192, 8192",
        "falcon-40b, 41303293952, 41303293952, 122880, 122880",
        "phi-2, 2779683840, 2779683840, 327680, 327680",
        "stablelm-2-12b, 12143185920, 12143185920, 204800, 204800",
        "olmo-7b-hf, 6888095744, 6888095744, 524288, 524288",
        "afm-4.5b, 4619164160, 4619164160, 73728, 73728",
        "apertus-8b, 8053338176, 8053338176, 131072, 131072",
        "opt-6.7b, 6658473984, 6658473984, 524288, 524288",
        "mpt-7b, 6649286656, 6649286656, 524288, 524288",
        "phi-3.5-moe, 41873153344, 6640999744, 131072, 0",
        "olmoe-1b-7b, 6919161856, 1282017280, 131072, 131072",
        "ernie-4.5-21b-a3b, 21825437888, 3352150208, 57344, 57344",
        "mellum2-12b, 12149923072, 2439060736, 57344, 14336",
        "dbrx-132b, 131596523520, 36469708800, 163840, 163840",
        "hunyuan-a13b, 80393183232, 12747448320, 131072, 131072",
        "afmoe-6b, 6120003328, 1023923968, 57344, 14336",
    })
    void releasedModelsHaveTheirTotalsAndCaches(String id, long total, long active, long cache, long growing) {
        FactSheet facts = FactSheet.of(read(fixture(id)));
        assertThat(facts.whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(total);
        assertThat(facts.whole(FactPath.PARAMETERS_ACTIVE_ALL)).isEqualTo(active);
        assertThat(facts.whole(FactPath.KV_CACHE_BYTES_PER_TOKEN)).isEqualTo(cache);
        assertThat(facts.whole(FactPath.KV_CACHE_GROWING_BYTES_PER_TOKEN)).isEqualTo(growing);
    }

    /** Attention, experts, router and norms of a layer, then tables and the final norm. */
    @Test
    void totalsByHand() {
        long dbrx = 40L
                        * ((48 + 2 * 8) * 128 * 6_144
                                + 48 * 128 * 6_144
                                + 16L * 3 * 6_144 * 10_752
                                + 16 * 6_144
                                + 2 * 6_144)
                + 2L * 100_352 * 6_144
                + 6_144;
        assertThat(total(fixture("dbrx-132b"))).isEqualTo(dbrx);
        long hunyuan = 32L
                        * ((32 + 2 * 8) * 128 * 4_096
                                + 32 * 128 * 4_096
                                + 2 * 128
                                + (64L + 1) * 3 * 4_096 * 3_072
                                + 64 * 4_096
                                + 2 * 4_096)
                + 128_167L * 4_096
                + 4_096;
        assertThat(total(fixture("hunyuan-a13b"))).isEqualTo(hunyuan);
        // modeling_opt.py: a table, 2 positions more than the context, four projections and two matrices with biases,
        // two norms with biases a layer
        assertThat(total(fixture("opt-6.7b")))
                .isEqualTo(50_272L * 4_096
                        + (2_048 + 2) * 4_096L
                        + 32L * (4 * (4_096 * 4_096 + 4_096) + 2 * 4_096 * 16_384 + 16_384 + 4_096 + 2 * 2 * 4_096)
                        + 2 * 4_096);
        // modeling_mpt.py: no bias anywhere, and no position table where ALiBi is used
        assertThat(total(fixture("mpt-7b")))
                .isEqualTo(50_432L * 4_096 + 32L * (4 * 4_096 * 4_096 + 2 * 4 * 4_096 * 4_096 + 2 * 4_096) + 4_096);
    }

    /** StarCoder and StarCoderBase-1B as the table of models of a replication of MultiPL-T counts their weights. */
    @ParameterizedTest
    @CsvSource({"6144, 40, 48, 24576, 15517456384", "2048, 24, 16, 8192, 1137207296"})
    void starCodersHaveOneKeyAndValueHead(long width, long layers, long heads, long inner, long total) {
        String config = """
                {"model_type": "gpt_bigcode", "architectures": ["GPTBigCodeForCausalLM"], "multi_query": true,
                "n_embd": %d, "n_layer": %d, "n_head": %d, "n_inner": %d, "n_positions": 8192, "vocab_size": 49152,
                "activation_function": "gelu_pytorch_tanh", "scale_attn_weights": true, "torch_dtype": "float32"}
                """.formatted(width, layers, heads, inner);
        assertThat(total(config)).isEqualTo(total);
        assertThat(FactSheet.of(read(config)).whole(FactPath.KV_CACHE_BYTES_PER_TOKEN))
                .isEqualTo(layers * 2 * 2 * (width / heads));
    }

    @ParameterizedTest
    @CsvSource({
        "tiny-aya-3.35b",
        "command-r-plus-104b",
        "pythia-6.9b",
        "falcon-7b",
        "falcon-40b",
        "phi-2",
        "stablelm-2-12b",
        "olmo-7b-hf",
        "afm-4.5b",
        "apertus-8b",
        "opt-6.7b",
        "mpt-7b",
        "olmoe-1b-7b",
        "ernie-4.5-21b-a3b",
        "mellum2-12b",
        "hunyuan-a13b",
        "afmoe-6b",
        "phi-3.5-moe",
    })
    void everyKeyOfReleasedFilesIsUnderstood(String id) {
        assertThat(findings(fixture(id))).isEmpty();
    }

    /**
     * By hand from the modeling code. Attention of these sizes has 64 + 32 + 32 + 64 = 192 weights (three quarters of 4
     * × 64 = 256 where all heads have keys of their own), a gated network 3 × 8 × 16 = 384, one of two matrices 256, a
     * norm 8 or, with a bias, 16, a table 80. Biases: 16 of queries, keys and values, 8 of the output, 16 + 8 of two
     * matrices. So, of two layers each:
     *
     * <ul>
     *   <li>Command R: 2 × (192 + 384 + 8) + 80 + 8; Arcee 2 × (192 + 256 + 16) + 160 + 8
     *   <li>OLMo 2 × (192 + 384) + 160; Helium and InternLM 2 × (192 + 384 + 16) + 160 + 8; GLM 32 more
     *   <li>Nemotron 2 × (192 + 256 + 32) + 160 + 16; Jais 2 × (192 + 24 + 256 + 24 + 32) + 160 + 16
     *   <li>Apertus 2 × (192 + 8 + 256 + 2 + 16) + 160 + 8; Phi 2 × (192 + 24 + 256 + 24 + 16) + 160 + 16 + 10
     * </ul>
     */
    @ParameterizedTest
    @CsvSource({
        "cohere, 1256",
        "cohere2, 1256",
        "arcee, 1096",
        "olmo, 1312",
        "helium, 1352",
        "internlm2, 1352",
        "internlm3, 1352",
        "exaone, 1352",
        "glm, 1384",
        "nemotron, 1136",
        "jais2, 1232",
        "apertus, 1116",
        "phi, 1210",
    })
    void aSmallDenseModelOfEachTypeHasTheWeightsOfItsCode(String type, long total) {
        assertThat(total(small(type, ""))).isEqualTo(total);
    }

    /**
     * By hand again, four experts of 6 numbers (3 × 8 × 6 = 144 weights each) or, without a size of their own, of 16
     * (384), and 32 of the router: ERNIE 2 × 192 + 384 + (4 + 2) × 144 + 32 + 4 + 32 + 80 + 8; OLMoE and FlexOlmo 2 ×
     * (192 + 12 + 4 × 384 + 32 + 16) + 168; Granite 2 × (192 + 1,536 + 32 + 16) + 168, with a shared expert of 5
     * numbers 2 × 120 more; Phi 2 × (192 + 1,536 + 32 + 32) + 160 + 16; Solar Open 2 × (192 + 5 × 144 + 32 + 4 + 16) +
     * 168; dots.llm1 8 norms of queries and keys more a layer; Mellum 2 × (192 + 8 + 576 + 32 + 16) + 168; Trinity two
     * layers of 192 + 64 + 8 + 32, one of 384 and one of 6 × 144 + 32 + 4, and 168.
     */
    @ParameterizedTest
    @CsvSource({
        "ernie4_5_moe, 1788",
        "olmoe, 3744",
        "flex_olmo, 3744",
        "granitemoe, 3720",
        "granitemoeshared, 3960",
        "phimoe, 3760",
        "solar_open, 2096",
        "dots1, 2112",
        "mellum, 1816",
        "afmoe, 2044",
    })
    void aSmallMixtureOfEachTypeHasTheWeightsOfItsCode(String type, long total) {
        String experts = type.startsWith("olmoe")
                        || type.startsWith("flex")
                        || type.startsWith("granite")
                        || type.equals("phimoe")
                ? ", \"num_local_experts\": 4, \"num_experts_per_tok\": 2"
                        + (type.equals("granitemoeshared") ? ", \"shared_intermediate_size\": 5" : "")
                : type.equals("ernie4_5_moe")
                        ? ", \"moe_num_experts\": 4, \"moe_k\": 2, \"moe_intermediate_size\": 6"
                        : type.equals("solar_open") || type.equals("dots1")
                                ? ", \"n_routed_experts\": 4, \"n_shared_experts\": 1, \"num_experts_per_tok\": 2,"
                                        + " \"moe_intermediate_size\": 6"
                                : ", \"num_experts\": 4, \"num_experts_per_tok\": 2, \"moe_intermediate_size\": 6";
        assertThat(total(small(type, experts))).isEqualTo(total);
    }

    /**
     * Latent attention with a query rank of 4, a latent of 6 and heads of 3 + 2 and 5 numbers: 32 + 4 + 40 of queries,
     * 64 + 6 + 96 of the latent, 80 of the output, 322 in all; with a dense network and two norms 722 a layer. MiniCPM3
     * has value heads of 8 / 2 numbers where the file is silent: 12 + 16 fewer a layer.
     */
    @ParameterizedTest
    @CsvSource({"youtu, ', \"v_head_dim\": 5', 1532", "minicpm3, '', 1476", "minicpm3, ', \"v_head_dim\": 5', 1532"})
    void latentAttentionOutsideDeepSeek(String type, String more, long total) {
        String ranks = ", \"q_lora_rank\": 4, \"kv_lora_rank\": 6, \"qk_nope_head_dim\": 3, \"qk_rope_head_dim\": 2";
        assertThat(total(small(type, ranks + more))).isEqualTo(total);
    }

    private static String small(String type, String more) {
        return "{\"model_type\": \"" + type + "\", \"hidden_size\": 8, \"num_hidden_layers\": 2,"
                + " \"num_attention_heads\": 2, \"num_key_value_heads\": 1, \"head_dim\": 4,"
                + " \"intermediate_size\": 16, \"vocab_size\": 10, \"max_position_embeddings\": 64,"
                + " \"dtype\": \"bfloat16\"" + more + "}";
    }

    /**
     * One key changed: Falcon RW 1B and Falcon 2 11B by their own shapes (class made without weights: 1,311,625,216 and
     * 11,102,822,400), tied or not one table of 65,024 × 4,544, biases of Arcee 20 × 128 + 2 × 4 × 128 + 2,560 + 18,432
     * + 2,560 in each of 36 layers, ERNIE without shared experts 27 × 2 × 3 × 2,560 × 1,536 fewer.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            falcon-7b | "bias": false | "tie_word_embeddings": false | 7217189760
            afm-4.5b | "attention_bias": false | "attention_bias": true | 4619385344
            afm-4.5b | "mlp_bias": false | "mlp_bias": true | 4619919872
            olmo-7b-hf | "tie_word_embeddings": false | "tie_word_embeddings": true | 6682050560
            tiny-aya-3.35b | "logit_scale": 1.0 | "tie_word_embeddings": false | 3886098432
            pythia-6.9b | "use_parallel_residual": true | "use_parallel_residual": false | 6857302016
            stablelm-2-12b | "qk_layernorm": true | "qk_layernorm": false | 12142929920
            stablelm-2-12b | "use_parallel_residual": true | "use_parallel_residual": false | 12143595520
            phi-3.5-moe | "lm_head_bias": true | "lm_head_bias": false | 41873121280
            ernie-4.5-21b-a3b | "moe_num_shared_experts": 2 | "moe_num_shared_experts": 0 | 21188427968
            """)
    void oneKeyChangesWhatItShould(String id, String right, String other, long total) {
        String whole = fixture(id);
        assertThat(whole).contains(right);
        assertThat(total(whole.replace(right, other))).isEqualTo(total);
    }

    @Test
    void falconsOtherShapes() {
        assertThat(total("{\"model_type\": \"falcon\", \"hidden_size\": 2048, \"num_hidden_layers\": 24,"
                        + " \"num_attention_heads\": 32, \"vocab_size\": 50304, \"alibi\": true, \"bias\": true,"
                        + " \"multi_query\": false, \"parallel_attn\": false}"))
                .isEqualTo(1_311_625_216L);
        assertThat(total("{\"model_type\": \"falcon\", \"hidden_size\": 4096, \"num_hidden_layers\": 60,"
                        + " \"num_attention_heads\": 32, \"num_kv_heads\": 8, \"vocab_size\": 65024,"
                        + " \"new_decoder_architecture\": true, \"num_ln_in_parallel_attn\": 1,"
                        + " \"tie_word_embeddings\": false}"))
                .isEqualTo(11_102_822_400L);
    }

    /** GPT-J 6B (class made without weights: 6,050,882,784), its keys as in the released file. */
    @Test
    void gptJHasNoBiasesInAttentionAndOneOnItsHead() {
        assertThat(total("{\"model_type\": \"gptj\", \"n_embd\": 4096, \"n_layer\": 28, \"n_head\": 16,"
                        + " \"n_positions\": 2048, \"rotary_dim\": 64, \"vocab_size\": 50400}"))
                .isEqualTo(6_050_882_784L);
    }

    /**
     * Baichuan 2: a layer of the 7B has 4 × 4,096² + 3 × 4,096 × 11,008 + 2 × 4,096 weights, of the 13B 4 × 5,120² + 3
     * × 5,120 × 13,696 + 2 × 5,120; two tables of 125,696 rows and a norm. The 13B has no base of rotary positions.
     */
    @Test
    void baichuanOfThirteenBillionHasDistancesInPlaceOfRotations() {
        String seven = "{\"model_type\": \"baichuan\", \"hidden_size\": 4096, \"intermediate_size\": 11008,"
                + " \"num_hidden_layers\": 32, \"num_attention_heads\": 32, \"vocab_size\": 125696,"
                + " \"max_position_embeddings\": 4096, \"model_max_length\": 4096}";
        String thirteen = "{\"model_type\": \"baichuan\", \"hidden_size\": 5120, \"intermediate_size\": 13696,"
                + " \"num_hidden_layers\": 40, \"num_attention_heads\": 40, \"vocab_size\": 125696,"
                + " \"model_max_length\": 4096}";
        assertThat(total(seven)).isEqualTo(7_505_973_248L);
        assertThat(total(thirteen)).isEqualTo(13_896_668_160L);
        assertThat(positions(seven)).isEqualTo("RoPE");
        assertThat(positions(thirteen)).isEqualTo("ALiBi");
    }

    private static String positions(String text) {
        Architecture architecture = read(text).architecture();
        return architecture.kinds().get(0).attention().positions().label();
    }

    /** Layers that see everything have no positions in Command R7B's line and Trinity. */
    @ParameterizedTest
    @CsvSource({"tiny-aya-3.35b, 9", "afmoe-6b, 14"})
    void globalLayersAreUnrotated(String id, long without) {
        assertThat(FactSheet.of(read(fixture(id))).whole(FactPath.POSITIONS_NOPE_LAYERS))
                .isEqualTo(without);
    }

    /** Three to one where no list says otherwise, in both. */
    @ParameterizedTest
    @CsvSource({"tiny-aya-3.35b", "afmoe-6b"})
    void everyFourthLayerIsGlobalWithoutAList(String id) {
        String whole = fixture(id);
        String derived = whole.replaceAll("(?s)\"layer_types\": \\[[^\\]]*\\],\\s*", "");
        assertThat(read(derived).architecture()).isEqualTo(read(whole).architecture());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tiny-aya-3.35b | "transformer_block_type": "parallel" | "transformer_block_type": "serial" | \
            "serial" is not known here
            tiny-aya-3.35b | "use_qk_norm": false | "use_qk_norm": true | "use_qk_norm" is not modeled
            tiny-aya-3.35b | "sliding_window": 4096 | "sliding_window": null | no layer would have positions
            phi-2 | "qk_layernorm": false | "qk_layernorm": true | "qk_layernorm" is not modeled
            afm-4.5b | "hidden_act": "relu2" | "hidden_act": "silu" | the activation "silu" is not known here
            opt-6.7b | "do_layer_norm_before": true | "do_layer_norm_before": false | not known here
            hunyuan-a13b | "use_cla": false | "use_cla": true | "use_cla" is not modeled
            afmoe-6b | "attention_bias": false | "attention_bias": true | "attention_bias" is not modeled
            """)
    void whatIsNotModeledIsRefused(String id, String right, String wrong, String message) {
        String whole = fixture(id);
        assertThat(whole).contains(right);
        assertThat(findings(whole.replace(right, wrong))).anySatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.message()).contains(message);
        });
    }
}
