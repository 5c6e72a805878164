package dev.archnotes.site.drawing.architecture;

import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Multipliers;
import dev.archnotes.site.content.ExplainedPart;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.Phrase;
import dev.archnotes.site.drawing.TextStyle;

/** Where a token leaves: the last norm on the stream, the head, and the prediction module at its side. */
record HeadSection(Subject subject) implements Section {
    private static final double BOX = 60;
    private static final double BOX_RIGHT = 158;
    private static final double SIDE_LEFT = 170;

    @Override
    public Rows rows() {
        return Rows.of(34 + BOX + 62);
    }

    @Override
    public void draw(Canvas canvas, double top, Rows rows) {
        Architecture architecture = subject.architecture();
        double boxTop = top + 34;
        canvas.text(
                TextStyle.SMALL,
                Anchor.START,
                FRAME,
                top + 13,
                subject.phrase()
                        .words("a score for each of ")
                        .count(FactPath.VOCABULARY_SIZE, architecture.vocabularySize())
                        .words(" tokens"));
        Phrase changed = changed(architecture.multipliers());
        if (!changed.runs().isEmpty()) {
            canvas.text(TextStyle.SMALL, Anchor.START, STREAM + 13, boxTop - 5, changed);
        }
        canvas.stroke("d-branch", new PathData().move(STREAM, boxTop).vertical(boxTop - 9));
        canvas.stroke(
                "d-arrow-head",
                new PathData()
                        .move(STREAM, boxTop - 15)
                        .line(STREAM - 3.5, boxTop - 9)
                        .line(STREAM + 3.5, boxTop - 9)
                        .close());
        canvas.stroke("d-stream", new PathData().move(STREAM, top + rows.sum()).vertical(boxTop + BOX));
        Canvas part = new Canvas();
        part.box(
                architecture.tiedEmbeddings() ? "d-part d-repeated d-embed" : "d-part d-embed",
                FRAME,
                boxTop,
                BOX_RIGHT - FRAME,
                BOX,
                6);
        part.text(TextStyle.LABEL, Anchor.START, FRAME + 12, boxTop + 19, "Output head");
        part.text(
                TextStyle.SMALL,
                Anchor.START,
                FRAME + 12,
                boxTop + 35,
                subject.phrase()
                        .count(FactPath.HIDDEN_SIZE, architecture.hiddenSize())
                        .words(" × ")
                        .count(FactPath.VOCABULARY_SIZE, architecture.vocabularySize())
                        .words(architecture.headBias() ? ", biases" : ""));
        if (architecture.tiedEmbeddings()) {
            part.text(TextStyle.SMALL, Anchor.START, FRAME + 12, boxTop + BOX - 8, "embedding table again");
        } else {
            long table = Math.multiplyExact(architecture.vocabularySize(), architecture.hiddenSize());
            subject.drawShare(part, PartColor.EMBEDDING, "head", table, table, FRAME, BOX_RIGHT, boxTop + BOX - 8);
        }
        canvas.add(new Mark.Group("d-link" + subject.emphasis("embedding"), "", part.marks()));
        double normTop = boxTop + BOX + 18;
        Canvas norm = new Canvas();
        norm.box("d-norm-bar", STREAM - 18, normTop, 42, 6, 3);
        norm.text(
                "d-on-norm",
                TextStyle.SMALL,
                Anchor.START,
                STREAM + 32,
                normTop + 7,
                subject.phrase()
                        .words("final " + PartWords.norm(architecture.normalization()))
                        .runs());
        canvas.add(new Mark.Group(
                "d-link" + subject.normEmphasis(any -> true), subject.link(ExplainedPart.NORMALIZATION), norm.marks()));
        if (architecture.predictionModule().isPresent()) {
            drawPrediction(canvas, boxTop, normTop + 26);
        } else if (subject.beside().flatMap(Architecture::predictionModule).isPresent()) {
            subject.drawAbsent(canvas, SIDE_LEFT, boxTop, FRAME_END - SIDE_LEFT, BOX, "no prediction module");
        }
    }

    /** {@code times 0.5, capped at 50}: what happens to the scores. */
    private Phrase changed(Multipliers multipliers) {
        Phrase phrase = subject.phrase();
        multipliers
                .output()
                .ifPresent(factor ->
                        phrase.words("times ").append(PartWords.decimal(subject, "multipliers.output", factor)));
        multipliers
                .outputSoftCap()
                .ifPresent(cap -> phrase.words(multipliers.output().isPresent() ? ", capped at " : "capped at ")
                        .append(PartWords.decimal(subject, "multipliers.output_soft_cap", cap)));
        return phrase;
    }

    private void drawPrediction(Canvas canvas, double boxTop, double leave) {
        long depth = subject.architecture().predictionModule().orElseThrow().depth();
        double middle = SIDE_LEFT + 34;
        double second = FRAME_END - 34;
        Canvas part = new Canvas();
        part.box("d-part d-extra", SIDE_LEFT, boxTop, FRAME_END - SIDE_LEFT, BOX, 6);
        part.text(TextStyle.LABEL, Anchor.START, SIDE_LEFT + 10, boxTop + 19, "Prediction module");
        part.text(
                TextStyle.SMALL,
                Anchor.START,
                SIDE_LEFT + 10,
                boxTop + 35,
                subject.phrase()
                        .fact("prediction_module.depth", Long.toString(depth), Numerals.grouped(depth))
                        .words(depth == 1 ? " more layer" : " more layers"));
        part.text(
                TextStyle.SMALL,
                Anchor.START,
                SIDE_LEFT + 10,
                boxTop + BOX - 8,
                subject.phrase()
                        .figure(
                                FactPath.PARAMETERS_PREDICTION_MODULE,
                                subject.ledger().elements(LedgerRow.Scope.PREDICTION_MODULE),
                                Unit.PARAMETERS)
                        .words(" besides"));
        canvas.add(new Mark.Group(("d-link" + subject.emphasis("extras")).trim(), "", part.marks()));
        canvas.stroke(
                "d-branch",
                new PathData()
                        .move(STREAM, leave)
                        .horizontal(middle - 6)
                        .corner(middle, leave, middle, leave - 6)
                        .vertical(boxTop + BOX + 7));
        canvas.stroke("d-branch", new PathData().move(second, leave + 4).vertical(boxTop + BOX + 7));
        for (double input : new double[] {middle, second}) {
            canvas.stroke(
                    "d-arrow-head",
                    new PathData()
                            .move(input, boxTop + BOX + 1)
                            .line(input - 3.5, boxTop + BOX + 7)
                            .line(input + 3.5, boxTop + BOX + 7)
                            .close());
        }
        canvas.text(TextStyle.SMALL, Anchor.END, FRAME_END, leave + 15, "next token’s embedding");
    }
}
