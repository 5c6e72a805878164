package dev.archnotes.site.drawing.concept;

/**
 * Where the map of concepts has its lines, parts and annotations, from left to right.
 *
 * @param width the width of the picture
 * @param side the right edge of the annotations at the left; 0 where all stand at the right
 * @param bracket the bracket around what repeats
 * @param loop the way of a new token back to the entry
 * @param stream the residual stream
 * @param left the left edge of the parts
 * @param right the right edge of the parts
 * @param text the left edge of the annotations at the right
 */
record MapColumns(
        double width, double side, double bracket, double loop, double stream, double left, double right, double text) {
    static final MapColumns WIDE = new MapColumns(1000, 250, 284, 308, 336, 368, 548, 580);
    static final MapColumns NARROW = new MapColumns(360, 0, 10, 24, 40, 53, 137, 149);

    /** The middle of the parts, where the branches run. */
    double center() {
        return (left + right) / 2;
    }

    /** Whether the annotations stand on both sides. */
    boolean twoSided() {
        return side > 0;
    }

    double partWidth() {
        return right - left;
    }
}
