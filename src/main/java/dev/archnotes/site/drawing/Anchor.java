package dev.archnotes.site.drawing;

/** Which point of a line of text stands at its coordinates. */
public enum Anchor {
    START("d-start"),
    MIDDLE("d-mid"),
    END("d-end");

    private final String cssClass;

    Anchor(String cssClass) {
        this.cssClass = cssClass;
    }

    public String cssClass() {
        return cssClass;
    }

    /** The left edge of a text of this width at {@code x}. */
    double left(double x, double width) {
        return this == START ? x : this == END ? x - width : x - width / 2;
    }
}
