package dev.archnotes.site.drawing.architecture;

import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.TextStyle;

/** The place of a layer that only the model at its side has: the stream passes by. */
record AbsentSection(double height) implements Section {
    @Override
    public Rows rows() {
        return Rows.of(height);
    }

    @Override
    public void draw(Canvas canvas, double top, Rows rows) {
        canvas.box("d-absent", FRAME, top, FRAME_END - FRAME, height, 8);
        canvas.stroke("d-stream", new PathData().move(STREAM, top + height).vertical(top));
        canvas.text(TextStyle.SMALL, Anchor.MIDDLE, CENTER, top + height / 2 + 4, "no layer of this kind");
    }
}
