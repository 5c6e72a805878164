package dev.archnotes.model.attention;

import dev.archnotes.model.form.Choice;

/** Which attention projections carry biases. */
public enum AttentionBiases implements Choice {
    NONE("none", "none"),
    QUERY_KEY_VALUE("qkv", "q, k, v"),
    ALL("all", "q, k, v, output");

    private final String word;
    private final String label;

    AttentionBiases(String word, String label) {
        this.word = word;
        this.label = label;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String label() {
        return label;
    }
}
