package dev.archnotes.site.drawing.history;

/** How well a step or a tie is known: whole, broken or dotted lines, and marks that are filled, ringed or open. */
public enum Certainty {
    STATED("f-stated"),
    CONFIGURATION("f-configuration"),
    INFERENCE("f-inference");

    private final String cssClass;

    Certainty(String cssClass) {
        this.cssClass = cssClass;
    }

    String cssClass() {
        return cssClass;
    }
}
