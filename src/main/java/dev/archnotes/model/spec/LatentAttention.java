package dev.archnotes.model.spec;

import java.util.ArrayList;
import java.util.List;

/**
 * Multi-head latent attention (arXiv:2405.04434, section 2.1): keys and values of all heads are rebuilt from one cached
 * latent of {@code kvRank} numbers, beside one rotary key of {@code ropeHeadDim} numbers that all heads share.
 *
 * @param heads query heads
 * @param queryRank width of the query bottleneck, 0 where queries are projected directly
 * @param kvRank width of the cached latent
 * @param nopeHeadDim non-positional dimensions of a query or key head
 * @param ropeHeadDim rotary dimensions of a query head, and the width of the shared rotary key
 * @param valueHeadDim dimensions of a value head
 * @param positions the position encoding of the rotary part
 */
public record LatentAttention(
        long heads,
        long queryRank,
        long kvRank,
        long nopeHeadDim,
        long ropeHeadDim,
        long valueHeadDim,
        PositionEncoding positions)
        implements Attention {
    public LatentAttention {
        if (heads <= 0 || kvRank <= 0 || nopeHeadDim <= 0 || ropeHeadDim <= 0 || valueHeadDim <= 0 || queryRank < 0) {
            throw new IllegalArgumentException("heads, ranks and head dimensions must be positive");
        }
    }

    @Override
    public String kind() {
        return "multi-head latent attention";
    }

    /** Dimensions of one query or key head: the non-positional and the rotary part. */
    public long queryHeadDim() {
        return Math.addExact(nopeHeadDim, ropeHeadDim);
    }

    @Override
    public List<WeightTensor> tensors(long hiddenSize) {
        long queryWidth = Math.multiplyExact(heads, queryHeadDim());
        List<WeightTensor> tensors = new ArrayList<>();
        if (queryRank == 0) {
            tensors.add(WeightTensor.of("q_proj.weight", Part.ATTENTION, queryWidth, hiddenSize));
        } else {
            tensors.add(WeightTensor.of("q_a_proj.weight", Part.ATTENTION, queryRank, hiddenSize));
            tensors.add(WeightTensor.of("q_a_layernorm.weight", Part.NORM, queryRank));
            tensors.add(WeightTensor.of("q_b_proj.weight", Part.ATTENTION, queryWidth, queryRank));
        }
        tensors.add(WeightTensor.of(
                "kv_a_proj_with_mqa.weight", Part.ATTENTION, Math.addExact(kvRank, ropeHeadDim), hiddenSize));
        tensors.add(WeightTensor.of("kv_a_layernorm.weight", Part.NORM, kvRank));
        long rebuilt = Math.multiplyExact(heads, Math.addExact(nopeHeadDim, valueHeadDim));
        tensors.add(WeightTensor.of("kv_b_proj.weight", Part.ATTENTION, rebuilt, kvRank));
        tensors.add(
                WeightTensor.of("o_proj.weight", Part.ATTENTION, hiddenSize, Math.multiplyExact(heads, valueHeadDim)));
        return List.copyOf(tensors);
    }

    @Override
    public long cachedNumbersPerToken() {
        return Math.addExact(kvRank, ropeHeadDim);
    }

    @Override
    public long tokensKept(long context) {
        return context;
    }

    @Override
    public boolean growsWithContext() {
        return true;
    }

    @Override
    public long stateBytes() {
        return 0;
    }

    /** In the absorbed form every head scores against latent and rotary key and mixes the latent itself. */
    @Override
    public long mixingMultiplyAdds(long visibleTokens) {
        long perHead = Math.addExact(Math.multiplyExact(2L, kvRank), ropeHeadDim);
        return Math.multiplyExact(Math.multiplyExact(heads, perHead), visibleTokens);
    }
}
