package dev.archnotes.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.site.json.JsonSource;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptModulesTest {
    private static final Path CONFIGS = Path.of("src/test/resources/configs");

    /** A model, and what was found in its configuration. */
    private record Found(Variant model, String warnings) {
        long releasedBytes() {
            return FactSheet.of(model).whole(FactPath.WEIGHTS_RELEASED_BYTES);
        }
    }

    /** Qwen3-8B in FP8 with a list of modules that it leaves out. */
    private static Found qwen(String modules) {
        return read("qwen3-8b", "modules_to_not_convert", modules);
    }

    private static Found read(String model, String key, String modules) {
        String text = Variants.text(CONFIGS.resolve(model + ".json")).stripTrailing();
        String quantization = """
                , "quantization_config": {"quant_method": "fp8", "fmt": "e4m3", "activation_scheme": "dynamic",
                "weight_block_size": [128, 128], "%s": [%s]}}""".formatted(key, modules);
        Diagnostics.Builder findings = Diagnostics.builder();
        Variant read = JsonSource.model(
                        "config.json", text.substring(0, text.lastIndexOf('}')) + quantization, findings)
                .orElseThrow(() -> new AssertionError(findings.build().toString()));
        return new Found(read, findings.build().toString());
    }

    private static String each(String module) {
        return IntStream.range(0, 36)
                .mapToObj(layer -> "\"" + module.replace("*", String.valueOf(layer)) + "\"")
                .collect(Collectors.joining(", "));
    }

    /**
     * 36 layers, hidden size 4,096, networks of 12,288, queries and output of 4,096 × 4,096, keys and values of 1,024;
     * tables of 151,936 rows. In FP8 a matrix takes a byte a number and four for each 128 × 128 of them.
     */
    private static final long NETWORKS = 36L * 3 * 12_288 * 4_096;

    private static final long NETWORK_SCALES = 36L * 3 * 96 * 32 * 4;
    private static final long ATTENTION = 36L * (2 * 4_096 * 4_096 + 2 * 1_024 * 4_096);
    private static final long ATTENTION_SCALES = 36L * (2 * 32 * 32 + 2 * 8 * 32) * 4;
    private static final long REST = 2L * (2L * 151_936 * 4_096 + 36 * (2 * 4_096 + 2 * 128) + 4_096);

    @Test
    void withoutAListEveryMatrixIsReduced() {
        Found found = qwen("\"lm_head\", \"model.layers.0.input_layernorm\"");

        assertThat(found.releasedBytes()).isEqualTo(NETWORKS + NETWORK_SCALES + ATTENTION + ATTENTION_SCALES + REST);
        assertThat(found.warnings()).doesNotContain("modules_to_not_convert");
    }

    /** All networks left out, in each of the ways in which lists name them. */
    @Test
    void networksStayInSixteenBits() {
        long bytes = 2 * NETWORKS + ATTENTION + ATTENTION_SCALES + REST;
        String matrices = each("model.layers.*.mlp.gate_proj") + ", " + each("model.layers.*.mlp.up_proj") + ", "
                + each("model.layers.*.mlp.down_proj");

        // as a count by hand has it
        assertThat(bytes).isEqualTo(14_871_889_920L);
        for (String list : new String[] {
            each("model.layers.*.mlp"), "\"model.layers.*.mlp\"", "\"*mlp*\"", "\"re:.*mlp.*\"", "\"mlp\"", matrices
        }) {
            Found found = qwen(list);
            assertThat(found.releasedBytes()).as(list).isEqualTo(bytes);
            assertThat(found.warnings()).as(list).doesNotContain("modules_to_not_convert");
        }
    }

    @Test
    void attentionStaysInSixteenBits() {
        Found found = read("qwen3-8b", "ignore", "\"re:.*self_attn.*\", \"lm_head\"");

        assertThat(found.releasedBytes()).isEqualTo(NETWORKS + NETWORK_SCALES + 2 * ATTENTION + REST);
        assertThat(found.model().architecture().checkpoint().keeps(Part.ATTENTION))
                .isTrue();
    }

    @Test
    void wholeLayersAreAllOfTheirParts() {
        assertThat(qwen("\"model.layers\"").releasedBytes()).isEqualTo(2 * NETWORKS + 2 * ATTENTION + REST);
    }

    /** Some matrices of a part cannot be held by parts: nothing is left out of the count, and that is said. */
    @ParameterizedTest
    @CsvSource({
        "model.layers.0.mlp",
        "model.layers.*.mlp.down_proj",
        "re:.*self_attn.o_proj",
        "re:model.layers.(0|1).mlp",
        "model.layers.3"
    })
    void someMatricesOfAPartAreSaid(String module) {
        Found found = qwen("\"" + module + "\"");

        assertThat(found.releasedBytes()).isEqualTo(NETWORKS + NETWORK_SCALES + ATTENTION + ATTENTION_SCALES + REST);
        assertThat(found.warnings())
                .contains("modules_to_not_convert")
                .contains("the size of the checkpoint is too low");
    }

    /** As Qwen3-VL's releases in FP8 list every module of the image part. */
    @Test
    void theImagePartStaysInSixteenBits() {
        long whole = read("other/qwen3-vl-8b", "ignore", "\"lm_head\"").releasedBytes();
        Found found = read("other/qwen3-vl-8b", "ignore", "\"model.visual.blocks.0.attn.qkv\", \"lm_head\"");
        // 27 layers of 3,456 + 1,152 rows of 1,152 and two matrices of 4,304 × 1,152; four mergers
        long attention = 27L * (3_456 + 1_152) * 1_152;
        long networks = 27L * 2 * 4_304 * 1_152;

        assertThat(found.model().architecture().checkpoint().wholeVision()).isTrue();
        assertThat(found.releasedBytes() - whole).isGreaterThan(attention + networks - 4L * 1_000_000);
    }
}
