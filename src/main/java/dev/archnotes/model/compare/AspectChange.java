package dev.archnotes.model.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * How two models differ in one aspect: what the first uses in more of its layers than the second, and the reverse.
 *
 * @param aspect the aspect
 * @param first mechanisms of the first that the second lacks or uses less
 * @param second mechanisms of the second that the first lacks or uses less
 * @param both those among them that both use, in different shares of their layers
 * @param amount what the difference adds to the distance
 */
public record AspectChange(
        Aspect aspect, List<Mechanism> first, List<Mechanism> second, List<Mechanism> both, double amount) {
    /** From here on a mechanism that both use is explained where it alone makes the difference. */
    private static final double NOTEWORTHY = 0.4;

    public AspectChange {
        both = List.copyOf(both);
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    static AspectChange of(Aspect aspect, Structure a, Structure b) {
        List<Mechanism> first = new ArrayList<>();
        List<Mechanism> second = new ArrayList<>();
        List<Mechanism> both = new ArrayList<>();
        for (Mechanism mechanism : Mechanism.values()) {
            if (mechanism.aspect() == aspect) {
                double difference = a.profile().share(mechanism) - b.profile().share(mechanism);
                if (difference != 0) {
                    (difference > 0 ? first : second).add(mechanism);
                    if (a.uses(mechanism) && b.uses(mechanism)) {
                        both.add(mechanism);
                    }
                }
            }
        }
        return new AspectChange(
                aspect, first, second, both, aspect.weight() * a.profile().difference(b.profile(), aspect));
    }

    /**
     * The mechanisms that a reader needs explained, with the one that each stands against, if the other model has one:
     * all that only one model has and that are not plain; else what both have in clearly different shares of their
     * layers; else the plain one.
     */
    public List<Explained> explained() {
        List<Explained> explained = new ArrayList<>();
        explain(first, second, explained);
        explain(second, first, explained);
        boolean onlyShares = explained.isEmpty() && !both.isEmpty();
        if (onlyShares && amount >= NOTEWORTHY) {
            both.stream()
                    .filter(mechanism -> !mechanism.isPlain())
                    .forEach(mechanism -> explained.add(new Explained(mechanism, List.of())));
        }
        if (explained.isEmpty() && !onlyShares) {
            first.forEach(mechanism -> explained.add(new Explained(mechanism, second)));
            second.forEach(mechanism -> explained.add(new Explained(mechanism, first)));
        }
        return List.copyOf(explained);
    }

    private void explain(List<Mechanism> own, List<Mechanism> others, List<Explained> explained) {
        for (Mechanism mechanism : own) {
            if (!mechanism.isPlain() && !both.contains(mechanism)) {
                explained.add(new Explained(mechanism, others));
            }
        }
    }

    /**
     * A mechanism to explain.
     *
     * @param mechanism the mechanism
     * @param against what the other model uses in its place, if anything
     */
    public record Explained(Mechanism mechanism, List<Mechanism> against) {
        public Explained {
            against = List.copyOf(against);
        }
    }
}
