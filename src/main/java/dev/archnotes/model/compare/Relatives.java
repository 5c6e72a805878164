package dev.archnotes.model.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The relatives of every family: all other families, nearest first. Two families are as near as their nearest variants.
 *
 * @param byFamily the relatives by the slug of a family
 */
public record Relatives(Map<String, List<Relative>> byFamily) {
    private static final Comparator<Relative> NEAREST = Comparator.comparingDouble(
                    (Relative relative) -> relative.distance().total())
            .thenComparing(relative -> order(relative.own()))
            .thenComparing(relative -> order(relative.other()));

    public Relatives {
        Map<String, List<Relative>> copy = new TreeMap<>();
        byFamily.forEach((family, relatives) -> copy.put(family, List.copyOf(relatives)));
        byFamily = Collections.unmodifiableMap(copy);
    }

    /** Among equals the older comes first: R1 has the structure of V3. */
    private static String order(Structure variant) {
        return variant.variant().announced() + " " + variant.variant().id();
    }

    /** Measures all variants of all families, which are given by slug. */
    public static Relatives of(Map<String, List<Structure>> families) {
        Map<String, List<Relative>> relatives = new TreeMap<>();
        families.forEach((family, own) -> relatives.put(family, of(family, own, families)));
        return new Relatives(relatives);
    }

    private static List<Relative> of(String family, List<Structure> own, Map<String, List<Structure>> families) {
        List<Relative> relatives = new ArrayList<>();
        families.forEach((other, theirs) -> {
            if (!other.equals(family)) {
                relatives.add(nearest(own, theirs));
            }
        });
        relatives.sort(NEAREST);
        return relatives;
    }

    private static Relative nearest(List<Structure> own, List<Structure> theirs) {
        List<Relative> pairs = new ArrayList<>();
        for (Structure first : own) {
            for (Structure second : theirs) {
                pairs.add(new Relative(first, second, StructuralDistance.between(first, second)));
            }
        }
        return Collections.min(pairs, NEAREST);
    }

    /** The nearest other families of a family, at most {@code count}. */
    public List<Relative> nearest(String family, int count) {
        List<Relative> all = byFamily.getOrDefault(family, List.of());
        return all.subList(0, Math.min(count, all.size()));
    }
}
