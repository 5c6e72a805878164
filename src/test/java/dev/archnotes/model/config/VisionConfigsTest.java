package dev.archnotes.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.json.JsonSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configurations of a decoder with an image encoder before it. */
class VisionConfigsTest {
    private static final String TEXT = "\"hidden_size\": 8, \"num_hidden_layers\": 2, \"num_attention_heads\": 2,"
            + " \"num_key_value_heads\": 1, \"head_dim\": 4, \"intermediate_size\": 16, \"vocab_size\": 10,"
            + " \"max_position_embeddings\": 64, \"dtype\": \"bfloat16\"";

    private static Variant read(String text) {
        Diagnostics.Builder findings = Diagnostics.builder();
        return JsonSource.model("x.json", text, findings).orElseThrow(() -> new AssertionError(findings.build()));
    }

    private static List<Diagnostic> findings(String text) {
        Diagnostics.Builder findings = Diagnostics.builder();
        JsonSource.model("x.json", text, findings);
        return findings.build().all();
    }

    private static String fixture(String id) {
        return Variants.text(Path.of("src/test/resources/configs/other/" + id + ".json"));
    }

    private static long vision(String text) {
        return FactSheet.of(read(text)).whole(FactPath.PARAMETERS_VISION);
    }

    /**
     * Text decoder, vision part, and cache of a token in 16 bits. Qwen3-VL 8B: together 8,767,123,696, the total of the
     * hub's safetensors index. Qwen3-VL 30B-A3B: classes of huggingface/transformers made without weights.
     */
    @ParameterizedTest
    @CsvSource({
        "qwen3-vl-8b, 8190735360, 576388336, 147456",
        "qwen3-vl-30b-a3b, 30532122624, 538631408, 98304",
    })
    void aModelHasThePublishedWeightsOfBothParts(String id, long text, long vision, long cache) {
        FactSheet facts = FactSheet.of(read(fixture(id)));
        assertThat(facts.whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(text);
        assertThat(facts.whole(FactPath.PARAMETERS_VISION)).isEqualTo(vision);
        assertThat(facts.whole(FactPath.KV_CACHE_BYTES_PER_TOKEN)).isEqualTo(cache);
        assertThat(findings(fixture(id))).isEmpty();
    }

    /**
     * By hand, from modeling_qwen3_vl.py: a convolution of 8 × 3 × 2 × 2 × 2 and 8 biases, 200; 9 positions of 8, 72;
     * in each of two layers two norms of 16, 192 + 24 and 64 + 8 in attention, 128 + 16 and 128 + 8 in the network, 600
     * together; a merger with a norm of 16, 32 × 32 + 32 and 8 × 32 + 8, 1,336. A merger of DeepStack has a norm of 64
     * in place of 16.
     */
    @ParameterizedTest
    @CsvSource({
        "'[]', 2808", // 200 + 72 + 2 × 600 + 1,336
        "'[0]', 4192", // one more of 1,384
        "'[0, 1]', 5576",
    })
    void eachListedLayerHasAMergerOfItsOwn(String layers, long vision) {
        String text = "{\"model_type\": \"qwen3_vl\", \"text_config\": {" + TEXT + "}, \"vision_config\": {"
                + "\"depth\": 2, \"hidden_size\": 8, \"intermediate_size\": 16, \"patch_size\": 2,"
                + " \"num_position_embeddings\": 9, \"num_heads\": 2, \"deepstack_visual_indexes\": " + layers + "}}";
        assertThat(vision(text)).isEqualTo(vision);
        assertThat(vision(text.replace("\"deepstack_visual_indexes\": " + layers, "\"in_channels\": 3")))
                .as("three where there is no list, the default of the type")
                .isEqualTo(2808 + 3 * 1384);
    }

    @Test
    void aDecoderAloneIsReadByItsOwnType() {
        String alone = "{\"model_type\": \"qwen3_vl_text\", " + TEXT + "}";
        // 64 + 32 + 32 + 64 of attention, 3 × 8 × 16 of the network, 2 × 8 and 2 × 4 of norms, 600 a layer; 80 and 80
        // of the two tables, 8 of the last norm
        assertThat(FactSheet.of(read(alone)).whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(2 * 600 + 168);
        assertThat(read(alone).architecture().vision()).isEmpty();
    }

    @Test
    void theOuterConfigurationMayTieTheEmbeddings() {
        String tied = fixture("qwen3-vl-8b").replace("\"tie_word_embeddings\": false", "\"tie_word_embeddings\": true");
        assertThat(FactSheet.of(read(tied)).whole(FactPath.PARAMETERS_TOTAL))
                .isEqualTo(8_190_735_360L - 151_936L * 4_096);
    }

    @Test
    void aMissingVisionPartIsSaid() {
        String text = "{\"model_type\": \"qwen3_vl\", \"text_config\": {" + TEXT + "}}";
        assertThat(read(text).architecture().vision()).isEmpty();
        assertThat(findings(text)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.MISSING_KEY);
            assertThat(finding.message()).contains("a vision part is not counted");
        });
    }

    @Test
    void anEncoderThatDoesNotFitTheDecoderIsRefused() {
        assertThat(findings(fixture("qwen3-vl-8b").replace("\"out_hidden_size\": 4096", "\"out_hidden_size\": 2048")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.IMPOSSIBLE_VALUE);
                    assertThat(finding.message()).contains("the decoder has a width of 4096");
                });
    }
}
