package dev.archnotes.site.drawing;

import dev.archnotes.model.tensor.Part;

/**
 * The color of a part of a model, the same in drawings, charts, tables and cards. The order is that in which parts are
 * listed.
 */
public enum PartColor {
    ATTENTION("attention", "Attention"),
    FEED_FORWARD("ffn", "Feed-forward"),
    NORMALIZATION("norm", "Normalization"),
    POSITIONS("position", "Positions"),
    EMBEDDING("embed", "Embedding and head");

    private final String key;
    private final String label;

    PartColor(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The color of a part's weights. */
    public static PartColor of(Part part) {
        switch (part) {
            case ATTENTION:
                return ATTENTION;
            case NORM:
                return NORMALIZATION;
            case EMBEDDING, HEAD:
                return EMBEDDING;
            default:
                return FEED_FORWARD;
        }
    }

    /** The part in words: {@code Feed-forward}. */
    public String label() {
        return label;
    }

    /** The stylesheet's name for something on a page that gives its color to what it holds: {@code part-ffn}. */
    public String cssClass() {
        return "part-" + key;
    }

    /** The stylesheet's name for a box or a bar within a drawing: {@code d-ffn}. */
    public String fill() {
        return "d-" + key;
    }

    /** The stylesheet's name for words within a drawing: {@code d-on-ffn}. */
    public String ink() {
        return "d-on-" + key;
    }
}
