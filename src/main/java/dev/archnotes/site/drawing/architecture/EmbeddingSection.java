package dev.archnotes.site.drawing.architecture;

import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.site.content.ExplainedPart;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.TextStyle;

/** Where a token enters: its row of the embedding table, with the position table and the image part at its side. */
record EmbeddingSection(Subject subject) implements Section {
    private static final double BOX = 60;
    private static final double BOX_RIGHT = 158;
    private static final double SIDE_LEFT = 170;
    /** Room for the multiplier between the box and what joins the stream. */
    private static final double MULTIPLIED = 18;

    @Override
    public Rows rows() {
        return Rows.of(lead(), BOX, 34.0);
    }

    /** Stream above the box, longer where something joins it there or it is multiplied. */
    private double lead() {
        return (hasSide(subject.architecture()) ? 36 : 24) + (isMultiplied() ? MULTIPLIED : 0);
    }

    private boolean isMultiplied() {
        return subject.architecture().multipliers().embedding().isPresent();
    }

    /** Whether something enters beside the token. */
    private static boolean hasSide(Architecture architecture) {
        return architecture.vision().isPresent() || architecture.learnedPositions() > 0;
    }

    @Override
    public void draw(Canvas canvas, double top, Rows rows) {
        Architecture architecture = subject.architecture();
        double boxTop = top + rows.top(1);
        canvas.stroke("d-stream", new PathData().move(STREAM, boxTop).vertical(top));
        canvas.stroke("d-branch", new PathData().move(STREAM, boxTop + BOX + 16).vertical(boxTop + BOX + 7));
        canvas.stroke(
                "d-arrow-head",
                new PathData()
                        .move(STREAM, boxTop + BOX + 1)
                        .line(STREAM - 3.5, boxTop + BOX + 7)
                        .line(STREAM + 3.5, boxTop + BOX + 7)
                        .close());
        canvas.text(
                TextStyle.SMALL,
                Anchor.START,
                FRAME,
                boxTop + BOX + 30,
                subject.phrase()
                        .words("one token id of a vocabulary of ")
                        .count(FactPath.VOCABULARY_SIZE, architecture.vocabularySize()));
        Canvas part = new Canvas();
        part.box("d-part d-embed", FRAME, boxTop, BOX_RIGHT - FRAME, BOX, 6);
        part.text(
                TextStyle.LABEL,
                Anchor.START,
                FRAME + 12,
                boxTop + 19,
                architecture.normalization().ofEmbeddings() ? "Embedding, normed" : "Embedding");
        part.text(
                TextStyle.SMALL,
                Anchor.START,
                FRAME + 12,
                boxTop + 35,
                subject.phrase()
                        .count(FactPath.VOCABULARY_SIZE, architecture.vocabularySize())
                        .words(" × ")
                        .count(FactPath.HIDDEN_SIZE, architecture.hiddenSize()));
        long table = Math.multiplyExact(architecture.vocabularySize(), architecture.hiddenSize());
        subject.drawShare(
                part, PartColor.EMBEDDING, "token_embedding", table, table, FRAME, BOX_RIGHT, boxTop + BOX - 8);
        canvas.add(new Mark.Group(("d-link" + subject.emphasis("embedding")).trim(), "", part.marks()));
        double join = boxTop - 13 - (isMultiplied() ? MULTIPLIED : 0);
        architecture.multipliers().embedding().ifPresent(factor -> drawMultiplier(canvas, factor, boxTop - 13));
        if (architecture.learnedPositions() > 0) {
            drawPositions(canvas, boxTop, join);
        }
        if (architecture.vision().isPresent()) {
            drawVision(canvas, boxTop, join);
        }
        if (!hasSide(architecture)
                && subject.beside().filter(EmbeddingSection::hasSide).isPresent()) {
            subject.drawAbsent(
                    canvas,
                    SIDE_LEFT,
                    boxTop,
                    FRAME_END - SIDE_LEFT,
                    BOX,
                    subject.beside().get().vision().isPresent() ? "no vision part" : "no position table");
        }
    }

    private void drawMultiplier(Canvas canvas, double factor, double y) {
        canvas.dot("d-add", STREAM, y, 7, "");
        canvas.stroke(
                "d-add-sign",
                new PathData()
                        .move(STREAM - 3, y - 3)
                        .line(STREAM + 3, y + 3)
                        .move(STREAM - 3, y + 3)
                        .line(STREAM + 3, y - 3));
        canvas.text(
                TextStyle.SMALL,
                Anchor.START,
                STREAM + 13,
                y + 4,
                subject.phrase().words("times ").append(PartWords.decimal(subject, "multipliers.embedding", factor)));
    }

    private void drawPositions(Canvas canvas, double boxTop, double join) {
        Canvas part = new Canvas();
        part.box("d-part d-position", SIDE_LEFT, boxTop, FRAME_END - SIDE_LEFT, BOX, 6);
        part.text(TextStyle.LABEL, Anchor.START, SIDE_LEFT + 10, boxTop + 19, "Position table");
        part.text(
                TextStyle.SMALL,
                Anchor.START,
                SIDE_LEFT + 10,
                boxTop + 35,
                subject.phrase()
                        .count(
                                FactPath.POSITIONS_TABLE_ROWS,
                                subject.architecture().learnedPositions())
                        .words(" × ")
                        .count(FactPath.HIDDEN_SIZE, subject.architecture().hiddenSize()));
        long rows = Math.multiplyExact(
                subject.architecture().learnedPositions(),
                subject.architecture().hiddenSize());
        part.text(
                TextStyle.SMALL, Anchor.START, SIDE_LEFT + 10, boxTop + BOX - 8, subject.share("position_table", rows));
        canvas.add(new Mark.Group(
                "d-link" + subject.emphasis("embedding"), subject.link(ExplainedPart.POSITIONS), part.marks()));
        join(canvas, boxTop, join);
        canvas.dot("d-add", STREAM, join, 7, "");
        canvas.stroke(
                "d-add-sign",
                new PathData()
                        .move(STREAM - 4, join)
                        .horizontal(STREAM + 4)
                        .move(STREAM, join - 4)
                        .vertical(join + 4));
    }

    private void drawVision(Canvas canvas, double boxTop, double join) {
        Canvas part = new Canvas();
        part.box("d-part d-extra", SIDE_LEFT, boxTop, FRAME_END - SIDE_LEFT, BOX, 6);
        part.text(TextStyle.LABEL, Anchor.START, SIDE_LEFT + 10, boxTop + 19, "Vision part");
        String name = subject.architecture().vision().orElseThrow().name();
        part.text(
                TextStyle.SMALL,
                Anchor.START,
                SIDE_LEFT + 10,
                boxTop + 35,
                TextStyle.SMALL.fitted(
                        name.endsWith(" vision transformer") ? "vision transformer" : name,
                        FRAME_END - SIDE_LEFT - 20));
        part.text(
                TextStyle.SMALL,
                Anchor.START,
                SIDE_LEFT + 10,
                boxTop + BOX - 8,
                subject.phrase()
                        .figure(
                                FactPath.PARAMETERS_VISION,
                                subject.ledger().elements(LedgerRow.Scope.VISION),
                                Unit.PARAMETERS)
                        .words(" besides"));
        canvas.add(new Mark.Group(("d-link" + subject.emphasis("extras")).trim(), "", part.marks()));
        join(canvas, boxTop, join);
        canvas.text(TextStyle.SMALL, Anchor.START, STREAM + 22, join - 5, "image tokens");
    }

    private static void join(Canvas canvas, double boxTop, double join) {
        double middle = (SIDE_LEFT + FRAME_END) / 2;
        canvas.stroke(
                "d-branch",
                new PathData()
                        .move(middle, boxTop)
                        .vertical(join + 6)
                        .corner(middle, join, middle - 6, join)
                        .horizontal(STREAM + 13));
        canvas.stroke(
                "d-arrow-head",
                new PathData()
                        .move(STREAM + 8, join)
                        .line(STREAM + 14, join - 3.5)
                        .line(STREAM + 14, join + 3.5)
                        .close());
    }
}
