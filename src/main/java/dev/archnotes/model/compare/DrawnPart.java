package dev.archnotes.model.compare;

/** A part of an architecture drawing that is emphasized where two models differ in it. */
public enum DrawnPart {
    EMBEDDING("embedding", "embedding"),
    /** How positions enter attention; a table of them is part of the embedding. */
    POSITIONS("positions", "attention"),
    NORM("norm", "norm"),
    ATTENTION("attention", "attention"),
    FEED_FORWARD("feed_forward", "feed-forward"),
    ROUTER("router", "feed-forward"),
    EXPERTS("experts", "feed-forward"),
    SHARED_EXPERT("shared_expert", "feed-forward"),
    DENSE_BRANCH("dense_branch", "feed-forward"),
    HEAD("head", "embedding"),
    PREDICTION_MODULE("prediction_module", "extras"),
    VISION("vision", "extras"),
    /** The bracket around repeated layers: their number and their pattern. */
    LAYERS("layers", "layers");

    private final String key;
    private final String region;

    DrawnPart(String key, String region) {
        this.key = key;
        this.region = region;
    }

    /** The part's key: {@code shared_expert}. */
    public String key() {
        return key;
    }

    /** The larger part of a drawing in which it stands: {@code feed-forward} for a router. */
    public String region() {
        return region;
    }
}
