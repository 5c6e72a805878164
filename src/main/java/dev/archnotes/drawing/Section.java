package dev.archnotes.drawing;

/** A horizontal slice of the architecture drawing that knows its height and draws itself below a given line. */
interface Section {
    /** The residual stream, where a token's vector runs upward. */
    double STREAM = 70;
    /** The left edge of the parts beside the stream. */
    double LEFT = 106;
    /** The right edge of the parts. */
    double RIGHT = 352;
    /** The middle of the parts, where a branch runs. */
    double CENTER = (LEFT + RIGHT) / 2;
    /** The left edge of the frame around a layer. */
    double FRAME = 52;
    /** The width of the whole drawing. */
    double WIDTH = 360;

    double height();

    void draw(Canvas canvas, double top);
}
