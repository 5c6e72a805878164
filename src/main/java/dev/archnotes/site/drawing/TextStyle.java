package dev.archnotes.site.drawing;

/**
 * The kinds of text in pictures. Size and weight repeat what the stylesheet says of the class, so that text can be
 * measured.
 */
public enum TextStyle {
    /** The name of a part. */
    LABEL("d-label", 14, true),
    /** Dimensions and annotations. */
    SMALL("d-small", 13, false),
    /** A number that belongs to a mark and must stand out among annotations. */
    STRONG("d-strong", 13, true),
    /** A repeat count, {@code ×58}. */
    COUNT("d-count", 14, true),
    /** The scale of an axis. */
    TICK("c-tick", 13, false),
    /** The name of a series or mark in a chart. */
    NAME("c-name", 13, false),
    /** What an axis or a row shows. */
    TITLE("c-title", 13, false),
    /** Words in a figure that explains a mechanism. */
    FIGURE("f-words", 13, false),
    /** A number or a name in such a figure that must stand out. */
    FIGURE_STRONG("f-strong", 13, true);

    private final String cssClass;
    private final double size;
    private final boolean semibold;

    TextStyle(String cssClass, double size, boolean semibold) {
        this.cssClass = cssClass;
        this.size = size;
        this.semibold = semibold;
    }

    public String cssClass() {
        return cssClass;
    }

    public double size() {
        return size;
    }

    /** The estimated width of a line of text. */
    public double width(String text) {
        return GlyphWidths.of(text, semibold) * size;
    }

    /** The text where there is room for it, else as many of its first characters as fit, and an ellipsis. */
    public String fitted(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end).stripTrailing() + "…") > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
