package dev.archnotes.model.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * A variant of one family and one of another, to be set side by side.
 *
 * @param first the variant of the first family
 * @param second the variant of the second
 */
public record PairChoice(Structure first, Structure second) {
    /** How many times as many parameters still count as comparable. */
    private static final long COMPARABLE = 3;

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
}
