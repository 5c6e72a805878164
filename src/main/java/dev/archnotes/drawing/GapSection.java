package dev.archnotes.drawing;

/** A piece of stream between two sections. */
record GapSection(double height) implements Section {
    @Override
    public void draw(Canvas canvas, double top) {
        canvas.stroke("d-stream", new PathData().move(STREAM, top + height).vertical(top));
    }
}
