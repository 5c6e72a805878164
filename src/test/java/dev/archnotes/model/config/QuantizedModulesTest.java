package dev.archnotes.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.archnotes.Variants;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.spec.StoredApart;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.site.json.JsonSource;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantizedModulesTest {
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
        return read(model, """
                {"quant_method": "fp8", "fmt": "e4m3", "activation_scheme": "dynamic",
                "weight_block_size": [128, 128], "%s": [%s]}""".formatted(key, modules));
    }

    private static Found read(String model, String configured) {
        String text = Variants.text(CONFIGS.resolve(model + ".json")).stripTrailing();
        return found(text.substring(0, text.lastIndexOf('}')) + ", \"quantization_config\": "
                + configured.replace('\'', '"') + "}");
    }

    private static Found found(String text) {
        Diagnostics.Builder findings = Diagnostics.builder();
        Variant read = JsonSource.model("config.json", text, findings)
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

    /**
     * What some layers or matrices take more in 16 bits: a second byte a number, less the scales. A matrix of the
     * network has 12,288 × 4,096 numbers and 96 × 32 scales, one of queries or outputs 4,096 × 4,096 and 32 × 32.
     */
    @ParameterizedTest
    @CsvSource({
        "model.layers.0.mlp, 150958080", // 3 × (50,331,648 − 12,288)
        "model.layers.*.mlp.down_proj, 1811496960", // 36 × (50,331,648 − 12,288)
        "re:.*self_attn.o_proj, 603832320", // 36 × (16,777,216 − 4,096)
        "re:model.layers.(0|1).mlp, 301916160",
        "model.layers.3, 192890880", // and 2 × (16,777,216 − 4,096) + 2 × (4,194,304 − 1,024)
        "model.layers.3*, 1350236160" // 3 and 30 to 35
    })
    void someMatricesStayInSixteenBits(String module, long more) {
        Found found = qwen("\"" + module + "\"");

        assertThat(found.releasedBytes())
                .isEqualTo(NETWORKS + NETWORK_SCALES + ATTENTION + ATTENTION_SCALES + REST + more);
        assertThat(found.warnings()).doesNotContain("modules_to_not_convert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"re:.*(a|(b|c)).*", "re:.*[kq]_proj", "model.layers.1.mlp.twisted_proj"})
    void aListThatIsNotUnderstoodIsSaid(String module) {
        Found found = qwen("\"" + module + "\"");

        assertThat(found.releasedBytes()).isEqualTo(NETWORKS + NETWORK_SCALES + ATTENTION + ATTENTION_SCALES + REST);
        assertThat(found.warnings())
                .contains("modules_to_not_convert")
                .contains("the size of the checkpoint is too low");
    }

    /** Numbers of the matrices, and how many rows, columns and matrices they have. */
    private static final long MATRICES = NETWORKS + ATTENTION;

    private static final long ROWS = 36L * (2 * 12_288 + 4_096 + 4_096 + 2 * 1_024 + 4_096);
    private static final long COLUMNS = 36L * (2 * 4_096 + 12_288 + 4 * 4_096);
    private static final long COUNT = 36L * 7;

    /**
     * The formats with their scales, by the layouts that their writers give: a group of 128 in AWQ has a 16-bit scale
     * and a four-bit zero point, GPTQ a 32-bit group for each column besides; compressed-tensors states the shape in
     * two 64-bit numbers; NVFP4 has an eight-bit scale for 16 numbers and two float32 for a matrix.
     */
    static Stream<Arguments> formats() {
        return Stream.of(
                // a scale of the inputs lies there only where they are scaled by a number found beforehand:
                // Fp8LinearMethod.create_weights of vLLM; FP8Linear of transformers, whose default is "dynamic"
                arguments(
                        "{'quant_method': 'fp8', 'activation_scheme': 'static', 'weight_block_size': null}",
                        MATRICES + 8 * COUNT),
                arguments("{'quant_method': 'fp8', 'activation_scheme': 'dynamic'}", MATRICES + 4 * COUNT),
                arguments("{'quant_method': 'fp8', 'weight_block_size': null}", MATRICES + 4 * COUNT),
                arguments(
                        "{'quant_method': 'awq', 'bits': 4, 'group_size': 128, 'zero_point': true, 'version': 'gemm', "
                                + "'modules_to_not_convert': null}",
                        MATRICES / 2 + MATRICES / 128 * 20 / 8),
                arguments(
                        "{'quant_method': 'gptq', 'bits': 4, 'group_size': 128, 'sym': true, 'desc_act': false}",
                        MATRICES / 2 + MATRICES / 128 * 20 / 8 + 4 * COLUMNS),
                arguments(
                        "{'quant_method': 'awq', 'bits': 4, 'group_size': 64, 'zero_point': true, 'version': 'GEMM'}",
                        MATRICES / 2 + MATRICES / 64 * 20 / 8),
                arguments(
                        "{'quant_method': 'awq', 'bits': 4, 'group_size': 32}", MATRICES / 2 + MATRICES / 32 * 20 / 8),
                arguments("{'quant_method': 'awq', 'bits': 4, 'group_size': -1}", MATRICES / 2 + ROWS * 20 / 8),
                arguments(gptq(4, 64), MATRICES / 2 + MATRICES / 64 * 20 / 8 + 4 * COLUMNS),
                arguments(gptq(4, 32), MATRICES / 2 + MATRICES / 32 * 20 / 8 + 4 * COLUMNS),
                arguments(gptq(4, -1), MATRICES / 2 + ROWS * 20 / 8 + 4 * COLUMNS),
                arguments(gptq(8, 128), MATRICES + MATRICES / 128 * 24 / 8 + 4 * COLUMNS),
                arguments(gptq(8, 64), MATRICES + MATRICES / 64 * 24 / 8 + 4 * COLUMNS),
                arguments(gptq(8, 32), MATRICES + MATRICES / 32 * 24 / 8 + 4 * COLUMNS),
                arguments(gptq(8, -1), MATRICES + ROWS * 24 / 8 + 4 * COLUMNS),
                arguments(gptq(3, 128), MATRICES / 8 * 3 + MATRICES / 128 * 19 / 8 + 4 * COLUMNS),
                arguments(gptq(3, 64), MATRICES / 8 * 3 + MATRICES / 64 * 19 / 8 + 4 * COLUMNS),
                arguments(gptq(3, 32), MATRICES / 8 * 3 + MATRICES / 32 * 19 / 8 + 4 * COLUMNS),
                arguments(gptq(3, -1), MATRICES / 8 * 3 + ROWS * 19 / 8 + 4 * COLUMNS),
                arguments(gptq(2, 128), MATRICES / 4 + MATRICES / 128 * 18 / 8 + 4 * COLUMNS),
                arguments(gptq(2, 64), MATRICES / 4 + MATRICES / 64 * 18 / 8 + 4 * COLUMNS),
                arguments(gptq(2, 32), MATRICES / 4 + MATRICES / 32 * 18 / 8 + 4 * COLUMNS),
                arguments(gptq(2, -1), MATRICES / 4 + ROWS * 18 / 8 + 4 * COLUMNS),
                arguments(packed("'num_bits': 4, 'group_size': 64"), MATRICES / 2 + MATRICES / 64 * 2 + 16 * COUNT),
                arguments(packed("'num_bits': 4, 'strategy': 'channel'"), MATRICES / 2 + ROWS * 2 + 16 * COUNT),
                arguments(packed("'num_bits': 8, 'strategy': 'channel'"), MATRICES + ROWS * 2 + 16 * COUNT),
                arguments(packed("'num_bits': 8, 'group_size': 128"), MATRICES + MATRICES / 128 * 2 + 16 * COUNT),
                arguments(packed("'num_bits': 8, 'group_size': 64"), MATRICES + MATRICES / 64 * 2 + 16 * COUNT),
                arguments(packed("'num_bits': 8, 'group_size': 32"), MATRICES + MATRICES / 32 * 2 + 16 * COUNT),
                arguments(
                        packed("'num_bits': 4, 'group_size': 128, 'symmetric': false"),
                        MATRICES / 2 + MATRICES / 128 * 20 / 8 + 16 * COUNT),
                arguments(
                        packed("'num_bits': 4, 'group_size': 64, 'symmetric': false"),
                        MATRICES / 2 + MATRICES / 64 * 20 / 8 + 16 * COUNT),
                arguments(
                        packed("'num_bits': 4, 'group_size': 32, 'symmetric': false"),
                        MATRICES / 2 + MATRICES / 32 * 20 / 8 + 16 * COUNT),
                arguments(
                        packed("'num_bits': 4, 'strategy': 'channel', 'symmetric': false"),
                        MATRICES / 2 + ROWS * 20 / 8 + 16 * COUNT),
                arguments(
                        packed("'num_bits': 4, 'group_size': 128, 'actorder': 'group'"),
                        MATRICES / 2 + MATRICES / 128 * 2 + 16 * COUNT + 4 * COLUMNS),
                arguments(
                        packed("'num_bits': 4, 'group_size': 64, 'actorder': 'dynamic'"),
                        MATRICES / 2 + MATRICES / 64 * 2 + 16 * COUNT + 4 * COLUMNS),
                arguments(
                        packed("'num_bits': 4, 'group_size': 32, 'actorder': true"),
                        MATRICES / 2 + MATRICES / 32 * 2 + 16 * COUNT + 4 * COLUMNS),
                arguments(
                        packed("'num_bits': 4, 'strategy': 'channel', 'actorder': 'group'"),
                        MATRICES / 2 + ROWS * 2 + 16 * COUNT + 4 * COLUMNS),
                arguments(
                        packed("'num_bits': 4, 'group_size': 128, 'actorder': 'static'"),
                        MATRICES / 2 + MATRICES / 128 * 2 + 16 * COUNT),
                arguments(
                        group(
                                "{'num_bits': 8, 'type': 'float', 'strategy': 'tensor'}, 'input_activations': "
                                        + "{'num_bits': 8, 'type': 'float', 'dynamic': false}",
                                "float-quantized"),
                        MATRICES + 4 * COUNT),
                // initialize_qparams: "Skip all intialization for fully dynamic quantization"
                arguments(
                        group(
                                "{'num_bits': 8, 'type': 'float', 'strategy': 'tensor'}, 'input_activations': "
                                        + "{'num_bits': 8, 'type': 'float', 'dynamic': true}",
                                "float-quantized"),
                        MATRICES + 2 * COUNT),
                arguments(
                        group("{'num_bits': 8, 'type': 'float', 'strategy': 'tensor'}", "naive-quantized"),
                        MATRICES + 2 * COUNT),
                arguments(
                        group(
                                "{'num_bits': 8, 'type': 'float', 'strategy': 'block', "
                                        + "'block_structure': [128, 128]}",
                                "float-quantized"),
                        MATRICES + MATRICES / 128 / 128 * 2),
                arguments("{'quant_method': 'fbgemm_fp8', 'modules_to_not_convert': ['lm_head']}", MATRICES + 4 * ROWS),
                arguments("{'quant_method': 'bitsandbytes', 'load_in_8bit': true}", MATRICES + 4 * ROWS + COUNT),
                arguments(
                        "{'quant_method': 'bitsandbytes', 'load_in_4bit': true}",
                        MATRICES / 2 + MATRICES / 64 * 4 + COUNT * 4 * 16),
                arguments(
                        "{'quant_method': 'modelopt', 'quant_algo': 'NVFP4', 'group_size': 16, 'ignore': ['lm_head']}",
                        MATRICES / 2 + MATRICES / 16 + 8 * COUNT),
                arguments(
                        "{'quant_method': 'modelopt', 'quant_algo': 'W4A16_NVFP4', 'group_size': 16, "
                                + "'ignore': ['lm_head']}",
                        MATRICES / 2 + MATRICES / 16 + 4 * COUNT),
                arguments(
                        "{'quant_method': 'modelopt', 'quant_algo': 'MXFP8', 'ignore': ['lm_head']}",
                        MATRICES + MATRICES / 32),
                arguments(
                        "{'quant_method': 'modelopt', 'quant_algo': 'FP8', 'exclude_modules': ['lm_head']}",
                        MATRICES + 8 * COUNT),
                // get_scaling_factor of ModelOpt makes a float32 for each output, and none for inputs without a maximum
                arguments(
                        "{'quant_method': 'modelopt', 'quant_algo': 'FP8_PER_CHANNEL_PER_TOKEN', "
                                + "'exclude_modules': ['lm_head']}",
                        MATRICES + 4 * ROWS),
                arguments(
                        group("{'num_bits': 8, 'type': 'float', 'strategy': 'channel'}", "float-quantized"),
                        MATRICES + 2 * ROWS),
                arguments(
                        group("{'num_bits': 8, 'type': 'int', 'strategy': 'channel'}", "int-quantized"),
                        MATRICES + 2 * ROWS),
                arguments(
                        group(
                                "{'num_bits': 4, 'type': 'int', 'strategy': 'group', 'group_size': 32}",
                                "pack-quantized"),
                        MATRICES / 2 + MATRICES / 32 * 2 + 16 * COUNT),
                arguments(
                        group(
                                "{'num_bits': 4, 'type': 'int', 'strategy': 'group', 'group_size': 128}",
                                "pack-quantized"),
                        MATRICES / 2 + MATRICES / 128 * 2 + 16 * COUNT),
                arguments(
                        group(
                                "{'num_bits': 4, 'type': 'float', 'strategy': 'group', 'group_size': 32}",
                                "mxfp4-pack-quantized"),
                        MATRICES / 2 + MATRICES / 32),
                arguments(
                        "{'quant_method': 'bitsandbytes', 'load_in_4bit': true, 'bnb_4bit_quant_type': 'nf4', "
                                + "'bnb_4bit_use_double_quant': true}",
                        MATRICES / 2 + MATRICES / 64 + MATRICES / 64 / 256 * 4 + COUNT * 4 * (16 + 256)));
    }

    /** No format is there without a configuration that is read as it. */
    @Test
    void everyFormatIsThatOfSomeConfiguration() {
        Set<Storage> read = new HashSet<>();
        formats()
                .forEach(format -> read.add(read("qwen3-8b", (String) format.get()[0])
                        .model()
                        .architecture()
                        .storage()));
        Stream.concat(Variants.ALL.stream(), Variants.configured().stream())
                .forEach(model -> read.add(model.architecture().storage()));

        read.removeIf(Storage::isPlain);
        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(
                        Storage.ALL.stream().filter(format -> !format.isPlain()).toList());
    }

    /** What quantizers write whose layouts are not read, as their configuration classes do: named, with their bits. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'quant_method': 'hqq', 'quant_config': {'weight_quant_params': {'nbits': 4}}} | hqq in 4 bits",
                "{'quant_method': 'torchao', 'quant_type': {'default': {'_type': 'Int4WeightOnlyConfig'}}} | torchao",
                "{'quant_method': 'exl2', 'bits': 4.65, 'head_bits': 6} | exl2 in 4.65 bits",
                "{'quant_method': 'exl3', 'bits': 3.0, 'head_bits': 6} | exl3 in 3 bits",
                "{'group_size': 64, 'bits': 4} | mlx in 4 bits",
            })
    void anotherQuantizerIsNamedAndNotTakenForSixteenBits(String quantization, String named) {
        // Python's quotes would be taken for those of the table
        Found found = read("qwen3-8b", quantization.replace('\'', '"'));

        assertThat(found.warnings())
                .contains("\"quantization_config\": " + named + " is not modeled: the size of the checkpoint is "
                        + "counted in bfloat16");
        assertThat(found.releasedBytes()).isEqualTo(2 * MATRICES + REST);
    }

    /** Files that mlx-lm wrote before it repeated the key under the name of transformers. */
    @Test
    void theKeyOfMlxIsReadAsWell() {
        String text = Variants.text(CONFIGS.resolve("qwen3-8b.json")).stripTrailing();
        Found found = found(
                text.substring(0, text.lastIndexOf('}')) + ", \"quantization\": {\"group_size\": 64, \"bits\": 8}}");

        assertThat(found.warnings()).contains("mlx in 8 bits is not modeled").doesNotContain("not understood");
    }

    /** replace_with_bnb_linear packs every nn.Linear: the gate of transformers 4, and none of transformers 5. */
    @Test
    void routersThatMayBePackedAreSaid() {
        String packed = "{'quant_method': 'bitsandbytes', 'load_in_8bit': true}";

        assertThat(read("qwen3-30b-a3b", packed).warnings())
                .contains("the routers, which it packs or not, are counted in 16 bits");
        assertThat(read("qwen3-8b", packed).warnings()).doesNotContain("routers");
    }

    private static String gptq(int bits, int group) {
        return "{'quant_method': 'gptq', 'bits': " + bits + ", 'group_size': " + group + ", 'lm_head': false}";
    }

    private static String packed(String weights) {
        String strategy = weights.contains("strategy") ? "" : ", 'strategy': 'group'";
        return group("{'type': 'int', " + weights + strategy + "}", "pack-quantized");
    }

    private static String group(String weights, String format) {
        return "{'quant_method': 'compressed-tensors', 'format': '" + format + "', 'config_groups': {'group_0': "
                + "{'targets': ['Linear'], 'weights': " + weights + "}}, 'ignore': ['lm_head']}";
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyFormatTakesItsBytes(String quantization, long bytes) {
        Found found = read("qwen3-8b", quantization);

        assertThat(found.releasedBytes()).isEqualTo(bytes + REST);
        assertThat(found.warnings().contains("quantization_config")).isEqualTo(quantization.contains("4bit"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'quant_method': 'quark'}",
                "{'quant_method': 'awq', 'bits': 3, 'group_size': 128}",
                "{'quant_method': 'awq', 'bits': 4, 'group_size': 128, 'version': 'gemv'}",
                "{'quant_method': 'gptq', 'bits': 4, 'group_size': 100}",
                "{'quant_method': 'gptq', 'group_size': 128}",
                "{'quant_method': 'gptq', 'bits': 4, 'group_size': 128, 'checkpoint_format': 'marlin'}",
                "{'quant_method': 'gptq', 'bits': 4, 'group_size': 128, 'is_marlin_format': true}",
                "{'quant_method': 'bitsandbytes'}",
                "{'quant_method': 'hqq', 'quant_config': {'weight_quant_params': {'nbits': 4, 'group_size': 64}}}",
                "{'quant_method': 'torchao', 'quant_type': 'int4_weight_only'}",
                "{'quant_method': 'compressed-tensors', 'format': 'marlin-24', 'config_groups': {'group_0': "
                        + "{'targets': ['Linear'], 'weights': {'num_bits': 4, 'strategy': 'group', "
                        + "'group_size': 128}}}}",
                "{'quant_method': 'compressed-tensors', 'format': 'float-quantized', 'sparsity_config': {'format': "
                        + "'sparse-24-bitmask'}, 'config_groups': {'group_0': {'targets': ['Linear'], 'weights': "
                        + "{'num_bits': 8, 'type': 'float', 'strategy': 'channel'}}}}",
                "{'quant_method': 'modelopt', 'quant_algo': 'W4A8_AWQ'}"
            })
    void aFormatThatIsNotKnownIsSaid(String quantization) {
        Found found = read("qwen3-8b", quantization);

        assertThat(found.releasedBytes()).isEqualTo(2 * MATRICES + REST);
        assertThat(found.warnings()).contains("the size of the checkpoint is counted in bfloat16");
    }

    /** The head is in the format of the rest where its maker says so, or has a list without it; a byte a number. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'quant_method': 'modelopt', 'quant_algo': 'FP8', 'ignore': []}",
                "{'quant_method': 'modelopt', 'quant_algo': 'FP8', 'exclude_modules': ['model.embed_tokens']}"
            })
    void aHeadThatIsNotLeftOutIsReduced(String quantization) {
        long head = 151_936L * 4_096;

        Found found = read("qwen3-8b", quantization);

        assertThat(found.releasedBytes()).isEqualTo(MATRICES + 8 * COUNT + REST - head + 8);
        assertThat(found.warnings()).doesNotContain("list of what it leaves out");
    }

    @Test
    void aHeadOfGptqIsReducedWhereItIsSaid() {
        long head = 151_936L * 4_096;

        assertThat(read("qwen3-8b", gptq(4, 128).replace("'lm_head': false", "'lm_head': true"))
                        .releasedBytes())
                .isEqualTo((MATRICES + head) / 2
                        + (MATRICES + head) / 128 * 20 / 8
                        + 4 * (COLUMNS + 4_096)
                        + REST
                        - 2 * head);
    }

    /** Nemotron 3 Super is released without a list, and its attention in 16 bits: what is counted is said. */
    @Test
    void aMissingListIsSaid() {
        Found found = read("qwen3-8b", "{'quant_algo': 'FP8', 'kv_cache_quant_algo': 'FP8'}");

        assertThat(found.releasedBytes()).isEqualTo(MATRICES + 8 * COUNT + REST);
        assertThat(found.warnings())
                .contains("no list of what it leaves out")
                .contains("the size of the checkpoint may be too low");
    }

    /** As ModelOpt mixes formats: networks in NVFP4, attention in FP8, the head in NVFP4, one layer left out. */
    @Test
    void eachModuleHasItsFormat() {
        String modules = IntStream.range(1, 36)
                .mapToObj(layer -> Stream.of("mlp.gate_proj", "mlp.up_proj", "mlp.down_proj", "self_attn.q_proj")
                        .map(matrix -> "'model.layers." + layer + "." + matrix + "': {'quant_algo': '"
                                + (matrix.startsWith("mlp") ? "W4A16_NVFP4', 'group_size': 16}" : "FP8'}"))
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining(", "));
        Found found = read(
                "qwen3-8b",
                "{'quant_method': 'modelopt', 'quant_algo': 'MIXED_PRECISION', 'quantized_layers': {" + modules
                        + ", 'lm_head': {'quant_algo': 'W4A16_NVFP4', 'group_size': 16}}}");
        long reduced = 35L * 3 * 12_288 * 4_096;
        long queries = 35L * 4_096 * 4_096;
        long head = 151_936L * 4_096;

        assertThat(found.releasedBytes())
                .isEqualTo(reduced / 2
                        + reduced / 16
                        + 4 * 35 * 3
                        + queries
                        + 8 * 35
                        + head / 2
                        + head / 16
                        + 4
                        + 2 * (MATRICES - reduced - queries)
                        + REST
                        - 2 * head);
        assertThat(found.warnings()).doesNotContain("quantiz");
    }

    /**
     * The list of GLM-5's release in FP8, in which "weight" was cut out of every name, names index heads, norms and
     * routers, none of which is reduced.
     */
    @Test
    void namesFromWhichAWordWasCutAreUnderstood() {
        String list = "'lm_head', 'model.layers.0.self_attn.indexers_proj', 'model.layers.0.self_attn.indexer.k_norm', "
                + "'model.layers.3.mlp.gate', 'model.layers.3.mlp.gate.e_score_correction_bias'";
        String fp8 = "{'quant_method': 'fp8', 'weight_block_size': [128, 128]";

        Found found = read("other/glm-5", fp8 + ", 'modules_to_not_convert': [" + list + "]}");

        assertThat(found.warnings()).doesNotContain("modules_to_not_convert");
        assertThat(found.releasedBytes())
                .isEqualTo(read("other/glm-5", fp8 + "}").releasedBytes());
    }

    /** The experts of DeepSeek V4 in FP4: 32 numbers take 16 bytes and one of scale. */
    @Test
    void expertsHaveTheFormatOfTheirOwnKey() {
        String file = Variants.text(CONFIGS.resolve("other/deepseek-v4-flash.json"));
        Found one = found(file.replace("\"fp4\"", "\"fp8\""));
        Found other = found(file);
        // 43 layers and the prediction module, 256 experts of three matrices of 4,096 × 2,048
        long numbers = 44L * 256 * 3 * 4_096 * 2_048;
        long scales = 44L * 256 * 3 * 32 * 16 * 4;

        assertThat(one.releasedBytes() - other.releasedBytes()).isEqualTo(numbers + scales - numbers / 32 * 17);
        assertThat(other.warnings()).doesNotContain("expert_dtype");
    }

    /**
     * Kimi K2.5's list, an expression with alternatives: 60 layers of 384 experts of three matrices of 7,168 × 2,048 in
     * four bits, with a 16-bit scale for 32 numbers and the shape in two 64-bit ones; all else in 16 bits.
     */
    @Test
    void expressionsWithAlternativesAreUnderstood() {
        Found found = found(Variants.text(CONFIGS.resolve("other/kimi-k2.5.json")));
        long experts = 60L * 384 * 3;
        long numbers = experts * 7_168 * 2_048;

        assertThat(found.releasedBytes())
                .isEqualTo(numbers / 2 + numbers / 32 * 2 + experts * 16 + 2 * (1_026_879_376_368L - numbers));
        assertThat(found.warnings()).doesNotContain("quantization_config");
    }

    /** What is read from a configuration is the same after it was written for the notes. */
    @Test
    void whatIsStoredApartIsWrittenAndReadAgain() {
        List<StoredApart> apart = qwen("\"model.layers.3*\", \"re:.*self_attn.o_proj\"")
                .model()
                .architecture()
                .checkpoint()
                .apart();

        assertThat(apart).isNotEmpty();
        assertThat(StoredApart.read(StoredApart.written(apart))).isEqualTo(apart);
    }

    /** As Qwen3-VL's releases in FP8 list every module of the image part. */
    @Test
    void theImagePartStaysInSixteenBits() {
        long whole = read("other/qwen3-vl-8b", "ignore", "\"lm_head\"").releasedBytes();
        String blocks = IntStream.range(0, 27)
                .mapToObj(block -> "\"model.visual.blocks." + block + ".attn.qkv\"")
                .collect(Collectors.joining(", "));
        Found found = read("other/qwen3-vl-8b", "ignore", blocks + ", \"lm_head\"");
        // 27 layers of 3,456 + 1,152 rows of 1,152 and two matrices of 4,304 × 1,152; four mergers
        long attention = 27L * (3_456 + 1_152) * 1_152;
        long networks = 27L * 2 * 4_304 * 1_152;

        assertThat(found.model().architecture().checkpoint().wholeVision()).isTrue();
        assertThat(found.releasedBytes() - whole).isGreaterThan(attention + networks - 4L * 1_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model.visual.blocks.0.attn.qkv",
                "vision_tower.vision_model.encoder.layers.2.mlp",
                "re:.*visual.*attn.*"
            })
    void aListOfSomeOfTheImagePartIsSaid(String module) {
        Found found = read("other/qwen3-vl-8b", "ignore", "\"" + module + "\"");

        assertThat(found.model().architecture().checkpoint().wholeVision()).isFalse();
        assertThat(found.warnings()).contains("ignore").contains("some of the image part");
    }

    @ParameterizedTest
    @ValueSource(strings = {"re:.*vision.*", "re:vision_tower.*", "vision_tower.vision_model.encoder.layers"})
    void theWholeImagePartHasManyNames(String module) {
        assertThat(read("gemma-3-4b", "ignore", "\"" + module + "\"")
                        .model()
                        .architecture()
                        .checkpoint()
                        .wholeVision())
                .isTrue();
    }

    /**
     * What unslothai/unsloth-zoo keeps from bitsandbytes ({@code SKIP_QUANTIZATION_MODULES} of peft_utils.py) are
     * projectors and routers, and no image encoder: that of Gemma 3 is packed, also its matrices of 1,152 × 4,304,
     * whose rows are not made of whole blocks of 64 numbers.
     */
    @Test
    void aProjectorIsNotTheImageEncoder() {
        String bits = "{'quant_method': 'bitsandbytes', 'load_in_4bit': true, 'load_in_8bit': false, "
                + "'bnb_4bit_quant_type': 'nf4', 'bnb_4bit_use_double_quant': true, 'llm_int8_skip_modules': [";
        String list = "'lm_head', 'multi_modal_projector', 'merger', 'modality_projection', 'router', 'gate', 'mamba'";
        long some = read("gemma-3-4b", bits + list + "]}").releasedBytes();
        long more = read("gemma-3-4b", bits + list + ", 'vision_tower']}").releasedBytes();
        long numbers = 27L * (4 * 1_152 * 1_152 + 2 * 1_152 * 4_304);
        // an eight-bit maximum for 64 numbers, a float32 for 256 of those, two tables of 16 and 256 float32
        long scales = 27L
                * (4 * (1_152 * 1_152 / 64 + (1_152 * 1_152 / 64 + 255) / 256 * 4 + 1_088)
                        + 2 * (1_152 * 4_304 / 64 + (1_152 * 4_304 / 64 + 255) / 256 * 4 + 1_088));

        assertThat(more - some).isEqualTo(2 * numbers - numbers / 2 - scales);
    }

    /** Every linear module is reduced that no list keeps, also those between images and text. */
    @Test
    void aProjectorThatIsReducedIsSaid() {
        String fp8 = "{'quant_method': 'compressed-tensors', 'format': 'float-quantized', 'ignore': ['lm_head'%s], "
                + "'config_groups': {'group_0': {'targets': ['Linear'], 'weights': {'num_bits': 8, 'type': 'float', "
                + "'strategy': 'channel'}}}}";

        assertThat(read("mistral-small-3.1-24b", fp8.formatted("")).warnings())
                .contains("the matrices between images and text, which it reduces, are counted in 16 bits");
        assertThat(read("mistral-small-3.1-24b", fp8.formatted(", 're:multi_modal_projector.*'"))
                        .warnings())
                .doesNotContain("images");
        assertThat(read("qwen3-8b", fp8.formatted("")).warnings()).doesNotContain("images");
    }

    /**
     * Layers of Qwen3-Next have {@code linear_attn} or {@code self_attn}, and a list that names one of them does not
     * mean the other: vllm-project/llm-compressor, examples/quantization_w4a4_fp4/qwen3_next_example.py, keeps the
     * first. In NVFP4 16 numbers take nine bytes, and each matrix two float32 scales.
     */
    @Test
    void anAttentionIsMeantByItsOwnName() {
        String list = "{'quant_method': 'modelopt', 'quant_algo': 'NVFP4', 'group_size': 16, 'ignore': ['lm_head', "
                + "'re:.*mlp.gate$', 're:.*mlp.shared_expert_gate$'%s]}";
        long all = read("qwen3-next-80b-a3b", list.formatted("")).releasedBytes();
        // 36 layers of 12,288 + 64 rows of 2,048 and 2,048 rows of 4,096
        long linear = 36L * ((12_288 + 64) * 2_048 + 2_048 * 4_096);
        // 12 layers with twice as many rows of queries, which hold the gate of the output
        long gated = 12L * ((2 * 4_096 + 2 * 512) * 2_048 + 2_048 * 4_096);

        assertThat(read("qwen3-next-80b-a3b", list.formatted(", 're:.*linear_attn.*'"))
                                .releasedBytes()
                        - all)
                .isEqualTo(2 * linear - linear / 16 * 9 - 36 * 3 * 8);
        assertThat(read("qwen3-next-80b-a3b", list.formatted(", 're:.*self_attn.*'"))
                                .releasedBytes()
                        - all)
                .isEqualTo(2 * gated - gated / 16 * 9 - 12 * 4 * 8);
        assertThat(read("qwen3-next-80b-a3b", list.formatted(", 're:.*attn.*'")).releasedBytes() - all)
                .isEqualTo(2 * (linear + gated) - (linear + gated) / 16 * 9 - (36 * 3 + 12 * 4) * 8);
    }

    /** Falcon H1 has both in each layer: 3,352 + 1,536 rows and columns of 1,024 in {@code mamba}. */
    @Test
    void ofTwoAttentionsBesideEachOtherOneIsMeant() {
        String fp8 = "{'quant_method': 'fp8', 'modules_to_not_convert': ['lm_head'%s]}";
        long all = read("other/falcon-h1-0.5b", fp8.formatted("")).releasedBytes();

        assertThat(read("other/falcon-h1-0.5b", fp8.formatted(", 'mamba'")).releasedBytes() - all)
                .isEqualTo(36L * ((3_352 + 1_536) * 1_024 - 2 * 4));
        assertThat(read("other/falcon-h1-0.5b", fp8.formatted(", 'self_attn'")).releasedBytes() - all)
                .isEqualTo(36L * ((512 + 128 + 128 + 512) * 1_024 - 4 * 4));
    }

    /**
     * {@code modules_in_block_to_quantize} of {@code GPTQConfig} (transformers, utils/quantization_config.py) names
     * what is reduced, in lists or in one: a matrix of attention that it does not name has 16 bits. In GPTQ 128 numbers
     * take 64 bytes, a 16-bit scale and half a byte of zero point, and each input a 32-bit index.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[['self_attn.o_proj'], ['mlp.gate_proj', 'mlp.up_proj'], ['mlp.down_proj']]",
                "['self_attn.o_proj', 'mlp.gate_proj', 'mlp.up_proj', 'mlp.down_proj']"
            })
    void gptqNamesWhatItReduces(String modules) {
        String gptq = "{'quant_method': 'gptq', 'bits': 4, 'group_size': 128%s}";
        long all = read("qwen3-8b", gptq.formatted("")).releasedBytes();
        Found found = read("qwen3-8b", gptq.formatted(", 'modules_in_block_to_quantize': " + modules));
        long rows = 36L * (4_096 + 2 * 1_024);

        assertThat(found.releasedBytes() - all)
                .isEqualTo(rows * (2 * 4_096 - 4_096 / 2) - rows * 32 * 5 / 2 - 36L * 3 * 4_096 * 4);
        assertThat(found.warnings()).doesNotContain("modules_in_block_to_quantize");
    }

    /**
     * {@code QuantLinear} of AutoGPTQ has {@code ceil(infeatures / group_size)} groups: the dense layer of GLM-4.5-Air
     * reads 10,944 numbers in 85.5 of 128.
     */
    @Test
    void gptqMayEndInAPartOfAGroup() {
        String gptq = "{'quant_method': 'gptq', 'bits': 4, 'group_size': 128%s}";
        long packed = read("glm-4.5-air-106b-a12b", gptq.formatted("")).releasedBytes();
        long kept = read(
                        "glm-4.5-air-106b-a12b",
                        gptq.formatted(", 'modules_to_not_convert': ['model.layers.0.mlp.down_proj']"))
                .releasedBytes();
        long numbers = 4_096L * 10_944;

        assertThat(kept - packed).isEqualTo(2 * numbers - numbers / 2 - 86 * 4_096 * 5 / 2 - 10_944 * 4);
    }

    /** A key of somebody's own that names modules: what it names is not counted. */
    @Test
    void aListUnderAnotherKeyIsSaid() {
        assertThat(read("qwen3-8b", "{'quant_method': 'gptq', 'bits': 4, 'modules_not_quantized': ['self_attn']}")
                        .warnings())
                .contains("modules_not_quantized");
    }

    /** The cache has a format of its own after compressed-tensors ({@code kv_cache_scheme}), which is said. */
    @Test
    void aSmallerCacheIsSaid() {
        String fp8 = "{'quant_method': 'modelopt', 'quant_algo': 'FP8', 'ignore': ['lm_head'], 'kv_cache_scheme': %s}";

        assertThat(read("qwen3-8b", fp8.formatted("{'num_bits': 8, 'type': 'float'}"))
                        .warnings())
                .contains("kv_cache_scheme");
        assertThat(read("qwen3-8b", fp8.formatted("null")).warnings()).doesNotContain("kv_cache_scheme");
    }
}
