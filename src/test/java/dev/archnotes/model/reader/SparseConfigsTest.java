package dev.archnotes.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.ledger.AttentionMix;
import dev.archnotes.model.ledger.TokenCost;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Variant;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configurations with latent attention beyond DeepSeek V3, and with attention that reads chosen tokens. */
class SparseConfigsTest extends MadeConfigs {
    private static Architecture architecture(String text) {
        return read(text).architecture();
    }

    /**
     * Totals of the classes in huggingface/transformers made without weights; the hub's totals hold them as well:
     * 685,396,921,376 elements of DeepSeek V3.2-Exp are 671,877,944,064 of the decoder, 11,624,027,648 of the
     * prediction module, 2 × 926,679,040 of its copies of both tables and 41,591,584 scales; GLM-5's 753,864,139,008
     * and GLM-5.2's 753,329,940,480 are decoder and module, 9,952,920,576; GLM-4.7-Flash's 31,221,488,576 are decoder,
     * module, 643,706,176, and copies, 2 × 317,194,240. Of Mistral Small 4 the sizes are the defaults of its class.
     *
     * <p>Active: all but the routed experts that are not chosen. Caches in 16 bits: 61 × (512 + 64 + 128) × 2; 78 × 704
     * × 2; 78 × 576 × 2 + 21 × 128 × 2; 47 × 576 × 2; 36 × 320 × 2.
     */
    @ParameterizedTest
    @CsvSource({
        "deepseek-v3.2, 671877944064, 38403822336, 85888, 11624027648",
        "glm-5, 743911218432, 41784728832, 109824, 9952920576",
        "glm-5.2, 743377019904, 41250530304, 95232, 9952920576",
        "glm-4.7-flash, 29943393920, 3896766080, 54144, 643706176",
        "mistral-small-4, 118972826624, 6632588288, 23040, 0",
    })
    void totalsAndCaches(String id, long total, long active, long cache, long module) {
        Variant variant = read(fixture(id));
        FactSheet facts = FactSheet.of(variant);
        assertThat(facts.whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(total);
        assertThat(facts.whole(FactPath.PARAMETERS_ACTIVE_ALL)).isEqualTo(active);
        assertThat(facts.whole(FactPath.KV_CACHE_BYTES_PER_TOKEN)).isEqualTo(cache);
        assertThat(facts.whole(FactPath.KV_CACHE_GROWING_BYTES_PER_TOKEN)).isEqualTo(cache);
        assertThat(facts.whole(FactPath.kvCacheBytesAt(32_768))).isEqualTo(cache * 32_768);
        if (module > 0) {
            assertThat(facts.whole(FactPath.PARAMETERS_PREDICTION_MODULE)).isEqualTo(module);
        }
        assertThat(findings(fixture(id))).extracting(Diagnostic::rule).doesNotContain(Rule.UNKNOWN_KEY);
    }

    /**
     * What the hub counts of V3.2-Exp, less the copies of both tables, which a configuration does not tell: the weights
     * of index heads have no scales. GLM-5-FP8 has 45,885,024 of them.
     */
    @Test
    void theIndexerIsStoredInEightBitsExceptForItsHeadWeights() {
        assertThat(FactSheet.of(read(fixture("deepseek-v3.2"))).whole(FactPath.PARAMETERS_STORED_ELEMENTS))
                .isEqualTo(685_396_921_376L - 2 * 926_679_040L);
        String eightBits = fixture("glm-5")
                .replace(
                        "\"dtype\"",
                        "\"quantization_config\": {\"quant_method\": \"fp8\", \"weight_block_size\": [128, 128]},"
                                + " \"dtype\"");
        assertThat(FactSheet.of(read(eightBits)).whole(FactPath.PARAMETERS_STORED_ELEMENTS))
                .isEqualTo(753_910_024_032L);
    }

    /**
     * One query of a layer of V3.2 at 131,072 tokens: 128 heads × (2 × 512 + 64) × 2,048 tokens read, and 64 index
     * heads × 128 × 131,072 tokens scored, two operations each, 0.57 and 2.15 GFLOP. Up to 2,048 tokens all are read.
     */
    @Test
    void attentionReadsTheChosenTokensAndTheIndexerScoresAll() {
        TokenCost cost = TokenCost.of(architecture(fixture("deepseek-v3.2")));
        assertThat(cost.decodeAttentionFlops(131_072)).isEqualTo(61 * 2 * (128L * 1_088 * 2_048 + 64L * 128 * 131_072));
        assertThat(cost.decodeAttentionFlops(1_000)).isEqualTo(61 * 2 * (128L * 1_088 + 64L * 128) * 1_000);
        // 1 + 2 + … + 2,048, then 2,048 for each further token
        assertThat(cost.prefillAttentionFlops(4_096))
                .isEqualTo(61
                        * 2
                        * (128L * 1_088 * (2_048L * 2_049 / 2 + 2_048L * 2_048) + 64L * 128 * 4_096 * 4_097 / 2));
    }

    /** 2,048 latents of 576 numbers and 131,072 index keys of 128, in 16 bits. */
    @Test
    void aDecodedTokenReadsLessThanIsKept() {
        FactSheet facts = FactSheet.of(read(fixture("deepseek-v3.2")));
        assertThat(facts.whole(FactPath.costBytesReadPerTokenAt(131_072))
                        - facts.whole(FactPath.COST_ACTIVE_WEIGHT_BYTES))
                .isEqualTo(61L * 2 * (2_048 * 576 + 131_072 * 128));
        assertThat(facts.whole(FactPath.kvCacheBytesAt(131_072))).isEqualTo(85_888L * 131_072);
    }

    /** The schedule of GLM-5.2 in the three forms of configuration_glm_moe_dsa.py: 21 of 78 layers have an indexer. */
    @Test
    void indexersAreSharedByListByPatternOrByFrequency() {
        String listed = fixture("glm-5.2");
        Architecture architecture = architecture(listed);
        assertThat(FactSheet.of(read(listed)).whole(FactPath.ATTENTION_INDEXER_LAYERS))
                .isEqualTo(21);
        assertThat(AttentionMix.of(architecture).words()).isEqualTo("78 latent");

        String derived = listed.replaceAll("\"(indexer_types|mlp_layer_types)\": \\[[^\\]]*\\],\\s*", "");
        assertThat(derived).doesNotContain("indexer_types");
        assertThat(architecture(derived)).isEqualTo(architecture);

        StringBuilder letters = new StringBuilder("FF");
        for (int group = 0; group < 19; group++) {
            letters.append("FSSS");
        }
        String pattern = derived.replace("\"index_topk_pattern\": null", "\"index_topk_pattern\": \"" + letters + "\"");
        assertThat(architecture(pattern)).isEqualTo(architecture);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            deepseek-v3.2 | "index_topk": 2048     | "index_topk": 0           | WRONG_TYPE       | a positive whole
            deepseek-v3.2 | "q_lora_rank": 1536    | "q_lora_rank": null       | IMPOSSIBLE_VALUE | query bottleneck
            deepseek-v3.2 | "index_n_heads": 64    | "index_heads": 64         | UNKNOWN_KEY      | names a size, 64
            glm-5.2       | "index_topk_pattern": null, | "indexer_types": ["shared"], | MALFORMED_JSON | twice
            glm-5         | "index_topk": 2048     | "index_topk_pattern": "FS" | IMPOSSIBLE_VALUE | 2 letters for 78
            """)
    void aWrongValueIsNamed(String id, String right, String wrong, Rule rule, String message) {
        String whole = fixture(id);
        assertThat(whole).contains(right);
        assertThat(findings(whole.replace(right, wrong))).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.message()).contains(message);
        });
    }

    /** Alone and inside a model with a vision part it is the same decoder. */
    @Test
    void mistralSmall4IsReadWithAndWithoutItsVisionPart() {
        String whole = fixture("mistral-small-4");
        FactSheet facts = FactSheet.of(read(whole));
        // 118,972,826,624 and 428,472,320 of encoder and projector
        assertThat(facts.whole(FactPath.PARAMETERS_WITH_EXTRAS)).isEqualTo(119_401_298_944L);

        int from = whole.indexOf("{", whole.indexOf("text_config"));
        String inner = whole.substring(from, whole.indexOf("}", whole.indexOf("\"vocab_size\"")) + 1);
        assertThat(FactSheet.of(read(inner)).whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(118_972_826_624L);
    }

    /**
     * The total of the class in huggingface/transformers made without weights. The cache: 60 layers × 2 × 4 × 128
     * numbers and 57 index keys of 128, in 16 bits. A token reads 2,048 tokens in 57 layers and all in three.
     */
    @Test
    void miniMaxM3ReadsBlocksInMostLayers() {
        String whole = fixture("minimax-m3");
        FactSheet facts = FactSheet.of(read(whole));
        assertThat(facts.whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(426_174_572_928L);
        assertThat(facts.whole(FactPath.KV_CACHE_BYTES_PER_TOKEN)).isEqualTo(137_472);
        assertThat(facts.whole(FactPath.ATTENTION_INDEXER_LAYERS)).isEqualTo(57);
        assertThat(TokenCost.of(architecture(whole)).decodeAttentionFlops(131_072))
                .isEqualTo(2L * 2 * 8_192 * (3 * 131_072 + 57 * 2_048) + 2L * 57 * 4 * 128 * 131_072);
        assertThat(findings(whole))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("the vision part is not counted"));
    }

    /** The names of transformers 5 for the same sizes, and lists of words for those of numbers. */
    @Test
    void miniMaxM3IsReadInBothSpellings() {
        String whole = fixture("minimax-m3");
        String renewed = whole.replaceAll("\"sparse_attention_config\": \\{[^}]*\\}", "\"layer_types\": [LAYERS]")
                .replaceAll("\"moe_layer_freq\": \\[[^\\]]*\\]", "\"mlp_layer_types\": [NETWORKS]")
                .replace("LAYERS", list("\"full_attention\"", "\"minimax_m3_sparse\""))
                .replace("NETWORKS", list("\"dense\"", "\"sparse\""));
        assertThat(renewed).doesNotContain("sparse_attention_config", "moe_layer_freq");
        assertThat(architecture(renewed)).isEqualTo(architecture(whole));
        assertThat(findings(whole.replace(
                        "\"sparse_disable_index_value\": [0, 0, 0, 1", "\"sparse_disable_index_value\": [0, 0, 0, 0")))
                .anySatisfy(finding -> assertThat(finding.message()).contains("index values are not known"));
    }

    /**
     * Totals of the class in huggingface/transformers made without weights, with the router biases, which are buffers
     * there: Flash has two layers with the window alone, 21 with entries for 4 tokens and 20 with entries for 128; Pro
     * none, 30 and 31. Active: all but the routed experts that are not chosen.
     *
     * <p>Caches in 16 bits, of Flash: growing (21 × (512 + 128) / 4 + 20 × 512 / 128) × 2 for a token, fixed 43 × 128 ×
     * 512 × 2, and at 131,072 tokens 704,643,072 of entries for 4, 176,160,768 of index keys, 20,971,520 of entries for
     * 128 and the fixed 5,636,096.
     */
    @ParameterizedTest
    @CsvSource({
        "deepseek-v4-flash, 284332240471, 13799632471, 6880, 5636096, 907411456",
        "deepseek-v4-pro, 1572997201763, 49779081059, 9848, 7995392, 1298792448",
    })
    void deepSeekV4PoolsWhatIsFar(String id, long total, long active, long growing, long fixed, long cache) {
        FactSheet facts = FactSheet.of(read(fixture(id)));
        assertThat(facts.whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(total);
        assertThat(facts.whole(FactPath.PARAMETERS_ACTIVE_ALL)).isEqualTo(active);
        assertThat(facts.whole(FactPath.KV_CACHE_GROWING_BYTES_PER_TOKEN)).isEqualTo(growing);
        assertThat(facts.whole(FactPath.KV_CACHE_FIXED_BYTES)).isEqualTo(fixed);
        assertThat(facts.whole(FactPath.kvCacheBytesAt(131_072))).isEqualTo(cache);
        assertThat(findings(fixture(id))).extracting(Diagnostic::rule).containsOnly(Rule.NOT_MODELED);
    }

    /** The same model with experts in FP8, as it was converted for SGLang: the sizes are those of the release. */
    @Test
    void deepSeekV4IsReadUnderTheNameOfItsReferenceCode() {
        Variant converted = read(fixture("deepseek-v4-flash-fp8"));
        FactSheet facts = FactSheet.of(converted);
        assertThat(facts.whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(284_332_240_471L);
        assertThat(facts.whole(FactPath.PARAMETERS_ACTIVE_ALL)).isEqualTo(13_799_632_471L);
        assertThat(facts.whole(FactPath.kvCacheBytesAt(131_072))).isEqualTo(907_411_456);
        assertThat(converted.architecture().checkpoint().apart()).isEmpty();
        assertThat(findings(fixture("deepseek-v4-flash-fp8"))).isEmpty();
    }

    /**
     * A prediction module of Flash: a layer with the window alone, two square projections, three norms and a head of
     * its own for the streams, 6,610,048,891 weights.
     */
    @Test
    void thePredictionModuleOfDeepSeekV4HasTheWindowAlone() {
        assertThat(FactSheet.of(read(fixture("deepseek-v4-flash"))).whole(FactPath.PARAMETERS_PREDICTION_MODULE))
                .isEqualTo(6_610_048_891L);
    }

    /**
     * At 131,072 tokens a layer that pools 4 reads 512 entries and 128 tokens and scores 32,768 entries; one that pools
     * 128 reads 1,024 entries and 128 tokens; each with 2 × 64 × 512 multiply-adds, a score with 64 × 128. Of a prompt
     * of 8 tokens with entries for 4 the last five see one entry and the last a second one.
     */
    @Test
    void deepSeekV4ReadsChosenEntriesAndAWindow() {
        Architecture flash = architecture(fixture("deepseek-v4-flash"));
        assertThat(TokenCost.of(flash).decodeAttentionFlops(131_072))
                .isEqualTo(2L * 65_536 * (43 * 128 + 21 * 512 + 20 * 1_024) + 2L * 21 * 8_192 * 32_768);
        assertThat(TokenCost.of(flash).prefillAttentionFlops(8))
                .isEqualTo(2L * 65_536 * (43 * 36 + 21 * 6) + 2L * 21 * 8_192 * 6);
    }

    /** The words of transformers 5 for the lists of the released file, and its default schedule without one. */
    @Test
    void deepSeekV4IsReadInBothSpellings() {
        String flash = fixture("deepseek-v4-flash");
        String kinds = "\"sliding_attention\", \"sliding_attention\", "
                + String.join(
                        ", ",
                        Collections.nCopies(20, "\"compressed_sparse_attention\", \"heavily_compressed_attention\""))
                + ", \"compressed_sparse_attention\"";
        String networks = String.join(", ", Collections.nCopies(3, "\"hash_moe\"")) + ", "
                + String.join(", ", Collections.nCopies(40, "\"moe\""));
        String renewed = flash.replaceAll("\"compress_ratios\": \\[[^\\]]*\\]", "\"layer_types\": [KINDS]")
                .replace("\"num_hash_layers\": 3", "\"mlp_layer_types\": [NETWORKS]")
                .replace("KINDS", kinds)
                .replace("NETWORKS", networks);
        assertThat(architecture(renewed)).isEqualTo(architecture(flash));

        String pro = fixture("deepseek-v4-pro");
        String brief = pro.replaceAll(",\\s*\"compress_ratios\": \\[[^\\]]*\\]", "");
        assertThat(brief).doesNotContain("compress_ratios");
        // the first three pool 128 tokens, and then every second one
        assertThat(FactSheet.of(read(brief)).whole(FactPath.ATTENTION_INDEXER_LAYERS))
                .isEqualTo(29);
    }

    /** As RedHatAI's NVFP4 release has it: what follows from other keys is repeated, and the rest is null. */
    @Test
    void deepSeekV4IsReadAsTransformersWritesIt() {
        String flash = fixture("deepseek-v4-flash");
        String again = flash.replace(
                        "\"rope_scaling\": {",
                        "\"qk_nope_head_dim\": 448, \"v_head_dim\": null, \"kv_lora_rank\": null, \"n_group\": null,"
                                + " \"partial_rotary_factor\": 0.125, \"compress_rope_parameters\": {\"factor\": 16,"
                                + " \"rope_theta\": 160000, \"rope_type\": \"yarn\"}, \"rope_parameters\": {"
                                + "\"partial_rotary_factor\": 0.125, \"rope_theta\": 10000,")
                .replaceAll("128, 4, 0\\]", "128, 4]");
        assertThat(again).isNotEqualTo(flash);
        assertThat(architecture(again)).isEqualTo(architecture(flash));
        assertThat(findings(again)).extracting(Diagnostic::rule).containsOnly(Rule.NOT_MODELED);
    }

    private static String list(String first, String rest) {
        return String.join(", ", Collections.nCopies(3, first)) + ", "
                + String.join(", ", Collections.nCopies(57, rest));
    }
}
