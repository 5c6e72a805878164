package dev.archnotes.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Rule;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Configurations as huggingface/transformers 5.18 writes them back, with keys that the makers' files lack. Totals are
 * those of its classes made without weights, with the selection biases added that are buffers there.
 */
class RewrittenConfigsTest extends MadeConfigs {
    /** {@code remap_legacy_layer_types} in configuration_utils.py; 743,911,199,232 and 75 × 256 selection biases. */
    @ParameterizedTest
    @CsvSource({"indexed_attention", "deepseek_sparse_attention"})
    void layersWithAnIndexerHaveTwoNames(String name) {
        String types = "\"" + String.join("\", \"", Collections.nCopies(78, name)) + "\"";
        String text = fixture("glm-5").replaceFirst("\\{", "{\"layer_types\": [" + types + "],");

        assertThat(total(text)).isEqualTo(743_911_199_232L + 75 * 256);
        assertThat(findings(text)).isEmpty();
    }

    /** {@code GPTBigCodeConfig()} has the sizes of GPT-2 and one head of keys and values. */
    @Test
    void theOneHeadOfBigCodeMayStandInAKey() {
        String text = """
                {"model_type": "gpt_bigcode", "multi_query": true, "num_key_value_heads": 1, "n_embd": 768,
                 "n_head": 12, "n_layer": 12, "n_positions": 1024, "vocab_size": 50257, "dtype": "float32"}
                """;
        assertThat(total(text)).isEqualTo(111_446_784);
        assertThat(findings(text)).isEmpty();
        assertThat(findings(text.replace("_heads\": 1", "_heads\": 12")))
                .extracting(Diagnostic::rule)
                .containsExactly(Rule.IMPOSSIBLE_VALUE);
    }

    /** The shared expert of {@code modeling_hy_v3.py} has biases then, the routed ones have none. */
    @Test
    void biasesOfASharedExpertAreSaid() {
        String text = fixture("hy3-preview").replaceFirst("\\{", "{\"mlp_bias\": true,");
        assertThat(findings(text)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.NOT_MODELED);
            assertThat(finding.message()).contains("mlp_bias", "shared experts");
        });
    }

    /** {@code o_proj} of {@code HeliumAttention} reads as many numbers as the residual stream has. */
    @ParameterizedTest
    @CsvSource({"128, 0", "64, 1"})
    void theHeadsOfHeliumFillTheStream(int headDim, int errors) {
        String text = """
                {"model_type": "helium", "hidden_size": 2560, "intermediate_size": 7040, "num_hidden_layers": 2,
                 "num_attention_heads": 20, "num_key_value_heads": 20, "vocab_size": 48000, "head_dim": %d,
                 "max_position_embeddings": 4096, "tie_word_embeddings": false, "rope_theta": 100000,
                 "rms_norm_eps": 1e-8, "dtype": "bfloat16"}
                """.formatted(headDim);
        assertThat(findings(text)).hasSize(errors).allMatch(finding -> finding.rule() == Rule.IMPOSSIBLE_VALUE);
    }

    /** {@code Mistral3Config} writes the vocabulary of a decoder into the encoder's part. */
    @Test
    void theVocabularyInAnEncoderHasNoPartInIt() {
        String text = Variants.text(Path.of("src/test/resources/configs/mistral-small-3.1-24b.json"));
        String rewritten = text.replaceFirst("\"patch_size\"", "\"vocab_size\": 32000, \"patch_size\"");

        assertThat(rewritten).isNotEqualTo(text);
        assertThat(findings(rewritten)).isEqualTo(findings(text));
    }

    @Test
    void aTypeIsNoSlipOfItself() {
        assertThat(findings("{\"model_type\": \"git\", \"hidden_size\": 768}"))
                .singleElement()
                .satisfies(
                        finding -> assertThat(String.valueOf(finding.hint())).doesNotContain("did you mean \"git\""));
    }
}
