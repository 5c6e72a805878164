package dev.archnotes.model.spec;

import dev.archnotes.model.form.Choice;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;

/** The number format in which a checkpoint was released. */
public enum Storage implements Choice {
    FLOAT32("float32", "float32", 32, 1),
    BFLOAT16("bfloat16", "bfloat16", 16, 1),
    FLOAT16("float16", "float16", 16, 1),
    /** FP8 (E4M3) matrices with one float32 scale for each block of 128 × 128 (arXiv:2412.19437, section 3.3). */
    FP8_BLOCKS("fp8-blocks", "FP8 with 128 × 128 block scales", 8, 128),
    /** MXFP4 expert matrices: blocks of 32 four-bit numbers with one eight-bit exponent, 4.25 bits a weight. */
    MXFP4_EXPERTS("mxfp4-experts", "MXFP4 experts, bfloat16 elsewhere", 4, 32);

    private final String word;
    private final String label;
    private final long bits;
    private final long block;

    Storage(String word, String label, long bits, long block) {
        this.word = word;
        this.label = label;
        this.bits = bits;
        this.block = block;
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
        return bits >= 16;
    }

    /** Whether a tensor is stored in the reduced format rather than in bfloat16. */
    public boolean quantizes(WeightTensor tensor) {
        if (this == FP8_BLOCKS) {
            // the weights of index heads stay in bfloat16 (arXiv:2512.02556, inference/model.py of the makers)
            return tensor.shape().size() == 2
                    && !tensor.name().endsWith("weights_proj.weight")
                    && (tensor.part() == Part.ATTENTION
                            || tensor.part() == Part.DENSE_FEED_FORWARD
                            || tensor.part() == Part.ROUTED_EXPERTS
                            || tensor.part() == Part.SHARED_EXPERTS);
        }
        return this == MXFP4_EXPERTS && tensor.isMatrix() && tensor.part() == Part.ROUTED_EXPERTS;
    }

    /** The scales stored beside one copy of a tensor. */
    public long scales(WeightTensor tensor) {
        if (!quantizes(tensor)) {
            return 0;
        }
        if (this == FP8_BLOCKS) {
            return Math.multiplyExact(
                    blocks(tensor.shape().get(0)), blocks(tensor.shape().get(1)));
        }
        return blocks(tensor.elements());
    }

    private long blocks(long size) {
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
        long scaleBytes = this == FP8_BLOCKS ? 4 : 1;
        return Math.addExact(
                Math.multiplyExact(tensor.elements(), bits) / 8, Math.multiplyExact(scales(tensor), scaleBytes));
    }
}
