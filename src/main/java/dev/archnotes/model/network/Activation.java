package dev.archnotes.model.network;

import dev.archnotes.model.form.Choice;

/** The non-linearity of a feed-forward network, and whether a second matrix gates it (arXiv:2002.05202). */
public enum Activation implements Choice {
    GELU("GELU", "GELU", false),
    SWIGLU("SwiGLU", "SwiGLU", true),
    GEGLU("GeGLU", "GeGLU", true),
    CLAMPED_SWIGLU("clamped-SwiGLU", "clamped SwiGLU", true),
    /** The square of ReLU (arXiv:2109.08668, abstract). */
    SQUARED_RELU("squared-ReLU", "squared ReLU", false);

    private final String word;
    private final String label;
    private final boolean gated;

    Activation(String word, String label, boolean gated) {
        this.word = word;
        this.label = label;
        this.gated = gated;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String label() {
        return label;
    }

    public boolean isGated() {
        return gated;
    }
}
