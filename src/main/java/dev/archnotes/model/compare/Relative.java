package dev.archnotes.model.compare;

/**
 * A family near another.
 *
 * @param own the variant of the family in question
 * @param other the variant of the relative; of all pairs of variants these two are nearest
 * @param distance how far apart those two are
 */
public record Relative(Structure own, Structure other, StructuralDistance distance) {
    /** The slug of the relative's family. */
    public String family() {
        return other.variant().family();
    }

    /** The two set side by side: what differs in mechanisms, the heaviest first, and all facts. */
    public PairComparison comparison() {
        return PairComparison.of(own, other);
    }
}
