package dev.archnotes.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * How two models differ in one aspect: what the first uses in more of its layers than the second, and the reverse.
 *
 * @param aspect the aspect
 * @param first mechanisms of the first that the second lacks or uses less
 * @param second mechanisms of the second that the first lacks or uses less
 * @param amount what the difference adds to the distance
 */
public record AspectChange(Aspect aspect, List<Mechanism> first, List<Mechanism> second, double amount) {
    public AspectChange {
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    static AspectChange of(Aspect aspect, Structure a, Structure b) {
        List<Mechanism> first = new ArrayList<>();
        List<Mechanism> second = new ArrayList<>();
        for (Mechanism mechanism : Mechanism.values()) {
            if (mechanism.aspect() == aspect) {
                double difference = a.profile().share(mechanism) - b.profile().share(mechanism);
                if (difference != 0) {
                    (difference > 0 ? first : second).add(mechanism);
                }
            }
        }
        return new AspectChange(aspect, first, second, aspect.weight() * a.profile().difference(b.profile(), aspect));
    }

    /**
     * The mechanisms that a reader needs explained, with the one that each stands against, if the other model has one:
     * all that are not plain, or the plain one where nothing else differs.
     */
    public List<Told> told() {
        List<Told> told = new ArrayList<>();
        tell(first, second, told);
        tell(second, first, told);
        if (told.isEmpty()) {
            first.forEach(mechanism -> told.add(new Told(mechanism, second)));
            second.forEach(mechanism -> told.add(new Told(mechanism, first)));
        }
        return List.copyOf(told);
    }

    private static void tell(List<Mechanism> own, List<Mechanism> others, List<Told> told) {
        for (Mechanism mechanism : own) {
            if (!mechanism.isPlain()) {
                told.add(new Told(mechanism, others));
            }
        }
    }

    /**
     * A mechanism to explain.
     *
     * @param mechanism the mechanism
     * @param against what the other model uses in its place, if anything
     */
    public record Told(Mechanism mechanism, List<Mechanism> against) {
        public Told {
            against = List.copyOf(against);
        }
    }
}
