package dev.archnotes.model.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Names and shapes of packed weights as their libraries write them; the source stands at each. */
class WeightUnpackingTest {
    private final List<StoredTensor> tensors = new ArrayList<>();

    private WeightUnpackingTest with(String name, String format, long... shape) {
        List<Long> sizes = Arrays.stream(shape).boxed().toList();
        NumberFormat numbers = NumberFormat.safetensors(format).orElseThrow();
        long bytes = StoredTensor.elements(sizes).flatMap(numbers::bytesOf).orElseThrow();
        tensors.add(new StoredTensor(name, sizes, numbers, bytes, "made"));
        return this;
    }

    private StoredWeight weight(OptionalLong bits) {
        List<StoredWeight> weights = WeightUnpacking.weights(tensors, bits, OptionalLong.of(64));
        assertThat(weights).hasSize(1);
        return weights.get(0);
    }

    private void is(String name, String layout, Long... shape) {
        StoredWeight weight = weight(OptionalLong.empty());
        assertThat(weight.fault()).isEmpty();
        assertThat(weight.name()).isEqualTo(name);
        assertThat(weight.layout()).isEqualTo(layout);
        assertThat(weight.shape()).contains(List.of(shape));
    }

    /**
     * {@code WQLinear_GEMM} of AutoAWQ: {@code qweight [in, out·bits/32]}, {@code qzeros [in/group, out·bits/32]},
     * {@code scales [in/group, out]}. The names are those of DeepSeek V3 in AWQ (kvcache-ai/sglang_awq,
     * model.safetensors.index.json): gate_proj of 18,432 × 7,168 in groups of 128.
     */
    @Test
    void awq() {
        with("model.layers.0.mlp.gate_proj.qweight", "I32", 7_168, 2_304)
                .with("model.layers.0.mlp.gate_proj.qzeros", "I32", 56, 2_304)
                .with("model.layers.0.mlp.gate_proj.scales", "F16", 56, 18_432)
                .is("model.layers.0.mlp.gate_proj.weight", "AWQ, 4 bits", 18_432L, 7_168L);
        // 4 bits a number, 16 for each scale and 4 for each zero point of 128 numbers
        assertThat(weight(OptionalLong.empty()).bytes()).isEqualTo(18_432L * 7_168 * 4 / 8 + 18_432 * 56 * 20 / 8);
    }

    /**
     * {@code mlx.core.quantize} as its documentation has it: {@code w_q [out, in·bits/32]} in words of 32 bits, scales
     * and biases {@code [out, in/group]}; in MXFP4, MXFP8 and NVFP4 scales of eight bits for 32, 32 and 16 numbers and
     * no biases. The matrices of Qwen3 8B with the group of 64 that mlx-lm takes when none is named.
     */
    @Test
    void mlx() {
        String module = "model.layers.0.mlp.down_proj";
        mlx(module, 1_536, 192).is(module + ".weight", "MLX, 4 bits", 4_096L, 12_288L);
        // 4 bits a number, and a scale and an offset of 16 bits for 64 of them: 4.5 bits
        assertThat(weight(OptionalLong.empty()).bytes()).isEqualTo(4_096L * 12_288 * 9 / 16);
        // a module for which more bits were chosen, and numbers that lie across words
        mlx(module, 3_072, 192).is(module + ".weight", "MLX, 8 bits", 4_096L, 12_288L);
        mlx(module, 1_152, 192).is(module + ".weight", "MLX, 3 bits", 4_096L, 12_288L);
        mlx(module, 2_304, 192).is(module + ".weight", "MLX, 6 bits", 4_096L, 12_288L);

        micro(module, 1_536, 384).is(module + ".weight", "MLX, MXFP4", 4_096L, 12_288L);
        micro(module, 3_072, 384).is(module + ".weight", "MLX, MXFP8", 4_096L, 12_288L);
        micro(module, 1_536, 768).is(module + ".weight", "MLX, NVFP4", 4_096L, 12_288L);
    }

    /** Without a stated group the shapes leave open how many numbers a word holds. */
    @Test
    void mlxWithoutItsGroupIsRefused() {
        mlx("m.q_proj", 512, 64);

        assertThat(WeightUnpacking.weights(tensors, OptionalLong.empty(), OptionalLong.empty())
                        .get(0)
                        .fault())
                .isPresent();
    }

    private WeightUnpackingTest mlx(String module, long words, long groups) {
        tensors.clear();
        return with(module + ".weight", "U32", 4_096, words)
                .with(module + ".scales", "BF16", 4_096, groups)
                .with(module + ".biases", "BF16", 4_096, groups);
    }

    private WeightUnpackingTest micro(String module, long words, long groups) {
        tensors.clear();
        return with(module + ".weight", "U32", 4_096, words).with(module + ".scales", "U8", 4_096, groups);
    }

    /**
     * {@code QuantLinear} of AutoGPTQ: {@code qweight [in·bits/32, out]}, {@code qzeros [in/group, out·bits/32]},
     * {@code scales [in/group, out]}, {@code g_idx [in]}.
     */
    @Test
    void gptq() {
        with("m.k_proj.qweight", "I32", 512, 1_024)
                .with("m.k_proj.qzeros", "I32", 32, 128)
                .with("m.k_proj.scales", "F16", 32, 1_024)
                .with("m.k_proj.g_idx", "I32", 4_096)
                .is("m.k_proj.weight", "GPTQ, 4 bits", 1_024L, 4_096L);
    }

    /** The same with three bits: 4,096 · 3 / 32 = 384 words, 1,024 · 3 / 32 = 96. */
    @Test
    void gptqWithThreeBits() {
        with("m.k_proj.qweight", "I32", 384, 1_024)
                .with("m.k_proj.qzeros", "I32", 32, 96)
                .with("m.k_proj.scales", "F16", 32, 1_024)
                .is("m.k_proj.weight", "GPTQ, 3 bits", 1_024L, 4_096L);
    }

    @Test
    void anIndexOfAnotherLengthIsAFault() {
        with("m.k_proj.qweight", "I32", 512, 1_024)
                .with("m.k_proj.qzeros", "I32", 32, 128)
                .with("m.k_proj.scales", "F16", 32, 1_024)
                .with("m.k_proj.g_idx", "I32", 4_095);

        assertThat(weight(OptionalLong.empty()).fault()).isPresent();
    }

    /**
     * {@code PackedQuantizationCompressor} of compressed-tensors: {@code weight_packed [out, ceil(in·bits/32)]},
     * {@code weight_scale [out, in/group]}, {@code weight_shape [2]}; only the configuration tells the bits.
     */
    @Test
    void compressedTensorsInWords() {
        with("m.down_proj.weight_packed", "I32", 7_168, 256)
                .with("m.down_proj.weight_scale", "BF16", 7_168, 64)
                .with("m.down_proj.weight_shape", "I32", 2);

        assertThat(weight(OptionalLong.of(4)).shape()).contains(List.of(7_168L, 2_048L));
        assertThat(weight(OptionalLong.of(8)).shape()).contains(List.of(7_168L, 1_024L));
        assertThat(weight(OptionalLong.empty()).fault().orElseThrow()).contains("its layout is not known");
    }

    /** {@code NVFP4PackedCompressor}: pairs in bytes, an FP8 scale for 16 numbers, a global scale. */
    @Test
    void nvfp4OfCompressedTensors() {
        with("m.o_proj.weight_packed", "U8", 4_096, 2_048)
                .with("m.o_proj.weight_scale", "F8_E4M3", 4_096, 256)
                .with("m.o_proj.weight_global_scale", "F32", 1)
                .with("m.o_proj.input_global_scale", "F32", 1)
                .is("m.o_proj.weight", "NVFP4", 4_096L, 4_096L);
    }

    /** {@code MXFP4PackedCompressor}: pairs in bytes, an exponent for 32 numbers. */
    @Test
    void mxfp4OfCompressedTensors() {
        with("m.o_proj.weight_packed", "U8", 4_096, 2_048)
                .with("m.o_proj.weight_scale", "U8", 4_096, 128)
                .is("m.o_proj.weight", "MXFP4", 4_096L, 4_096L);
    }

    /** ModelOpt ({@code modelopt/torch/export/quant_utils.py}): weight, weight_scale, weight_scale_2, input_scale. */
    @Test
    void nvfp4OfModelOpt() {
        with("m.o_proj.weight", "U8", 4_096, 2_048)
                .with("m.o_proj.weight_scale", "F8_E4M3", 4_096, 256)
                .with("m.o_proj.weight_scale_2", "F32")
                .with("m.o_proj.input_scale", "F32")
                .is("m.o_proj.weight", "NVFP4", 4_096L, 4_096L);
    }

    @Test
    void scalesOfAnotherShapeAreAFault() {
        with("m.o_proj.weight", "U8", 4_096, 2_048)
                .with("m.o_proj.weight_scale", "F8_E4M3", 4_096, 255)
                .with("m.o_proj.weight_scale_2", "F32");

        assertThat(weight(OptionalLong.empty()).fault().orElseThrow())
                .contains("[4096, 255] do not fit numbers of the shape [4096, 2048]");
    }

    /**
     * Block scales of DeepSeek V3 ({@code inference/fp8_cast_bf16.py}: weight and weight_scale_inv, blocks of 128): 576
     * rows take five scales.
     */
    @Test
    void fp8InBlocks() {
        with("m.kv_a_proj_with_mqa.weight", "F8_E4M3", 576, 7_168)
                .with("m.kv_a_proj_with_mqa.weight_scale_inv", "F32", 5, 56)
                .is("m.kv_a_proj_with_mqa.weight", "FP8, blocks of 128 × 128", 576L, 7_168L);
    }

    /** {@code FloatQuantizationCompressor} of compressed-tensors with the strategies channel and tensor. */
    @Test
    void fp8ByRowOrTensor() {
        with("m.q_proj.weight", "F8_E4M3", 4_096, 2_048)
                .with("m.q_proj.weight_scale", "BF16", 4_096, 1)
                .is("m.q_proj.weight", "FP8, one scale a row", 4_096L, 2_048L);
        tensors.clear();
        with("m.q_proj.weight", "F8_E4M3", 4_096, 2_048)
                .with("m.q_proj.weight_scale", "BF16", 1)
                .with("m.q_proj.input_scale", "BF16", 1)
                .is("m.q_proj.weight", "FP8, one scale a tensor", 4_096L, 2_048L);
    }

    /** bitsandbytes ({@code Params4bit}): 4,096 × 1,024 numbers, two in a byte, one column. */
    @Test
    void bitsAndBytesWithFourBits() {
        with("m.k_proj.weight", "U8", 2_097_152, 1)
                .with("m.k_proj.weight.absmax", "U8", 65_536)
                .with("m.k_proj.weight.quant_map", "F32", 16)
                .with("m.k_proj.weight.nested_absmax", "F32", 256)
                .with("m.k_proj.weight.nested_quant_map", "F32", 256)
                .with("m.k_proj.weight.quant_state.bitsandbytes__nf4", "U8", 112);
        StoredWeight weight = weight(OptionalLong.empty());

        assertThat(weight.shape()).isEmpty();
        assertThat(weight.elements()).isEqualTo(4_096L * 1_024);
        assertThat(weight.layout()).isEqualTo("bitsandbytes, 4 bits");
        assertThat(weight.tensors()).hasSize(6);
    }

    /** {@code Int8Params}: int8 rows with SCB, one scale a row. */
    @Test
    void bitsAndBytesWithEightBits() {
        with("m.k_proj.weight", "I8", 1_024, 4_096)
                .with("m.k_proj.SCB", "F32", 1_024)
                .with("m.k_proj.weight_format", "U8")
                .is("m.k_proj.weight", "INT8, one scale a row", 1_024L, 4_096L);
    }

    /** gpt-oss-20b: 32 experts, 2 × 2,880 rows of 2,880 numbers in 90 blocks of 32, 16 bytes each. */
    @Test
    void mxfp4OfGptOss() {
        with("m.experts.gate_up_proj_blocks", "U8", 32, 5_760, 90, 16)
                .with("m.experts.gate_up_proj_scales", "U8", 32, 5_760, 90)
                .is("m.experts.gate_up_proj", "MXFP4", 32L, 5_760L, 2_880L);
        assertThat(weight(OptionalLong.empty()).bytes()).isEqualTo(32L * 5_760 * 2_880 * 17 / 32);
    }

    @Test
    void aLayoutThatNobodyKnowsIsSaidToBeUnknown() {
        // BitNet packs four ternary numbers into a byte
        with("m.q_proj.weight", "U8", 640, 2_560).with("m.q_proj.weight_scale", "BF16", 1);

        assertThat(weight(OptionalLong.empty()).fault().orElseThrow())
                .isEqualTo("its layout is not known: U8 [640, 2560] with [.weight_scale]");
    }

    @Test
    void anythingElseIsAWeightByItself() {
        with("m.k_scale", "F32").is("m.k_scale", "F32");
    }
}
