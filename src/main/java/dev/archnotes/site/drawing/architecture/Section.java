package dev.archnotes.site.drawing.architecture;

import dev.archnotes.site.drawing.Canvas;

/**
 * A horizontal slice of the architecture drawing that knows how much room it needs and draws itself into what it gets.
 */
interface Section {
    /** The residual stream, where a token's vector runs upward. */
    double STREAM = 20;
    /** The left edge of the parts beside the stream. */
    double LEFT = 56;
    /** The right edge of the parts. */
    double RIGHT = 302;
    /** The middle of the parts, where a branch runs. */
    double CENTER = (LEFT + RIGHT) / 2;
    /**
     * The left edge of the frame around a layer; what repeats is bracketed on its other side, so that a drawing begins
     * flush.
     */
    double FRAME = 2;
    /** The right edge of the frame around a layer. */
    double FRAME_END = RIGHT + 6;
    /** The width of the whole drawing. */
    double WIDTH = 360;

    /** The least height of each of its rows, top first. */
    Rows rows();

    /** Draws it below {@code top} with rows of at least their least heights. */
    void draw(Canvas canvas, double top, Rows rows);

    default double height() {
        return rows().sum();
    }
}
