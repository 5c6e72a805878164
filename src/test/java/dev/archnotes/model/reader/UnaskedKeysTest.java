package dev.archnotes.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Severity;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.site.json.JsonSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that the classes of a type do not read: harmless in released files, or a part that would be left out. */
class UnaskedKeysTest {
    private static final String LLAMA = """
            {"model_type": "llama", "hidden_size": 256, "num_hidden_layers": 2, "num_attention_heads": 4,
             "num_key_value_heads": 4, "intermediate_size": 512, "vocab_size": 1000, "dtype": "bfloat16",
             "max_position_embeddings": 4096, "tie_word_embeddings": false, "rope_theta": 10000.0,
             "rms_norm_eps": 1e-6, %s}
            """;

    private static List<Diagnostic> findings(String text) {
        Diagnostics.Builder findings = Diagnostics.builder();
        JsonSource.model("model.json", text, findings);
        return findings.build().all();
    }

    private static long total(String text) {
        Diagnostics.Builder findings = Diagnostics.builder();
        return FactSheet.of(JsonSource.model("model.json", text, findings)
                        .orElseThrow(() -> new AssertionError(findings.build())))
                .whole(FactPath.PARAMETERS_TOTAL);
    }

    @ParameterizedTest
    @CsvSource({
        "gate_bias, true, NOT_MODELED, WARNING",
        "gate_bias, false, UNKNOWN_KEY, WARNING",
        "num_loops, 2, UNKNOWN_KEY, ERROR",
        "num_loops, 1, UNKNOWN_KEY, WARNING",
        "n_streams, 4, UNKNOWN_KEY, ERROR",
        "extra_depth, 4, UNKNOWN_KEY, ERROR",
        "some_scale, 4, UNKNOWN_KEY, WARNING",
    })
    void whatMayAddWeightsIsNotPassedOver(String key, String value, Rule rule, Severity severity) {
        assertThat(findings(LLAMA.formatted("\"" + key + "\": " + value)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(rule);
                    assertThat(finding.severity()).isEqualTo(severity);
                });
    }

    /** SmolLM2 has these keys. */
    @ParameterizedTest
    @ValueSource(strings = {"\"is_llama_config\": true", "\"rope_interleaved\": false"})
    void keysOfReleasedLlamasAreHarmless(String key) {
        assertThat(findings(LLAMA.formatted(key))).isEmpty();
    }

    /**
     * Phi-4-mini, by hand: 614,596,608 of the tied table; in each of 32 layers 15,728,640 + 9,437,184 of attention,
     * 50,331,648 + 25,165,824 of the network and 6,144 of norms; 3,072.
     */
    @Test
    void keysOfPhi4MiniAreKnown() {
        String text = """
                {"model_type": "phi3", "architectures": ["Phi3ForCausalLM"], "attention_bias": false,
                 "full_attn_mod": 1, "hidden_act": "silu", "hidden_size": 3072, "intermediate_size": 8192,
                 "interpolate_factor": 1, "lm_head_bias": false, "mlp_bias": false, "num_attention_heads": 24,
                 "num_hidden_layers": 32, "num_key_value_heads": 8, "max_position_embeddings": 131072,
                 "original_max_position_embeddings": 4096, "partial_rotary_factor": 0.75, "rms_norm_eps": 1e-05,
                 "rope_scaling": {"long_factor": [1, 1.1], "short_factor": [1.0, 1.0], "type": "longrope"},
                 "rope_theta": 10000.0, "sliding_window": 262144, "tie_word_embeddings": true,
                 "torch_dtype": "bfloat16", "vocab_size": 200064}
                """;
        assertThat(total(text)).isEqualTo(3_836_021_760L);
        assertThat(findings(text)).extracting(Diagnostic::rule).containsExactly(Rule.NOT_MODELED);
        assertThat(findings(text.replace("\"lm_head_bias\": false", "\"lm_head_bias\": true")))
                .extracting(Diagnostic::rule)
                .containsExactly(Rule.NOT_MODELED, Rule.NOT_MODELED);
    }

    /**
     * StarCoder 2 7B, by hand: 226,492,416 of the tied table; in each of 32 layers 2 × (4,608² + 4,608) and 2 × (4,608
     * × 512 + 512) of attention, 2 × 4,608 × 18,432 + 23,040 of the network, 18,432 of norms; 9,216.
     */
    @Test
    void keysOfStarCoderInItsSecondVersionAreKnown() {
        String text = """
                {"model_type": "starcoder2", "activation_function": "gelu", "attention_softmax_in_fp32": true,
                 "hidden_act": "gelu_pytorch_tanh", "hidden_size": 4608, "intermediate_size": 18432,
                 "layer_norm_epsilon": 1e-05, "max_position_embeddings": 16384, "mlp_type": "default",
                 "norm_epsilon": 1e-05, "norm_type": "layer_norm", "num_attention_heads": 36,
                 "num_hidden_layers": 32, "num_key_value_heads": 4, "rope_theta": 1000000,
                 "scale_attention_softmax_in_fp32": true, "scale_attn_weights": true, "sliding_window": 4096,
                 "tie_word_embeddings": true, "torch_dtype": "bfloat16", "use_bias": true, "vocab_size": 49152}
                """;
        assertThat(total(text)).isEqualTo(7_173_923_840L);
        assertThat(findings(text)).isEmpty();
    }

    /** Qwen2.5's base models have {@code use_mrope} switched off, Orion the context in a second key. */
    @ParameterizedTest
    @CsvSource({"qwen2, use_mrope, false", "orion, max_sequence_length, 4096"})
    void keysOfBaseModelsAreKnown(String type, String key, String value) {
        assertThat(findings(LLAMA.replace("\"llama\"", "\"" + type + "\"").formatted("\"" + key + "\": " + value)))
                .isEmpty();
    }
}
