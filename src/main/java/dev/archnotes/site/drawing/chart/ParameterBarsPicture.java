package dev.archnotes.site.drawing.chart;

import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.LogScale;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.Phrase;
import dev.archnotes.site.drawing.Picture;
import dev.archnotes.site.drawing.Shares;
import dev.archnotes.site.drawing.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws the parameter bars. */
final class ParameterBarsPicture {
    /** In the order of a token's way, feed-forwards together. */
    private static final List<Part> ORDER = List.of(
            Part.EMBEDDING,
            Part.ATTENTION,
            Part.NORM,
            Part.DENSE_FEED_FORWARD,
            Part.SHARED_EXPERTS,
            Part.ROUTER,
            Part.ROUTED_EXPERTS,
            Part.HEAD);

    private static final double BAR = 20;

    /** Two dots and not one bar over another: on a logarithmic scale a part of a bar is no share of it. */
    private static final double DOT = 3.5;

    private final List<Charted> shown;
    private final double width;
    private final Canvas canvas = new Canvas();
    private final LogScale log;
    private double y = 0;

    ParameterBarsPicture(List<Charted> shown, double width) {
        this.shown = shown;
        this.width = width;
        long least = Long.MAX_VALUE;
        long most = 0;
        for (Charted one : shown) {
            least = Math.min(least, one.sheet().whole(FactPath.PARAMETERS_ACTIVE_ALL));
            most = Math.max(most, one.sheet().whole(FactPath.PARAMETERS_TOTAL));
        }
        double low = Math.pow(10, Math.floor(Math.log10(least)));
        this.log = new LogScale(
                low == least ? low / 10 : low,
                Math.max(low * 10, Math.pow(10, Math.ceil(Math.log10(most)))),
                0,
                width - 2);
    }

    private record Piece(Part part, long weights, long active, double left, double right) {
        double middle() {
            return (left + right) / 2;
        }
    }

    Picture picture() {
        double first = 0;
        for (int i = 0; i < shown.size(); i++) {
            y += i == 0 ? 14 : 34;
            first = i == 0 ? y : first;
            drawVariant(shown.get(i));
        }
        drawScale();
        return new Picture(
                "chart parameter-bars",
                width,
                y,
                "Parameters by part: " + names(),
                "For each variant a bar of the parts as shares of all weights, the part of it that acts on one "
                        + "token, and both counts as dots on a logarithmic scale.",
                canvas.marks());
    }

    private String names() {
        return String.join(", ", shown.stream().map(Charted::name).toList());
    }

    private void drawVariant(Charted one) {
        Variant variant = one.variant();
        long total = one.sheet().whole(FactPath.PARAMETERS_TOTAL);
        long active = one.sheet().whole(FactPath.PARAMETERS_ACTIVE_ALL);
        canvas.text(TextStyle.LABEL, Anchor.START, 0, y, TextStyle.LABEL.fitted(variant.name(), width));
        y += 8;
        List<Piece> segments = segments(one, total);
        for (Piece segment : segments) {
            canvas.box(
                    "p-segment p-" + segment.part().key() + " "
                            + PartColor.of(segment.part()).cssClass(),
                    segment.left(),
                    y,
                    Math.max(0.4, segment.right() - segment.left() - (segment.right() - segment.left() > 3 ? 1 : 0)),
                    BAR,
                    0,
                    say(variant, segment));
        }
        y += BAR + 2;
        for (Piece segment : segments) {
            double full = segment.right() - segment.left();
            double acting = segment.weights() == 0 ? 0 : full * segment.active() / segment.weights();
            canvas.box("p-acting", segment.left(), y, Math.max(0, Math.min(acting, full - (full > 3 ? 1 : 0))), 3, 0);
        }
        y += 3;
        drawLabels(variant, segments, total);
        drawTotals(variant, total, active);
    }

    private static String say(Variant variant, Piece segment) {
        return variant.name() + ", " + segment.part().label().toLowerCase(Locale.ROOT) + ": "
                + Numerals.grouped(segment.weights()) + " parameters"
                + (segment.active() < segment.weights()
                        ? ", " + Numerals.grouped(segment.active()) + " active for one token"
                        : "");
    }

    private List<Piece> segments(Charted one, long total) {
        List<Piece> segments = new ArrayList<>();
        double left = 0;
        for (Part part : ORDER) {
            long weights = one.sheet().whole(FactPath.parametersOf(part));
            if (weights > 0) {
                double right = left + width * weights / total;
                segments.add(new Piece(part, weights, active(one.ledger(), part), left, right));
                left = right;
            }
        }
        return segments;
    }

    private static long active(WeightInventory ledger, Part part) {
        long active = 0;
        for (LedgerRow row : ledger.rows(LedgerRow.Scope.DECODER)) {
            active += row.tensor().part() == part ? row.activeElements() : 0;
        }
        return active;
    }

    /** Names below the segments, as near to their middles as fits, on as few lines as possible. */
    private void drawLabels(Variant variant, List<Piece> segments, long total) {
        List<Mark.Label> placed = new ArrayList<>();
        double below = y + 15;
        double lowest = below;
        for (Piece segment : byShare(segments)) {
            if (segment.weights() < total / 500) {
                continue;
            }
            Phrase phrase = new Phrase(variant.id())
                    .words(segment.part().label().toLowerCase(Locale.ROOT) + " ")
                    .fact(
                            FactPath.parametersOf(segment.part()) + ":" + FactPath.PARAMETERS_TOTAL,
                            segment.weights() + "/" + total,
                            Shares.percent(segment.weights(), total));
            double wide = TextStyle.SMALL.width(phrase.text());
            double x = Math.max(0, Math.min(width - wide, segment.middle() - wide / 2));
            Mark.Label label = label(segment, phrase, x, below);
            for (int line = 0; touches(label, placed) && line < 6; line++) {
                label = label(segment, phrase, x, label.y() + 15);
            }
            placed.add(label);
            lowest = Math.max(lowest, label.y());
        }
        for (Mark.Label label : placed) {
            canvas.add(label);
        }
        y = lowest + 9;
    }

    private static Mark.Label label(Piece segment, Phrase phrase, double x, double y) {
        return new Mark.Label(PartColor.of(segment.part()).ink(), TextStyle.SMALL, Anchor.START, x, y, phrase.runs());
    }

    private static boolean touches(Mark.Label label, List<Mark.Label> placed) {
        for (Mark.Label other : placed) {
            if (label.left() - 8 < other.right()
                    && other.left() - 8 < label.right()
                    && label.top() < other.bottom()
                    && other.top() < label.bottom()) {
                return true;
            }
        }
        return false;
    }

    private static List<Piece> byShare(List<Piece> segments) {
        List<Piece> sorted = new ArrayList<>(segments);
        sorted.sort((a, b) -> Long.compare(b.weights(), a.weights()));
        return sorted;
    }

    /** Both counts as dots. */
    private void drawTotals(Variant variant, long total, long active) {
        double middle = y + 3.5;
        double to = dotAt(total);
        if (active < total) {
            double from = dotAt(active);
            canvas.stroke("c-axis", new PathData().move(from, middle).horizontal(to));
            canvas.dot(
                    "p-log-total",
                    to,
                    middle,
                    DOT,
                    variant.name() + ", in all: " + Numerals.grouped(total) + " parameters");
        }
        canvas.dot(
                "p-log-active",
                dotAt(active),
                middle,
                DOT,
                variant.name() + ", active for one token: " + Numerals.grouped(active) + " parameters");
        y += 21;
        Phrase phrase = new Phrase(variant.id());
        if (active < total) {
            phrase.figure(FactPath.PARAMETERS_ACTIVE_ALL, active, Unit.PARAMETERS)
                    .words(" active of ");
        }
        phrase.figure(FactPath.PARAMETERS_TOTAL, total, Unit.PARAMETERS)
                .words(active < total ? " in all" : ", all active");
        canvas.text("", TextStyle.STRONG, Anchor.START, 0, y, phrase.runs());
    }

    /** A whole dot fits into the picture at either end of the scale. */
    private double dotAt(long count) {
        return Math.max(DOT + 0.5, Math.min(width - DOT - 0.5, log.at(count)));
    }

    private void drawScale() {
        y += 12;
        canvas.stroke("c-axis", new PathData().move(0, y).horizontal(width - 2));
        for (double tick = log.low(); tick <= log.high() * 1.0001; tick *= 10) {
            double x = log.at(tick);
            canvas.stroke("c-axis", new PathData().move(x, y).vertical(y + 4));
            Anchor anchor =
                    tick == log.low() ? Anchor.START : tick * 10 > log.high() * 1.0001 ? Anchor.END : Anchor.MIDDLE;
            canvas.text(TextStyle.TICK, anchor, anchor == Anchor.END ? width : x, y + 17, magnitude((long) tick));
        }
        y += 36;
        canvas.text(
                TextStyle.TITLE, Anchor.START, 0, y, "dots: active (filled) and all parameters (open), logarithmic");
        canvas.box("p-acting", 0, y + 8, 16, 3, 0);
        canvas.text(TextStyle.TITLE, Anchor.START, 22, y + 15, "acts on one token");
        y += 20;
    }

    /** {@code 100M}, {@code 1B}. */
    static String magnitude(long count) {
        String[] units = {"", "K", "M", "B", "T"};
        int step = 0;
        long rest = count;
        while (rest >= 1000 && step < units.length - 1) {
            rest /= 1000;
            step++;
        }
        return rest + units[step];
    }
}
