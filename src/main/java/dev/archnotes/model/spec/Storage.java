package dev.archnotes.model.spec;

import dev.archnotes.model.form.Choice;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The number format in which a checkpoint was released: of its matrices in attention, feed-forward networks and
 * experts; what is no such matrix is stored in 16 bits, or in 32 where everything is.
 */
public final class Storage implements Choice {
    /** The numbers of a block of 128 × 128 on a side, see {@link #FP8_BLOCKS}. */
    private static final long SIDE = 128;
    /** Numbers of NF4 that share a scale of scales. */
    private static final long NESTED = 64 * 256;

    private static final List<Storage> MADE = new ArrayList<>();

    public static final Storage FLOAT32 = made("float32", "float32", new Packing(1, 32, 0, 0, 0, 0));
    public static final Storage BFLOAT16 = made("bfloat16", "bfloat16", new Packing(1, 16, 0, 0, 0, 0));
    public static final Storage FLOAT16 = made("float16", "float16", new Packing(1, 16, 0, 0, 0, 0));
    /** FP8 (E4M3) matrices with one float32 scale for each block of 128 × 128 (arXiv:2412.19437, section 3.3). */
    public static final Storage FP8_BLOCKS =
            made("fp8-blocks", "FP8 with 128 × 128 block scales", new Packing(1, 8, 0, 0, 0, 0));
    /** The same with scales of 16 bits, as compressed-tensors stores them ({@code strategy: block}). */
    public static final Storage FP8_BLOCKS_16 =
            made("fp8-blocks-16", "FP8 with 16-bit 128 × 128 block scales", new Packing(1, 8, 0, 0, 0, 0));
    /** MXFP4 expert matrices: blocks of 32 four-bit numbers with one eight-bit exponent, 4.25 bits a weight. */
    public static final Storage MXFP4_EXPERTS =
            made("mxfp4-experts", "MXFP4 experts, bfloat16 elsewhere", new Packing(32, 4, 8, 0, 0, 0));
    /**
     * FP8 with one float32 scale for a matrix and one for its inputs, as ModelOpt exports it ({@code weight_scale},
     * {@code input_scale} in {@code modelopt/torch/export/unified_export_hf.py}).
     */
    public static final Storage FP8_TENSOR =
            made("fp8-tensor", "FP8 with two scales a matrix", new Packing(1, 8, 0, 0, 0, 64));
    /** The same with scales of 16 bits, as compressed-tensors stores them. */
    public static final Storage FP8_TENSOR_16 =
            made("fp8-tensor-16", "FP8 with two 16-bit scales a matrix", new Packing(1, 8, 0, 0, 0, 32));
    /** FP8 with one float32 scale a matrix, the inputs scaled while the model runs ({@code Fp8LinearMethod}, vLLM). */
    public static final Storage FP8_TENSOR_ONE =
            made("fp8-tensor-one", "FP8 with a scale a matrix", new Packing(1, 8, 0, 0, 0, 32));
    /** The same with a scale of 16 bits, as compressed-tensors stores it. */
    public static final Storage FP8_TENSOR_ONE_16 =
            made("fp8-tensor-one-16", "FP8 with a 16-bit scale a matrix", new Packing(1, 8, 0, 0, 0, 16));
    /**
     * FP8 with one 16-bit scale for each output channel, the inputs scaled while the model runs, as llm-compressor
     * stores it.
     */
    public static final Storage FP8_CHANNEL =
            made("fp8-channel", "FP8 with a scale a row", new Packing(1, 8, 0, 16, 0, 0));
    /** The same with float32 scales ({@code FbgemmFp8Linear} of transformers). */
    public static final Storage FP8_CHANNEL_32 =
            made("fp8-channel-32", "FP8 with a float32 scale a row", new Packing(1, 8, 0, 32, 0, 0));
    /** Eight-bit integers with one 16-bit scale for each output channel, as llm-compressor stores them. */
    public static final Storage INT8_CHANNEL =
            made("int8-channel", "INT8 with a scale a row", new Packing(1, 8, 0, 16, 0, 0));
    /**
     * LLM.int8() of bitsandbytes: a float32 maximum for each output channel and a byte that names the layout
     * ({@code Linear8bitLt._save_to_state_dict}).
     */
    public static final Storage LLM_INT8 = made("llm-int8", "LLM.int8()", new Packing(1, 8, 0, 32, 0, 8));
    /** NVFP4: an eight-bit scale for 16 numbers, one float32 scale for a matrix and one for its inputs. */
    public static final Storage NVFP4 = made("nvfp4", "NVFP4", new Packing(16, 4, 8, 0, 0, 64));
    /** The same without a scale for the inputs, which stay in 16 bits. */
    public static final Storage NVFP4_WEIGHTS = made("nvfp4-weights", "NVFP4 weights", new Packing(16, 4, 8, 0, 0, 32));
    /** MXFP4 in all matrices (OCP Microscaling Formats 1.0, section 5.3). */
    public static final Storage MXFP4 = made("mxfp4", "MXFP4", new Packing(32, 4, 8, 0, 0, 0));
    /** MXFP8: 32 numbers of eight bits with one eight-bit exponent. */
    public static final Storage MXFP8 = made("mxfp8", "MXFP8", new Packing(32, 8, 8, 0, 0, 0));
    /**
     * NF4 or FP4 of bitsandbytes: four bits, an eight-bit maximum for 64 numbers, a float32 for 256 of those, and the
     * tables of both; one row for the whole matrix (arXiv:2305.14314, section 3; {@code QuantState.as_dict}).
     */
    public static final Storage NF4 = made("nf4", "NF4", new Packing(64, 4, 8, 0, 0, 32 * (16 + 256)));
    /** The same with a float32 maximum for 64 numbers, which are not quantized again. */
    public static final Storage NF4_PLAIN =
            made("nf4-plain", "NF4 with float32 scales", new Packing(64, 4, 32, 0, 0, 32 * 16));

    static {
        // AutoAWQ, WQLinear_GEMM: a 16-bit scale and a zero point for a group
        addGroups("awq", "AWQ", 4, true, 0, 0);
        // AutoGPTQ, QuantLinear: the same, and a 32-bit index of its group for each input
        addGroups("gptq", "GPTQ", 4, true, 32, 0);
        addGroups("gptq2", "GPTQ in 2 bits", 2, true, 32, 0);
        addGroups("gptq3", "GPTQ in 3 bits", 3, true, 32, 0);
        addGroups("gptq8", "GPTQ in 8 bits", 8, true, 32, 0);
        // compressed-tensors, pack_quantized.py: a 16-bit scale, the shape in two 64-bit numbers, and where the
        // numbers are not symmetric a zero point, where their order was changed an index
        addGroups("int4", "INT4", 4, false, 0, 128);
        addGroups("int4z", "INT4 with zero points", 4, true, 0, 128);
        addGroups("int4x", "INT4 with indices", 4, false, 32, 128);
        addGroups("int8", "INT8", 8, false, 0, 128);
    }

    /** All formats. */
    public static final List<Storage> ALL = List.copyOf(MADE);

    private final String word;
    private final String label;
    private final Packing packing;

    /**
     * How a matrix is packed. Blocks run along the rows, over which a product sums.
     *
     * @param block numbers of a block
     * @param bits bits of a number, without its scales
     * @param scaleBits bits of the scales and zero points of a block
     * @param rowBits bits stored once for each row
     * @param columnBits bits stored once for each column
     * @param matrixBits bits stored once for the matrix
     */
    private record Packing(int block, int bits, int scaleBits, int rowBits, int columnBits, int matrixBits) {}

    private Storage(String word, String label, Packing packing) {
        this.word = word;
        this.label = label;
        this.packing = packing;
    }

    private static Storage made(String word, String label, Packing packing) {
        Storage storage = new Storage(word, label, packing);
        MADE.add(storage);
        return storage;
    }

    /** A family of formats that differ in how many numbers share a scale. */
    private static void addGroups(
            String family, String label, int bits, boolean zeros, int columnBits, int matrixBits) {
        int shared = zeros ? 16 + bits : 16;
        for (int group = 128; group >= 32; group /= 2) {
            made(
                    family + "-" + group,
                    label + ", groups of " + group,
                    new Packing(group, bits, shared, 0, columnBits, matrixBits));
        }
        made(family + "-row", label + ", a scale a row", new Packing(1, bits, 0, shared, columnBits, matrixBits));
    }

    /** The format of a word; empty where there is none. */
    public static Optional<Storage> ofWord(String word) {
        for (Storage storage : ALL) {
            if (storage.word.equals(word)) {
                return Optional.of(storage);
            }
        }
        return Optional.empty();
    }

    /** The word in capitals, as constants are named. */
    @Override
    public String name() {
        StringBuilder name = new StringBuilder();
        for (char c : word.toCharArray()) {
            name.append(c == '-' ? '_' : c >= 'a' ? (char) (c - 'a' + 'A') : c);
        }
        return name.toString();
    }

    @Override
    public String toString() {
        return name();
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
    public int bitsOfNumber() {
        return packing.bits;
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

    /** Whether a tensor is a matrix whose rows are made of whole blocks, where blocks end with rows. */
    public boolean packs(WeightTensor tensor) {
        if (tensor.shape().size() != 2 || isFlat()) {
            return tensor.shape().size() == 2;
        }
        long columns = tensor.shape().get(1);
        // QuantLinear of AutoGPTQ, with an index for each column, rounds up the number of groups
        return columns % packing.block == 0 || packing.columnBits > 0;
    }

    /** Whether a matrix is one row, so that blocks run on from one of its rows into the next: bitsandbytes. */
    private boolean isFlat() {
        return this == NF4 || this == NF4_PLAIN;
    }

    /** The scales stored beside one copy of a tensor in blocks of 128 × 128; elsewhere they count as no weights. */
    public long scales(WeightTensor tensor) {
        return this == FP8_BLOCKS && quantizes(tensor) ? squares(tensor) : 0;
    }

    private static long squares(WeightTensor tensor) {
        return Math.multiplyExact(
                blocks(tensor.shape().get(0), SIDE), blocks(tensor.shape().get(1), SIDE));
    }

    private static long blocks(long size, long block) {
        return Math.addExact(size, block - 1) / block;
    }

    /** The bytes of one copy of a tensor, its scales included. */
    public long bytes(WeightTensor tensor) {
        if (!quantizes(tensor)) {
            // DeepSeek's selection bias is stored in float32, everything else in bfloat16
            return Math.multiplyExact(
                    tensor.elements(),
                    this == FLOAT32 || this == FP8_BLOCKS && tensor.name().endsWith("e_score_correction_bias")
                            ? 4L
                            : 2L);
        }
        return packedBytes(tensor);
    }

    /** The same of a matrix that a checkpoint stores in this format, whatever part it is of. */
    public long packedBytes(WeightTensor matrix) {
        long columns =
                isFlat() ? matrix.elements() : matrix.shape().get(matrix.shape().size() - 1);
        long rows = matrix.elements() / columns;
        long row = Math.addExact(
                Math.addExact(
                        Math.multiplyExact(columns, (long) packing.bits),
                        Math.multiplyExact(blocks(columns, packing.block), (long) packing.scaleBits)),
                packing.rowBits);
        long side = Math.addExact(Math.multiplyExact(columns, (long) packing.columnBits), packing.matrixBits);
        long bits = Math.addExact(Math.multiplyExact(rows, row), side);
        if (this == NF4) {
            bits = Math.addExact(bits, Math.multiplyExact(blocks(matrix.elements(), NESTED), 32L));
        }
        if (this == FP8_BLOCKS_16) {
            bits = Math.addExact(bits, Math.multiplyExact(squares(matrix), 16L));
        }
        return Math.addExact(Math.addExact(bits, 7) / 8, Math.multiplyExact(scales(matrix), 4L));
    }
}
