package dev.archnotes.drawing;

/** A line of text beside the stream: how the kinds of layers follow one another. */
record NoteSection(Phrase phrase) implements Section {
    @Override
    public double height() {
        return 26;
    }

    @Override
    public void draw(Canvas canvas, double top) {
        canvas.stroke("d-stream", new PathData().move(STREAM, top + height()).vertical(top));
        canvas.text("", TextStyle.SMALL, Anchor.START, STREAM + 12, top + 17, phrase.runs());
    }
}
