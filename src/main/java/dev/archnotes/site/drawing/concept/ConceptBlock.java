package dev.archnotes.site.drawing.concept;

import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.Picture;
import dev.archnotes.site.drawing.TextStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The decoder block of the map of concepts: laid out from the top, where scores leave, to the bottom, where tokens
 * enter, every row as high as its annotation needs.
 */
final class ConceptBlock {
    private static final List<String> BESIDE_STREAM =
            List.of("inference-optimization", "normalization", "scaling-laws", "memory-optimization");
    private static final List<String> KINDS = List.of(
            "kv-cache",
            "multi-head-attention",
            "grouped-query-attention",
            "multi-head-latent-attention",
            "sliding-window-attention",
            "linear-attention",
            "positional-embeddings");
    private static final double BOX = 32;
    private static final double HEADING = 24;

    private final MapColumns columns;
    private final Map<String, MapConcept> concepts;
    private final Map<String, Double> rows = new TreeMap<>();
    private final Map<String, Double> heights = new TreeMap<>();
    private final double headTop;
    private final double finalNorm;
    private final double repeatTop;
    private final double expertsTop;
    private final double expertsBottom;
    private final double attentionTop;
    private final double attentionBottom;
    private final double repeatBottom;
    private final double entryTop;
    private final double bottom;

    ConceptBlock(MapColumns columns, Map<String, MapConcept> concepts) {
        this.columns = columns;
        this.concepts = concepts;
        double y = 4;
        headTop = y + 32;
        y = place("inference-optimization", y, headTop + BOX);
        finalNorm = y + (columns.twoSided() ? 20 : 10);
        y = place("normalization", finalNorm - 7, finalNorm + 16);
        repeatTop = y + 4;
        y = columns.twoSided() ? repeatTop + 8 : place("scaling-laws", repeatTop - Annotation.LEADER, repeatTop);
        expertsTop = y + 20;
        y = place("mixture-of-experts", expertsTop + 3, expertsTop + 96);
        expertsBottom = y;
        attentionTop = expertsBottom + 56;
        y = attentionTop + HEADING;
        for (String slug : KINDS) {
            y = place(slug, y, y + 48);
        }
        attentionBottom = y + 4;
        repeatBottom = attentionBottom + 38;
        entryTop = repeatBottom + 16;
        double memory = entryTop + BOX + 34;
        y = place("memory-optimization", memory - 4, memory + 28);
        if (columns.twoSided()) {
            rows.put("scaling-laws", (repeatTop + repeatBottom) / 2 - Annotation.LEADER);
        }
        bottom = y;
    }

    /** Gives a concept its row; the next begins where it ends, at {@code least} or lower. */
    private double place(String slug, double top, double least) {
        rows.put(slug, top);
        boolean high = !columns.twoSided() || !BESIDE_STREAM.contains(slug) || slug.equals("memory-optimization");
        double end = high
                ? Math.max(
                        least,
                        top + annotation(slug).map(Annotation::height).orElse(0.0) + (columns.twoSided() ? 6 : 12))
                : least;
        heights.put(slug, end - top);
        return end;
    }

    private Optional<Annotation> annotation(String slug) {
        boolean aside = columns.twoSided() && BESIDE_STREAM.contains(slug);
        return Optional.ofNullable(concepts.get(slug))
                .map(concept -> aside
                        ? new Annotation(concept, color(slug), Anchor.END, columns.side(), columns.side() - 2)
                        : new Annotation(
                                concept,
                                color(slug),
                                Anchor.START,
                                columns.text(),
                                columns.width() - columns.text() - 2));
    }

    private static Optional<PartColor> color(String slug) {
        switch (slug) {
            case "inference-optimization", "scaling-laws", "memory-optimization":
                return Optional.empty();
            case "normalization":
                return Optional.of(PartColor.NORMALIZATION);
            case "mixture-of-experts":
                return Optional.of(PartColor.FEED_FORWARD);
            case "positional-embeddings":
                return Optional.of(PartColor.POSITIONS);
            default:
                return Optional.of(PartColor.ATTENTION);
        }
    }

    Picture picture() {
        Canvas canvas = new Canvas();
        drawGround(canvas);
        for (String slug : ConceptMap.PLACES) {
            Canvas part = new Canvas();
            drawPart(part, slug);
            annotation(slug).ifPresent(annotation -> annotate(part, slug, annotation));
            canvas.add(new Mark.Group(
                    "d-link",
                    Optional.ofNullable(concepts.get(slug))
                            .map(MapConcept::href)
                            .orElse(""),
                    part.marks()));
        }
        return new Picture(
                "drawing concept-block",
                columns.width(),
                bottom + 6,
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
        canvas.stroke("d-stream", new PathData().move(stream, entryTop).vertical(headTop + BOX));
        drawBranch(canvas, expertsTop, expertsBottom);
        drawBranch(canvas, attentionTop, attentionBottom);
        canvas.box("d-part d-ffn", columns.left(), expertsTop, columns.partWidth(), expertsBottom - expertsTop, 6);
        canvas.box(
                "d-part d-attention",
                columns.left(),
                attentionTop,
                columns.partWidth(),
                attentionBottom - attentionTop,
                6);
        canvas.text(name(), Anchor.MIDDLE, columns.center(), attentionTop + 18, "Attention");
        // what is kept and how order comes in concern every kind of attention that stands between them
        for (double line :
                new double[] {rows.get("kv-cache") + heights.get("kv-cache"), rows.get("positional-embeddings")}) {
            canvas.stroke(
                    "d-layer",
                    new PathData().move(columns.left() + 8, line - 0.5).horizontal(columns.right() - 8));
        }
        double boxRight = columns.twoSided() ? columns.center() + 12 : columns.right();
        drawNamed(canvas, headTop, boxRight, columns.twoSided() ? "Output head" : "Head");
        drawNamed(canvas, entryTop, boxRight, "Embedding");
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

    private void drawPart(Canvas part, String slug) {
        double top = rows.get(slug);
        switch (slug) {
            case "inference-optimization":
                drawLoop(part);
                break;
            case "normalization":
                drawNorms(part);
                break;
            case "scaling-laws":
                drawBracket(part);
                break;
            case "mixture-of-experts":
                part.text(name(), Anchor.MIDDLE, columns.center(), expertsTop + 18, "Feed-forward");
                new ConceptGlyph(part, columns.center(), columns.partWidth()).experts(expertsTop + 26);
                break;
            case "memory-optimization":
                drawMemory(part, top + 4);
                break;
            default:
                part.box("d-hit", columns.left() + 4, top + 1, columns.partWidth() - 8, heights.get(slug) - 2, 4);
                new ConceptGlyph(part, columns.center(), columns.partWidth()).of(slug, top + heights.get(slug) / 2);
        }
    }

    /** The way back of what was just produced: out of the head, down beside the stream, in at the bottom. */
    private void drawLoop(Canvas part) {
        double top = rows.get("inference-optimization") + Annotation.LEADER;
        double out = columns.stream();
        double loop = columns.loop();
        double under = entryTop + BOX + 14;
        part.stroke(
                "d-branch",
                new PathData()
                        .move(out, headTop)
                        .vertical(top + 6)
                        .corner(out, top, out - 6, top)
                        .horizontal(loop + 6)
                        .corner(loop, top, loop, top + 6)
                        .vertical(under - 6)
                        .corner(loop, under, loop + 6, under)
                        .horizontal(out - 6)
                        .corner(out, under, out, under - 6)
                        .vertical(entryTop + BOX + 8));
        part.stroke(
                "d-arrow-head",
                new PathData()
                        .move(out, entryTop + BOX + 2)
                        .line(out - 3.5, entryTop + BOX + 8)
                        .line(out + 3.5, entryTop + BOX + 8)
                        .close());
    }

    private void drawNorms(Canvas part) {
        double half = columns.partWidth() > 100 ? 42 : 24;
        part.box("d-norm-bar", columns.stream() - 15, finalNorm, 30, 6, 3);
        part.box("d-norm-bar", columns.center() - half, expertsBottom + 9, 2 * half, 6, 3);
        part.box("d-norm-bar", columns.center() - half, attentionBottom + 9, 2 * half, 6, 3);
    }

    private void drawBracket(Canvas part) {
        double x = columns.bracket();
        double middle = (repeatTop + repeatBottom) / 2;
        part.stroke(
                "d-bracket",
                new PathData()
                        .move(x + 7, repeatTop)
                        .horizontal(x + 3)
                        .corner(x, repeatTop, x, repeatTop + 3)
                        .vertical(middle - 11)
                        .move(x, middle + 11)
                        .vertical(repeatBottom - 3)
                        .corner(x, repeatBottom, x + 3, repeatBottom)
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
    private void annotate(Canvas part, String slug, Annotation annotation) {
        double top = rows.get(slug);
        double y = top + Annotation.LEADER;
        boolean atLeft = annotation.anchor() == Anchor.END;
        double from = atLeft ? columns.side() + 8 : columns.text() - 8;
        double to = leaderEnd(slug);
        part.stroke("c-leader", new PathData().move(from, y).horizontal(to));
        part.dot("d-share d-key", to, y, 2, "");
        annotation.draw(part, top);
    }

    private double leaderEnd(String slug) {
        switch (slug) {
            case "inference-optimization":
                return columns.twoSided() ? columns.loop() + 6 : columns.stream() - 8;
            case "normalization":
                return columns.twoSided() ? columns.stream() - 15 : columns.stream() + 15;
            case "scaling-laws":
                return columns.twoSided() ? columns.bracket() - 12 : columns.bracket() + 7;
            case "memory-optimization":
                return columns.twoSided() ? columns.stream() - 14 : columns.right();
            default:
                return columns.right();
        }
    }
}
