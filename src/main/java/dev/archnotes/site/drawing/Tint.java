package dev.archnotes.site.drawing;

/**
 * How a mark is filled, for pictures that are drawn without the stylesheet.
 *
 * @param color the part of a model whose color it has
 * @param pale whether it is thinned
 */
public record Tint(PartColor color, boolean pale) {
    /** The full color. */
    public static Tint of(PartColor color) {
        return new Tint(color, false);
    }
}
