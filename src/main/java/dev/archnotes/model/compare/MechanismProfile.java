package dev.archnotes.model.compare;

import dev.archnotes.model.spec.Architecture;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What share of a model's layers uses which mechanism: {@code sliding windows 52/62, full attention 10/62}.
 *
 * <p>Each aspect is asked of the layers to which it applies: a router's function of the layers with experts, QK-norm of
 * the layers with heads of keys. An aspect that applies to no layer (routing in a dense model) is absent, and a layer
 * that gives no answer (no sinks) leaves its share open.
 *
 * @param asked for each aspect that applies, the number of layers that it was asked of
 * @param answered for each mechanism in use, the number of those layers that use it
 */
public record MechanismProfile(Map<Aspect, Long> asked, Map<Mechanism, Long> answered) {
    public MechanismProfile {
        asked = Collections.unmodifiableMap(new EnumMap<>(asked));
        answered = Collections.unmodifiableMap(new EnumMap<>(answered));
    }

    /** Finds the mechanisms of a model. */
    public static MechanismProfile of(Architecture architecture) {
        return new MechanismCount(architecture).profile();
    }

    /** Whether the question of an aspect makes sense for this model. */
    public boolean answers(Aspect aspect) {
        return asked.containsKey(aspect);
    }

    /** The number of layers to which the question of an aspect applies. */
    public long layersAsked(Aspect aspect) {
        return asked.getOrDefault(aspect, 0L);
    }

    /** The number of layers that use a mechanism; 1 for what the whole model has. */
    public long layers(Mechanism mechanism) {
        return answered.getOrDefault(mechanism, 0L);
    }

    /** The share of the layers asked that use a mechanism, 0 to 1. */
    public double share(Mechanism mechanism) {
        return uses(mechanism) ? (double) layers(mechanism) / layersAsked(mechanism.aspect()) : 0;
    }

    /** Whether any layer uses a mechanism. */
    public boolean uses(Mechanism mechanism) {
        return layers(mechanism) > 0;
    }

    /** All mechanisms in use. */
    public Set<Mechanism> mechanisms() {
        return answered.keySet();
    }

    /** The mechanisms by which it answers an aspect, in the order of the catalog. */
    public List<Mechanism> mechanisms(Aspect aspect) {
        return answered.keySet().stream()
                .filter(mechanism -> mechanism.aspect() == aspect)
                .toList();
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
