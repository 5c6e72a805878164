package dev.archnotes.site.drawing.strip;

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
    private static final double NAME_COLUMN = 74;
    private static final Map<String, FactPath> COUNT_PATHS = Map.of(
            "sliding",
            FactPath.ATTENTION_WINDOW_LAYERS,
            "global",
            FactPath.ATTENTION_FULL_LAYERS,
            "full",
            FactPath.ATTENTION_FULL_LAYERS,
            "chunked",
            FactPath.ATTENTION_CHUNK_LAYERS,
            "latent",
            FactPath.ATTENTION_LATENT_LAYERS,
            "linear",
            FactPath.ATTENTION_LINEAR_LAYERS,
            "dense",
            FactPath.FEED_FORWARD_DENSE_LAYERS,
            "with experts",
            FactPath.FEED_FORWARD_MOE_LAYERS,
            "RoPE",
            FactPath.POSITIONS_ROPE_LAYERS,
            "NoPE",
            FactPath.POSITIONS_NOPE_LAYERS);

    private final Variant spec;
    private final FactSheet facts;
    private final double width;
    private final double pitch;
    private final Canvas canvas = new Canvas();
    private double y = 0;

    StripPicture(Variant spec, FactSheet facts, double width) {
        this.spec = spec;
        this.facts = facts;
        this.width = width;
        this.pitch = Math.min(
                width == ByWidth.NARROW ? 14 : 20, width / spec.architecture().layers());
    }

    Picture picture(String said) {
        Architecture model = spec.architecture();
        LayerRow attention = LayerRow.attention(model);
        LayerRow feedForward = LayerRow.feedForward(model);
        LayerRow positions = LayerRow.positions(model);
        StripShapes shapes = new StripShapes(SCALE);
        double first = y + LINE;
        drawHeading(PartColor.ATTENTION, attention);
        y += StripShapes.TALL * SCALE + 6;
        double base = y;
        canvas.stroke("layer-base", new PathData().move(0, base + 1).horizontal(pitch * model.layers()));
        each(attention, (word, x, wide) -> shapes.attention(word, x, wide, base));
        y = base + 5;
        boolean mixed =
                positions.counts().containsKey("NoPE") && positions.counts().size() > 1;
        if (mixed) {
            drawHeading(PartColor.POSITIONS, positions);
            double top = y + 5;
            each(positions, (word, x, wide) -> shapes.path(position(word)).rectangle(x, top, wide, 8));
            y = top + 12;
        }
        drawHeading(PartColor.FEED_FORWARD, feedForward);
        double top = y + 6;
        each(feedForward, (word, x, wide) -> shapes.feedForward(word, x, wide, top));
        shapes.drawOn(canvas);
        double last = top + StripShapes.TALL * SCALE;
        y = last;
        drawNumbers(model.layers());
        return new Picture(
                "layer-strip",
                width,
                y,
                "The layers of " + spec.name(),
                said,
                canvas.marks(),
                readings(attention, feedForward, positions, first + 2, last + 2));
    }

    /** What each layer is, in words. */
    private Readings readings(LayerRow attention, LayerRow feedForward, LayerRow positions, double top, double bottom) {
        List<Double> places = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < attention.words().size(); i++) {
            places.add((i + 0.5) * pitch);
            words.add(attention(attention.words().get(i)) + "; feed-forward "
                    + feedForward(feedForward.words().get(i)) + "; "
                    + positions.words().get(i));
        }
        return new Readings(places, top, bottom, words);
    }

    private String attention(String word) {
        String reach = word.equals("sliding")
                ? ", window " + Numerals.grouped(facts.whole(FactPath.ATTENTION_WINDOW))
                : word.equals("chunked") ? ", chunk " + Numerals.grouped(facts.whole(FactPath.ATTENTION_CHUNK)) : "";
        return word + " attention" + reach;
    }

    private String feedForward(String word) {
        return word.equals("dense")
                ? word
                : word + ", " + Numerals.grouped(facts.whole(FactPath.FEED_FORWARD_EXPERTS_PER_TOKEN)) + " of "
                        + Numerals.grouped(facts.whole(FactPath.FEED_FORWARD_EXPERTS)) + " for a token";
    }

    private interface Column {
        void draw(String word, double x, double width);
    }

    private void each(LayerRow row, Column column) {
        double gap = Math.min(1.6, pitch * 0.18);
        List<String> words = row.words();
        for (int i = 0; i < words.size(); i++) {
            column.draw(words.get(i), i * pitch + gap / 2, pitch - gap);
        }
    }

    /** Counts by kind, each behind a sample of its shape, then the pattern. */
    private void drawHeading(PartColor part, LayerRow row) {
        y += LINE;
        canvas.text(TextStyle.SMALL, Anchor.START, 0, y, part.label().toLowerCase(Locale.ROOT));
        double x = NAME_COLUMN;
        for (String word : row.counts().keySet()) {
            StripShapes sample = new StripShapes(0.9);
            drawSample(sample, part, word, x);
            sample.drawOn(canvas);
            Phrase phrase = counted(word, row.counts().get(word));
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

    private void drawSample(StripShapes shapes, PartColor part, String word, double x) {
        if (part == PartColor.ATTENTION) {
            shapes.attention(word, x, 9, y + 0.5);
        } else if (part == PartColor.FEED_FORWARD) {
            shapes.feedForward(word, x, 9, y - 9);
        } else {
            shapes.path(position(word)).rectangle(x, y - 8, 9, 8);
        }
    }

    private static LayerShape position(String word) {
        return word.equals("NoPE") ? LayerShape.NOPE : LayerShape.ROPE;
    }

    private Phrase counted(String word, long layers) {
        Phrase phrase = new Phrase(spec.id())
                .count(COUNT_PATHS.getOrDefault(word, FactPath.LAYERS), layers)
                .words(" " + word);
        if (word.equals("sliding")) {
            phrase.words(", window ").count(FactPath.ATTENTION_WINDOW, facts.whole(FactPath.ATTENTION_WINDOW));
        } else if (word.equals("chunked")) {
            phrase.words(", chunk ").count(FactPath.ATTENTION_CHUNK, facts.whole(FactPath.ATTENTION_CHUNK));
        } else if (word.equals("with experts")) {
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
