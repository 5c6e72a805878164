package dev.archnotes.model.ledger;

import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.tensor.Part;

/**
 * One decoding step of several tokens at once. Experts are assumed to be chosen uniformly and independently: a token
 * misses an expert with probability 1 − k/E, so that B tokens touch E·(1 − (1 − k/E)^B) of them.
 *
 * @param experts routed experts of a layer, 0 for a dense model
 * @param perToken routed experts that act on one token
 * @param routedBytes bytes of all routed experts of all layers
 * @param otherBytes bytes of all other weights that act on a token
 * @param flopsPerToken weight operations for one token
 */
public record BatchCost(long experts, long perToken, long routedBytes, long otherBytes, long flopsPerToken) {
    /** The cost of steps of a model as released. */
    public static BatchCost of(Architecture architecture) {
        long experts = 0;
        long perToken = 0;
        for (LayerBlock kind : architecture.kinds()) {
            if (kind.feedForward().sparse().isPresent()) {
                experts = kind.feedForward().sparse().get().experts();
                perToken = kind.feedForward().sparse().get().expertsPerToken();
            }
        }
        long routed = 0;
        long activeRouted = 0;
        for (LedgerRow row : WeightInventory.of(architecture).rows(LedgerRow.Scope.DECODER)) {
            if (row.tensor().part() == Part.ROUTED_EXPERTS) {
                long each = row.storedBytes(architecture);
                routed = Math.addExact(
                        routed, Math.multiplyExact(each, row.tensor().copies()));
                activeRouted = Math.addExact(
                        activeRouted, Math.multiplyExact(each, row.tensor().activeCopies()));
            }
        }
        long other = Math.subtractExact(activeBytes(architecture), activeRouted);
        return new BatchCost(experts, perToken, routed, other, flopsPerToken(architecture));
    }

    /** Bytes of the weights that act on one token, as released, without tables that are only looked up. */
    public static long activeBytes(Architecture architecture) {
        long bytes = 0;
        for (LedgerRow row : WeightInventory.of(architecture).rows(LedgerRow.Scope.DECODER)) {
            if (!row.isLookedUp(architecture)) {
                long each = row.storedBytes(architecture);
                bytes = Math.addExact(
                        bytes, Math.multiplyExact(each, row.tensor().activeCopies()));
            }
        }
        return bytes;
    }

    /** Operations of the weights for one token, two for each weight that multiplies. */
    private static long flopsPerToken(Architecture architecture) {
        long active = 0;
        for (LedgerRow row : WeightInventory.of(architecture).rows(LedgerRow.Scope.DECODER)) {
            if (!row.isLookedUp(architecture)) {
                active = Math.addExact(active, row.activeElements());
            }
        }
        return Math.multiplyExact(2L, active);
    }

    /** Expected distinct routed experts that a batch touches in a layer. */
    public double distinctExperts(long batch) {
        return experts == 0 ? 0 : distinctExperts(experts, perToken, batch);
    }

    /** Expected distinct experts of a layer that a batch touches when every token chooses {@code perToken} of them. */
    public static double distinctExperts(long experts, long perToken, long batch) {
        return experts * (1 - power(1 - (double) perToken / experts, batch));
    }

    /** By squaring, so that the last digit is the same on every machine and in a browser. */
    private static double power(double base, long exponent) {
        double result = 1;
        double square = base;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }

    /** Expected bytes of routed experts read in one step. */
    public long expertBytes(long batch) {
        return experts == 0 ? 0 : Math.round(routedBytes * (distinctExperts(batch) / experts));
    }

    /** Expected bytes of weights read in one step. */
    public long weightBytes(long batch) {
        return Math.addExact(otherBytes, expertBytes(batch));
    }

    /** Weight operations for each byte of weights read. */
    public double intensity(long batch) {
        return (double) flopsPerToken * batch / weightBytes(batch);
    }

    /**
     * The smallest batch at which an accelerator's arithmetic takes as long as reading the weights; -1 beyond a
     * million.
     */
    public long criticalBatch(Accelerator accelerator) {
        double balance = accelerator.balance();
        for (long batch = 1; batch <= 1_000_000; batch++) {
            if (intensity(batch) >= balance) {
                return batch;
            }
        }
        return -1;
    }
}
