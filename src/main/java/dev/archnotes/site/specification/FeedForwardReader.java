package dev.archnotes.site.specification;

import dev.archnotes.model.spec.Activation;
import dev.archnotes.model.spec.DenseFeedForward;
import dev.archnotes.model.spec.FeedForward;
import dev.archnotes.model.spec.MixtureOfExperts;
import dev.archnotes.model.spec.Router;
import dev.archnotes.site.yaml.YamlMapping;
import java.util.Map;
import java.util.Optional;

/** Reads one named feed-forward of a variant. */
final class FeedForwardReader {
    private static final Map<String, Boolean> KINDS = Map.of("dense", false, "mixture-of-experts", true);
    private static final Map<String, Activation> ACTIVATIONS = Map.of(
            "GELU", Activation.GELU,
            "SwiGLU", Activation.SWIGLU,
            "GeGLU", Activation.GEGLU,
            "clamped-SwiGLU", Activation.CLAMPED_SWIGLU);
    private static final Map<String, Router.Function> FUNCTIONS = Map.of(
            "sigmoid", Router.Function.SIGMOID,
            "softmax", Router.Function.SOFTMAX,
            "softmax-after-top-k", Router.Function.SOFTMAX_AFTER_TOP_K);

    private FeedForwardReader() {}

    static Optional<FeedForward> read(YamlMapping mapping) {
        boolean sparse = mapping.choice("kind", KINDS, false);
        Activation activation = mapping.choice("activation", ACTIVATIONS, Activation.SWIGLU);
        try {
            FeedForward feedForward = sparse
                    ? experts(mapping, activation)
                    : new DenseFeedForward(mapping.positive("intermediate_size"), activation, mapping.flag("biases"));
            mapping.finish();
            return Optional.of(feedForward);
        } catch (IllegalArgumentException impossible) {
            mapping.impossible(
                    mapping.has("experts_per_token") ? "experts_per_token" : "kind", impossible.getMessage(), "");
            return Optional.empty();
        }
    }

    private static FeedForward experts(YamlMapping mapping, Activation activation) {
        long shared = mapping.integerOr("shared_experts", 0);
        return new MixtureOfExperts(
                mapping.positive("experts"),
                mapping.positive("experts_per_token"),
                mapping.positive("expert_intermediate_size"),
                shared,
                shared > 0 ? mapping.positive("shared_intermediate_size") : 0,
                mapping.flag("shared_expert_gate"),
                mapping.integerOr("dense_branch_size", 0),
                router(mapping.mapping("router")),
                activation,
                mapping.flag("biases"));
    }

    private static Router router(YamlMapping mapping) {
        long groups = mapping.has("groups") ? mapping.positive("groups") : 1;
        long kept = mapping.has("groups_kept") ? mapping.positive("groups_kept") : groups;
        Router router = new Router(
                mapping.choice("function", FUNCTIONS, Router.Function.SOFTMAX),
                mapping.flag("biases"),
                mapping.flag("selection_bias"),
                groups,
                Math.min(kept, groups),
                mapping.optionalNumber("scaling").orElse(1.0));
        if (kept > groups) {
            mapping.impossible("groups_kept", kept + " groups kept of only " + groups, "");
        }
        mapping.finish();
        return router;
    }
}
