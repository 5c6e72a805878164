package dev.archnotes.site.drawing.architecture;

import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.PathData;

/** A piece of stream between two sections. */
record GapSection(double height) implements Section {
    @Override
    public Rows rows() {
        return Rows.of(height);
    }

    @Override
    public void draw(Canvas canvas, double top, Rows rows) {
        canvas.stroke("d-stream", new PathData().move(STREAM, top + height).vertical(top));
    }
}
