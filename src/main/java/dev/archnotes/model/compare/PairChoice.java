package dev.archnotes.model.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * Which variants a page about two families shows first.
 *
 * <p>Pairs of comparable size come first, within a factor of three in total parameters; among them the two that are
 * nearest in structure, so that a mixture meets a mixture and the 30B-A3B its successor rather than the dense model of
 * nearly the same size. Where no two sizes are comparable, the largest variants stand for their families. Among equals
 * the larger pair is shown.
 *
 * @param first the variant of the first family
 * @param second the variant of the second
 */
public record PairChoice(Structure first, Structure second) {
    /** How many times as many parameters still count as comparable. */
    private static final long COMPARABLE = 3;

    /** Chooses among the variants of two families; neither list may be empty. */
    public static PairChoice of(List<Structure> first, List<Structure> second) {
        PairChoice best = null;
        for (PairChoice pair : all(first, second)) {
            if (pair.isComparable() && (best == null || pair.isBetterThan(best))) {
                best = pair;
            }
        }
        return best != null ? best : new PairChoice(largest(first), largest(second));
    }

    /** All pairs of variants, in the order given. */
    public static List<PairChoice> all(List<Structure> first, List<Structure> second) {
        List<PairChoice> pairs = new ArrayList<>();
        for (Structure a : first) {
            for (Structure b : second) {
                pairs.add(new PairChoice(a, b));
            }
        }
        return List.copyOf(pairs);
    }

    /** Whether neither has more than three times as many parameters as the other. */
    public boolean isComparable() {
        long larger = Math.max(first.parameters(), second.parameters());
        return larger / COMPARABLE < Math.min(first.parameters(), second.parameters());
    }

    private boolean isBetterThan(PairChoice other) {
        int order = Double.compare(distance(), other.distance());
        return order < 0
                || order == 0
                        && first.parameters() + second.parameters()
                                > other.first.parameters() + other.second.parameters();
    }

    private double distance() {
        return StructuralDistance.between(first, second).total();
    }

    private static Structure largest(List<Structure> variants) {
        Structure largest = variants.get(0);
        for (Structure variant : variants) {
            if (variant.parameters() > largest.parameters()) {
                largest = variant;
            }
        }
        return largest;
    }
}
