package dev.archnotes.data;

import java.util.Set;

/** The type of a fact's value in JSON and CSV. */
enum FactType {
    INTEGER("integer"),
    /** A quotient of two integers; a share of 12 % is 0.12. */
    NUMBER("number"),
    TEXT("string"),
    FLAG("boolean");

    private static final Set<String> TEXTS = Set.of(
            "id", "model", "name", "organisation", "announced", "released", "license", "vision", "released_precision", "training.accelerator",
            "attention.kind", "attention.mix", "attention.qk_norm", "attention.biases", "attention.logit_soft_cap", "attention.temperature",
            "positions.kind", "positions.scaling", "normalization.kind", "normalization.placement", "normalization.epsilon",
            "feed_forward.kind", "feed_forward.activation", "feed_forward.router", "feed_forward.router_groups", "feed_forward.router_scaling");
    private static final Set<String> FLAGS = Set.of(
            "open_license", "tied_embeddings", "attention.sinks", "attention.output_gate", "normalization.zero_centered", "feed_forward.router_bias");
    private static final Set<String> NUMBERS =
            Set.of("training.tokens_per_parameter", "training.implied_utilization", "feed_forward.sparsity");
    private static final Set<String> NULLABLE = Set.of(
            "model", "organisation", "released", "license", "context.trained", "training.tokens", "training.gpu_hours");

    private final String jsonName;

    FactType(String jsonName) {
        this.jsonName = jsonName;
    }

    /** The type's name in JSON Schema. */
    String jsonName() {
        return jsonName;
    }

    static FactType of(String path) {
        if (TEXTS.contains(path)) {
            return TEXT;
        }
        if (FLAGS.contains(path)) {
            return FLAG;
        }
        return NUMBERS.contains(path) ? NUMBER : INTEGER;
    }

    /** Whether the value may be null: known to exist, but not published, or not told by a bare configuration. */
    static boolean isNullable(String path) {
        return NULLABLE.contains(path);
    }
}
