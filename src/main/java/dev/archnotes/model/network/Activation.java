package dev.archnotes.model.network;

import dev.archnotes.model.form.Choice;
import java.util.List;

/** The non-linearity of a feed-forward network, and whether a second matrix gates it (arXiv:2002.05202). */
public enum Activation implements Choice {
    GELU("GELU", "GELU", false),
    SWIGLU("SwiGLU", "SwiGLU", true),
    GEGLU("GeGLU", "GeGLU", true),
    CLAMPED_SWIGLU("clamped-SwiGLU", "clamped SwiGLU", true),
    RELU("ReLU", "ReLU", false),
    /** The square of ReLU (arXiv:2109.08668, abstract). */
    SQUARED_RELU("squared-ReLU", "squared ReLU", false),
    /** A parabola above zero and an exponential below it, with two learned slopes (arXiv:2411.13010, section 3). */
    XIELU("xIELU", "xIELU", false),
    /** A gate through the square of ReLU (arXiv:2504.12285, section 2). */
    SQUARED_REGLU("squared-ReGLU", "squared ReGLU", true);

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

    /** The names of the numbers that it learns in each layer. */
    public List<String> learned() {
        return this == XIELU ? List.of("act_fn.alpha_p", "act_fn.alpha_n") : List.of();
    }
}
