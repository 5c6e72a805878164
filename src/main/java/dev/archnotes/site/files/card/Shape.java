package dev.archnotes.site.files.card;

/**
 * An outline filled with one color. The outline is SVG path data, stretched and moved to its place.
 *
 * @param ink the color
 * @param path the outline
 * @param x where its origin stands, in pixels from the left
 * @param y where its origin stands, in pixels from the top
 * @param scaleX pixels to a unit of the path
 * @param scaleY pixels to a unit of the path, negative where its y points upward
 */
record Shape(Ink ink, String path, double x, double y, double scaleX, double scaleY) {
    static Shape box(Ink ink, double x, double y, double width, double height) {
        return new Shape(ink, "M0 0H1V1H0z", x, y, width, height);
    }
}
