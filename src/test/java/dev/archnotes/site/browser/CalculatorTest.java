package dev.archnotes.site.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.archnotes.Programs;
import dev.archnotes.Variants;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.reader.AllTypes;
import dev.archnotes.model.reader.CommonTypes;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.json.JsonSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calculator in a browser gives the figures that the generator gives. */
class CalculatorTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<Estimated> ESTIMATED = new ArrayList<>();
    private static final List<Configured> CONFIGURED = new ArrayList<>();

    private static JsonNode inBrowser;

    private record Estimated(String code, long context, long batch, long cacheBits, long weightBits, long memory) {
        List<Object> arguments() {
            return List.of(code, context, batch, cacheBits, weightBits, memory);
        }

        String onTheJvm() {
            return Estimate.of(code, context, batch, cacheBits, weightBits, memory);
        }
    }

    private record Configured(String file, String text) {}

    @BeforeAll
    static void askTheScripts(@TempDir Path folder) throws Exception {
        for (Variant variant : Variants.ALL) {
            String code = ArchitectureCode.write(variant.architecture());
            ESTIMATED.add(new Estimated(code, 32_768, 1, 16, 0, 80_000_000_000L));
            ESTIMATED.add(new Estimated(code, 1, 1, 16, 16, 24_000_000_000L));
            ESTIMATED.add(new Estimated(code, 131_072, 37, 8, 8, 640_000_000_000L));
            ESTIMATED.add(new Estimated(code, 5_001, 513, 4, 4, 1_128_000_000_000L));
        }
        String first = ESTIMATED.get(0).code();
        ESTIMATED.add(new Estimated(first, 1L << 30, 65_536, 16, 16, 80_000_000_000L));
        ESTIMATED.add(new Estimated(first, 0, 1, 16, 16, 80_000_000_000L));
        ESTIMATED.add(new Estimated(first, 100, 1, 16, 3, 80_000_000_000L));
        ESTIMATED.add(new Estimated(first.substring(0, first.length() / 2), 100, 1, 16, 16, 80_000_000_000L));
        ESTIMATED.add(new Estimated("nothing", 100, 1, 16, 16, 80_000_000_000L));
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/configs"))) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .forEach(file ->
                            CONFIGURED.add(new Configured(file.getFileName().toString(), Variants.text(file))));
        }
        CONFIGURED.add(new Configured("config.json", "{}"));
        CONFIGURED.add(new Configured("config.json", "{\"model_type\": \"lama\"}"));
        CONFIGURED.add(new Configured(
                "config.json",
                "{\"model_type\": \"llama\", \"hidden_size\": \"wide\", \"num_hidden_layer\": 3, "
                        + "\"surprise\": [1, null]}"));
        assumeTrue(Programs.hasNode(), "node was not found on the PATH: the scripts of the calculator are not tried");
        Path cases = Files.writeString(
                folder.resolve("cases.json"),
                JSON.writeValueAsString(Map.of(
                        "estimates",
                        ESTIMATED.stream().map(Estimated::arguments).toList(),
                        "configurations",
                        CONFIGURED)));
        Path answers = folder.resolve("answers.json");
        Path problems = folder.resolve("problems.txt");
        int exit = new ProcessBuilder(
                        "node",
                        "src/test/resources/calculator/answers.js",
                        "target/classes/web/calc.js",
                        "target/classes/web/config.js",
                        cases.toString())
                .redirectOutput(answers.toFile())
                .redirectError(problems.toFile())
                .start()
                .waitFor();
        assertThat(exit).as(Files.readString(problems)).isZero();
        inBrowser = JSON.readTree(Files.readString(answers));
    }

    @Test
    void figuresAreTheSame() {
        for (int i = 0; i < ESTIMATED.size(); i++) {
            assertThat(inBrowser.get("estimates").get(i).asString())
                    .as(ESTIMATED.get(i).toString())
                    .isEqualTo(ESTIMATED.get(i).onTheJvm());
        }
    }

    @Test
    void configurationsAreReadTheSame() {
        for (int i = 0; i < CONFIGURED.size(); i++) {
            Configured given = CONFIGURED.get(i);
            JsonNode answer =
                    JSON.readTree(inBrowser.get("configurations").get(i).asString());
            if (isLeftToTheCommandLine(given)) {
                // refused, or of a wrapper the decoder alone, named so
                assertThat(answer.path("name").asString("text decoder only"))
                        .as(given.file())
                        .endsWith("text decoder only");
                continue;
            }
            Diagnostics.Builder findings = Diagnostics.builder();
            Optional<Variant> model = JsonSource.model(given.file(), given.text(), findings);
            assertThat(answer.has("code")).as(given.file()).isEqualTo(model.isPresent());
            model.ifPresent(spec -> {
                assertThat(answer.get("code").asString())
                        .as(given.file())
                        .isEqualTo(ArchitectureCode.write(spec.architecture()));
                assertThat(answer.get("name").asString()).isEqualTo(spec.name());
                assertThat(answer.get("context").asLong())
                        .isEqualTo(spec.context().configured());
            });
            Set<String> said = new HashSet<>();
            answer.get("findings")
                    .forEach(finding -> said.add(finding.get("severity").asString() + " "
                            + finding.get("message").asString() + " "
                            + finding.get("hint").asString().replaceFirst("known: .*", "known")));
            Set<String> expected = new HashSet<>();
            for (Diagnostic finding : findings.build()) {
                // a browser does not remember that 30 was written as 30.0
                String message = finding.message().replaceAll("(\\d)\\.0\\b", "$1");
                expected.add(finding.severity().toString().toLowerCase(Locale.ROOT) + " " + message + " "
                        + finding.hint().replaceFirst("known: .*", "known"));
            }
            assertThat(said).as(given.file()).isEqualTo(expected);
        }
    }

    /** The script of the page reads the common types only, also of the decoder inside another model. */
    private static boolean isLeftToTheCommandLine(Configured given) {
        return Pattern.compile("\"model_type\": *\"([^\"]+)\"")
                .matcher(given.text())
                .results()
                .map(found -> found.group(1))
                .anyMatch(type -> AllTypes.ALL.names().contains(type)
                        && !CommonTypes.ALL.names().contains(type));
    }

    @Test
    void theCommonTypesAreReadInTheBrowser() {
        assertThat(CONFIGURED.stream().filter(given -> !isLeftToTheCommandLine(given)))
                .as("the configurations of the catalogue and more")
                .hasSizeGreaterThan(60);
        assertThat(AllTypes.ALL.names()).containsAll(CommonTypes.ALL.names());
    }

    @Test
    void brokenCodeIsAProblemInWords() {
        assertThat(Estimate.of("1~x", 1, 1, 16, 16, 1)).startsWith("{\"problem\":\"");
        assertThat(Estimate.of("", 1, 1, 16, 16, 1)).startsWith("{\"problem\":\"");
    }
}
