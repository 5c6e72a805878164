package dev.archnotes.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.CheckpointBytes;
import dev.archnotes.CheckpointBytes.Gguf;
import dev.archnotes.CheckpointBytes.Made;
import dev.archnotes.CheckpointBytes.Tensor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerifyCommandTest {
    private static final String CONFIG = """
            {"model_type": "llama", "architectures": ["LlamaForCausalLM"], "hidden_size": 32, "intermediate_size": 48,
             "num_attention_heads": 4, "num_key_value_heads": 2, "num_hidden_layers": 1, "vocab_size": 100,
             "max_position_embeddings": 64, "torch_dtype": "bfloat16", "tie_word_embeddings": true}""";

    @TempDir
    private Path folder;

    /** What the command printed, and its exit code. */
    private record Run(int exit, String out, String err) {}

    private static Run run(Object... arguments) {
        return called(new VerifyCommand(), arguments);
    }

    private static Run called(Object command, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(command)
                .setParameterExceptionHandler(new WrongCall())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        int exit = line.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
        return new Run(exit, out.toString(), err.toString());
    }

    /** {@code modeling_llama.py}: 3,200 + 9 tensors of a layer + 32 numbers, of two bytes each. */
    private static List<Tensor> tensors() {
        return new ArrayList<>(List.of(
                tensor("model.embed_tokens.weight", 100, 32),
                tensor("model.layers.0.input_layernorm.weight", 32),
                tensor("model.layers.0.post_attention_layernorm.weight", 32),
                tensor("model.layers.0.self_attn.q_proj.weight", 32, 32),
                tensor("model.layers.0.self_attn.k_proj.weight", 16, 32),
                tensor("model.layers.0.self_attn.v_proj.weight", 16, 32),
                tensor("model.layers.0.self_attn.o_proj.weight", 32, 32),
                tensor("model.layers.0.mlp.gate_proj.weight", 48, 32),
                tensor("model.layers.0.mlp.up_proj.weight", 48, 32),
                tensor("model.layers.0.mlp.down_proj.weight", 32, 48),
                tensor("model.norm.weight", 32)));
    }

    private static Tensor tensor(String name, long... shape) {
        return Tensor.of(name, "BF16", 2, shape);
    }

    /** Writes a header, and makes the file as long as it says without writing the rest. */
    private static void write(Path file, Made made) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(made.header());
            out.setLength(made.size());
        }
    }

    @BeforeEach
    void writeConfiguration() throws IOException {
        Files.writeString(folder.resolve("config.json"), CONFIG);
    }

    @Test
    void aCheckpointThatAgreesIsMeasured() throws IOException {
        write(folder.resolve("model.safetensors"), CheckpointBytes.safetensors(tensors()));
        Run run = run(folder);

        // 3,200 + 2·32 + 2·1,024 + 2·512 + 3·1,536 + 32
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .containsPattern("Elements +10,976")
                .containsPattern("Bytes +21,952")
                .containsPattern("BF16 +11 +10,976 +21,952 +16")
                .containsPattern("Attention +3,072 +3,072 +6,144")
                .containsPattern("there as computed +11")
                .containsPattern("Differences +0");
    }

    @Test
    void differencesHaveAnExitCodeOfTheirOwn() throws IOException {
        List<Tensor> tensors = tensors();
        tensors.set(9, tensor("model.layers.0.mlp.down_proj.weight", 48, 32));
        write(folder.resolve("model.safetensors"), CheckpointBytes.safetensors(tensors));
        Run table = run(folder);
        Run json = run(folder, "--format", "json");
        JsonNode found = new JsonMapper().readTree(json.out()).at("/compared/differences/0");

        assertThat(table.exit()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(table.out()).containsPattern("transposed +model.layers.0.mlp.down_proj.weight +32 × 48 +48 × 32");
        assertThat(json.exit()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(found.get("kind").asString()).isEqualTo("transposed");
        assertThat(found.get("expected").toString()).isEqualTo("[32,48]");
    }

    @Test
    void anIndexJoinsFiles() throws IOException {
        write(
                folder.resolve("a.safetensors"),
                CheckpointBytes.safetensors(tensors().subList(0, 5)));
        write(
                folder.resolve("b.safetensors"),
                CheckpointBytes.safetensors(tensors().subList(5, 11)));
        StringBuilder map = new StringBuilder();
        for (int i = 0; i < 11; i++) {
            map.append(i == 0 ? "" : ",")
                    .append("\"%s\":\"%s.safetensors\""
                            .formatted(tensors().get(i).name(), i < 5 ? "a" : "b"));
        }
        Path index = folder.resolve("model.safetensors.index.json");
        Files.writeString(index, "{\"metadata\":{\"total_size\":21952},\"weight_map\":{" + map + "}}");

        assertThat(run(folder).exit()).isZero();

        Files.delete(folder.resolve("b.safetensors"));
        assertThat(run(folder).exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run(folder).err()).contains("1 of the files that it names are not here, b.safetensors first");

        Files.writeString(folder.resolve("a.safetensors"), "version https://git-lfs.github.com/spec/v1\n");
        Run named = run(folder);
        assertThat(named.exit()).isZero();
        assertThat(named.out()).containsPattern("Weights +11").containsPattern("there as computed +11");
    }

    @Test
    void aBrokenHeaderIsAFinding() throws IOException {
        Made made = CheckpointBytes.safetensors(tensors());
        write(folder.resolve("model.safetensors"), new Made(made.header(), made.size() - 1));
        Run run = run(folder);

        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.err())
                .contains("model.safetensors:1:1: error: [malformed-checkpoint] the tensor \"model.norm.weight\" ends "
                        + "at byte 21952 of only 21951 behind the header");
    }

    @Test
    void aTypeWithoutNamesIsStillMeasured() throws IOException {
        write(folder.resolve("model.safetensors"), CheckpointBytes.safetensors(tensors()));
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"nobody\"}");
        Run run = run(folder);

        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.out()).containsPattern("Elements +10,976");
        assertThat(run.err()).contains("the model type \"nobody\" cannot be read");
    }

    @Test
    void aGgufIsComparedWithAConfigurationElsewhere() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("gguf"));
        Path file = elsewhere.resolve("model.gguf");
        writeGguf(file, new Gguf().begin(11, 0));

        assertThat(run(file).err())
                .contains("its metadata names no architecture")
                .contains("there is no configuration");
        assertThat(run(file).exit()).isEqualTo(ExitCode.FINDINGS);
        Run run = run(file, "--config", folder.resolve("config.json"));
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).containsPattern("Q4_0 +7 +9,344 +5,256 +4.5");
    }

    /** What the metadata states is a configuration: figures without one, and every tensor compared. */
    @Test
    void aGgufNeedsNoConfigurationWhereItsMetadataSuffices() throws IOException {
        Path file = Files.createDirectory(folder.resolve("alone")).resolve("model.gguf");
        Gguf gguf = new Gguf().begin(11, 7);
        gguf.text("general.architecture").u32(8).text("llama");
        Map<String, Integer> sizes = new LinkedHashMap<>();
        sizes.put("block_count", 1);
        sizes.put("context_length", 64);
        sizes.put("embedding_length", 32);
        sizes.put("feed_forward_length", 48);
        sizes.put("attention.head_count", 4);
        sizes.forEach((key, value) -> gguf.text("llama." + key).u32(4).u32(value));
        gguf.text("llama.attention.layer_norm_rms_epsilon").u32(6).u32(Float.floatToIntBits(1e-5f));
        // queries as wide as keys and values: without a number of key-value heads there are as many as heads
        writeGguf(file, gguf);
        Run verified = run(file);
        Run facts = called(new FactsCommand(), file);

        assertThat(verified.exit()).as(verified.err()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(verified.out())
                .containsPattern("shape +blk.0.attn_k.weight +32 × 32 +16 × 32")
                .containsPattern("there as computed +9");
        // 3,200 + 2·32 + 4·1,024 + 3·1,536 + 32
        assertThat(facts.exit()).as(facts.err()).isZero();
        assertThat(facts.out()).contains("12,000").contains("Measured in the checkpoint");
    }

    /** Three networks of 1,536 numbers in four bytes, and 6,368 numbers of two: more than the configuration says. */
    @Test
    void aFitCountsTheBytesThatLieThere() throws IOException {
        List<Tensor> tensors = tensors();
        for (int i = 7; i < 10; i++) {
            Tensor narrow = tensors.get(i);
            tensors.set(i, new Tensor(narrow.name(), "F32", 4, narrow.shape()));
        }
        write(folder.resolve("model.safetensors"), CheckpointBytes.safetensors(tensors));
        Run folders = called(new FitCommand(), folder, "--format", "json", "--cards", "1");
        Run named = called(new FitCommand(), folder.resolve("config.json"), "--format", "json");
        Run other = called(new FitCommand(), folder, "--format", "json", "--weights", "f32");
        Run table = called(new FitCommand(), folder);

        assertThat(json(folders).at("/bytes/weights").longValue()).isEqualTo(3L * 1_536 * 4 + 6_368 * 2);
        assertThat(json(folders).get("weights_measured").booleanValue()).isTrue();
        assertThat(table.out())
                .contains("Weights, as they lie there (22.72 bits each)")
                .contains("The weights are measured");
        // a file that is named itself has nothing beside it, and another format is another checkpoint
        assertThat(json(named).at("/bytes/weights").longValue()).isEqualTo(21_952);
        assertThat(json(named).get("weights_measured").booleanValue()).isFalse();
        assertThat(json(other).at("/bytes/weights").longValue()).isEqualTo(4 * 10_976);
    }

    /** Seven matrices of 9,344 numbers in 18 bytes for 32, one of 1,536 in two, and 96 numbers of norms in four. */
    @Test
    void aFitCountsTheBytesOfAGguf() throws IOException {
        Path file = Files.createDirectory(folder.resolve("alone")).resolve("model.gguf");
        Gguf gguf = new Gguf().begin(11, 8);
        gguf.text("general.architecture").u32(8).text("llama");
        Map<String, Integer> sizes = new LinkedHashMap<>();
        sizes.put("block_count", 1);
        sizes.put("context_length", 64);
        sizes.put("embedding_length", 32);
        sizes.put("feed_forward_length", 48);
        sizes.put("attention.head_count", 4);
        sizes.put("attention.head_count_kv", 2);
        sizes.forEach((key, value) -> gguf.text("llama." + key).u32(4).u32(value));
        gguf.text("llama.attention.layer_norm_rms_epsilon").u32(6).u32(Float.floatToIntBits(1e-5f));
        writeGguf(file, gguf);

        JsonNode fit = json(called(new FitCommand(), file, "--format", "json"));

        assertThat(fit.at("/bytes/weights").longValue()).isEqualTo(9_344 / 32 * 18 + 2 * 1_536 + 4 * 96);
        assertThat(fit.get("weights_measured").booleanValue()).isTrue();
    }

    @Test
    void aFitDoesNotCountWhatIsAnotherModel() throws IOException {
        write(
                folder.resolve("model.safetensors"),
                CheckpointBytes.safetensors(tensors().subList(0, 9)));
        Run table = called(new FitCommand(), folder);

        assertThat(json(called(new FitCommand(), folder, "--format", "json"))
                        .at("/bytes/weights")
                        .longValue())
                .isEqualTo(21_952);
        assertThat(table.out()).contains("The weights are computed from the configuration", "archnotes verify");
    }

    private static JsonNode json(Run run) {
        assertThat(run.exit()).as(run.err()).isZero();
        return new JsonMapper().readTree(run.out());
    }

    @Test
    void aGgufWhoseMetadataDoesNotSufficeIsRefusedByName() throws IOException {
        Path file = Files.createDirectory(folder.resolve("alone")).resolve("model.gguf");
        Gguf gguf = new Gguf().begin(11, 1);
        gguf.text("general.architecture").u32(8).text("qwen3next");
        writeGguf(file, gguf);
        Run facts = called(new FactsCommand(), file);

        assertThat(facts.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(facts.err())
                .contains("this is a GGUF file, and the metadata of the architecture \"qwen3next\" does not state all");
        assertThat(run(file).err()).contains("does not state all").contains("there is no configuration");
    }

    /** The tensors of the configuration above, as llama.cpp names and turns them. */
    private static void writeGguf(Path file, Gguf gguf) throws IOException {
        String[] names = {
            "token_embd",
            "blk.0.attn_norm",
            "blk.0.ffn_norm",
            "blk.0.attn_q",
            "blk.0.attn_k",
            "blk.0.attn_v",
            "blk.0.attn_output",
            "blk.0.ffn_gate",
            "blk.0.ffn_up",
            "blk.0.ffn_down",
            "output_norm"
        };
        long end = 0;
        for (int i = 0; i < 11; i++) {
            List<Long> shape = tensors().get(i).shape();
            boolean matrix = shape.size() == 2;
            long[] sizes = matrix ? new long[] {shape.get(1), shape.get(0)} : new long[] {shape.get(0)};
            // Q4_0 has 18 bytes for 32 numbers; 48 numbers a row are no whole blocks, so that one is in F16
            long elements = shape.stream().reduce(1L, Math::multiplyExact);
            boolean blocks = matrix && shape.get(1) % 32 == 0;
            gguf.tensor(names[i] + ".weight", !matrix ? 0 : blocks ? 2 : 1, end, sizes);
            end += !matrix ? elements * 4 : blocks ? elements / 32 * 18 : elements * 2;
            end = (end + 31) / 32 * 32;
        }
        write(file, gguf.file(end));
    }

    /** DeepSeek V3 stores its head and its table a second time; Llama here stores the tied table as the head, too. */
    @Test
    void factsOfAFolderHaveWhatIsMeasuredBesideWhatIsComputed() throws IOException {
        List<Tensor> tensors = tensors();
        tensors.add(tensor("lm_head.weight", 100, 32));
        write(folder.resolve("model.safetensors"), CheckpointBytes.safetensors(tensors));
        Run run = called(new FactsCommand(), folder);
        Run file = called(new FactsCommand(), folder.resolve("config.json"));

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("Elements in the checkpoint, if each tensor is stored once +\\S+ +10,976")
                .containsPattern("Measured in the checkpoint")
                .containsPattern("Elements +14,176")
                .containsPattern("Embedding +3,200 +3,200 +6,400");
        assertThat(file.out()).doesNotContain("Measured in the checkpoint");
        assertThat(called(new FactsCommand(), folder, "--format", "json").out()).doesNotContain("Measured");
    }

    /** The layout of the file is that of modelopt/torch/export/convert_hf_config.py. */
    /** 3,200 + 2·32 + 2·1,024 + 2·512 + 3·1,536 + 32 numbers of two bytes, of which attention has 3,072. */
    @Test
    void whatIsMeasuredStandsInJsonAndCsv() throws IOException {
        write(folder.resolve("model.safetensors"), CheckpointBytes.safetensors(tensors()));
        JsonNode json = new JsonMapper()
                .readTree(called(new FactsCommand(), folder, "--format", "json").out());
        String one = called(new FactsCommand(), folder, "--format", "csv").out();
        String two = called(new FactsCommand(), folder, folder.resolve("config.json"), "--format", "csv")
                .out();

        assertThat(json.at("/measured/container").asString()).isEqualTo("safetensors");
        assertThat(json.at("/measured/elements").asLong()).isEqualTo(10_976);
        assertThat(json.at("/measured/bytes").asLong()).isEqualTo(21_952);
        assertThat(json.at("/measured/formats/BF16/weights").asLong()).isEqualTo(11);
        assertThat(json.at("/measured/parts/attention/bytes").asLong()).isEqualTo(6_144);
        assertThat(one)
                .contains("measured.elements,Measured in the checkpoint,10976")
                .contains("measured.parts.attention.computed,Measured in the checkpoint,3072");
        assertThat(two.lines().findFirst().orElseThrow())
                .startsWith("file,warnings,measured.weights,measured.elements,measured.bytes,measured.scale_bytes,");
        // a file that is named itself is read alone
        assertThat(two.lines().skip(1)).anyMatch(line -> line.contains(",11,10976,21952,0,"));
        assertThat(two.lines().skip(1)).anyMatch(line -> line.contains(",,,,,"));
    }

    @Test
    void aQuantizationBesideTheConfigurationIsNamed() throws IOException {
        Files.writeString(folder.resolve("hf_quant_config.json"), """
                {"producer": {"name": "modelopt", "version": "0.29.0"},
                 "quantization": {"quant_algo": "FP8", "kv_cache_quant_algo": "FP8",
                                  "exclude_modules": ["lm_head"]}}""");
        Run run = called(new FactsCommand(), folder);

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("FP8 with two scales a matrix");
        assertThat(run.err())
                .doesNotContain("quantization")
                .contains("the cache is meant to be kept in FP8, and is counted in 16 bits");
        Files.writeString(folder.resolve("hf_quant_config.json"), """
                {"quantization": {"quant_algo": "W4A8_AWQ", "group_size": 128, "kv_cache_quant_algo": null}}""");
        assertThat(called(new FactsCommand(), folder).err())
                .contains("\"quantization_config\"")
                .contains("the size of the checkpoint is counted in bfloat16")
                .doesNotContain("the cache is meant");
    }

    @Test
    void aFolderWithoutWeightsIsAWrongCall() {
        assertThat(run(folder).exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run(folder).err()).contains("there are no safetensors files");
    }
}
