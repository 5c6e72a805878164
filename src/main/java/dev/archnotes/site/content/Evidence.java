package dev.archnotes.site.content;

/** How well it is known that a design comes from another, or that a model uses a mechanism. */
public enum Evidence {
    STATED("stated by the makers"),
    CONFIGURATION("same structure in the released configuration"),
    INFERENCE("our inference");

    private final String label;

    Evidence(String label) {
        this.label = label;
    }

    /** In words, for a reader. */
    public String label() {
        return label;
    }
}
