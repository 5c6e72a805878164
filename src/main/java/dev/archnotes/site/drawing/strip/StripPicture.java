package dev.archnotes.site.drawing.strip;

import dev.archnotes.model.attention.Reach;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.Phrase;
import dev.archnotes.site.drawing.Picture;
import dev.archnotes.site.drawing.Readings;
import dev.archnotes.site.drawing.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The strip with counts, patterns and layer numbers. */
final class StripPicture {
    private static final double SCALE = 2;
    private static final double LINE = 17;
    private static final double NAME_COLUMN = 80;
    private final Variant variant;
    private final FactSheet facts;
    private final double width;
    private final double pitch;
    private final Canvas canvas = new Canvas();
    private double y = 0;

    /**
     * The strip of a variant.
     *
     * @param width the width of the picture
     * @param longest the layers that this width has to hold
     */
    StripPicture(Variant variant, FactSheet facts, double width, long longest) {
        this.variant = variant;
        this.facts = facts;
        this.width = width;
        this.pitch = Math.min(width == ByWidth.NARROW ? 14 : 20, width / longest);
    }

    Picture picture(String said) {
        Architecture architecture = variant.architecture();
        LayerRow<LayerCell.Sight> attention = LayerRow.attention(architecture);
        LayerRow<LayerCell.Network> feedForward = LayerRow.feedForward(architecture);
        LayerRow<LayerCell.Order> positions = LayerRow.positions(architecture);
        StripShapes shapes = new StripShapes(SCALE);
        double first = y + LINE;
        drawHeading(PartColor.ATTENTION, attention, (sample, cell, x) -> sample.attention(cell.reach(), x, 9, y + 0.5));
        y += StripShapes.TALL * SCALE + 6;
        double base = y;
        canvas.stroke("layer-base", new PathData().move(0, base + 1).horizontal(pitch * architecture.layers()));
        each(attention, (cell, x, wide) -> shapes.attention(cell.reach(), x, wide, base));
        y = base + 5;
        boolean mixed = positions.counts().containsKey(LayerCell.Order.NONE)
                && positions.counts().size() > 1;
        if (mixed) {
            drawHeading(
                    PartColor.POSITIONS,
                    positions,
                    (sample, cell, x) -> sample.positions(cell).rectangle(x, y - 8, 9, 8));
            double top = y + 5;
            each(positions, (cell, x, wide) -> shapes.positions(cell).rectangle(x, top, wide, 8));
            y = top + 12;
        }
        drawHeading(PartColor.FEED_FORWARD, feedForward, (sample, cell, x) -> sample.feedForward(cell, x, 9, y - 9));
        double top = y + 6;
        each(feedForward, (cell, x, wide) -> shapes.feedForward(cell, x, wide, top));
        shapes.drawOn(canvas);
        double last = top + StripShapes.TALL * SCALE;
        y = last;
        drawNumbers(architecture.layers());
        return new Picture(
                "layer-strip",
                width,
                y,
                "The layers of " + variant.name(),
                said,
                canvas.marks(),
                readings(attention, feedForward, positions, first + 2, last + 2));
    }

    /** What each layer is, in words. */
    private Readings readings(
            LayerRow<LayerCell.Sight> attention,
            LayerRow<LayerCell.Network> feedForward,
            LayerRow<LayerCell.Order> positions,
            double top,
            double bottom) {
        List<Double> places = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < attention.cells().size(); i++) {
            places.add((i + 0.5) * pitch);
            words.add(attention(attention.cells().get(i)) + "; feed-forward "
                    + feedForward(feedForward.cells().get(i)) + "; "
                    + positions.cells().get(i).word());
        }
        return new Readings(places, top, bottom, words);
    }

    private String attention(LayerCell.Sight sight) {
        String reach = sight.reach() == Reach.WINDOW
                ? ", window " + Numerals.grouped(facts.whole(FactPath.ATTENTION_WINDOW))
                : sight.reach() == Reach.CHUNK
                        ? ", chunk " + Numerals.grouped(facts.whole(FactPath.ATTENTION_CHUNK))
                        : "";
        return sight.word() + " attention" + reach;
    }

    private String feedForward(LayerCell.Network network) {
        return network == LayerCell.Network.DENSE
                ? network.word()
                : network.word() + ", " + Numerals.grouped(facts.whole(FactPath.FEED_FORWARD_EXPERTS_PER_TOKEN))
                        + " of " + Numerals.grouped(facts.whole(FactPath.FEED_FORWARD_EXPERTS)) + " for a token";
    }

    private interface Column<C> {
        void draw(C cell, double x, double width);
    }

    private <C extends LayerCell> void each(LayerRow<C> row, Column<C> column) {
        double gap = Math.min(1.6, pitch * 0.18);
        List<C> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            column.draw(cells.get(i), i * pitch + gap / 2, pitch - gap);
        }
    }

    private interface Sample<C> {
        void draw(StripShapes shapes, C cell, double x);
    }

    /** Counts by kind, each behind a sample of its shape, then the pattern. */
    private <C extends LayerCell> void drawHeading(PartColor part, LayerRow<C> row, Sample<C> sample) {
        y += LINE;
        canvas.text(TextStyle.SMALL, Anchor.START, 0, y, part.label().toLowerCase(Locale.ROOT));
        double x = NAME_COLUMN;
        for (Map.Entry<C, Long> count : row.counts().entrySet()) {
            StripShapes shapes = new StripShapes(0.9);
            sample.draw(shapes, count.getKey(), x);
            shapes.drawOn(canvas);
            Phrase phrase = counted(count.getKey(), count.getValue());
            canvas.text(part.ink(), TextStyle.STRONG, Anchor.START, x + 14, y, phrase.runs());
            x += 14 + TextStyle.STRONG.width(phrase.text()) + 14;
        }
        if (row.alternates()) {
            double needed = TextStyle.SMALL.width(row.pattern());
            boolean beside = x + needed <= width;
            y += beside ? 0 : LINE - 1;
            canvas.text(TextStyle.SMALL, Anchor.START, beside ? x : NAME_COLUMN, y, row.pattern());
        }
    }

    private Phrase counted(LayerCell cell, long layers) {
        Phrase phrase = new Phrase(variant.id()).count(cell.layers(), layers).words(" " + cell.word());
        if (cell instanceof LayerCell.Sight sight && sight.reach() == Reach.WINDOW) {
            phrase.words(", window ").count(FactPath.ATTENTION_WINDOW, facts.whole(FactPath.ATTENTION_WINDOW));
        } else if (cell instanceof LayerCell.Sight sight && sight.reach() == Reach.CHUNK) {
            phrase.words(", chunk ").count(FactPath.ATTENTION_CHUNK, facts.whole(FactPath.ATTENTION_CHUNK));
        } else if (cell == LayerCell.Network.EXPERTS) {
            phrase.words(", ")
                    .count(
                            FactPath.FEED_FORWARD_EXPERTS_PER_TOKEN,
                            facts.whole(FactPath.FEED_FORWARD_EXPERTS_PER_TOKEN))
                    .words(" of ")
                    .count(FactPath.FEED_FORWARD_EXPERTS, facts.whole(FactPath.FEED_FORWARD_EXPERTS));
        }
        return phrase;
    }

    private void drawNumbers(long layers) {
        long step = layers <= 20 ? 4 : layers <= 70 ? 10 : 20;
        y += 14;
        number("layer 1", Anchor.START, 0);
        for (long n = step; n < layers; n += step) {
            boolean clear = n * pitch > 60 && (layers - n) * pitch > 26;
            if (clear) {
                number(Long.toString(n), Anchor.MIDDLE, (n - 0.5) * pitch);
            }
        }
        number(Long.toString(layers), Anchor.END, layers * pitch);
        y += 4;
    }

    private void number(String text, Anchor anchor, double x) {
        canvas.text(TextStyle.TICK, anchor, x, y, text);
    }
}
