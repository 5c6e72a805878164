package dev.archnotes.model.compare;

import dev.archnotes.model.fact.Fact;
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
    private static final Map<String, String> REPEATS =
            Map.of("parameters.active.all", "parameters.total", "context.trained", "context.configured");

    private IrrelevantFacts() {}

    static boolean contain(String path, Structure first, Structure second) {
        Optional<Fact> a = first.sheet().find(path);
        Optional<Fact> b = second.sheet().find(path);
        if (isSilent(a) && isSilent(b) || isOutOfReach(path, first) || isOutOfReach(path, second)) {
            return true;
        }
        switch (path) {
            case "parameters.active.all":
            case "context.trained":
                return repeats(path, first) && repeats(path, second);
            case "feed_forward.moe_layers":
            case "feed_forward.dense_layers":
                return isUniform(first, "feed_forward.kind") && isUniform(second, "feed_forward.kind");
            case "attention.mix":
                return isUniform(first, path) && isUniform(second, path);
            case "attention.query_width":
                return a.isPresent()
                        && b.isPresent()
                        && value(first, "attention.head_dim").equals(value(second, "attention.head_dim"));
            default:
                return false;
        }
    }

    /** Not known, not applicable, or known to be absent. */
    private static boolean isSilent(Optional<Fact> fact) {
        return fact.isEmpty()
                || fact.get().value() instanceof FactValue.NotPublished
                || ABSENCES.contains(fact.get().value().print());
    }

    /** What a cache or a token would take at a length that the model cannot read. */
    private static boolean isOutOfReach(String path, Structure model) {
        int at = path.indexOf("_at.");
        if (at < 0) {
            return false;
        }
        long longest = Math.max(
                model.whole("context.configured").orElse(0),
                model.whole("context.extended").orElse(0));
        return Long.parseLong(path.substring(at + "_at.".length())) > longest;
    }

    private static boolean repeats(String path, Structure model) {
        OptionalLong value = model.whole(path);
        return value.isEmpty() || value.equals(model.whole(Objects.requireNonNull(REPEATS.get(path), path)));
    }

    /** Whether all layers are of the one kind that the fact names. */
    private static boolean isUniform(Structure model, String path) {
        return !model.print(path).contains(" + ");
    }

    private static Optional<FactValue> value(Structure model, String path) {
        return model.sheet().find(path).map(Fact::value);
    }
}
