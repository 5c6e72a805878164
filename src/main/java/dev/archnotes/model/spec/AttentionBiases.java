package dev.archnotes.model.spec;

/** Which attention projections carry biases. */
public enum AttentionBiases {
    NONE("none"),
    QUERY_KEY_VALUE("q, k, v"),
    ALL("q, k, v, output");

    private final String label;

    AttentionBiases(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
