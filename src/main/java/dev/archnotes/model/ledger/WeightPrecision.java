package dev.archnotes.model.ledger;

/** How many bits a weight takes where a model is run. */
public enum WeightPrecision {
    /** As in the released checkpoint, scales included. */
    RELEASED(0),
    BITS_16(16),
    BITS_8(8),
    BITS_4(4);

    private final long bits;

    WeightPrecision(long bits) {
        this.bits = bits;
    }

    /** Bits of a weight; 0 where the checkpoint decides. */
    public long bits() {
        return bits;
    }

    /** The precision of so many bits; 0 is the released one. */
    public static WeightPrecision of(long bits) {
        for (WeightPrecision precision : values()) {
            if (precision.bits == bits) {
                return precision;
            }
        }
        throw new IllegalArgumentException("weights of " + bits + " bits");
    }
}
