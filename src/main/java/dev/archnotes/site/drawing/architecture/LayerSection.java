package dev.archnotes.site.drawing.architecture;

import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.site.content.ExplainedPart;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.Phrase;
import dev.archnotes.site.drawing.TextStyle;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One kind of layer: two branches off the residual stream, each with its norms where they act; one branch where the
 * layer has only one part.
 *
 * @param kind its place among the model's kinds of layers
 */
record LayerSection(
        int kind, Subject subject, Phrase heading, Optional<PartBox> attention, Optional<PartBox> feedForward)
        implements Section {
    private static final double HEADING = 24;
    private static final double SEAM = 12;
    private static final double FOOT = 12;
    /** The way into a part without a norm. */
    private static final double BARE = 18;
    /** Where the vector that both parts read runs past the attention. */
    private static final double BESIDE = RIGHT + 4.5;
    /** Where the frame ends that holds that way as well. */
    private static final double WIDER_FRAME_END = FRAME_END + 2.5;
    /** The rows of a branch follow one another: above the part, the part, below it. */
    private static final int FEED_FORWARD_ROW = 1;

    private static final int ATTENTION_ROW = 5;

    private Normalization norms() {
        return subject.architecture().normalization();
    }

    @Override
    public Rows rows() {
        return Rows.of(
                HEADING,
                above(feedForward),
                feedForward.map(PartBox::height).orElse(0.0),
                isParallel() && norms().placement().sharesNorm() ? BARE : below(feedForward),
                attention.isPresent() && feedForward.isPresent() ? SEAM : 0,
                above(attention),
                attention.map(PartBox::height).orElse(0.0),
                below(attention),
                FOOT);
    }

    private double above(Optional<PartBox> part) {
        if (part.isEmpty()) {
            return 0;
        }
        return norms().placement().normalizesOutputs() ? 30 : 16;
    }

    private double below(Optional<PartBox> part) {
        if (part.isEmpty()) {
            return 0;
        }
        return norms().placement().normalizesInputs() ? 30 : BARE;
    }

    @Override
    public void draw(Canvas canvas, double top, Rows rows) {
        double end = isParallel() ? WIDER_FRAME_END : FRAME_END;
        canvas.box("d-layer", FRAME, top, end - FRAME, rows.sum(), 8);
        canvas.stroke("d-stream", new PathData().move(STREAM, top + rows.sum()).vertical(top));
        canvas.text("", TextStyle.STRONG, Anchor.START, LEFT, top + 16, heading.runs());
        feedForward.ifPresent(part -> drawBranch(canvas, part, top, rows, FEED_FORWARD_ROW));
        attention.ifPresent(part -> drawBranch(canvas, part, top, rows, ATTENTION_ROW));
    }

    /** A branch leaves the stream below, runs up through its part and is added back above. */
    private void drawBranch(Canvas canvas, PartBox part, double sectionTop, Rows rows, int row) {
        double top = sectionTop + rows.top(row);
        double partTop = sectionTop + rows.top(row + 1);
        double partBottom = sectionTop + rows.top(row + 2);
        double leave = sectionTop + rows.top(row + 3) - 2;
        double join = top + 2;
        if (row == FEED_FORWARD_ROW && isParallel()) {
            drawSharedInput(canvas, sectionTop, rows, leave, partBottom);
        } else {
            canvas.stroke(
                    "d-branch",
                    new PathData()
                            .move(STREAM, leave)
                            .horizontal(CENTER - 6)
                            .corner(CENTER, leave, CENTER, leave - 6)
                            .vertical(partBottom));
        }
        canvas.stroke(
                "d-branch",
                new PathData()
                        .move(CENTER, partTop)
                        .vertical(join + 6)
                        .corner(CENTER, join, CENTER - 6, join)
                        .horizontal(STREAM + 13));
        canvas.stroke(
                "d-arrow-head",
                new PathData()
                        .move(STREAM + 8, join)
                        .line(STREAM + 14, join - 3.5)
                        .line(STREAM + 14, join + 3.5)
                        .close());
        boolean normed = norms().placement().normalizesInputs()
                && !(row == FEED_FORWARD_ROW
                        && isParallel()
                        && norms().placement().sharesNorm());
        if (normed) {
            drawNorm(canvas, partBottom + 9, Normalization.Placement::normalizesInputs);
        } else if (isBeside(Normalization.Placement::normalizesInputs)) {
            drawAbsentNorm(canvas, partBottom + 9);
        }
        if (norms().placement().normalizesOutputs()) {
            drawNorm(canvas, partTop - 15, Normalization.Placement::normalizesOutputs);
        } else if (isBeside(Normalization.Placement::normalizesOutputs)) {
            drawAbsentNorm(canvas, partTop - 15);
        }
        part.draw(canvas, partTop, rows.height(row + 1));
        if (row == ATTENTION_ROW || attention.isEmpty()) {
            canvas.text(
                    TextStyle.SMALL,
                    Anchor.START,
                    STREAM + 10,
                    leave - 5,
                    subject.phrase()
                            .count(FactPath.HIDDEN_SIZE, subject.architecture().hiddenSize())
                            .words(" wide"));
        }
        canvas.dot("d-add", STREAM, join, 7, "");
        canvas.stroke(
                "d-add-sign",
                new PathData()
                        .move(STREAM - 4, join)
                        .horizontal(STREAM + 4)
                        .move(STREAM, join - 4)
                        .vertical(join + 4));
    }

    /** The feed-forward of a parallel block reads what the attention reads: before its norm, or behind a shared one. */
    private void drawSharedInput(Canvas canvas, double sectionTop, Rows rows, double enter, double partBottom) {
        double attentionBottom = sectionTop + rows.top(ATTENTION_ROW + 2);
        double fork =
                norms().placement().sharesNorm() ? attentionBottom + 4 : sectionTop + rows.top(ATTENTION_ROW + 3) - 2;
        canvas.stroke(
                "d-branch",
                new PathData()
                        .move(CENTER - (norms().placement().sharesNorm() ? 0 : 6), fork)
                        .horizontal(BESIDE - 6)
                        .corner(BESIDE, fork, BESIDE, fork - 6)
                        .vertical(enter + 6)
                        .corner(BESIDE, enter, BESIDE - 6, enter)
                        .horizontal(CENTER + 6)
                        .corner(CENTER, enter, CENTER, enter - 6)
                        .vertical(partBottom));
    }

    private boolean isParallel() {
        return norms().placement().isParallel() && attention.isPresent() && feedForward.isPresent();
    }

    private boolean isBeside(Predicate<Normalization.Placement> norm) {
        return subject.beside()
                .filter(other -> norm.test(other.normalization().placement()))
                .isPresent();
    }

    private static void drawAbsentNorm(Canvas canvas, double top) {
        canvas.box("d-absent", CENTER - 42, top, 84, 6, 3);
    }

    private void drawNorm(Canvas canvas, double top, Predicate<Normalization.Placement> place) {
        Canvas norm = new Canvas();
        norm.box("d-norm-bar", CENTER - 42, top, 84, 6, 3);
        norm.text(
                "d-on-norm",
                TextStyle.SMALL,
                Anchor.START,
                CENTER + 50,
                top + 7,
                subject.phrase().words(PartWords.norm(norms())).runs());
        canvas.add(new Mark.Group(
                "d-link" + subject.normEmphasis(place), subject.link(ExplainedPart.NORMALIZATION), norm.marks()));
    }
}
