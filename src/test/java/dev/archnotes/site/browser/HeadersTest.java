package dev.archnotes.site.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.archnotes.CheckpointBytes;
import dev.archnotes.CheckpointBytes.Made;
import dev.archnotes.CheckpointBytes.Tensor;
import dev.archnotes.Programs;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of weights that a reader drops on the calculator, measured by its script from their headers. */
class HeadersTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Map<String, Object>> CASES = new LinkedHashMap<>();

    private static Path root;
    private static JsonNode answers;

    private static void file(String name, Made made) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, made.header());
        // a file with a hole where the weights would be
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(made.size());
        }
    }

    private static void text(String name, String text) throws IOException {
        Files.createDirectories(root.resolve(name).getParent());
        Files.writeString(root.resolve(name), text);
    }

    /** A case is a folder; its configuration is text. */
    private static void folder(String name, String config) throws IOException {
        List<String> files = new ArrayList<>();
        try (var all = Files.list(root.resolve(name))) {
            all.sorted().forEach(file -> files.add(file.toString()));
        }
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("files", files);
        one.put("config", config.isEmpty() ? null : JSON.readTree(config));
        CASES.put(name, one);
    }

    private static Made part(String... names) {
        List<Tensor> tensors = new ArrayList<>();
        for (String name : names) {
            tensors.add(Tensor.of(name, "BF16", 2, 64, 32));
        }
        return CheckpointBytes.safetensors(tensors);
    }

    @BeforeAll
    static void measure(@TempDir Path folder) throws Exception {
        root = folder;
        file("whole/model-00001-of-00002.safetensors", part("a.weight", "b.weight"));
        file("whole/model-00002-of-00002.safetensors", part("c.weight"));
        file("whole/consolidated.safetensors", part("of.the.makers"));
        text("whole/tokenizer.json", "{}");
        folder("whole", "");
        String index = "{\"metadata\": {\"total_size\": 12288}, \"weight_map\": {\"a.weight\": \"one.safetensors\", "
                + "\"b.weight\": \"one.safetensors\", \"c.weight\": \"two.safetensors\"}}";
        text("indexed/model.safetensors.index.json", index);
        file("indexed/one.safetensors", part("a.weight", "b.weight"));
        file("indexed/two.safetensors", part("c.weight"));
        folder("indexed", "");
        text("half/model.safetensors.index.json", index);
        file("half/one.safetensors", part("a.weight", "b.weight"));
        folder("half", "");
        text("alone/model.safetensors.index.json", index);
        folder("alone", "");
        text("other/model.safetensors.index.json", index);
        file("other/one.safetensors", part("a.weight"));
        file("other/two.safetensors", part("b.weight", "c.weight"));
        folder("other", "");
        file(
                "packed/model.safetensors",
                CheckpointBytes.safetensors(List.of(
                        Tensor.of("q.weight_packed", "I32", 4, 64, 8),
                        Tensor.of("q.weight_scale", "BF16", 2, 64, 2),
                        Tensor.of("norm.weight", "BF16", 2, 64))));
        folder("packed", "{\"quantization_config\": {\"config_groups\": {\"0\": {\"weights\": {\"num_bits\": 4}}}}}");
        file("short/model.safetensors", new Made(part("a.weight").header(), 100));
        folder("short", "");
        file("long/model.safetensors", CheckpointBytes.safetensors(" ".repeat(600_000) + "{}", 0));
        folder("long", "");
        file("gguf/model-Q8_0.gguf", gguf());
        folder("gguf", "");
        file("two/one.gguf", gguf());
        file("two/two.gguf", gguf());
        folder("two", "");
        text("broken/model.gguf", "this is no model, though it is longer than a header");
        folder("broken", "");
        assumeTrue(Programs.hasNode(), "node was not found on the PATH: the scripts of the calculator are not tried");
        Path cases = Files.writeString(folder.resolve("cases.json"), JSON.writeValueAsString(CASES.values()));
        Path out = folder.resolve("answers.json");
        Path problems = folder.resolve("problems.txt");
        int exit = new ProcessBuilder(
                        "node",
                        "src/test/resources/calculator/headers.js",
                        "target/classes/web/headers.js",
                        "src/main/web/js/calculator/weight-files.js",
                        cases.toString())
                .redirectOutput(out.toFile())
                .redirectError(problems.toFile())
                .start()
                .waitFor();
        assertThat(exit).as(Files.readString(problems)).isZero();
        answers = JSON.readTree(Files.readString(out));
    }

    /** A Llama of one layer in Q8_0, with a vocabulary of 40,000 texts before its tensors. */
    private static Made gguf() {
        CheckpointBytes.Gguf out = new CheckpointBytes.Gguf().begin(2, 9);
        out.text("general.architecture").u32(8).text("llama");
        out.text("llama.context_length").u32(4).u32(512);
        out.text("llama.embedding_length").u32(4).u32(64);
        out.text("llama.block_count").u32(4).u32(1);
        out.text("llama.feed_forward_length").u32(4).u32(128);
        out.text("llama.attention.head_count").u32(4).u32(4);
        out.text("llama.attention.head_count_kv").u32(4).u32(2);
        out.text("llama.attention.layer_norm_rms_epsilon").u32(6).u32(Float.floatToIntBits(1e-5f));
        out.text("tokenizer.ggml.tokens").u32(9).u32(8).u64(40_000);
        for (int i = 0; i < 40_000; i++) {
            out.text("token " + i);
        }
        out.tensor("token_embd.weight", 8, 0, 64, 256);
        out.tensor("output_norm.weight", 0, 17_408, 64);
        return out.file(17_408 + 256);
    }

    private static JsonNode answer(String name) {
        return answers.get(List.copyOf(CASES.keySet()).indexOf(name));
    }

    private static String problem(String name) {
        return answer(name).path("problem").asString("");
    }

    /** Three matrices of 64 × 32 numbers of two bytes, in two files; the copy in the makers' names is passed over. */
    @Test
    void aFolderIsMeasured() {
        for (String name : List.of("whole", "indexed")) {
            JsonNode answer = answer(name);
            assertThat(problem(name)).isEmpty();
            assertThat(answer.get("files").asInt()).isEqualTo(2);
            assertThat(answer.get("weights").asInt()).isEqualTo(3);
            assertThat(answer.get("elements").asLong()).isEqualTo(3 * 64 * 32);
            assertThat(answer.get("bytes").asLong()).isEqualTo(2 * 3 * 64 * 32);
            assertThat(answer.get("formats").toString()).isEqualTo("[[\"BF16\",3,6144,12288]]");
        }
    }

    /** 64 × 64 numbers of four bits in words of 32, with 64 × 2 scales, as the configuration states the bits. */
    @Test
    void packedNumbersAreUnpackedAsTheConfigurationSays() {
        JsonNode answer = answer("packed");
        assertThat(answer.get("elements").asLong()).isEqualTo(64 * 64 + 64);
        assertThat(answer.get("bytes").asLong()).isEqualTo(64 * 8 * 4 + 64 * 2 * 2 + 64 * 2);
        assertThat(answer.get("scales").asLong()).isEqualTo(64 * 2 * 2);
        assertThat(answer.get("formats").toString()).contains("compressed-tensors, 4 bits");
    }

    /** The header of a GGUF is longer than the piece that is read first, and its metadata is a configuration. */
    @Test
    void aGgufIsMeasuredAndDescribesItsModel() {
        JsonNode answer = answer("gguf");
        assertThat(problem("gguf")).isEmpty();
        assertThat(answer.get("elements").asLong()).isEqualTo(64 * 256 + 64);
        // 34 bytes for each 32 numbers, and four for each of the norm
        assertThat(answer.get("bytes").asLong()).isEqualTo(64 * 256 / 32 * 34 + 4 * 64);
        JsonNode config = JSON.readTree(answer.get("config").asString());
        assertThat(config.get("model_type").asString()).isEqualTo("llama");
        assertThat(config.get("num_hidden_layers").asInt()).isOne();
        assertThat(config.get("vocab_size").asInt()).isEqualTo(256);
        assertThat(config.get("tie_word_embeddings").asBoolean()).isTrue();
        assertThat(config.get("rms_norm_eps").asDouble()).isEqualTo(1e-5, offset(1e-9));
    }

    @Test
    void whatIsWrongIsSaidWithTheFile() {
        assertThat(problem("half")).startsWith("two.safetensors is not here");
        assertThat(problem("alone")).startsWith("The files that hold the weights are not here: one.safetensors");
        assertThat(problem("other")).contains("\"b.weight\" is not in one.safetensors, but in two.safetensors");
        assertThat(problem("short")).startsWith("In model.safetensors: ").contains("of only");
        assertThat(problem("two")).isEqualTo("these are several models: one.gguf, two.gguf; drop one");
        assertThat(problem("broken")).startsWith("In model.gguf: ").contains("does not begin as GGUF does");
        assertThat(answer("long").get("weights").asInt()).isZero();
    }
}
