package dev.archnotes.site.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Rule;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlSourceTest {
    /** Far more than any of these takes, far less than the texts would need that grow with every alias. */
    private static final Duration SOON = Duration.ofSeconds(20);

    static Stream<Arguments> nested() {
        return Stream.of(
                Arguments.of("open lists", "x: " + "[".repeat(3_000)),
                Arguments.of("lists", "x: " + "[".repeat(100_000) + "]".repeat(100_000)),
                Arguments.of("mappings in a line", "x: " + "{a: ".repeat(10_000)),
                Arguments.of("items in a line", "- ".repeat(20_000)),
                Arguments.of("keys that are lists", "? ".repeat(20_000)),
                Arguments.of("a key that is a list", "? " + "[".repeat(200) + "]".repeat(200) + "\n: x"),
                Arguments.of("lines that are ever further in", steps(1_000)));
    }

    private static String steps(int count) {
        StringBuilder text = new StringBuilder();
        for (int step = 0; step < count; step++) {
            text.append(" ".repeat(step)).append("a:\n");
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nested")
    void depthIsAFindingBeforeAnythingIsComposed(String name, String text) {
        assertThat(findings(text)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.MALFORMED_YAML);
            assertThat(finding.message()).isEqualTo("values are nested more than 50 deep");
        });
    }

    @Test
    void fiftyLevelsAreRead() {
        assertThat(findings("x: " + "[".repeat(49) + "]".repeat(49))).isEmpty();
    }

    static Stream<Arguments> aliases() {
        return Stream.of(
                Arguments.of("x: &a [*a, *a]", "1:8"),
                Arguments.of("x: &a {b: *a, c: *a}", "1:11"),
                Arguments.of("&a x: 1\ny: &b\n- {? *b : *a}", "3:6"),
                Arguments.of("x: &a {b: 1}\ny:\n  <<: *a", "3:7"),
                Arguments.of(doubled(25), "2:10"));
    }

    /** Each line a list of the line before, twice. */
    private static String doubled(int levels) {
        StringBuilder text = new StringBuilder("x0: &x0 [1]\n");
        for (int level = 1; level <= levels; level++) {
            String before = "*x" + (level - 1);
            text.append("x%d: &x%d [%s, %s]\n".formatted(level, level, before, before));
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("aliases")
    void anAliasOfAListOrMappingIsRefusedWhereItStands(String text, String place) {
        assertThat(findings(text)).singleElement().satisfies(finding -> {
            assertThat(finding.message()).contains("repeats a list or mapping");
            assertThat(finding.location()).hasToString("x.yaml:" + place);
        });
    }

    @Test
    void anAliasOfASingleValueIsRead() {
        Diagnostics.Builder findings = Diagnostics.builder();
        YamlMapping mapping = new YamlSource("x.yaml", 1, findings)
                .mapping("x: &a text\ny: *a")
                .orElseThrow();

        assertThat(mapping.text("y")).isEqualTo("text");
        assertThat(findings.build()).isEmpty();
    }

    @Test
    void theNumberOfValuesIsBounded() {
        assertThat(findings("x: [" + "1, ".repeat(100_001) + "]"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).isEqualTo("there are more than 100000 values"));
    }

    /** Whoever reads a number may have to stop where it is not there, before the other keys are asked for. */
    @Test
    void aSlipInAKeyIsToldWhereReadingEndsAtIt() {
        Diagnostics.Builder findings = Diagnostics.builder();
        YamlMapping top = new YamlSource("x.yaml", 1, findings)
                .mapping("attention:\n  kind: gqa\n  haeds: 32\n")
                .orElseThrow();
        YamlMapping attention = top.mapping("attention");
        attention.text("kind");
        attention.positive("heads");
        top.finish();
        assertThat(findings.build().all()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.MISSING_KEY);
            assertThat(finding.message()).isEqualTo("the key \"heads\" is missing; \"haeds\" stands here");
            assertThat(finding.hint()).isEqualTo("did you mean \"heads\"?");
            assertThat(finding.location()).hasToString("x.yaml:3:3");
        });
    }

    private static List<Diagnostic> findings(String text) {
        return assertTimeoutPreemptively(SOON, () -> {
            Diagnostics.Builder findings = Diagnostics.builder();
            new YamlSource("x.yaml", 1, findings).mapping(text);
            return findings.build().all();
        });
    }
}
