package dev.archnotes.site.drawing.architecture;

import dev.archnotes.site.drawing.Canvas;

/** A part of a layer as a box beside the residual stream. */
interface PartBox {
    double LINE = 15;
    double PADDING = 12;
    /** Width available to text and figures within a box. */
    double INNER = Section.RIGHT - Section.LEFT - 2 * PADDING;

    /** The least height. */
    double height();

    /** Draws it at a height of at least the least. */
    void draw(Canvas canvas, double top, double height);
}
