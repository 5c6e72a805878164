package dev.archnotes.model.spec;

import java.util.List;

/**
 * Gated DeltaNet (arXiv:2412.06464, section 3): linear attention whose state, one matrix of key by value dimensions for
 * each value head, decays by a gate and is corrected by the delta rule at every token.
 *
 * @param keyHeads query and key heads
 * @param valueHeads value heads; a multiple of {@code keyHeads}
 * @param keyHeadDim dimensions of a key head
 * @param valueHeadDim dimensions of a value head
 * @param convolutionWidth taps of the causal depthwise convolution before the heads
 */
public record GatedDeltaNet(long keyHeads, long valueHeads, long keyHeadDim, long valueHeadDim, long convolutionWidth)
        implements Attention {
    /** Bytes of one number of the recurrent state, kept in 32-bit floating point by the makers' code. */
    public static final long STATE_NUMBER_BYTES = 4;

    public GatedDeltaNet {
        if (keyHeads <= 0 || valueHeads <= 0 || keyHeadDim <= 0 || valueHeadDim <= 0 || convolutionWidth <= 0) {
            throw new IllegalArgumentException("heads, head dimensions and convolution width must be positive");
        }
        if (valueHeads % keyHeads != 0) {
            throw new IllegalArgumentException(
                    valueHeads + " value heads are not divisible by " + keyHeads + " key heads");
        }
    }

    @Override
    public String kind() {
        return "Gated DeltaNet";
    }

    /** The width of all keys (and of all queries) together. */
    public long keyWidth() {
        return Math.multiplyExact(keyHeads, keyHeadDim);
    }

    /** The width of all values together. */
    public long valueWidth() {
        return Math.multiplyExact(valueHeads, valueHeadDim);
    }

    @Override
    public List<WeightTensor> tensors(long hiddenSize) {
        long convolved = Math.addExact(Math.multiplyExact(2L, keyWidth()), valueWidth());
        return List.of(
                WeightTensor.of(
                        "in_proj_qkvz.weight", Part.ATTENTION, Math.addExact(convolved, valueWidth()), hiddenSize),
                WeightTensor.of("in_proj_ba.weight", Part.ATTENTION, Math.multiplyExact(2L, valueHeads), hiddenSize),
                WeightTensor.of("conv1d.weight", Part.ATTENTION, convolved, 1, convolutionWidth),
                WeightTensor.of("A_log", Part.ATTENTION, valueHeads),
                WeightTensor.of("dt_bias", Part.ATTENTION, valueHeads),
                WeightTensor.of("norm.weight", Part.NORM, valueHeadDim),
                WeightTensor.of("out_proj.weight", Part.ATTENTION, hiddenSize, valueWidth()));
    }

    @Override
    public PositionEncoding positions() {
        return new PositionEncoding.None();
    }

    @Override
    public long cachedNumbersPerToken() {
        return 0;
    }

    @Override
    public long tokensKept(long context) {
        return 0;
    }

    @Override
    public boolean growsWithContext() {
        return false;
    }

    /**
     * The state matrices; the few inputs that the convolution looks back on are left out, as the makers' figures do.
     */
    @Override
    public long stateBytes() {
        return Math.multiplyExact(stateNumbers(), STATE_NUMBER_BYTES);
    }

    /** Numbers of the recurrent state of one layer. */
    public long stateNumbers() {
        return Math.multiplyExact(valueHeads, Math.multiplyExact(keyHeadDim, valueHeadDim));
    }

    /** Decay, read-back, correction and read-out: four passes over the state, whatever the context. */
    @Override
    public long mixingMultiplyAdds(long visibleTokens) {
        return Math.multiplyExact(4L, stateNumbers());
    }
}
