package dev.archnotes.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.spec.LayerBlock;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configurations of decoders most of whose layers keep a state in place of keys and values. */
class LinearConfigsTest extends MadeConfigs {
    /** The object under a key, which holds no braces in its texts. */
    private static String inside(String text, String key) {
        int start = text.indexOf('{', text.indexOf("\"" + key + "\""));
        int depth = 0;
        int end = start;
        do {
            depth += text.charAt(end) == '{' ? 1 : text.charAt(end) == '}' ? -1 : 0;
            end++;
        } while (depth > 0);
        return text.substring(start, end);
    }

    private static FactSheet facts(String text) {
        return FactSheet.of(read(text));
    }

    /**
     * Totals of the class in huggingface/transformers made without weights. Qwen3.5-35B-A3B keeps 2 × 2 × 256 numbers a
     * token in 10 of 40 layers, 27B 2 × 4 × 256 in 16 of 64, and 32 or 48 states of 128 × 128 numbers of four bytes in
     * the others. The sizes of 27B: scripts/models/qwen3.5-27B.sh of THUDM/slime. With encoder and prediction module:
     * the hub's safetensors totals, as public files quote them.
     */
    @ParameterizedTest
    @CsvSource({
        "qwen3.5-35b-a3b, 34660610688, 35951822704, 20480, 62914560",
        "qwen3.5-27b, 26895998464, 27781427952, 65536, 150994944",
    })
    void qwen35HasItsTotalsAndCaches(String id, long total, long stored, long cache, long state) {
        FactSheet facts = facts(fixture(id));
        assertThat(facts.whole(FactPath.PARAMETERS_WITH_EXTRAS)).isEqualTo(stored);
        assertThat(findings(fixture(id))).isEmpty();
        assertThat(facts(inside(fixture(id), "text_config")).whole(FactPath.PARAMETERS_TOTAL))
                .isEqualTo(total);
        assertThat(facts.whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(total);
        assertThat(facts.whole(FactPath.KV_CACHE_BYTES_PER_TOKEN)).isEqualTo(cache);
        assertThat(facts.whole(FactPath.KV_CACHE_GROWING_BYTES_PER_TOKEN)).isEqualTo(cache);
        assertThat(facts.whole(FactPath.KV_CACHE_FIXED_BYTES)).isEqualTo(state);
    }

    /**
     * Totals of the hub's safetensors index (LFM2.5, Ling-mini 2.0, MiniMax-Text-01) or of the class in
     * huggingface/transformers made without weights (Kimi Linear). Those of Ring and Ling 2.5 by hand from
     * modeling_bailing_moe_v2_5.py of inclusionAI/Ring-V2.5: in place of the 10,486,016 weights of a layer's attention,
     * 16 layers of Ring-mini have 3 + 1 + 1 matrices of 2,048 × 2,048, a norm of 2,048 and two of 128; Ling 2.5 has 70
     * layers of 335,552,768 (5 × 8,192 × 8,192 + 8,192 + 256), 10 of 111,675,392 in latent attention, 4 dense ones of 3
     * × 8,192 × 18,432, 76 of 257 experts of 3 × 8,192 × 2,048 with 256 × 8,193 in the router, 161 norms and two tables
     * of 157,184 × 8,192.
     *
     * <p>Caches by hand: 7 layers of 512 + 64 numbers and 20 × 32 states of 128 × 128 numbers of four bytes; 6 layers
     * of 2 × 8 × 64 and 10 (18) of 2,048 channels that look back on two inputs of two bytes; 20 or 4 layers of 2 × 4 ×
     * 128 and 16 × 16 states of 128 × 128; 10 layers of 512 + 64 and 70 × 64 states; 10 layers of 2 × 8 × 128 and as
     * many.
     */
    @ParameterizedTest
    @CsvSource({
        "kimi-linear-48b-a3b, 49122681728, 8064, 41943040",
        "lfm2.5-1.2b, 1170340608, 12288, 81920",
        "lfm2.5-8b-a1b, 8467856832, 12288, 147456",
        "ling-mini-2.0, 16255643392, 40960, 0",
        "ring-mini-linear-2.0, 16423448320, 8192, 16777216",
        "ling-2.5-1t, 1012231160320, 11520, 293601280",
        "minimax-text-01, 456089655296, 40960, 293601280",
    })
    void hybridsHaveTheirTotalsAndCaches(String id, long total, long cache, long state) {
        FactSheet facts = facts(fixture(id));
        assertThat(facts.whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(total);
        assertThat(facts.whole(FactPath.KV_CACHE_BYTES_PER_TOKEN)).isEqualTo(cache);
        assertThat(facts.whole(FactPath.KV_CACHE_GROWING_BYTES_PER_TOKEN)).isEqualTo(cache);
        assertThat(facts.whole(FactPath.KV_CACHE_FIXED_BYTES)).isEqualTo(state);
        assertThat(facts.whole(FactPath.kvCacheBytesAt(32_768))).isEqualTo(32_768 * cache + state);
    }

    /** No key of a released file is left over; MiniMax's scaled residuals are said. */
    @ParameterizedTest
    @CsvSource({
        "kimi-linear-48b-a3b, 0",
        "lfm2.5-1.2b, 0",
        "lfm2.5-8b-a1b, 0",
        "ling-mini-2.0, 0",
        "ring-mini-linear-2.0, 0",
        "ling-2.5-1t, 0",
        "minimax-text-01, 4",
    })
    void everyKeyOfAReleasedFileIsUnderstood(String id, int said) {
        assertThat(findings(fixture(id)))
                .extracting(Diagnostic::rule)
                .isEqualTo(Collections.nCopies(said, Rule.NOT_MODELED));
    }

    /** The layers that see everything, counted from 1 as Kimi Linear's file counts them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kimi-linear-48b-a3b  | 4 8 12 16 20 24 27
            lfm2.5-1.2b          | 3 6 9 11 13 15
            ring-mini-linear-2.0 | 5 10 15 20
            ling-2.5-1t          | 8 16 24 32 40 48 56 64 72 80
            minimax-text-01      | 8 16 24 32 40 48 56 64 72 80
            """)
    void layersStandInTheOrderOfTheFile(String id, String full) {
        StringBuilder seen = new StringBuilder();
        long layer = 0;
        for (LayerBlock run : read(fixture(id)).architecture().sequence()) {
            for (int i = 0; i < run.count(); i++) {
                layer++;
                if (run.attention().growsWithContext()) {
                    seen.append(' ').append(layer);
                }
            }
        }
        assertThat(seen.toString().strip()).isEqualTo(full);
    }

    /** Transformers 5 writes a list of layers and {@code linear_…} keys in place of the nested object. */
    @Test
    void kimiLinearIsTheSameAsTransformersWritesIt() {
        String released = fixture("kimi-linear-48b-a3b");
        String block = "\"linear_attention\", \"linear_attention\", \"linear_attention\", \"full_attention\", ";
        String renewed = released.replace(
                        inside(released, "linear_attn_config"),
                        "null, \"linear_head_dim\": 128, \"linear_num_heads\": 32, \"linear_conv_kernel_dim\": 4,"
                                + " \"layer_types\": [" + block.repeat(6)
                                + "\"linear_attention\", \"linear_attention\", \"full_attention\"],"
                                + " \"mlp_layer_types\": [\"dense\"" + ", \"sparse\"".repeat(26) + "]")
                .replace("\"first_k_dense_replace\": 1,", "")
                .replace("num_experts_per_token", "num_experts_per_tok")
                .replace("num_shared_experts", "n_shared_experts")
                .replace("num_expert_group", "n_group")
                .replace("moe_renormalize", "norm_topk_prob");
        assertThat(read(renewed).architecture()).isEqualTo(read(released).architecture());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kimi-linear-48b-a3b | "full_attn_layers": [4,       | "full_attn_layers": [3, 4,      | IMPOSSIBLE_VALUE
            kimi-linear-48b-a3b | "full_attn_layers": [4,       | "full_attn_layers": [           | IMPOSSIBLE_VALUE
            kimi-linear-48b-a3b | "short_conv_kernel_size"      | "use_full_rank_gate": true, "short" | IMPOSSIBLE_VALUE
            kimi-linear-48b-a3b | "mla_use_nope": true          | "mla_use_nope": false           | IMPOSSIBLE_VALUE
            kimi-linear-48b-a3b | "num_nextn_predict_layers": 0 | "num_nextn_predict_layers": 1   | NOT_MODELED
            kimi-linear-48b-a3b | "num_experts_per_token": 8    | "num_experts_per_token": 800    | IMPOSSIBLE_VALUE
            lfm2.5-8b-a1b       | "layer_types"                 | "layer_type"                    | MISSING_KEY
            ling-mini-2.0       | "use_bias": false             | "use_bias": true                | IMPOSSIBLE_VALUE
            ling-2.5-1t         | "linear_silu": false          | "no_kda_lora": true             | IMPOSSIBLE_VALUE
            ling-2.5-1t         | heads_for_linear_attn": 64  | heads_for_linear_attn": 8    | IMPOSSIBLE_VALUE
            minimax-text-01     | MiniMaxText01ForCausalLM      | MiniMaxM2ForCausalLM            | IMPOSSIBLE_VALUE
            minimax-text-01     | "shared_intermediate_size": 0 | "shared_intermediate_size": 512 | IMPOSSIBLE_VALUE
            """)
    void whatAHybridDoesNotHaveIsRefused(String id, String right, String wrong, Rule rule) {
        assertThat(fixture(id)).contains(right);
        assertThat(findings(fixture(id).replace(right, wrong)))
                .extracting(Diagnostic::rule)
                .contains(rule);
    }

    /**
     * LFM2 of hidden size 8 with a convolution and a full layer of two heads over one KV head, by hand: 24 × 8 + 8 × 3
     * + 8 × 8 are 280, 8 × 8 + 2 × 4 × 8 + 8 × 8 + 2 × 4 are 200, a network of inner width n has 24 n weights, the
     * norms of layers and end 5 × 8, the one table 80. The width is 2/3 of 24, 16, rounded up to a multiple of 10, 20;
     * halved before that, 8 becomes 10. Biases are 24 + 8 + 8.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "block_multiple_of": 10                                     | 1560
            "block_multiple_of": 10, "block_ffn_dim_multiplier": 0.5    | 1080
            "block_multiple_of": 10, "block_ffn_dim_multiplier": null   | 1368
            "block_auto_adjust_ff_dim": false                           | 1752
            "block_auto_adjust_ff_dim": false, "block_ff_dim": 16       | 1368
            "block_multiple_of": 10, "conv_bias": true                  | 1600
            "block_multiple_of": 10, "tie_embedding": false             | 1640
            "block_multiple_of": 10, "tie_word_embeddings": false       | 1640
            "block_multiple_of": 10, "tie_word_embeddings": false, "tie_embedding": true | 1560
            """)
    void aSmallLfm2HasTheWeightsOfItsCode(String keys, long total) {
        String text = "{\"model_type\": \"lfm2\", \"hidden_size\": 8, \"num_hidden_layers\": 2,"
                + " \"num_attention_heads\": 2, \"num_key_value_heads\": 1, \"full_attn_idxs\": [1],"
                + " \"intermediate_size\": 24, \"vocab_size\": 10, \"max_position_embeddings\": 64,"
                + " \"dtype\": \"bfloat16\", " + keys + "}";
        assertThat(facts(text).whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(total);
    }

    /** Its own class has four projections where Qwen3-Next's has two. */
    @Test
    void theTensorsOfQwen35HaveTheNamesOfItsCheckpoint() {
        assertThat(tensors(inside(fixture("qwen3.5-27b"), "text_config"), "layers: linear"))
                .contains(
                        "in_proj_qkv.weight [10240, 5120]",
                        "in_proj_z.weight [6144, 5120]",
                        "in_proj_b.weight [48, 5120]",
                        "in_proj_a.weight [48, 5120]",
                        "conv1d.weight [10240, 1, 4]");
    }

    private static List<String> tensors(String text, String section) {
        return WeightInventory.of(read(text).architecture()).rows().stream()
                .filter(row -> row.section().startsWith(section))
                .map(LedgerRow::tensor)
                .map(tensor -> tensor.name() + " " + tensor.shape())
                .collect(Collectors.toList());
    }

    /**
     * A decoder of hidden size 8 with two layers, a linear one of two key and four value heads of 4 and a full one of
     * two heads of 4 over one KV head, by hand: the linear layer has 32 × 8 + 16 × 8 + 4 × 8 + 4 × 8 in its
     * projections, 32 × 4 in the convolution, 4 + 4 for the decay, 4 in its norm and 8 × 16 at the end, 716 in all; the
     * full one 16 × 8, 4 × 8, 4 × 8 and 8 × 8 and two norms of 4, 264. With 3 × 8 × 16 in each network, 16 in the norms
     * of each layer, 8 in the last norm and 80 in either table that is 716 + 264 + 768 + 32 + 8 + 160 = 1,948. Biases
     * add 16 + 4 + 4 + 8 to the full layer; the prediction module has a full layer of 264 + 384 + 16, a projection of 8
     * × 16 and three norms of 8.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "attention_bias": false                         | 1948 | 1948
            "attention_bias": null                          | 1948 | 1948
            "attention_bias": true                          | 1980 | 1980
            "tie_word_embeddings": true                     | 1868 | 1868
            "mtp_num_hidden_layers": 1                      | 1948 | 2764
            "layer_types": ["linear_attention", "full_attention"], "full_attention_interval": 7 | 1948 | 1948
            """)
    void aSmallDecoderHasTheWeightsOfItsCode(String key, long total, long withModule) {
        FactSheet facts = facts(small(key));
        assertThat(facts.whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(total);
        assertThat(facts.whole(FactPath.PARAMETERS_WITH_EXTRAS)).isEqualTo(withModule);
    }

    private static String small(String key) {
        return "{\"model_type\": \"qwen3_5_text\", \"hidden_size\": 8, \"num_hidden_layers\": 2,"
                + " \"num_attention_heads\": 2, \"num_key_value_heads\": 1, \"head_dim\": 4,"
                + " \"linear_num_key_heads\": 2, \"linear_num_value_heads\": 4, \"linear_key_head_dim\": 4,"
                + " \"linear_value_head_dim\": 4, \"linear_conv_kernel_dim\": 4,"
                + (key.contains("full_attention_interval") ? "" : " \"full_attention_interval\": 2,")
                + " \"intermediate_size\": 16, \"vocab_size\": 10, \"max_position_embeddings\": 64,"
                + " \"dtype\": \"bfloat16\", " + key + "}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "attn_output_gate": false           | IMPOSSIBLE_VALUE
            "linear_num_value_heads_": 3        | UNKNOWN_KEY
            "mamba_ssm_dtype": "bfloat16"       | NOT_MODELED
            "mtp_num_hidden_layers": 2          | NOT_MODELED
            "mtp_use_dedicated_embeddings": true | NOT_MODELED
            "layer_types": ["sliding_attention", "full_attention"] | IMPOSSIBLE_VALUE
            """)
    void whatIsNotModeledIsSaid(String key, Rule rule) {
        assertThat(findings(small(key))).extracting(Diagnostic::rule).contains(rule);
    }
}
