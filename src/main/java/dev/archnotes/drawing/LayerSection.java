package dev.archnotes.drawing;

import dev.archnotes.spec.Normalization;

/** One kind of layer: two branches off the residual stream, each with its norms where they act. */
record LayerSection(Subject subject, Phrase heading, PartBox attention, PartBox feedForward) implements Section {
    private static final double HEADING = 24;
    private static final double SEAM = 12;

    private Normalization norms() {
        return subject.model().normalization();
    }

    @Override
    public double height() {
        return HEADING + branch(feedForward) + SEAM + branch(attention) + 12;
    }

    private double above() {
        return norms().placement().normalizesOutputs() ? 30 : 16;
    }

    private double below() {
        return norms().placement().normalizesInputs() ? 30 : 18;
    }

    private double branch(PartBox part) {
        return above() + part.height() + below();
    }

    @Override
    public void draw(Canvas canvas, double top) {
        canvas.box("d-layer", FRAME, top, WIDTH - 2 - FRAME, height(), 8);
        canvas.stroke("d-stream", new PathData().move(STREAM, top + height()).vertical(top));
        canvas.text("", TextStyle.STRONG, Anchor.START, LEFT, top + 16, heading.runs());
        drawBranch(canvas, feedForward, top + HEADING, false);
        drawBranch(canvas, attention, top + HEADING + branch(feedForward) + SEAM, true);
    }

    /** A branch leaves the stream below, runs up through its part and is added back above. */
    private void drawBranch(Canvas canvas, PartBox part, double top, boolean widths) {
        double partTop = top + above();
        double partBottom = partTop + part.height();
        double leave = top + branch(part) - 2;
        double join = top + 2;
        canvas.stroke("d-branch", new PathData().move(STREAM, leave).horizontal(CENTER - 6).corner(CENTER, leave, CENTER, leave - 6).vertical(partBottom));
        canvas.stroke("d-branch", new PathData().move(CENTER, partTop).vertical(join + 6).corner(CENTER, join, CENTER - 6, join).horizontal(STREAM + 13));
        canvas.stroke("d-arrow-head", new PathData().move(STREAM + 8, join).line(STREAM + 14, join - 3.5).line(STREAM + 14, join + 3.5).close());
        if (norms().placement().normalizesInputs()) {
            drawNorm(canvas, partBottom + 9, CENTER);
        }
        if (norms().placement().normalizesOutputs()) {
            drawNorm(canvas, partTop - 15, CENTER);
        }
        part.draw(canvas, partTop);
        if (widths) {
            canvas.text(TextStyle.SMALL, Anchor.START, STREAM + 10, leave - 5,
                    subject.phrase().count("hidden_size", subject.model().hiddenSize()).words(" wide"));
        }
        canvas.dot("d-add", STREAM, join, 7, "");
        canvas.stroke("d-add-sign", new PathData().move(STREAM - 4, join).horizontal(STREAM + 4).move(STREAM, join - 4).vertical(join + 4));
    }

    private void drawNorm(Canvas canvas, double top, double middle) {
        Canvas norm = new Canvas();
        norm.box("d-norm-bar", middle - 42, top, 84, 6, 3);
        norm.text("d-on-norm", TextStyle.SMALL, Anchor.START, middle + 50, top + 7, subject.phrase().words(PartWords.norm(norms())).runs());
        canvas.add(new Mark.Group("d-link" + subject.emphasis("norm"), subject.link("normalization"), norm.marks()));
    }
}
