package dev.archnotes.model.spec;

/** The non-linearity of a feed-forward network, and whether a second matrix gates it (arXiv:2002.05202). */
public enum Activation {
    GELU("GELU", false),
    SWIGLU("SwiGLU", true),
    GEGLU("GeGLU", true),
    CLAMPED_SWIGLU("clamped SwiGLU", true);

    private final String label;
    private final boolean gated;

    Activation(String label, boolean gated) {
        this.label = label;
        this.gated = gated;
    }

    public String label() {
        return label;
    }

    public boolean isGated() {
        return gated;
    }
}
