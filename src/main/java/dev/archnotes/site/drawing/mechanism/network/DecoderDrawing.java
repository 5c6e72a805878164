package dev.archnotes.site.drawing.mechanism.network;

import dev.archnotes.model.number.Numerals;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.TextStyle;
import dev.archnotes.site.drawing.mechanism.Sketch;
import dev.archnotes.site.drawing.mechanism.network.DecoderWalk.Step;
import org.jspecify.annotations.Nullable;

/** The picture of {@link DecoderWalk}, laid out downward from the logits. */
final class DecoderDrawing {
    private static final double CELL = 22;
    private static final double ROW = 18;
    private static final double NORM = 12;
    private static final double PART = 36;

    private final DecoderWalk walk;
    private final WalkSizes sizes;
    private final Sketch sketch;
    private final Canvas canvas;
    private final @Nullable Step now;
    /** The line of the token before. */
    private final double before;
    /** The middle of the stream. */
    private final double axis;
    /** The left edge of the parts. */
    private final double parts;

    private final double room;
    private final double text;

    DecoderDrawing(DecoderWalk walk, Sketch sketch, @Nullable Step now) {
        this.walk = walk;
        sizes = walk.sizes();
        this.sketch = sketch;
        this.canvas = sketch.canvas();
        this.now = now;
        boolean narrow = sketch.narrow();
        before = narrow ? 14 : 60;
        axis = narrow ? 66 : 160;
        parts = narrow ? 114 : 240;
        room = narrow ? 76 : 170;
        text = narrow ? 204 : 440;
    }

    private String with(Step step, String classes) {
        return step == now ? classes + " f-now" : classes;
    }

    /** The upper edge of what lies below all of it. */
    double draw() {
        double norms = NORM + 8;
        double part = CELL + 10 + PART + 12 + (sizes.normsBefore() ? norms : 0) + (sizes.normsAfter() ? norms : 0);
        double head = 20;
        double finalNorm = head + 4 * ROW + 12;
        double last = finalNorm + NORM + 10;
        double fedTop = last + CELL + 10;
        double middle = fedTop + part + 4;
        double attendedTop = middle + CELL + 10;
        // the edge of the layer keeps clear of the line that leads to the lowest part
        double first = attendedTop + part + 12;
        double table = first + CELL + 14;
        double chip = table + 4 * ROW + 14;

        double frame = fedTop - 5;
        sketch.numbers("f-ghost", 0, frame, sketch.width(), first - 4 - frame);
        canvas.stroke("f-rule", new PathData().move(before, chip).vertical(0));
        canvas.stroke("f-curve f-token", new PathData().move(axis, table).vertical(head + 4 * ROW));
        drawHead(head);
        norm(Step.FINAL_NORM, axis - 1.5 * CELL, finalNorm, 3 * CELL);
        label(Step.FINAL_NORM, finalNorm + 2);
        cells("f-pale f-token", axis, last, DecoderWalk.stream(true));
        part(Step.FEED_FORWARD_NORM, Step.FEED_FORWARD, fedTop, DecoderWalk.fed(DecoderWalk.stream(false)));
        cells("f-pale f-token", axis, middle, DecoderWalk.stream(false));
        part(
                Step.ATTENTION_NORM,
                Step.ATTENTION,
                attendedTop,
                DecoderWalk.attended(DecoderWalk.TABLE[DecoderWalk.TOKEN]));
        cells("f-pale f-token", axis, first, DecoderWalk.TABLE[DecoderWalk.TOKEN]);
        String repeat = sizes.layers() == 1 ? "one layer" : "one of " + Numerals.grouped(sizes.layers()) + " layers";
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, sketch.width() - 6, frame - 6, repeat);
        drawTable(table, DecoderWalk.TOKEN, Step.EMBEDDING);
        label(Step.EMBEDDING, first + 15);
        sketch.arrow(axis, chip - 1, axis, table + 4 * ROW + 2);
        chip(before, chip, 0, "f-made f-token");
        chip(axis, chip, DecoderWalk.TOKEN, with(Step.ID, "f-made f-token"));
        label(Step.ID, chip - 8);
        return chip + 50;
    }

    private void chip(double x, double y, int token, String classes) {
        double side = sketch.narrow() ? 27 : 34;
        sketch.numbers(classes, Math.max(1, x - side / 2), y, side, ROW);
        double middle = Math.max(1, x - side / 2) + side / 2;
        sketch.words(TextStyle.FIGURE, Anchor.MIDDLE, middle, y + 13.5, DecoderWalk.WORDS.get(token));
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.MIDDLE, middle, y + 34, "id " + token);
    }

    /** Numbers of a vector. */
    private void cells(String classes, double middle, double y, int[] vector) {
        for (int i = 0; i < vector.length; i++) {
            double x = middle + (i - 1.5) * CELL;
            sketch.numbers(classes, x, y, CELL, CELL);
            sketch.words(
                    TextStyle.FIGURE, Anchor.MIDDLE, x + CELL / 2, y + CELL / 2 + 4.5, Numerals.grouped(vector[i]));
        }
    }

    /** The rows of the small table. */
    private void drawTable(double y, int row, Step step) {
        sketch.weights(with(step, "f-weight f-embed"), axis - 1.5 * CELL - 3, y - 2, 3 * CELL + 6, 4 * ROW + 4);
        if (row >= 0) {
            sketch.numbers("f-made f-embed", axis - 1.5 * CELL + 1, y + row * ROW + 1, 3 * CELL - 2, ROW - 2);
        }
        for (int word = 0; word < DecoderWalk.WORDS.size(); word++) {
            double baseline = y + word * ROW + 13.5;
            for (int i = 0; i < 3; i++) {
                sketch.words(
                        word == row ? TextStyle.FIGURE_STRONG : TextStyle.FIGURE,
                        Anchor.MIDDLE,
                        axis + (i - 1) * CELL,
                        baseline,
                        Integer.toString(DecoderWalk.TABLE[word][i]));
            }
            sketch.words(
                    word == row ? TextStyle.FIGURE_STRONG : TextStyle.FIGURE,
                    Anchor.START,
                    parts,
                    baseline,
                    DecoderWalk.WORDS.get(word));
        }
    }

    private void drawHead(double y) {
        drawTable(y, -1, Step.HEAD);
        int[] logits = DecoderWalk.logits();
        double unit = sketch.narrow() ? 7 : 14;
        double zero = parts + 30 + unit + 22;
        for (int word = 0; word < logits.length; word++) {
            double length = logits[word] * unit;
            boolean best = logits[word] == 3;
            sketch.numbers(
                    (best ? "f-pale" : "f-made") + " f-token" + (now == Step.HEAD ? " f-now" : ""),
                    Math.min(zero, zero + length),
                    y + word * ROW + 3,
                    Math.abs(length),
                    ROW - 6);
            sketch.words(
                    best ? TextStyle.FIGURE_STRONG : TextStyle.FIGURE,
                    length < 0 ? Anchor.END : Anchor.START,
                    zero + length + (length < 0 ? -4 : 4),
                    y + word * ROW + 13.5,
                    Numerals.grouped(logits[word]));
        }
        sketch.line("f-way", zero, y, zero, y + 4 * ROW);
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, parts + 30, y - 7, "logits");
        label(Step.HEAD, y + 13.5);
    }

    private void norm(Step step, double x, double y, double wide) {
        // dashed, because the small numbers pass it unchanged
        sketch.weights(with(step, "f-weight f-norm f-skipped"), x, y, wide, NORM);
    }

    /** A part beside the stream: it reads below and adds above. */
    private void part(Step normStep, Step step, double top, int[] added) {
        boolean attention = step == Step.ATTENTION;
        double middle = parts + room / 2;
        cells(with(step, attention ? "f-made" : "f-made f-ffn"), middle, top, added);
        sketch.words(
                TextStyle.FIGURE,
                Anchor.START,
                middle + 1.5 * CELL + 6,
                top + CELL / 2 + 4.5,
                DecoderWalk.working(step));
        // to the stream
        sketch.arrow(middle - 1.5 * CELL - 2, top + CELL / 2, axis + 9, top + CELL / 2);
        canvas.dot("f-made f-token", axis, top + CELL / 2, 7, "");
        canvas.stroke(
                "f-curve f-token",
                new PathData()
                        .move(axis - 4, top + CELL / 2)
                        .horizontal(axis + 4)
                        .move(axis, top + CELL / 2 - 4)
                        .vertical(top + CELL / 2 + 4));
        double y = top + CELL + 10;
        if (sizes.normsAfter()) {
            norm(normStep, parts, y, room);
            if (!sizes.normsBefore()) {
                label(normStep, y + 11);
            }
            y += NORM + 8;
        }
        label(step, y + (sizes.normsBefore() ? 2 : 14));
        if (attention) {
            sketch.weights(with(step, "f-weight"), parts, y, room, PART);
            double way = y + PART / 2;
            sketch.words(
                    TextStyle.FIGURE,
                    Anchor.MIDDLE,
                    middle,
                    way + 4.5,
                    sketch.narrow()
                            ? "½ + ½"
                            : "½ " + DecoderWalk.WORDS.get(0) + " + ½ " + DecoderWalk.WORDS.get(DecoderWalk.TOKEN));
            sketch.numbers(with(step, "f-kept"), before - 4, way - 4, 8, 8);
            sketch.arrow(before + 6, way, parts - 1, way);
            sketch.words(TextStyle.FIGURE, Anchor.START, before + 8, way - 6, value());
        } else {
            network(y, step);
        }
        y += PART;
        canvas.stroke("f-way", new PathData().move(middle, top + CELL + 2).vertical(top + CELL + 10));
        double tap = y + 12 + (sizes.normsBefore() ? NORM + 8 : 0);
        canvas.stroke("f-way", new PathData().move(axis, tap).horizontal(middle).vertical(y + 8));
        sketch.arrow(middle, y + 9, middle, y + 1);
        if (sizes.normsBefore()) {
            norm(normStep, parts, y + 10, room);
            label(normStep, y + 21);
        }
    }

    /** What attention reads of the token before. */
    private String value() {
        StringBuilder text = new StringBuilder(sketch.narrow() ? "" : "value");
        for (int number : DecoderWalk.value(DecoderWalk.TABLE[0])) {
            text.append(text.length() == 0 ? "" : " ").append(number);
        }
        return text.toString();
    }

    /** Two matrices, and between them the widened vector, to scale with the stream. */
    private void network(double y, Step step) {
        double scale = room / Math.max(sizes.widened(), sizes.width());
        double wide = sizes.widened() * scale;
        double slim = sizes.width() * scale;
        double middle = parts + room / 2;
        double bar = 10;
        double slope = (PART - bar) / 2;
        for (int side = -1; side <= 1; side += 2) {
            double inner = y + PART / 2 + side * bar / 2;
            canvas.stroke(
                    with(step, "f-weight f-ffn"),
                    new PathData()
                            .move(middle - wide / 2, inner)
                            .line(middle + wide / 2, inner)
                            .line(middle + slim / 2, inner + side * slope)
                            .line(middle - slim / 2, inner + side * slope)
                            .close());
        }
        double left = middle - wide / 2;
        for (long block = 0; block < sizes.chosen(); block++) {
            sketch.numbers("f-made f-ffn", left, y + slope, sizes.inner() * scale, bar);
            left += sizes.inner() * scale;
        }
        if (sizes.always() > 0) {
            sketch.numbers("f-made f-ffn", left, y + slope, sizes.always() * scale, bar);
        }
    }

    /** The name of a step and its shape, downward. */
    private void label(Step step, double baseline) {
        boolean strong = step == now;
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.START, text, baseline, walk.name(step));
        boolean norm = step == Step.ATTENTION_NORM || step == Step.FEED_FORWARD_NORM || step == Step.FINAL_NORM;
        double y = baseline;
        int lines = 0;
        if (!norm) {
            for (String line : walk.shape(step)) {
                y += Sketch.LINE;
                lines++;
                sketch.words(strong ? "" : "f-soft", TextStyle.FIGURE, Anchor.START, text, y, line);
            }
        }
        if (!sketch.narrow()) {
            sketch.words(TextStyle.FIGURE, Anchor.START, text + 110, baseline, walk.note(step));
        } else if (norm && step != Step.FINAL_NORM) {
            sketch.words(TextStyle.FIGURE, Anchor.START, text + 54, baseline, "skipped here");
        } else if (lines < 2 && step != Step.HEAD) {
            // experts, or the bar of a logit, take the room of the note
            sketch.words(TextStyle.FIGURE, Anchor.START, text, y + Sketch.LINE, walk.note(step));
        }
    }
}
