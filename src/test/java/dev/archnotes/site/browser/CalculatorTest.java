package dev.archnotes.site.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.archnotes.CsvRows;
import dev.archnotes.Programs;
import dev.archnotes.Variants;
import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.ModelTypes;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.reader.AllTypes;
import dev.archnotes.model.reader.ConfigReader;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.json.JsonSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calculator in a browser gives the figures that the generator gives. */
class CalculatorTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The cases that the command line and the model answer, too. */
    private static final List<List<String>> SHARED = CsvRows.of(Path.of("src/test/resources/fit/cases.csv")).stream()
            .skip(1)
            .toList();

    /** A decoder that none of the encoders before any decoder stands with in one script. */
    private static final String ELSEWHERE =
            "{\"model_type\": \"llava\", \"text_config\": {\"model_type\": \"nemotron_h\"}}";

    private static final List<Estimated> ESTIMATED = new ArrayList<>();
    private static final List<Configured> CONFIGURED = new ArrayList<>();

    private static JsonNode inBrowser;

    private record Estimated(String code, String question) {
        List<Object> arguments() {
            return List.of(code, question);
        }
    }

    private record Configured(String file, String text) {}

    @BeforeAll
    static void askTheScripts(@TempDir Path folder) throws Exception {
        for (Variant variant : Variants.ALL) {
            String code = ArchitectureCode.write(variant.architecture());
            ESTIMATED.add(new Estimated(code, "released 16 32768 1 0 1 pipeline 80000000000 0 0 -1 y n"));
            ESTIMATED.add(new Estimated(code, "q4_k_m 8 131072 37 4096 4 pipeline 25757220864 1008000 330300 -1 y y"));
            ESTIMATED.add(new Estimated(code, "awq q8_0 5001 3 0 6 tensor 85520809984 3350000 989400 3000000000 n n"));
            ESTIMATED.add(new Estimated(code, "fp8 4 8192 513 0 16 expert 85520809984 3350000 989400 -1 y n"));
        }
        String first = ESTIMATED.get(0).code();
        String usual = ESTIMATED.get(0).question();
        for (List<String> row : SHARED) {
            ESTIMATED.add(new Estimated(
                    ArchitectureCode.write(Variants.of(row.get(0)).architecture()),
                    String.join(" ", row.subList(1, 5)) + " 0 1 pipeline " + row.get(5) + " 0 0 -1 y n"));
        }
        ESTIMATED.add(new Estimated(first, usual.replace("32768 1 0", "1073741824 65536 0")));
        ESTIMATED.add(new Estimated(first, usual.replace("32768", "0")));
        ESTIMATED.add(new Estimated(first, usual.replace("released", "q3")));
        ESTIMATED.add(new Estimated(first, "released"));
        ESTIMATED.add(new Estimated(first, usual.replace("32768", "many")));
        ESTIMATED.add(new Estimated(first.substring(0, first.length() / 2), usual));
        ESTIMATED.add(new Estimated("nothing", usual));
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/configs"))) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .forEach(file ->
                            CONFIGURED.add(new Configured(file.getFileName().toString(), Variants.text(file))));
        }
        for (String text : Variants.text(Path.of("src/test/resources/calculator/configurations.txt"))
                .split("\n\n")) {
            CONFIGURED.add(new Configured("config.json", text));
        }
        CONFIGURED.add(new Configured("config.json", ELSEWHERE));
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
                        CONFIGURED,
                        "code",
                        Variants.text(Path.of("src/test/resources/calculator/first-version.txt"))
                                .strip(),
                        "types",
                        joined())));
        Path answers = folder.resolve("answers.json");
        Path problems = folder.resolve("problems.txt");
        int exit = new ProcessBuilder(
                        "node",
                        "src/test/resources/calculator/answers.js",
                        "target/classes/web",
                        "src/main/web/js/calculator/readers.js",
                        cases.toString())
                .redirectOutput(answers.toFile())
                .redirectError(problems.toFile())
                .start()
                .waitFor();
        assertThat(exit).as(Files.readString(problems)).isZero();
        inBrowser = JSON.readTree(Files.readString(answers));
    }

    /** As the page of the calculator gets it. */
    private static Map<String, String> joined() {
        Map<String, String> joined = new LinkedHashMap<>();
        ReaderScripts.types().forEach((script, types) -> joined.put(script, String.join(" ", types)));
        return joined;
    }

    @Test
    void figuresAreTheSame() {
        for (int i = 0; i < ESTIMATED.size(); i++) {
            Estimated asked = ESTIMATED.get(i);
            assertThat(inBrowser.get("fits").get(i).asString())
                    .as(asked.toString())
                    .isEqualTo(FitAnswer.of(asked.code(), asked.question()));
            assertThat(inBrowser.get("curves").get(i).asString())
                    .as(asked.toString())
                    .isEqualTo(FitAnswer.curve(asked.code(), asked.question()));
            assertThat(inBrowser.get("details").get(i).asString())
                    .as(asked.toString())
                    .isEqualTo(ModelDetails.of(asked.code(), asked.question()));
        }
    }

    /** The columns of {@code fit/cases.csv}, as the browser answers them. */
    @Test
    void theSharedCasesAreAnsweredInTheBrowser() {
        int from = 4 * Variants.ALL.size();
        for (int i = 0; i < SHARED.size(); i++) {
            List<String> row = SHARED.get(i);
            JsonNode answer = JSON.readTree(inBrowser.get("fits").get(from + i).asString());
            assertThat(List.of(
                            answer.at("/bytes/weights"),
                            answer.at("/bytes/image_encoder"),
                            answer.at("/bytes/cache"),
                            answer.at("/bytes/workspace"),
                            answer.at("/bytes/total"),
                            answer.at("/fits"),
                            answer.at("/longest_context"),
                            answer.at("/most_sequences")))
                    .extracting(JsonNode::asString)
                    .as(row.toString())
                    .isEqualTo(row.subList(6, 14));
        }
    }

    @Test
    void configurationsAreReadTheSame() {
        for (int i = 0; i < CONFIGURED.size(); i++) {
            Configured given = CONFIGURED.get(i);
            JsonNode answer =
                    JSON.readTree(inBrowser.get("configurations").get(i).asString());
            if (given.text().equals(ELSEWHERE)) {
                assertThat(answer.get("findings").toString())
                        .contains("is read by the command line only")
                        .contains("archnotes fit FILE");
                continue;
            }
            Diagnostics.Builder findings = Diagnostics.builder();
            JsonSource source = new JsonSource(given.file(), findings);
            Optional<Variant> model = source.object(given.text())
                    .flatMap(config -> ConfigReader.read(PAGE_TYPES, given.file(), config, source));
            assertThat(answer.has("code")).as(given.file()).isEqualTo(model.isPresent());
            model.ifPresent(spec -> {
                assertThat(answer.get("code").asString())
                        .as(given.file())
                        .isEqualTo(ArchitectureCode.writeFirst(spec.architecture()));
                assertThat(answer.get("name").asString()).isEqualTo(spec.name());
                assertThat(answer.get("context").asLong())
                        .isEqualTo(spec.context().configured());
            });
            Set<String> said = new HashSet<>();
            answer.get("findings")
                    .forEach(finding -> said.add(finding.get("severity").asString() + " "
                            + finding.get("message").asString() + " "
                            + finding.get("hint").asString()));
            Set<String> expected = new HashSet<>();
            for (Diagnostic finding : findings.build()) {
                // a browser does not remember that 30 was written as 30.0
                String message = finding.message().replaceAll("(\\d)\\.0\\b", "$1");
                expected.add(
                        finding.severity().toString().toLowerCase(Locale.ROOT) + " " + message + " " + finding.hint());
            }
            assertThat(said).as(given.file()).isEqualTo(expected);

            Optional<Variant> onCommandLine = JsonSource.model(given.file(), given.text(), Diagnostics.builder());
            if (!onCommandLine.map(Variant::architecture).equals(model.map(Variant::architecture))) {
                assertThat(said).as(given.file()).anyMatch(one -> one.contains("is not modeled"));
            }
        }
    }

    /**
     * The types as the page reads them: what a quantization leaves out counts by parts, where the command line knows
     * each matrix.
     */
    private static final ModelTypes PAGE_TYPES = new ModelTypes() {
        @Override
        public List<String> names() {
            return AllTypes.ALL.names();
        }

        @Override
        public Architecture architecture(String type, ConfigObject config) {
            return AllTypes.ALL.architecture(type, config);
        }

        @Override
        public String whyNot(String type) {
            return AllTypes.ALL.whyNot(type);
        }

        @Override
        public void check(Architecture architecture) {
            AllTypes.ALL.check(architecture);
        }
    };

    /** Every type that the command line reads is in one of the scripts, and nothing else is. */
    @Test
    void everyTypeIsReadInTheBrowser() {
        assertThat(ReaderScripts.types().values().stream().flatMap(List::stream))
                .containsOnlyOnceElementsOf(List.of("llama", "deepseek_v3", "gemma3"))
                .containsAll(AllTypes.ALL.names())
                .allMatch(AllTypes.ALL.names()::contains);
        Set<String> tried = new HashSet<>();
        for (Configured given : CONFIGURED) {
            JsonNode type = JSON.readTree(given.text().replaceAll("-?\\bInfinity\\b|\\bNaN\\b", "null"))
                    .path("model_type");
            tried.add(type.asString(""));
        }
        assertThat(AllTypes.ALL.names().stream().filter(type -> !tried.contains(type)))
                .as("types without a configuration among the cases")
                .isEmpty();
    }

    @Test
    void brokenCodeIsAProblemInWords() {
        for (Estimated asked : ESTIMATED.subList(ESTIMATED.size() - 7, ESTIMATED.size())) {
            assertThat(FitAnswer.of(asked.code(), asked.question()))
                    .as(asked.toString())
                    .startsWith("{\"problem\":\"");
        }
    }

    @Test
    void anAddressOfEarlierDaysIsRenewedInTheBrowser() {
        String code = Variants.text(Path.of("src/test/resources/calculator/first-version.txt"))
                .strip();
        assertThat(inBrowser.get("renewed").asString())
                .isEqualTo(ArchitectureCode.renewed(code))
                .startsWith("2~");
    }
}
