package dev.archnotes.model.tensor;

/** The part of a model to which a weight tensor belongs; every count by group is a sum over the tensors of one part. */
public enum Part {
    EMBEDDING("embedding", "Embedding"),
    ATTENTION("attention", "Attention"),
    DENSE_FEED_FORWARD("dense_ffn", "Dense feed-forward"),
    ROUTED_EXPERTS("routed_experts", "Routed experts"),
    SHARED_EXPERTS("shared_experts", "Shared experts"),
    ROUTER("router", "Router"),
    NORM("norm", "Normalization"),
    HEAD("head", "Output head");

    private final String key;
    private final String label;

    Part(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The group's key in {@code data/models.json}, for example {@code routed_experts}. */
    public String key() {
        return key;
    }

    /** The group's name in tables and drawings. */
    public String label() {
        return label;
    }
}
