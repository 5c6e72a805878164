package dev.archnotes.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.CsvRows;
import dev.archnotes.Variants;
import dev.archnotes.model.reader.AllTypes;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.sites.FieldGuide;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a call may name, and how it is answered: as practitioners have their files. */
class ModelInputsTest {
    private static final Path CONFIGS = Path.of("src/test/resources/configs");
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private static Path config(String id) {
        return CONFIGS.resolve(id + ".json");
    }

    private static JsonNode json(CommandRun run) {
        assertThat(run.out()).as(run.err()).isNotEmpty();
        return new JsonMapper().readTree(run.out());
    }

    private static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void severalFilesAreRowsOfOneTable() {
        CommandRun run = CommandRun.of(
                "facts", config("llama-3.1-8b"), config("grok-2"), "qwen3-8b", "--format", "csv", "--context", "1k");

        List<List<String>> rows = CsvRows.of(run.out());
        int total = rows.get(0).indexOf("parameters.total");
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).startsWith("file", "warnings", "context", "kv_cache.bytes_at_context", "id");
        assertThat(rows.get(1)).startsWith(config("llama-3.1-8b").toString(), "0", "1024", "134217728");
        assertThat(rows.get(1).get(total)).isEqualTo("8030261248");
        assertThat(rows.get(2).get(1)).isNotEqualTo("0");
        assertThat(rows.get(3)).startsWith("qwen3-8b", "0").element(total).isEqualTo("8190735360");
    }

    @Test
    void aBrokenFileAmongSeveralKeepsNoOtherBack(@TempDir Path folder) throws IOException {
        Path broken = write(folder, "broken.json", "{\"model_type\": \"lama\"}");
        CommandRun run = CommandRun.of("facts", broken, config("llama-3.1-8b"), "--format", "json");

        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.err()).contains("broken.json:1:2: error: [unknown-model-type]");
        assertThat(json(run))
                .singleElement()
                .satisfies(model -> assertThat(model.get("file").stringValue())
                        .isEqualTo(config("llama-3.1-8b").toString()));
    }

    @Test
    void aHyphenIsStandardInput() {
        InputStream before = System.in;
        System.setIn(
                new ByteArrayInputStream(Variants.text(config("llama-3.1-8b")).getBytes(StandardCharsets.UTF_8)));
        try {
            CommandRun run = CommandRun.of("facts", "-");
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.out()).startsWith("stdin\n").contains("8,030,261,248");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void aSnapshotOfTheHubsCacheHasTheNameOfItsModel(@TempDir Path folder) throws IOException {
        Path model = folder.resolve("models--Qwen--Qwen3-8B");
        Path snapshot = Files.createDirectories(model.resolve("snapshots").resolve(COMMIT));
        Files.createDirectories(model.resolve("snapshots").resolve("f".repeat(40)));
        Files.copy(config("qwen3-8b"), snapshot.resolve("config.json"));
        Path refs = Files.createDirectories(model.resolve("refs"));
        Files.writeString(refs.resolve("main"), COMMIT);

        for (Path named : List.of(snapshot, snapshot.resolve("config.json"), model, model.resolve("snapshots"))) {
            CommandRun run = CommandRun.of("facts", named, "--format", "json");
            assertThat(run.exit()).as(named + run.err()).isZero();
            assertThat(json(run).get("id").stringValue()).isEqualTo("qwen3-8b");
            assertThat(json(run).get("name").stringValue()).isEqualTo("Qwen3-8B");
        }
        CommandRun imported = CommandRun.of("import", model, "--into", folder.resolve("new"));
        assertThat(imported.exit()).as(imported.err()).isZero();
        assertThat(folder.resolve("new/index.md")).content().contains("title: Qwen3-8B");

        // what a file says is no way out of the cache
        Files.writeString(refs.resolve("main"), "../../..");
        assertThat(CommandRun.of("facts", model).err()).contains("there is no file");
    }

    @Test
    void theCatalogueOfTheJarHoldsTheNotes(@TempDir Path folder) throws IOException {
        assertThat(PackedNotes.variants())
                .extracting(Variant::id)
                .containsExactlyInAnyOrderElementsOf(
                        Variants.ALL.stream().map(Variant::id).toList());

        Path file = folder.resolve("archnotes.jar");
        try (FileSystem jar = FileSystems.newFileSystem(file, Map.of("create", "true"))) {
            for (String family : List.of("Qwen3", "Baselines/GPT-2")) {
                Path packed = Files.createDirectories(jar.getPath("catalogue", family));
                Files.copy(Path.of("notes", family, "architecture.yaml"), packed.resolve("architecture.yaml"));
            }
        }
        assertThat(PackedNotes.packedIn(file))
                .extracting(Variant::id)
                .contains("qwen3-8b", "gpt-2-124m")
                .doesNotContain("smollm3-3b");
    }

    /** Run where there are no notes: the catalogue answers, and notes that are named win. */
    @Test
    void idsAreLookedUpInTheNotesThatAreNamed() {
        assertThat(CommandRun.of("compare", config("qwen3-8b"), "qwen3-8b", "--format", "json")
                        .exit())
                .isZero();
        assertThat(CommandRun.of("facts", "heron-2b", "--notes", FieldGuide.NOTES)
                        .out())
                .startsWith("Heron 2B\n");
        CommandRun elsewhere = CommandRun.of("facts", "qwen3-8b", "--notes", FieldGuide.NOTES);
        assertThat(elsewhere.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(elsewhere.err()).contains("no variant in " + FieldGuide.NOTES + " is called qwen3-8b");
        assertThat(CommandRun.of("facts", "qwen3-8bb").err()).contains("did you mean \"qwen3-8b\"?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Qwen/Qwen3-8B",
                "https://huggingface.co/Qwen/Qwen3-8B",
                "https://huggingface.co/Qwen/Qwen3-8B/blob/main/config.json"
            })
    void aNameOfTheHubIsAnsweredWithTheFileToFetch(String name) {
        CommandRun run = CommandRun.of("facts", name);

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().lines().findFirst().orElseThrow())
                .startsWith(name.startsWith("https") ? name + " is an address" : "there is no file " + name)
                .contains("archnotes loads nothing", "https://huggingface.co/Qwen/Qwen3-8B/resolve/main/config.json");
        assertThat(run.err().lines()).hasSize(2).last().asString().contains("--help");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"metadata\": {}, \"weight_map\": {}};an index of weight files",
                "{\"peft_type\": \"LORA\", \"base_model_name_or_path\": \"Qwen/Qwen3-8B\"};adapter_config.json",
                "{\"bos_token_id\": 1, \"eos_token_id\": 2, \"do_sample\": true};generation_config.json",
                "{\"_class_name\": \"UNet2DConditionModel\", \"_diffusers_version\": \"0.30\"};diffusers",
                "{\"dim\": 4096, \"n_layers\": 32, \"head_dim\": 128, \"n_heads\": 32};params.json",
                "{\"tokenizer_class\": \"LlamaTokenizer\", \"eos_token\": \"x\"};tokenizer_config.json",
                "{\"version\": \"1.0\", \"added_tokens\": [], \"model\": {}};tokenizer.json",
                "{\"eos_token\": \"x\"};special_tokens_map.json",
                "{\"producer\": {}, \"quantization\": {}};hf_quant_config.json",
                "{\"quantization\": {\"quant_algo\": \"FP8\", \"kv_cache_quant_algo\": \"FP8\"}};hf_quant_config.json",
                "{\"image_processor_type\": \"SiglipImageProcessor\"};preprocessor_config.json"
            })
    void aFileBesideAConfigurationIsNamedForWhatItIs(String text, String what, @TempDir Path folder)
            throws IOException {
        CommandRun run = CommandRun.of("facts", write(folder, "config.json", text));

        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.err())
                .contains("[wrong-file] this is ", what, "and no configuration of a model", "hint: ")
                .doesNotContain("model_type is missing");
    }

    @Test
    void aFileThatIsNoTextIsNamedForWhatItIs(@TempDir Path folder) throws IOException {
        byte[] gguf = {'G', 'G', 'U', 'F', 3, 0, 0, 0, (byte) 0xff};
        byte[] safetensors = {2, 0, 0, 0, 0, 0, 0, 0, '{', '}', (byte) 0xff};
        byte[] archive = {'P', 'K', 3, 4, 0, 0};
        assertThat(wrong(folder, "model.gguf", gguf)).contains("this is a GGUF file");
        assertThat(wrong(folder, "model.safetensors", safetensors)).contains("this is a safetensors file");
        assertThat(wrong(folder, "pytorch_model.bin", archive)).contains("this is an archive");
        assertThat(wrong(folder, "config.json", "<!DOCTYPE html>\n<html>".getBytes(StandardCharsets.US_ASCII)))
                .contains("this is a web page", "resolve/main/config.json");
        assertThat(wrong(
                        folder,
                        "config.json",
                        "version https://git-lfs.github.com/spec/v1\n".getBytes(StandardCharsets.US_ASCII)))
                .contains("this is a pointer of Git LFS");
    }

    /** What a folder of downloads holds besides models: the first bytes as the formats' specifications have them. */
    @Test
    void filesOfOtherProgramsAreNamed(@TempDir Path folder) throws IOException {
        assertThat(wrong(folder, "logo.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}))
                .contains("this is an image, and no configuration of a model", "take the config.json of a model");
        assertThat(wrong(folder, "photo.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}))
                .contains("this is an image");
        assertThat(wrong(folder, "paper.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
                .contains("this is a PDF");
        assertThat(wrong(folder, "weights.tar.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0}))
                .contains("this is a compressed file");
    }

    private static String wrong(Path folder, String name, byte[] bytes) throws IOException {
        CommandRun run = CommandRun.of("facts", Files.write(folder.resolve(name), bytes));
        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
        return run.err();
    }

    @Test
    void aFolderOfMistralsOwnFilesIsAnsweredWithTheFileToTake(@TempDir Path folder) throws IOException {
        write(folder, "params.json", "{}");

        assertThat(CommandRun.of("facts", folder).err())
                .contains("there is no file " + folder.resolve("config.json"), "params.json describes the model");
    }

    @Test
    void warningsStandInTheJsonAndInAnExitCode() {
        CommandRun run = CommandRun.of("facts", config("grok-2"), "--format", "json");
        assertThat(run.exit()).isZero();
        JsonNode warnings = json(run).get("warnings");
        assertThat(StreamSupport.stream(warnings.spliterator(), false)
                        .map(warning -> warning.get("message").stringValue()))
                .anyMatch(message -> message.contains("router_logit_softcapping"));
        assertThat(warnings.get(0).get("rule").stringValue()).isEqualTo("not-modeled");
        assertThat(warnings.get(0).get("line").intValue()).isPositive();

        assertThat(CommandRun.of("facts", config("grok-2"), "--strict").exit()).isEqualTo(ExitCode.NOT_MODELED);
        assertThat(CommandRun.of("facts", config("llama-3.1-8b"), "--strict").exit())
                .isZero();
        assertThat(CommandRun.of("compare", config("grok-2"), "qwen3-8b", "--strict")
                        .exit())
                .isEqualTo(ExitCode.NOT_MODELED);
        assertThat(CommandRun.of("fit", config("grok-2"), "--strict").exit()).isEqualTo(ExitCode.NOT_MODELED);
    }

    /** The keys of generation and of re-uploads that every dump of defaults has. */
    @Test
    void keysOfTextGenerationAreNoNoise(@TempDir Path folder) throws IOException {
        String noisy = Variants.text(config("llama-3.1-8b"))
                .replaceFirst(
                        "\\{",
                        "{\"typical_p\": 1.0, \"early_stopping\": false, \"num_beam_groups\": 1, \"pruned_heads\": {}, "
                                + "\"tf_legacy_loss\": false, \"unsloth_fixed\": true, \"for_llm_compressor\": false, "
                                + "\"forced_bos_token_id\": null, \"decoder_start_token_id\": null, "
                                + "\"add_cross_attention\": false, \"sep_token_id\": null, \"output_past\": true, ");
        CommandRun run = CommandRun.of("facts", write(folder, "noisy.json", noisy), "--strict");

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    /** The elements of the decoder's tensors add up to the published 8,030,261,248. */
    @Test
    void theLedgerStandsInEveryFormat() {
        JsonNode ledger = json(CommandRun.of("facts", config("llama-3.1-8b"), "--ledger", "--format", "json"))
                .get("ledger");
        assertThat(StreamSupport.stream(ledger.spliterator(), false)
                        .mapToLong(row -> row.get("elements").longValue())
                        .sum())
                .isEqualTo(8_030_261_248L);
        assertThat(ledger.get(0).get("shape").toString()).isEqualTo("[128256,4096]");

        List<List<String>> rows =
                CsvRows.of(CommandRun.of("facts", config("llama-3.1-8b"), "--ledger", "--format", "csv")
                        .out());
        int elements = rows.get(0).indexOf("elements");
        assertThat(rows.stream()
                        .skip(1)
                        .mapToLong(row -> Long.parseLong(row.get(elements)))
                        .sum())
                .isEqualTo(8_030_261_248L);
        assertThat(rows.get(1))
                .startsWith("llama-3.1-8b", "decoder", "embedding", "embed_tokens.weight", "128256x4096");
    }

    @Test
    void aContextIsWrittenAsPeopleWriteIt() {
        assertThat(CommandRun.of("facts", config("llama-3.1-8b"), "--context", "200k")
                        .out())
                .contains("200k");
        assertThat(json(CommandRun.of("facts", config("llama-3.1-8b"), "--context", "200k", "--format", "json"))
                        .at("/cache_at_context/bytes_16_bits")
                        .longValue())
                .isEqualTo(200L * 1024 * 131_072);
        CommandRun exponent = CommandRun.of("facts", config("llama-3.1-8b"), "--context", "1e6");
        assertThat(exponent.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(exponent.err()).contains("\"1e6\"; write a number of tokens such as 8192, 200k");
        assertThat(CommandRun.of("facts", config("llama-3.1-8b"), "--context", "99999999999999")
                        .err())
                .contains("99,999,999,999,999 tokens; the longest context is 1,073,741,824")
                .doesNotContain("sizes are too large");
    }

    @Test
    void theModelTypesAreListed() {
        assertThat(CommandRun.of("types").out().lines()).containsExactlyElementsOf(AllTypes.ALL.names());
        assertThat(CommandRun.of("facts", "--help").out()).contains("archnotes types");
    }

    @Test
    void ofAnUnknownTypeNoOtherRealOneIsSuggested(@TempDir Path folder) throws IOException {
        for (String type : List.of("deepseek_v9", "kimi_k9", "gemma9", "qwen9")) {
            CommandRun run = CommandRun.of("facts", write(folder, "config.json", "{\"model_type\": \"" + type + "\"}"));
            assertThat(run.err()).contains("[unknown-model-type]").doesNotContain("did you mean");
        }
        assertThat(CommandRun.of("facts", write(folder, "config.json", "{\"model_type\": \"Llama\"}"))
                        .err())
                .contains("did you mean \"llama\"?");
    }

    @Test
    void infinityStandsWhereNoFigureIs(@TempDir Path folder) throws IOException {
        String infinite =
                Variants.text(config("llama-3.1-8b")).replaceFirst("\\{", "{\"router_z_loss_coef\": -Infinity, ");

        assertThat(CommandRun.of("facts", write(folder, "infinite.json", infinite))
                        .out())
                .contains("8,030,261,248");
    }

    /** Ten thousand less one layers took half a minute where the search for a pattern grew with their square. */
    @Test
    void manyEqualLayersAreReadInSeconds(@TempDir Path folder) throws IOException {
        Path many = write(
                folder,
                "many.json",
                Variants.text(config("llama-3.1-8b")).replaceFirst("(\"num_hidden_layers\": )\\d+", "$19999"));
        long start = System.nanoTime();
        CommandRun run = CommandRun.of("facts", many);

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }
}
