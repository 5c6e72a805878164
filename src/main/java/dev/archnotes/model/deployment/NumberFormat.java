package dev.archnotes.model.deployment;

import dev.archnotes.model.tensor.WeightTensor;

/**
 * How the numbers of a tensor lie in memory: blocks of them with their scales, and what is stored once for a row, a
 * column or the whole tensor. Blocks run along the last axis, the one that a matrix product sums over.
 *
 * @param name the format's own name
 * @param block numbers of a block
 * @param blockBits bits of a block, its scales included
 * @param rowBits bits stored once for each row
 * @param columnBits bits stored once for each column
 * @param tensorBits bits stored once for the tensor
 */
public record NumberFormat(String name, long block, long blockBits, long rowBits, long columnBits, long tensorBits) {
    /** IEEE 754 single precision. */
    public static final NumberFormat F32 = plain("F32", 1, 32);

    public static final NumberFormat BF16 = plain("BF16", 1, 16);
    public static final NumberFormat F16 = plain("F16", 1, 16);
    /** Eight bits without anything beside them. */
    public static final NumberFormat BITS_8 = plain("8 bits", 1, 8);
    /** Four bits without anything beside them. */
    public static final NumberFormat BITS_4 = plain("4 bits", 1, 4);
    /** FP8 (E4M3) with one float32 scale for the tensor. */
    public static final NumberFormat FP8_TENSOR = new NumberFormat("FP8", 1, 8, 0, 0, 32);
    /** INT8 with one 16-bit scale for each output channel (arXiv:2208.07339, section 3.1, for weights). */
    public static final NumberFormat INT8_CHANNEL = new NumberFormat("INT8", 1, 8, 16, 0, 0);
    /** MXFP4: 32 numbers of E2M1 and one E8M0 exponent (OCP Microscaling Formats 1.0, section 5.3). */
    public static final NumberFormat MXFP4 = plain("MXFP4", 32, 32 * 4 + 8);
    /** NVFP4: 16 numbers of E2M1, one E4M3 scale, and one float32 scale for the tensor (NVIDIA's description). */
    public static final NumberFormat NVFP4 = new NumberFormat("NVFP4", 16, 16 * 4 + 8, 0, 0, 32);
    /**
     * Four bits in groups of 128 with a 16-bit scale and a four-bit zero point each, as AWQ stores them (AutoAWQ,
     * {@code awq/modules/linear/gemm.py}: {@code qweight}, {@code qzeros}, {@code scales}).
     */
    public static final NumberFormat AWQ_128 = plain("AWQ", 128, 128 * 4 + 16 + 4);
    /** The same as GPTQ stores it, with a 32-bit group index for each column ({@code g_idx}). */
    public static final NumberFormat GPTQ_128 = new NumberFormat("GPTQ", 128, 128 * 4 + 16 + 4, 0, 32, 0);

    // blocks of llama.cpp, ggml/src/ggml-common.h
    public static final NumberFormat Q8_0 = plain("Q8_0", 32, 8 * 34);
    public static final NumberFormat Q6_K = plain("Q6_K", 256, 8 * 210);
    public static final NumberFormat Q5_K = plain("Q5_K", 256, 8 * 176);
    public static final NumberFormat Q5_1 = plain("Q5_1", 32, 8 * 24);
    public static final NumberFormat Q5_0 = plain("Q5_0", 32, 8 * 22);
    public static final NumberFormat Q4_K = plain("Q4_K", 256, 8 * 144);
    public static final NumberFormat Q4_1 = plain("Q4_1", 32, 8 * 20);
    public static final NumberFormat Q4_0 = plain("Q4_0", 32, 8 * 18);
    public static final NumberFormat IQ4_NL = plain("IQ4_NL", 32, 8 * 18);
    public static final NumberFormat IQ4_XS = plain("IQ4_XS", 256, 8 * 136);

    private static NumberFormat plain(String name, long block, long blockBits) {
        return new NumberFormat(name, block, blockBits, 0, 0, 0);
    }

    /** Whether the rows of a tensor are made of whole blocks. */
    public boolean divides(WeightTensor tensor) {
        return columns(tensor) % block == 0;
    }

    /** The bits of one copy of a tensor; a block that is begun is there whole. */
    public long bits(WeightTensor tensor) {
        long columns = columns(tensor);
        long rows = tensor.elements() / columns;
        long row = Math.addExact(Math.multiplyExact(blocks(columns), blockBits), rowBits);
        long side = Math.addExact(Math.multiplyExact(columns, columnBits), tensorBits);
        return Math.addExact(Math.multiplyExact(rows, row), side);
    }

    /** The bits of so many numbers in a row. */
    public long bits(long numbers) {
        return Math.multiplyExact(blocks(numbers), blockBits);
    }

    private long blocks(long numbers) {
        return Math.addExact(numbers, block - 1) / block;
    }

    private static long columns(WeightTensor tensor) {
        return tensor.shape().get(tensor.shape().size() - 1);
    }
}
