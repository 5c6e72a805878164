package dev.archnotes.model.attention;

import dev.archnotes.model.tensor.Factor;
import java.util.List;
import java.util.Optional;

/**
 * A token mixer that keeps a state of fixed size and nothing of single tokens: how far it looks back is what the state
 * still holds, and each token costs the same.
 */
public sealed interface FixedState extends Attention
        permits GatedDeltaNet, KimiDeltaAttention, LightningAttention, GatedConvolution, Mamba, Mamba2 {
    /** Order comes with the state, which takes up one token after the other. */
    @Override
    default PositionEncoding positions() {
        return new PositionEncoding.None();
    }

    @Override
    default Reach reach() {
        return Reach.LINEAR;
    }

    @Override
    default String queryKeyNorm() {
        return "none";
    }

    @Override
    default List<List<Factor>> cachedNumbers() {
        return List.of();
    }

    @Override
    default Optional<Factor> limit() {
        return Optional.empty();
    }

    @Override
    default long prefillMultiplyAdds(long tokens) {
        return Math.multiplyExact(mixingMultiplyAdds(0), tokens);
    }

    /**
     * The numbers of a matrix for each head, which the kernels keep in 32 bits.
     *
     * @param heads how many heads
     * @param keyDim the dimensions of a key
     * @param valueDim the dimensions of a value
     */
    static List<List<Factor>> matrices(Factor heads, Factor keyDim, Factor valueDim) {
        return List.of(List.of(heads, keyDim, valueDim, new Factor("bytes of a 32-bit number", Float.BYTES, "")));
    }
}
