package dev.archnotes.model.spec;

import dev.archnotes.model.form.Choice;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;

/**
 * The number format in which a checkpoint was released: of its matrices in attention, feed-forward networks and
 * experts; what is no such matrix is stored in 16 bits, or in 32 where everything is.
 */
public enum Storage implements Choice {
    FLOAT32("float32", "float32", new Packing(1, 32, 0, 0, 0)),
    BFLOAT16("bfloat16", "bfloat16", new Packing(1, 16, 0, 0, 0)),
    FLOAT16("float16", "float16", new Packing(1, 16, 0, 0, 0)),
    /** FP8 (E4M3) matrices with one float32 scale for each block of 128 × 128 (arXiv:2412.19437, section 3.3). */
    FP8_BLOCKS("fp8-blocks", "FP8 with 128 × 128 block scales", new Packing(1, 8, 0, 0, 0)),
    /** MXFP4 expert matrices: blocks of 32 four-bit numbers with one eight-bit exponent, 4.25 bits a weight. */
    MXFP4_EXPERTS("mxfp4-experts", "MXFP4 experts, bfloat16 elsewhere", new Packing(32, 32 * 4 + 8, 0, 0, 0)),
    /**
     * FP8 with one float32 scale for a matrix and one for its inputs, as ModelOpt exports it ({@code weight_scale},
     * {@code input_scale} in {@code modelopt/torch/export/unified_export_hf.py}).
     */
    FP8_TENSOR("fp8-tensor", "FP8 with a scale for each matrix", new Packing(1, 8, 0, 0, 64)),
    /**
     * FP8 with one 16-bit scale for each output channel, the inputs scaled while the model runs, as llm-compressor
     * stores it.
     */
    FP8_CHANNEL("fp8-channel", "FP8 with a scale a row", new Packing(1, 8, 16, 0, 0)),
    /** Eight-bit integers with one 16-bit scale for each output channel, as llm-compressor stores them. */
    INT8_CHANNEL("int8-channel", "INT8 with a scale a row", new Packing(1, 8, 16, 0, 0)),
    /** NVFP4: an eight-bit scale for 16 numbers, one float32 scale for a matrix and one for its inputs. */
    NVFP4("nvfp4", "NVFP4", new Packing(16, 16 * 4 + 8, 0, 0, 64)),
    /** The same without a scale for the inputs, which stay in 16 bits. */
    NVFP4_WEIGHTS("nvfp4-weights", "NVFP4 weights", new Packing(16, 16 * 4 + 8, 0, 0, 32)),
    /** MXFP4 in all matrices (OCP Microscaling Formats 1.0, section 5.3). */
    MXFP4("mxfp4", "MXFP4", new Packing(32, 32 * 4 + 8, 0, 0, 0)),
    /** MXFP8: 32 numbers of eight bits with one eight-bit exponent. */
    MXFP8("mxfp8", "MXFP8", new Packing(32, 32 * 8 + 8, 0, 0, 0)),
    /** AWQ: four bits, a 16-bit scale and a four-bit zero point for a group (AutoAWQ, {@code WQLinear_GEMM}). */
    AWQ_128("awq-128", "AWQ, groups of 128", new Packing(128, 128 * 4 + 20, 0, 0, 0)),
    /** GPTQ: the same and a 32-bit index of its group for each input ({@code QuantLinear} of AutoGPTQ). */
    GPTQ_128("gptq-128", "GPTQ, groups of 128", new Packing(128, 128 * 4 + 20, 0, 32, 0)),
    /** Four-bit integers of compressed-tensors: a 16-bit scale for a group, the shape in two 64-bit numbers. */
    INT4_128("int4-128", "INT4, groups of 128", new Packing(128, 128 * 4 + 16, 0, 0, 128)),
    INT4_32("int4-32", "INT4, groups of 32", new Packing(32, 32 * 4 + 16, 0, 0, 128)),
    /**
     * NF4 of bitsandbytes: four bits, an eight-bit maximum for 64 numbers, a float32 for 256 of those, and the tables
     * of both; one row for the whole matrix (arXiv:2305.14314, section 3; {@code QuantState.as_dict}).
     */
    NF4("nf4", "NF4", new Packing(64, 64 * 4 + 8, 0, 0, 32 * (16 + 256)));

    /** Numbers of a block of 128 × 128 on a side, see {@link #FP8_BLOCKS}. */
    private static final long SIDE = 128;
    /** Numbers of NF4 that share a scale of scales. */
    private static final long NESTED = 64 * 256;

    private final String word;
    private final String label;
    private final Packing packing;

    /**
     * How a matrix is packed. Blocks run along the rows, over which a product sums.
     *
     * @param block numbers of a block
     * @param blockBits bits of a block, its scales included
     * @param rowBits bits stored once for each row
     * @param columnBits bits stored once for each column
     * @param matrixBits bits stored once for the matrix
     */
    private record Packing(long block, long blockBits, long rowBits, long columnBits, long matrixBits) {}

    Storage(String word, String label, Packing packing) {
        this.word = word;
        this.label = label;
        this.packing = packing;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String label() {
        return label;
    }

    /** Whether all matrices are stored in one of the formats of training. */
    public boolean isPlain() {
        return bitsOfNumber() >= 16;
    }

    /** The bits of a number, without its scales. */
    public long bitsOfNumber() {
        return packing.blockBits / packing.block;
    }

    /** Whether a tensor is stored in the reduced format rather than in bfloat16. */
    public boolean quantizes(WeightTensor tensor) {
        if (isPlain()) {
            return false;
        }
        if (this == MXFP4_EXPERTS) {
            return tensor.isMatrix() && tensor.part() == Part.ROUTED_EXPERTS;
        }
        // a matrix of one row is a gate; the weights of index heads stay in bfloat16 (arXiv:2512.02556,
        // inference/model.py of the makers)
        return packs(tensor)
                && tensor.shape().get(0) > 1
                && !tensor.name().endsWith("weights_proj.weight")
                && (tensor.part() == Part.ATTENTION
                        || tensor.part() == Part.DENSE_FEED_FORWARD
                        || tensor.part() == Part.ROUTED_EXPERTS
                        || tensor.part() == Part.SHARED_EXPERTS);
    }

    /** Whether a tensor is a matrix whose rows are made of whole blocks. */
    public boolean packs(WeightTensor tensor) {
        return tensor.shape().size() == 2 && tensor.shape().get(1) % packing.block == 0;
    }

    /** The scales stored beside one copy of a tensor in blocks of 128 × 128; elsewhere they count as no weights. */
    public long scales(WeightTensor tensor) {
        return this == FP8_BLOCKS && quantizes(tensor)
                ? Math.multiplyExact(
                        blocks(tensor.shape().get(0), SIDE),
                        blocks(tensor.shape().get(1), SIDE))
                : 0;
    }

    private static long blocks(long size, long block) {
        return Math.addExact(size, block - 1) / block;
    }

    /** The bytes of one copy of a tensor, its scales included. */
    public long bytes(WeightTensor tensor) {
        if (this == FLOAT32) {
            return Math.multiplyExact(tensor.elements(), 4L);
        }
        if (!quantizes(tensor)) {
            // DeepSeek's selection bias is stored in float32, everything else in bfloat16
            return Math.multiplyExact(
                    tensor.elements(),
                    this == FP8_BLOCKS && tensor.name().endsWith("e_score_correction_bias") ? 4L : 2L);
        }
        return packedBytes(tensor);
    }

    /** The same of a matrix that a checkpoint stores in this format, whatever part it is of. */
    public long packedBytes(WeightTensor matrix) {
        long columns = matrix.shape().get(matrix.shape().size() - 1);
        long rows = matrix.elements() / columns;
        long row =
                Math.addExact(Math.multiplyExact(blocks(columns, packing.block), packing.blockBits), packing.rowBits);
        long side = Math.addExact(Math.multiplyExact(columns, packing.columnBits), packing.matrixBits);
        long bits = Math.addExact(Math.multiplyExact(rows, row), side);
        if (this == NF4) {
            bits = Math.addExact(bits, Math.multiplyExact(blocks(matrix.elements(), NESTED), 32L));
        }
        return Math.addExact(Math.addExact(bits, 7) / 8, Math.multiplyExact(scales(matrix), 4L));
    }
}
