package dev.archnotes.model.checkpoint;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the numbers of a tensor are stored.
 *
 * @param name its name in the format of the file: {@code BF16}, {@code Q4_K}
 * @param block how many numbers are stored together
 * @param bytes how many bytes they take, scales included
 */
public record NumberFormat(String name, long block, long bytes) {
    /** {@code Dtype} of {@code safetensors/src/tensor.rs} of {@code huggingface/safetensors}, by its bits. */
    private static final Map<String, NumberFormat> SAFETENSORS = new HashMap<>();

    /**
     * {@code GGMLQuantizationType} and {@code GGML_QUANT_SIZES} of {@code gguf-py/gguf/constants.py} of
     * {@code ggml-org/llama.cpp}.
     */
    private static final Map<Long, NumberFormat> GGML = new HashMap<>();

    static {
        for (String name :
                new String[] {"BOOL", "U8", "I8", "F8_E5M2", "F8_E4M3", "F8_E8M0", "F8_E4M3FNUZ", "F8_E5M2FNUZ"}) {
            SAFETENSORS.put(name, new NumberFormat(name, 1, 1));
        }
        for (String name : new String[] {"I16", "U16", "F16", "BF16"}) {
            SAFETENSORS.put(name, new NumberFormat(name, 1, 2));
        }
        for (String name : new String[] {"I32", "U32", "F32"}) {
            SAFETENSORS.put(name, new NumberFormat(name, 1, 4));
        }
        for (String name : new String[] {"I64", "U64", "F64", "C64"}) {
            SAFETENSORS.put(name, new NumberFormat(name, 1, 8));
        }
        SAFETENSORS.put("F4", new NumberFormat("F4", 2, 1));
        SAFETENSORS.put("F6_E2M3", new NumberFormat("F6_E2M3", 4, 3));
        SAFETENSORS.put("F6_E3M2", new NumberFormat("F6_E3M2", 4, 3));
        ggml(0, "F32", 1, 4);
        ggml(1, "F16", 1, 2);
        ggml(2, "Q4_0", 32, 18);
        ggml(3, "Q4_1", 32, 20);
        ggml(6, "Q5_0", 32, 22);
        ggml(7, "Q5_1", 32, 24);
        ggml(8, "Q8_0", 32, 34);
        ggml(9, "Q8_1", 32, 40);
        ggml(10, "Q2_K", 256, 84);
        ggml(11, "Q3_K", 256, 110);
        ggml(12, "Q4_K", 256, 144);
        ggml(13, "Q5_K", 256, 176);
        ggml(14, "Q6_K", 256, 210);
        ggml(15, "Q8_K", 256, 292);
        ggml(16, "IQ2_XXS", 256, 66);
        ggml(17, "IQ2_XS", 256, 74);
        ggml(18, "IQ3_XXS", 256, 98);
        ggml(19, "IQ1_S", 256, 50);
        ggml(20, "IQ4_NL", 32, 18);
        ggml(21, "IQ3_S", 256, 110);
        ggml(22, "IQ2_S", 256, 82);
        ggml(23, "IQ4_XS", 256, 136);
        ggml(24, "I8", 1, 1);
        ggml(25, "I16", 1, 2);
        ggml(26, "I32", 1, 4);
        ggml(27, "I64", 1, 8);
        ggml(28, "F64", 1, 8);
        ggml(29, "IQ1_M", 256, 56);
        ggml(30, "BF16", 1, 2);
        ggml(34, "TQ1_0", 256, 54);
        ggml(35, "TQ2_0", 256, 66);
        ggml(39, "MXFP4", 32, 17);
        ggml(40, "NVFP4", 64, 36);
        ggml(41, "Q1_0", 128, 18);
        ggml(42, "Q2_0", 64, 18);
    }

    private static void ggml(long type, String name, long block, long bytes) {
        GGML.put(type, new NumberFormat(name, block, bytes));
    }

    /** The format of a safetensors {@code dtype}; empty where there is none of that name. */
    static Optional<NumberFormat> safetensors(String dtype) {
        return Optional.ofNullable(SAFETENSORS.get(dtype));
    }

    /** The format of a ggml type; empty for one that is not known, or that llama.cpp has withdrawn. */
    static Optional<NumberFormat> ggml(long type) {
        return Optional.ofNullable(GGML.get(type));
    }

    /** The bytes of so many numbers; empty where they do not fill whole blocks, or take more than 64 bits to count. */
    Optional<Long> bytesOf(long elements) {
        long blocks = elements / block;
        boolean counted = elements % block == 0 && blocks <= Long.MAX_VALUE / bytes;
        return counted ? Optional.of(blocks * bytes) : Optional.empty();
    }

    /** The bits of one number, scales included. */
    public double bits() {
        return 8.0 * bytes / block;
    }
}
