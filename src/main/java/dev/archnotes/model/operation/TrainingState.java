package dev.archnotes.model.operation;

/**
 * What training with Adam in mixed precision holds of every parameter, and how data-parallel devices divide it:
 * arXiv:1910.02054, sections 3.1 and 5. Activations come on top.
 */
public enum TrainingState {
    /** The weight of the forward pass, 16 bits. */
    WEIGHT(2, 3),
    /** Its gradient, 16 bits. */
    GRADIENT(2, 2),
    /** The weight that the optimizer changes, 32 bits. */
    MASTER_WEIGHT(4, 1),
    /** The running mean of the gradient, 32 bits. */
    MOMENTUM(4, 1),
    /** The running mean of its square, 32 bits. */
    VARIANCE(4, 1);

    private final long bytes;
    private final int dividedFrom;

    TrainingState(long bytes, int dividedFrom) {
        this.bytes = bytes;
        this.dividedFrom = dividedFrom;
    }

    /** Bytes of one parameter. */
    public long bytes() {
        return bytes;
    }

    /** Whether a stage divides it among the devices; stage 0 divides nothing. */
    public boolean isDivided(int stage) {
        return stage >= dividedFrom;
    }

    /** Bytes that one device holds, rounded up. */
    public long bytes(long parameters, int stage, long devices) {
        long all = Math.multiplyExact(bytes, parameters);
        return isDivided(stage) ? (all + devices - 1) / devices : all;
    }

    /** Bytes of all parts that one device holds. */
    public static long total(long parameters, int stage, long devices) {
        long sum = 0;
        for (TrainingState part : values()) {
            sum = Math.addExact(sum, part.bytes(parameters, stage, devices));
        }
        return sum;
    }
}
