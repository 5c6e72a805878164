package dev.archnotes.site.drawing.architecture;

import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.Phrase;
import dev.archnotes.site.drawing.TextStyle;

/** A line of text beside the stream: how the kinds of layers follow one another. */
record NoteSection(Phrase phrase) implements Section {
    @Override
    public Rows rows() {
        return Rows.of(26.0);
    }

    @Override
    public void draw(Canvas canvas, double top, Rows rows) {
        canvas.stroke("d-stream", new PathData().move(STREAM, top + rows.sum()).vertical(top));
        canvas.text("", TextStyle.SMALL, Anchor.START, STREAM + 12, top + 17, phrase.runs());
    }
}
