package dev.archnotes.model.compare;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which families use a mechanism, in any of their sizes. What few share says more about two models than what all share.
 *
 * @param families the slugs of the families, by mechanism
 */
public record MechanismUse(Map<Mechanism, Set<String>> families) {
    public MechanismUse {
        Map<Mechanism, Set<String>> copy = new EnumMap<>(Mechanism.class);
        families.forEach((mechanism, slugs) -> copy.put(mechanism, Collections.unmodifiableSet(new TreeSet<>(slugs))));
        families = Collections.unmodifiableMap(copy);
    }

    /** Collects the uses of all variants. */
    public static MechanismUse of(Collection<Structure> variants) {
        Map<Mechanism, Set<String>> families = new EnumMap<>(Mechanism.class);
        for (Structure variant : variants) {
            for (Mechanism mechanism : variant.profile().mechanisms()) {
                families.computeIfAbsent(mechanism, unused -> new TreeSet<>())
                        .add(variant.model().family());
            }
        }
        return new MechanismUse(families);
    }

    /** The number of families that use a mechanism. */
    public int count(Mechanism mechanism) {
        return families.getOrDefault(mechanism, Set.of()).size();
    }
}
