package dev.archnotes.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.json.JsonSource;
import dev.archnotes.site.specification.FamilyReader;
import dev.archnotes.sites.FieldGuide;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ModelCommandsTest {
    private static final Path CONFIGS = Path.of("src/test/resources/configs");
    private static final Path HERON = FieldGuide.NOTES.resolve("Heron");

    /** What a command printed, and its exit code. */
    private record Run(int exit, String out, String err) {}

    private static Run run(Object command, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(command)
                .setParameterExceptionHandler(new WrongCall())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        int exit = line.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
        return new Run(exit, out.toString(), err.toString());
    }

    private static Path config(String id) {
        return CONFIGS.resolve(id + ".json");
    }

    @Test
    void factsOfAConfigurationArePrintedAsATable() {
        Run run = run(new FactsCommand(), config("other/mixtral-8x7b"), "--context", "1000");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("mixtral-8x7b\n")
                .containsPattern("Total parameters +46\\.7B +46,702,792,704")
                .containsPattern("Active parameters +12\\.9B +12,879,925,248 +27\\.6\\u202F%")
                .containsPattern("tokens +16 bits +8 bits +4 bits +16 bits, naive")
                .containsPattern("1,000 +125\\u202FMiB +62\\.5\\u202FMiB +31\\.3\\u202FMiB +125\\u202FMiB")
                .containsPattern("32k \\(configured\\) +4\\.00\\u202FGiB")
                .doesNotContain("not published", "Tensors", "\u001b");
    }

    @Test
    void theLedgerListsEveryTensor() {
        assertThat(run(new FactsCommand(), config("other/mixtral-8x7b"), "--ledger")
                        .out())
                .containsPattern(
                        "layers: full, moe +experts\\.gate_proj\\.weight +14,336 × 4,096 +8 +32 +15,032,385,536 "
                                + "+Routed experts");
    }

    @Test
    void keysWithoutAPartInTheFiguresAreListedOnStandardError() {
        Run run = run(new FactsCommand(), config("grok-2"));

        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .contains("configs/grok-2.json:21:3: warning: [not-modeled] \"router_logit_softcapping\": 30.0 is "
                        + "not modeled");
    }

    @Test
    void aFileThatIsNotTextIsAFinding(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("config.json"), new byte[] {'{', '\n', (byte) 0xff});
        Run run = run(new FactsCommand(), file);

        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.err())
                .contains("config.json:2:1: error: [bad-encoding] this byte is not UTF-8")
                .doesNotContain("Exception");
    }

    @Test
    void aByteOrderMarkIsNoPartOfAConfiguration(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("marked.json"), "\uFEFF" + Variants.text(config("llama-3.1-8b")));

        assertThat(run(new FactsCommand(), file).out()).contains("8,030,261,248");
    }

    @Test
    void sizesBeyondSixtyFourBitsAreSaidToBeTooLarge(@TempDir Path folder) throws IOException {
        String huge =
                Variants.text(config("llama-3.1-8b")).replaceFirst("(\"hidden_size\": )\\d+", "$11000000000000000000");
        Run run = run(new FactsCommand(), Files.writeString(folder.resolve("huge.json"), huge));

        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.err())
                .contains("the sizes are too large, a figure does not fit into 64 bits")
                .doesNotContain("overflow");
    }

    @Test
    void aNeededValueThatIsNullIsPointedAt(@TempDir Path folder) throws IOException {
        Run run = run(
                new FactsCommand(),
                Files.writeString(
                        folder.resolve("null.json"), "{\"model_type\": \"mixtral\",\n \"hidden_size\": null}"));

        assertThat(run.err())
                .contains("null.json:2:2: error: [missing-key] the key \"hidden_size\" is null, and a value is needed")
                .doesNotContain("is \"hidden_size\" a misspelling");
    }

    @Test
    void jsonIsOneObjectOrAnArrayOfVariants() {
        JsonNode one = new JsonMapper()
                .readTree(run(new FactsCommand(), config("deepseek-v3-671b"), "--format", "json")
                        .out());
        assertThat(one.at("/parameters/total").longValue()).isEqualTo(671_026_419_200L);
        assertThat(one.get("organization").isNull()).isTrue();

        JsonNode several = new JsonMapper()
                .readTree(run(new FactsCommand(), HERON, "--format", "json").out());
        assertThat(several.isArray()).isTrue();
        JsonNode chosen = new JsonMapper()
                .readTree(run(
                                new FactsCommand(),
                                HERON.resolve("architecture.yaml"),
                                "--format",
                                "json",
                                "--variant",
                                "heron-9b")
                        .out());
        assertThat(chosen.get("released").stringValue()).isEqualTo("2024-09-05");
    }

    @Test
    void csvAndMarkdownHoldTheSameFacts() {
        assertThat(run(new FactsCommand(), config("other/mixtral-8x7b"), "--format", "csv")
                        .out())
                .startsWith("path,label,mixtral-8x7b\n")
                .contains("parameters.total,Total parameters,46702792704\n");
        assertThat(run(new FactsCommand(), config("other/mixtral-8x7b"), "--format", "markdown")
                        .out())
                .startsWith("# mixtral-8x7b\n")
                .contains("## KV cache\n")
                .contains("| Total parameters | 46.7B | 46,702,792,704 | |");
    }

    @Test
    void brokenFilesAreFindingsAndWrongCallsAreUsage(@TempDir Path folder) throws IOException {
        Path broken = Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"lama\"}");
        Run unknown = run(new FactsCommand(), broken);
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.err())
                .contains("config.json:1:2: error: [unknown-model-type]")
                .contains("hint: did you mean \"llama\"?");
        assertThat(unknown.out()).isEmpty();

        String huge = Files.readString(config("llama-3.1-8b"))
                .replace("\"vocab_size\": 128256", "\"vocab_size\": 9000000000000000000");
        Run overflow = run(new FactsCommand(), Files.writeString(broken, huge));
        assertThat(overflow.exit()).isEqualTo(1);
        assertThat(overflow.err()).contains("does not fit into 64 bits");

        Files.write(broken, new byte[] {'{', (byte) 0xff, '}'});
        assertThat(run(new FactsCommand(), broken).exit()).isEqualTo(1);

        assertThat(run(new FactsCommand(), folder.resolve("nothing.json")).exit())
                .isEqualTo(2);
        assertThat(run(new FactsCommand(), config("grok-2"), "--format", "xml").exit())
                .isEqualTo(2);
        assertThat(run(new FactsCommand(), config("grok-2"), "--context", "0").exit())
                .isEqualTo(2);
        assertThat(run(new FactsCommand(), HERON, "--variant", "heron-2").err()).contains("did you mean \"heron-2b\"?");
    }

    @Test
    void twoModelsAreComparedWithRatios() {
        Run run = run(new CompareCommand(), "deepseek-v3-671b", "glm-4.5-355b-a32b");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .startsWith("DeepSeek V3 · GLM-4.5\n")
                .containsPattern("Cache per token +68\\.6\\u202FKiB +368\\u202FKiB +5\\.36×")
                .doesNotContain("Tied embeddings");
        assertThat(run(new CompareCommand(), "deepseek-v3-671b", "glm-4.5-355b-a32b", "--all")
                        .out())
                .contains("Tied embeddings");
    }

    @Test
    void severalModelsAndFilesStandInColumns() {
        Run run = run(
                new CompareCommand(), config("other/mixtral-8x7b"), "gpt-oss-20b", "qwen3-30b-a3b", "--format", "csv");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .startsWith("path,label,mixtral-8x7b,gpt-oss-20b,qwen3-30b-a3b\n")
                .contains("feed_forward.experts,Routed experts,8,32,128\n");
        JsonNode json = new JsonMapper()
                .readTree(run(new CompareCommand(), "gpt-oss-20b", "gpt-oss-120b", "--format", "json")
                        .out());
        assertThat(json.at("/models/1").stringValue()).isEqualTo("gpt-oss-120b");
        assertThat(json.at("/facts/0/path").stringValue()).isEqualTo("layers");
        assertThat(json.at("/facts/0/ratio").stringValue()).isEqualTo("1.50×");
    }

    @Test
    void aMisspeltModelIsAnsweredWithTheNearestOne() {
        Run run = compare("heron-2b", "tern-30");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("did you mean \"tern-30b\"?");
        assertThat(compare("heron-2b").exit()).isEqualTo(2);
        assertThat(compare("wren-80m", HERON).err()).contains("has 2 variants; name one by its id");
    }

    @Test
    void whatIsWrongWithTheSpecificationsOfTheNotesIsSaid(@TempDir Path folder) throws IOException {
        Path sound = Files.createDirectories(folder.resolve("A")).resolve("architecture.yaml");
        Files.copy(Path.of("notes/SmolLM3/architecture.yaml"), sound);
        Path broken = Files.createDirectories(folder.resolve("B")).resolve("architecture.yaml");
        Files.writeString(broken, Files.readString(sound).replace("hidden_size: 2048", "hidden_size: many"));
        Run run = run(new CompareCommand(), "smollm3-3b", config("llama-3.1-8b"), "--notes", folder);

        assertThat(run.exit()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).contains("/B/architecture.yaml:", "\"hidden_size\" is \"many\"");
        assertThat(run.out()).contains("SmolLM3 3B");
    }

    @Test
    void aFamilyIsAnsweredWithItsVariantsUnlessThereIsOnlyOne() {
        Run run = compare("heron", "wren");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("heron is a family; name one of its variants: heron-2b, heron-9b\n")
                .doesNotContain("Usage:")
                .contains("--help");
        assertThat(compare("heron-2b", "wren").out()).startsWith("Heron 2B · Wren 80M\n");
    }

    @Test
    void aNameThatIsNowhereIsAnsweredShortly() {
        assertThat(compare("heron-2b", "gone/config.json").err()).startsWith("there is no file gone/config.json\n");
        assertThat(compare("heron-2b", "tern").err()).contains("tern-30b, tern-30b-state\n");
        assertThat(compare("heron-2b", "ron").err()).contains("did you mean one of heron-2b, heron-9b?");
        assertThat(compare("heron-2b", "elephant").err())
                .contains("there are variants of heron, ")
                .doesNotContain("heron-2b");
        assertThat(compare("heron-2b").err()).startsWith("name a second model");
    }

    @Test
    void aModelBesideItselfDiffersInNothing() {
        Run run = compare("heron-2b", "heron-2b");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("Nothing differs; --all prints the ");
        assertThat(compare("heron-2b", "heron-2b", "--format", "csv").out())
                .isEqualTo("path,label,heron-2b,heron-2b\n");
    }

    private static Run compare(Object... arguments) {
        return run(
                new CompareCommand(),
                Stream.concat(Stream.of("--notes", FieldGuide.NOTES), Stream.of(arguments))
                        .toArray());
    }

    static Stream<Variant> variants() {
        return Variants.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void anImportedSpecificationReadsBackAsTheSameArchitecture(Variant noted, @TempDir Path folder) throws IOException {
        Path into = folder.resolve("new");
        importAndReadBack(config(noted.id()), into);

        assertThat(Files.readString(into.resolve("index.md")))
                .startsWith("---\ntitle: " + noted.id() + "\nslug: imported\n")
                .contains("](fact:imported/parameters.total)");
    }

    /** One of each kind of image encoder that no model of the catalogue has. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "glm-4.1v-9b",
                "internvl3-8b",
                "kimi-k2.5",
                "qwen2.5-vl-7b",
                "qwen3-vl-8b",
                "smolvlm2-2.2b",
            })
    void anImportedImageEncoderReadsBackAsTheSame(String id, @TempDir Path folder) throws IOException {
        importAndReadBack(config("other/" + id), folder.resolve("new"));
    }

    private static void importAndReadBack(Path config, Path into) throws IOException {
        Run run = run(new ImportCommand(), config, "--into", into, "--id", "imported");
        assertThat(run.exit()).as(run.err()).isZero();

        fillIn(into.resolve("architecture.yaml"));
        Diagnostics.Builder findings = Diagnostics.builder();
        ModelFamily family = FamilyReader.read(
                        "architecture.yaml", Files.readString(into.resolve("architecture.yaml")), findings)
                .orElseThrow();
        assertThat(findings.build()).isEmpty();
        Variant configured = JsonSource.model("x.json", Files.readString(config), Diagnostics.builder())
                .orElseThrow();
        assertThat(family.slug()).isEqualTo("imported");
        assertThat(family.variants()).singleElement().satisfies(variant -> {
            assertThat(variant.architecture()).isEqualTo(configured.architecture());
            assertThat(variant.context().configured())
                    .isEqualTo(configured.context().configured());
            assertThat(variant.id()).isEqualTo("imported");
        });
    }

    /** Writes what an author would for every mark that an import left. */
    private static void fillIn(Path file) throws IOException {
        String text = Files.readString(file);
        for (Map.Entry<String, String> value : Map.of(
                        "organization",
                        "Example",
                        "name",
                        "MIT",
                        "open",
                        "true",
                        "source",
                        "LICENSE",
                        "announced",
                        "2024-05-01",
                        "weights_released",
                        "2024-05-02",
                        "key",
                        "What to remember.",
                        "description",
                        "What to find.")
                .entrySet()) {
            text = text.replace(value.getKey() + ": fill-in\n", value.getKey() + ": " + value.getValue() + "\n");
        }
        Files.writeString(file, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "llama-3.1-8b",
                "gemma-3-27b",
                "deepseek-v3-671b",
                "qwen3-next-80b-a3b",
                "gpt-oss-20b",
                "gpt-2-124m",
                "llama-4-scout",
                "other/mixtral-8x7b",
                "other/nemotron-3-super-120b-a12b",
                "other/llama-3.3-nemotron-super-49b",
                "other/jamba-v0.1",
                "other/falcon-h1-0.5b"
            })
    void anImportPassesTheCheckOnlyWhenItsMarksAreFilledIn(String id, @TempDir Path notes) throws IOException {
        Files.writeString(
                notes.resolve("site.yaml"),
                "title: Notes\ntagline: Notes for a test.\nbase_url: https://example.org/\n");
        Path into = notes.resolve("New");
        Run imported = run(new ImportCommand(), config(id), "--into", into);
        List<Path> written = List.of(into.resolve("architecture.yaml"), into.resolve("index.md"));
        List<String> marks = new ArrayList<>();
        for (Path file : written) {
            List<String> lines = Files.readAllLines(file);
            for (int line = 0; line < lines.size(); line++) {
                int column = lines.get(line).indexOf("fill-in");
                if (column >= 0) {
                    marks.add(file + ":" + (line + 1) + ":" + (column + 1) + ": error: [fill-in] \""
                            + lines.get(line).strip().split(":")[0] + "\" is still to be filled in");
                }
            }
        }
        assertThat(marks).hasSize(8);
        assertThat(imported.out())
                .contains("write the 8 values", "archnotes check --notes " + notes)
                .doesNotContain("site.yaml");

        Run marked = run(new CheckCommand(), "--notes", notes);
        assertThat(marked.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(marked.err().lines().filter(line -> line.contains(": error: ")))
                .containsExactlyElementsOf(marks);
        assertThat(marked.err().lines().filter(line -> line.startsWith("  hint: write ")))
                .hasSize(8);

        for (Path file : written) {
            fillIn(file);
        }
        Run filledIn = run(new CheckCommand(), "--notes", notes);
        assertThat(filledIn.exit()).as(filledIn.err()).isZero();
        assertThat(filledIn.err()).isEmpty();
        assertThat(figures(into.resolve("architecture.yaml"))).isEqualTo(figures(config(id)));
    }

    /** What {@code facts} says of a model, without what a bare configuration does not tell. */
    private static JsonNode figures(Path file) {
        ObjectNode facts = (ObjectNode) new JsonMapper()
                .readTree(run(new FactsCommand(), file, "--format", "json").out());
        return facts.remove(List.of(
                "model",
                "organization",
                "organisation",
                "announced",
                "released",
                "license",
                "open_license",
                "warnings"));
    }

    @Test
    void anImportIntoANewFolderSaysWhatTheSiteStillNeeds(@TempDir Path folder) throws IOException {
        Path notes = folder.resolve("notes");
        Run imported = run(new ImportCommand(), config("llama-3.1-8b"), "--into", notes.resolve("New"));
        assertThat(imported.out())
                .contains(
                        "write " + notes.resolve("site.yaml") + ", which a site needs",
                        "archnotes build --notes " + notes);

        List<String> settings = imported.out()
                .lines()
                .filter(line -> line.startsWith("    "))
                .map(String::strip)
                .toList();
        Files.write(notes.resolve("site.yaml"), settings);
        fillIn(notes.resolve("New/architecture.yaml"));
        fillIn(notes.resolve("New/index.md"));
        Path site = folder.resolve("site");
        Run built = run(new BuildCommand(), "--notes", notes, "--output", site);
        assertThat(built.exit()).as(built.err()).isZero();
        assertThat(site.resolve("models/llama-3.1-8b/index.html")).exists();

        for (Path within : List.of(notes.resolve("site"), folder)) {
            Run refused = run(new BuildCommand(), "--notes", notes, "--output", within);
            assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(refused.err()).startsWith("archnotes: ").endsWith("for example -o " + site + "\n");
        }
        assertThat(notes.resolve("site")).doesNotExist();
    }

    @Test
    void anImportOverwritesNothing(@TempDir Path folder) throws IOException {
        Path note = Files.writeString(folder.resolve("index.md"), "mine");
        Run run = run(new ImportCommand(), config("grok-2"), "--into", folder);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("index.md is there already; nothing was written");
        assertThat(folder.resolve("architecture.yaml")).doesNotExist();
        assertThat(note).hasContent("mine");
        assertThat(run(new ImportCommand(), config("grok-2"), "--into", folder.resolve("b"), "--id", "Grok 2")
                        .exit())
                .isEqualTo(2);
        assertThat(run(new ImportCommand(), HERON.resolve("architecture.yaml"), "--into", folder.resolve("b"))
                        .exit())
                .isEqualTo(2);
    }

    /** A text about 32k would be about a context that the model does not have. */
    @Test
    void aNewNoteTellsOfTheContextThatTheModelHas(@TempDir Path folder) throws IOException {
        Path config = Path.of("src/test/resources/configs/other/mixtral-8x7b.json");
        String text = Files.readString(config);
        assertThat(text).contains("\"max_position_embeddings\": 32768");
        Path shorter = folder.resolve("config.json");
        Files.writeString(
                shorter, text.replace("\"max_position_embeddings\": 32768", "\"max_position_embeddings\": 4096"));
        assertThat(CommandRun.of("import", shorter, "--into", folder.resolve("a"))
                        .exit())
                .isZero();
        // 32 layers, 8 heads of 128 numbers for keys and as many for values, 2 bytes each: 131,072 bytes a token
        assertThat(folder.resolve("a/index.md"))
                .content()
                .contains("at the configured context of [4,096]", "[512\u202FMiB]")
                .doesNotContain("32,768");
        assertThat(CommandRun.of("import", config, "--into", folder.resolve("b"))
                        .exit())
                .isZero();
        assertThat(folder.resolve("b/index.md")).content().contains("at a context of 32,768 tokens", "[4.00\u202FGiB]");
    }
}
