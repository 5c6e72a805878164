package dev.archnotes.model.compare;

import dev.archnotes.model.spec.Architecture;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What share of a model's layers uses which mechanism: {@code sliding windows 52/62, full attention 10/62}.
 *
 * <p>Each aspect is asked of the layers to which it applies: a router's function of the layers with experts, QK-norm of
 * the layers with heads of keys. An aspect that applies to no layer (routing in a dense model) is absent, and a layer
 * that gives no answer (no sinks) leaves its share open.
 *
 * @param shares for each aspect that applies, the mechanisms in use and their shares of those layers, more than 0
 */
public record MechanismProfile(Map<Aspect, Map<Mechanism, Double>> shares) {
    public MechanismProfile {
        Map<Aspect, Map<Mechanism, Double>> copy = new EnumMap<>(Aspect.class);
        shares.forEach((aspect, uses) -> copy.put(aspect, Collections.unmodifiableMap(new TreeMap<>(uses))));
        shares = Collections.unmodifiableMap(copy);
    }

    /** Finds the mechanisms of a model. */
    public static MechanismProfile of(Architecture model) {
        return new MechanismProfile(new MechanismCount(model).shares());
    }

    /** Whether the question of an aspect makes sense for this model. */
    public boolean answers(Aspect aspect) {
        return shares.containsKey(aspect);
    }

    /** The share of the layers asked that use a mechanism, 0 to 1. */
    public double share(Mechanism mechanism) {
        return shares.getOrDefault(mechanism.aspect(), Map.of()).getOrDefault(mechanism, 0.0);
    }

    /** Whether any layer uses a mechanism. */
    public boolean uses(Mechanism mechanism) {
        return share(mechanism) > 0;
    }

    /** All mechanisms in use. */
    public Set<Mechanism> mechanisms() {
        Set<Mechanism> used = EnumSet.noneOf(Mechanism.class);
        shares.values().forEach(uses -> used.addAll(uses.keySet()));
        return Collections.unmodifiableSet(used);
    }

    /**
     * How much two models differ in an aspect, 0 to 1: half the sum of the differences of all shares, the share without
     * an answer included. A model of which the question makes no sense has all its layers there: a dense model differs
     * from one with experts in the router as well, and so is not nearer to it than another mixture with another router.
     */
    public double difference(MechanismProfile other, Aspect aspect) {
        double sum = 0;
        double open = 0;
        for (Mechanism mechanism : Mechanism.values()) {
            if (mechanism.aspect() == aspect) {
                double difference = share(mechanism) - other.share(mechanism);
                sum += Math.abs(difference);
                open += difference;
            }
        }
        return (sum + Math.abs(open)) / 2;
    }
}
