package dev.archnotes.site.drawing.concept;

import dev.archnotes.site.content.ExplainedPart;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.Picture;
import dev.archnotes.site.drawing.TextStyle;
import java.util.List;
import java.util.Map;

/**
 * The decoder block of the map of concepts: laid out from the top, where scores leave, to the bottom, where tokens
 * enter, every row as high as its annotation needs.
 */
final class ConceptBlock {
    private static final double BOX = 32;
    private static final double HEADING = 24;

    private final MapColumns columns;
    private final List<PlacedRow> rows;

    ConceptBlock(MapColumns columns, Map<ExplainedPart, MapConcept> concepts) {
        this.columns = columns;
        this.rows = PlacedRow.all(columns, concepts);
    }

    private PlacedRow row(ExplainedPart part) {
        return rows.stream().filter(row -> row.part() == part).findFirst().orElseThrow();
    }

    private double headTop() {
        return row(ExplainedPart.GENERATION).top() + 32;
    }

    private double finalNorm() {
        return row(ExplainedPart.NORMALIZATION).top() + 7;
    }

    private double repeatTop() {
        return row(ExplainedPart.NORMALIZATION).end() + 4;
    }

    private double expertsTop() {
        return row(ExplainedPart.FEED_FORWARD).top() - 3;
    }

    private double expertsBottom() {
        return row(ExplainedPart.FEED_FORWARD).end();
    }

    private double attentionTop() {
        return row(ExplainedPart.CACHE).top() - HEADING;
    }

    private double attentionBottom() {
        return row(ExplainedPart.POSITIONS).end() + 4;
    }

    private double repeatBottom() {
        return attentionBottom() + 38;
    }

    private double entryTop() {
        return repeatBottom() + 16;
    }

    /** The top of a row's annotation; that of the layers is in the middle of what repeats where it has a side. */
    private double annotationTop(PlacedRow row) {
        return row.part() == ExplainedPart.LAYERS && columns.twoSided()
                ? (repeatTop() + repeatBottom()) / 2 - Annotation.LEADER
                : row.top();
    }

    Picture picture() {
        Canvas canvas = new Canvas();
        drawGround(canvas);
        for (PlacedRow row : rows) {
            Canvas part = new Canvas();
            drawPart(part, row);
            row.annotation().ifPresent(annotation -> annotate(part, row, annotation));
            canvas.add(
                    new Mark.Group("d-link", row.concept().map(MapConcept::href).orElse(""), part.marks()));
        }
        return new Picture(
                "drawing concept-block",
                columns.width(),
                row(ExplainedPart.MEMORY).end() + 6,
                "A decoder block and the concepts that explain its parts",
                "From the entry of a token, below, to the scores of the next one, above: attention with its KV "
                        + "cache and positions, feed-forward networks, "
                        + "normalization before each, the residual stream, and what concerns the whole. Each "
                        + "annotation is a link.",
                canvas.marks());
    }

    /** All that is no concept of its own: stream, branches, frames, entry and head. */
    private void drawGround(Canvas canvas) {
        double stream = columns.stream();
        canvas.stroke("d-stream", new PathData().move(stream, entryTop()).vertical(headTop() + BOX));
        drawBranch(canvas, expertsTop(), expertsBottom());
        drawBranch(canvas, attentionTop(), attentionBottom());
        canvas.box(
                "d-part d-ffn", columns.left(), expertsTop(), columns.partWidth(), expertsBottom() - expertsTop(), 6);
        canvas.box(
                "d-part d-attention",
                columns.left(),
                attentionTop(),
                columns.partWidth(),
                attentionBottom() - attentionTop(),
                6);
        canvas.text(name(), Anchor.MIDDLE, columns.center(), attentionTop() + 18, "Attention");
        // what is kept and how order comes in concern every kind of attention that stands between them
        for (double line : new double[] {
            row(ExplainedPart.CACHE).end(), row(ExplainedPart.POSITIONS).top()
        }) {
            canvas.stroke(
                    "d-layer",
                    new PathData().move(columns.left() + 8, line - 0.5).horizontal(columns.right() - 8));
        }
        double boxRight = columns.twoSided() ? columns.center() + 12 : columns.right();
        drawNamed(canvas, headTop(), boxRight, columns.twoSided() ? "Output head" : "Head");
        drawNamed(canvas, entryTop(), boxRight, "Embedding");
    }

    private TextStyle name() {
        return columns.twoSided() ? TextStyle.LABEL : TextStyle.STRONG;
    }

    private void drawNamed(Canvas canvas, double top, double right, String name) {
        double left = columns.stream() - 12;
        canvas.box("d-part d-embed", left, top, right - left, BOX, 6);
        canvas.text(name(), Anchor.MIDDLE, (left + right) / 2, top + 21, name);
    }

    private void drawBranch(Canvas canvas, double top, double end) {
        double stream = columns.stream();
        double center = columns.center();
        double leave = end + 28;
        double join = top - 14;
        canvas.stroke(
                "d-branch",
                new PathData()
                        .move(stream, leave)
                        .horizontal(center - 6)
                        .corner(center, leave, center, leave - 6)
                        .vertical(end));
        canvas.stroke(
                "d-branch",
                new PathData()
                        .move(center, top)
                        .vertical(join + 6)
                        .corner(center, join, center - 6, join)
                        .horizontal(stream + 12));
        canvas.stroke(
                "d-arrow-head",
                new PathData()
                        .move(stream + 7, join)
                        .line(stream + 13, join - 3.5)
                        .line(stream + 13, join + 3.5)
                        .close());
        canvas.dot("d-add", stream, join, 6, "");
        canvas.stroke(
                "d-add-sign",
                new PathData()
                        .move(stream - 3.5, join)
                        .horizontal(stream + 3.5)
                        .move(stream, join - 3.5)
                        .vertical(join + 3.5));
    }

    private void drawPart(Canvas part, PlacedRow row) {
        ConceptGlyph glyph = new ConceptGlyph(part, columns.center(), columns.partWidth());
        switch (row.part()) {
            case GENERATION:
                drawLoop(part);
                break;
            case NORMALIZATION:
                drawNorms(part);
                break;
            case LAYERS:
                drawBracket(part);
                break;
            case FEED_FORWARD:
                part.text(name(), Anchor.MIDDLE, columns.center(), expertsTop() + 18, "Feed-forward");
                glyph.experts(expertsTop() + 26);
                break;
            case MEMORY:
                drawMemory(part, row.top() + 4);
                break;
            default:
                part.box("d-hit", columns.left() + 4, row.top() + 1, columns.partWidth() - 8, row.height() - 2, 4);
                glyph.of(row.part(), row.top() + row.height() / 2);
        }
    }

    /** The way back of what was just produced: out of the head, down beside the stream, in at the bottom. */
    private void drawLoop(Canvas part) {
        double top = row(ExplainedPart.GENERATION).top() + Annotation.LEADER;
        double out = columns.stream();
        double loop = columns.loop();
        double under = entryTop() + BOX + 14;
        part.stroke(
                "d-branch",
                new PathData()
                        .move(out, headTop())
                        .vertical(top + 6)
                        .corner(out, top, out - 6, top)
                        .horizontal(loop + 6)
                        .corner(loop, top, loop, top + 6)
                        .vertical(under - 6)
                        .corner(loop, under, loop + 6, under)
                        .horizontal(out - 6)
                        .corner(out, under, out, under - 6)
                        .vertical(entryTop() + BOX + 8));
        part.stroke(
                "d-arrow-head",
                new PathData()
                        .move(out, entryTop() + BOX + 2)
                        .line(out - 3.5, entryTop() + BOX + 8)
                        .line(out + 3.5, entryTop() + BOX + 8)
                        .close());
    }

    private void drawNorms(Canvas part) {
        double half = columns.partWidth() > 100 ? 42 : 24;
        part.box("d-norm-bar", columns.stream() - 15, finalNorm(), 30, 6, 3);
        part.box("d-norm-bar", columns.center() - half, expertsBottom() + 9, 2 * half, 6, 3);
        part.box("d-norm-bar", columns.center() - half, attentionBottom() + 9, 2 * half, 6, 3);
    }

    private void drawBracket(Canvas part) {
        double x = columns.bracket();
        double middle = (repeatTop() + repeatBottom()) / 2;
        part.stroke(
                "d-bracket",
                new PathData()
                        .move(x + 7, repeatTop())
                        .horizontal(x + 3)
                        .corner(x, repeatTop(), x, repeatTop() + 3)
                        .vertical(middle - 11)
                        .move(x, middle + 11)
                        .vertical(repeatBottom() - 3)
                        .corner(x, repeatBottom(), x + 3, repeatBottom())
                        .horizontal(x + 7));
        part.text(TextStyle.COUNT, Anchor.MIDDLE, x, middle + 5, "×N");
    }

    /** What lies in memory: weights of each part, then what grows with the text. */
    private void drawMemory(Canvas part, double top) {
        double left = columns.stream() - 12;
        double width = columns.right() - left;
        double[] ends = {0.1, 0.24, 0.7, 1};
        List<String> classes = List.of("d-share d-embed", "d-share d-attention", "d-share d-ffn", "d-shared-heads");
        double from = 0;
        for (int i = 0; i < ends.length; i++) {
            part.box(classes.get(i), left + width * from, top, width * (ends[i] - from) - 1.5, 12, 2);
            from = ends[i];
        }
        if (columns.twoSided()) {
            part.text(TextStyle.SMALL, Anchor.START, left, top + 27, "weights");
            part.text(TextStyle.SMALL, Anchor.START, left + width * ends[2], top + 27, "cache");
        }
    }

    /** The text, and the line from its title to its part. */
    private void annotate(Canvas part, PlacedRow row, Annotation annotation) {
        double top = annotationTop(row);
        double y = top + Annotation.LEADER;
        boolean atLeft = annotation.anchor() == Anchor.END;
        double from = atLeft ? columns.side() + 8 : columns.text() - 8;
        double to = leaderEnd(row.part());
        part.stroke("c-leader", new PathData().move(from, y).horizontal(to));
        part.dot("d-share d-key", to, y, 2, "");
        annotation.draw(part, top);
    }

    private double leaderEnd(ExplainedPart part) {
        switch (part) {
            case GENERATION:
                return columns.twoSided() ? columns.loop() + 6 : columns.stream() - 8;
            case NORMALIZATION:
                return columns.twoSided() ? columns.stream() - 15 : columns.stream() + 15;
            case LAYERS:
                return columns.twoSided() ? columns.bracket() - 12 : columns.bracket() + 7;
            case MEMORY:
                return columns.twoSided() ? columns.stream() - 14 : columns.right();
            default:
                return columns.right();
        }
    }
}
