package dev.archnotes.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.json.JsonSource;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configurations of decoders most of whose layers keep a state in place of keys and values. */
class LinearConfigsTest {
    private static Variant read(String text) {
        Diagnostics.Builder findings = Diagnostics.builder();
        return JsonSource.model("config.json", text, findings)
                .orElseThrow(() -> new AssertionError(findings.build().all()));
    }

    private static List<Diagnostic> findings(String text) {
        Diagnostics.Builder findings = Diagnostics.builder();
        JsonSource.model("config.json", text, findings);
        return findings.build().all();
    }

    private static String fixture(String id) {
        return Variants.text(Path.of("src/test/resources/configs/other/" + id + ".json"));
    }

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
     * the others. The sizes of 27B: scripts/models/qwen3.5-27B.sh of THUDM/slime.
     */
    @ParameterizedTest
    @CsvSource({
        "qwen3.5-35b-a3b, 34660610688, 20480, 62914560",
        "qwen3.5-27b, 26895998464, 65536, 150994944",
    })
    void theDecodersOfQwen35HaveTheirTotalsAndCaches(String id, long total, long cache, long state) {
        FactSheet facts = facts(inside(fixture(id), "text_config"));
        assertThat(facts.whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(total);
        assertThat(facts.whole(FactPath.KV_CACHE_BYTES_PER_TOKEN)).isEqualTo(cache);
        assertThat(facts.whole(FactPath.KV_CACHE_GROWING_BYTES_PER_TOKEN)).isEqualTo(cache);
        assertThat(facts.whole(FactPath.KV_CACHE_FIXED_BYTES)).isEqualTo(state);
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
