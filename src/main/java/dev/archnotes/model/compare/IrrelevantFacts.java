package dev.archnotes.model.compare;

import dev.archnotes.model.fact.Fact;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Facts that a comparison leaves out: absent from both models, beyond their context, or equal to a fact shown beside.
 */
final class IrrelevantFacts {
    private static final List<String> ABSENCES = List.of("no", "none", "0");
    /** A fact of all dense or all uniform models that repeats another. */
    private static final Map<FactPath, FactPath> REPEATS = Map.of(
            FactPath.PARAMETERS_ACTIVE_ALL,
            FactPath.PARAMETERS_TOTAL,
            FactPath.CONTEXT_TRAINED,
            FactPath.CONTEXT_CONFIGURED);

    private IrrelevantFacts() {}

    static boolean contain(FactPath path, Structure first, Structure second) {
        Optional<Fact> a = first.sheet().find(path);
        Optional<Fact> b = second.sheet().find(path);
        if (isSilent(a) && isSilent(b) || isOutOfReach(path, first) || isOutOfReach(path, second)) {
            return true;
        }
        if (REPEATS.containsKey(path)) {
            return repeats(path, first) && repeats(path, second);
        }
        if (path.equals(FactPath.FEED_FORWARD_MOE_LAYERS) || path.equals(FactPath.FEED_FORWARD_DENSE_LAYERS)) {
            return isUniform(first, FactPath.FEED_FORWARD_KIND) && isUniform(second, FactPath.FEED_FORWARD_KIND);
        }
        if (path.equals(FactPath.ATTENTION_MIX)) {
            return isUniform(first, path) && isUniform(second, path);
        }
        return path.equals(FactPath.ATTENTION_QUERY_WIDTH)
                && a.isPresent()
                && b.isPresent()
                && value(first, FactPath.ATTENTION_HEAD_DIM).equals(value(second, FactPath.ATTENTION_HEAD_DIM));
    }

    /** Not known, not applicable, or known to be absent. */
    private static boolean isSilent(Optional<Fact> fact) {
        return fact.isEmpty()
                || fact.get().value() instanceof FactValue.NotPublished
                || ABSENCES.contains(fact.get().value().print());
    }

    /** What a cache or a token would take at a length that the model cannot read. */
    private static boolean isOutOfReach(FactPath path, Structure variant) {
        return variant.sheet().isBeyondContext(path);
    }

    private static boolean repeats(FactPath path, Structure variant) {
        OptionalLong value = variant.whole(path);
        return value.isEmpty() || value.equals(variant.whole(Objects.requireNonNull(REPEATS.get(path), path.text())));
    }

    /** Whether all layers are of the one kind that the fact names. */
    private static boolean isUniform(Structure variant, FactPath path) {
        return !variant.print(path).contains(" + ");
    }

    private static Optional<FactValue> value(Structure variant, FactPath path) {
        return variant.sheet().find(path).map(Fact::value);
    }
}
