package dev.archnotes.compare;

/** A part of an architecture drawing that is lit where two models differ in it. */
public enum DrawnPart {
    EMBEDDING("embedding"),
    POSITIONS("positions"),
    NORM("norm"),
    ATTENTION("attention"),
    FEED_FORWARD("feed_forward"),
    ROUTER("router"),
    EXPERTS("experts"),
    SHARED_EXPERT("shared_expert"),
    DENSE_BRANCH("dense_branch"),
    HEAD("head"),
    PREDICTION_MODULE("prediction_module"),
    VISION("vision"),
    /** The bracket around repeated layers: their number and their pattern. */
    LAYERS("layers");

    private final String key;

    DrawnPart(String key) {
        this.key = key;
    }

    /** The part's key: {@code shared_expert}. */
    public String key() {
        return key;
    }
}
