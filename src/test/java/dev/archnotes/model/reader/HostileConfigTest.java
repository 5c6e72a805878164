package dev.archnotes.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.json.JsonSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a value is changed to, the answer is a model or a finding, never an exception or a long wait. */
class HostileConfigTest {
    private static final String[] VALUES = {
        "0",
        "-1",
        "1",
        "3",
        "1000000",
        "9000000000000000000",
        "1e300",
        "1e-999999999",
        "1e-2147483647",
        "1e-4294967296",
        "9".repeat(2_000),
        "0.5",
        "null",
        "\"x\"",
        "true",
        "[]",
        "[1]",
        "{}"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-2-124m",
                "gemma-3-4b",
                "llama-4-maverick",
                "mistral-small-3.1-24b",
                "deepseek-v3-671b",
                "gpt-oss-20b",
                "qwen3-next-80b-a3b",
                "smollm3-3b",
                "grok-2",
                "glm-4.5-355b-a32b",
                "qwen3-30b-a3b",
                "olmo-2-7b",
                "other/mixtral-8x7b",
                "other/qwen2.5-7b"
            })
    void aChangedValueGivesAModelOrAFinding(String id) {
        String whole = Variants.text(Path.of("src/test/resources/configs/" + id + ".json"));
        Matcher scalars = Pattern.compile("(\"\\w+\": )(-?[0-9][-0-9.e]*|true|false|null|\"[^\"]*\"|\\[[^\\]]*\\])")
                .matcher(whole);
        Assertions.assertTimeout(Duration.ofSeconds(60), () -> {
            while (scalars.find()) {
                for (String value : VALUES) {
                    read(
                            whole.substring(0, scalars.start(2)) + value + whole.substring(scalars.end(2)),
                            scalars.group(1) + value);
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-999999999", "1e-4294967296", "many"})
    void aNumberThatNobodyWritesIsAFindingWhereItStands(String number) {
        String text = "{\"a\": " + number.replace("many", "9".repeat(1_000_000)) + "}";
        Diagnostics.Builder findings = Diagnostics.builder();
        JsonSource.model("config.json", text, findings);

        assertThat(findings.build().all()).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("a number beyond every size of a model");
            assertThat(finding.location()).hasToString("config.json:1:7");
        });
    }

    @Test
    void aListIsNoLongerThanAModelHasLayers() {
        String text = "{\"model_type\": \"gemma3_text\", \"layer_types\": [" + "\"full_attention\",".repeat(1_000_000)
                + "1]}";
        Diagnostics.Builder findings = Diagnostics.builder();

        Assertions.assertTimeout(Duration.ofSeconds(60), () -> JsonSource.model("config.json", text, findings));
        assertThat(findings.build().all())
                .extracting(Diagnostic::message)
                .contains("\"layer_types\" has 1000001 entries");
    }

    private static void read(String text, String change) {
        Diagnostics.Builder findings = Diagnostics.builder();
        try {
            Optional<Variant> model = JsonSource.model("config.json", text, findings);
            assertThat(model.isEmpty()).as(change).isEqualTo(findings.build().hasErrors());
            model.ifPresent(HostileConfigTest::derive);
        } catch (RuntimeException broken) {
            throw new AssertionError(change, broken);
        }
    }

    private static void derive(Variant model) {
        try {
            FactSheet.of(model);
        } catch (ArithmeticException overflow) {
            // figures beyond 64 bits are refused, which the commands report
        }
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "{\"model_type\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        Diagnostics.Builder findings = Diagnostics.builder();
        assertThat(JsonSource.model("config.json", deep, findings)).isEmpty();
        assertThat(findings.build().hasErrors()).isTrue();
    }
}
