package dev.archnotes.site.drawing.mechanism.attention;

import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.TextStyle;
import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.FigureCode;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import dev.archnotes.site.drawing.mechanism.Sketch;
import java.util.ArrayList;
import java.util.List;

/**
 * Caches while a text grows: of one layer of each kind over a few tokens, and of whole models at any length.
 *
 * @param models the models beside each other
 */
public record CacheGrowth(List<Model> models) implements MechanismFigure {
    private static final int DRAWN = 12;
    private static final int SLOTS = 4;
    private static final List<Long> LONG = List.of(1_024L, 4_096L, 32_768L, 131_072L);
    private static final int START = 10;

    /** Where the pages of the sequence lie among those of the memory: arXiv:2309.06180, section 4. */
    private static final int[] PAGE_TABLE = {2, 0, 3};

    private static final int PAGES = 4;

    private static final double CELL = 25;
    private static final double KEY = 22;
    private static final double LATENT = 7;
    private static final double STATE = 34;
    private static final double HEAD = 20;
    private static final double ROW = 54;
    private static final double MODEL = 54;

    /**
     * A model and what its layers keep.
     *
     * @param name its name
     * @param kinds its kinds of layers
     */
    public record Model(String name, List<CachedKind> kinds) {
        public Model {
            kinds = List.copyOf(kinds);
        }

        /** Bytes of its cache at a number of tokens. */
        long bytes(long tokens) {
            long bytes = 0;
            for (CachedKind kind : kinds) {
                bytes = Math.addExact(bytes, kind.bytes(tokens));
            }
            return bytes;
        }

        private String layers() {
            StringBuilder text = new StringBuilder();
            for (CachedKind kind : kinds) {
                text.append(text.length() == 0 ? "layers: " : ", ").append(kind.words());
            }
            return text.toString();
        }
    }

    public CacheGrowth {
        models = List.copyOf(models);
    }

    /** The figure of models. */
    public static CacheGrowth of(List<Variant> variants) {
        List<Model> models = new ArrayList<>();
        for (Variant variant : variants) {
            models.add(new Model(variant.name(), CachedKind.of(variant)));
        }
        return new CacheGrowth(models);
    }

    /** The figure that was written so. */
    public static CacheGrowth read(FigureCode.Reader in) {
        List<Model> models = new ArrayList<>();
        for (long left = in.number(); left > 0; left--) {
            String name = in.name();
            List<CachedKind> kinds = new ArrayList<>();
            for (long more = in.number(); more > 0; more--) {
                CachedKind.Shape shape = CachedKind.Shape.values()[(int) in.number()];
                kinds.add(new CachedKind(shape, in.number(), in.number(), in.number()));
            }
            models.add(new Model(name, kinds));
        }
        return new CacheGrowth(models);
    }

    @Override
    public void write(FigureCode.Writer out) {
        out.number(models.size());
        for (Model model : models) {
            out.name(model.name()).number(model.kinds().size());
            for (CachedKind kind : model.kinds()) {
                out.number(kind.shape().ordinal())
                        .number(kind.layers())
                        .number(kind.tokenBytes())
                        .number(kind.limit());
            }
        }
    }

    @Override
    public List<Control> controls() {
        List<String> values = new ArrayList<>();
        for (int tokens = 1; tokens <= DRAWN; tokens++) {
            values.add(Integer.toString(tokens));
        }
        for (long tokens : LONG) {
            values.add(Numerals.grouped(tokens));
        }
        return List.of(new Control("Tokens", values, START - 1));
    }

    private static long tokens(Setting setting) {
        int place = setting.at(0);
        return place < DRAWN ? place + 1 : LONG.get(place - DRAWN);
    }

    @Override
    public String invitation() {
        return "Start from one token, watch the ring after the fourth, then go to the long texts.";
    }

    @Override
    public Scene scene(Setting setting, double width) {
        long tokens = tokens(setting);
        Sketch sketch = new Sketch(width);
        double bottom = drawLayers(sketch, (int) Math.min(tokens, DRAWN), tokens > DRAWN);
        double left = sketch.narrow() ? 0 : 380;
        double models = drawModels(sketch, left, sketch.narrow() ? bottom + 14 : 0, tokens);
        List<String> outline = new ArrayList<>();
        for (Model model : this.models) {
            outline.add(model.name() + ", " + model.layers() + ": " + Unit.BYTES.print(model.bytes(tokens)));
        }
        return new Scene(
                sketch.picture(
                        Math.max(bottom, models),
                        message(tokens),
                        "What one layer keeps of a text: every key and value, a ring of four slots, pages of four "
                                + "slots, a latent of each token, or one state. Beside it, bars for the caches of "
                                + "whole models at the same length."),
                reading(tokens),
                outline);
    }

    private String message(long tokens) {
        if (tokens > DRAWN && tokens < longestRing()) {
            return "At " + Numerals.grouped(tokens)
                    + " tokens the longest rings still have free slots and grow; a recurrent state stands still";
        }
        if (tokens > DRAWN) {
            return "At " + Numerals.grouped(tokens)
                    + " tokens only layers that keep something of every token still grow; rings and states stand still";
        }
        if (tokens <= SLOTS) {
            return "Until its slots are full, a ring grows like full attention; a recurrent state never grows";
        }
        return "After " + tokens + " tokens full attention keeps " + tokens
                + " keys and values; a ring stays at 4, a recurrent state at one matrix";
    }

    private long longestRing() {
        long longest = 0;
        for (Model model : models) {
            for (CachedKind kind : model.kinds()) {
                longest = Math.max(longest, kind.limit());
            }
        }
        return longest;
    }

    private String reading(long tokens) {
        StringBuilder text = new StringBuilder("Cache in 16 bits (states in 32) at ");
        text.append(Numerals.grouped(tokens)).append(tokens == 1 ? " token: " : " tokens: ");
        for (int i = 0; i < models.size(); i++) {
            Model model = models.get(i);
            text.append(i == 0 ? "" : ", ").append(model.name()).append(' ');
            text.append(Unit.BYTES.print(model.bytes(tokens)));
        }
        return text.append('.').toString();
    }

    /** One layer of each kind; the lower edge. */
    private static double drawLayers(Sketch sketch, int tokens, boolean more) {
        sketch.words(
                "f-soft",
                TextStyle.FIGURE,
                Anchor.START,
                0,
                12,
                more ? "One layer, drawn up to " + DRAWN + " tokens" : "One layer, tokens 1 to " + DRAWN);
        double y = 26;
        name(sketch, y, "Full", "one key and value for each token");
        for (int token = 0; token < DRAWN; token++) {
            slot(sketch, token * CELL, y + HEAD, CELL, token < tokens ? token : -1, token == tokens - 1);
        }
        y += ROW;
        name(sketch, y, "Ring", "of 4: the newest overwrites the oldest");
        for (int place = 0; place < SLOTS; place++) {
            int token = place + (tokens - 1 - place + SLOTS) / SLOTS * SLOTS - SLOTS;
            slot(sketch, place * CELL, y + HEAD, CELL, token, token == tokens - 1);
        }
        y += ROW;
        drawPages(sketch, y, tokens);
        y += ROW + 14;
        name(sketch, y, "Latent", "a short vector for each token");
        for (int token = 0; token < DRAWN; token++) {
            String look = token < tokens ? token == tokens - 1 ? "f-kept f-now" : "f-kept" : "f-ghost";
            sketch.numbers(look, token * CELL + 1, y + HEAD, CELL - 3, LATENT);
        }
        y += ROW - KEY + LATENT;
        name(sketch, y, "State", tokens == 1 ? "one matrix, written once" : "one matrix, written " + tokens + " times");
        sketch.numbers("f-made f-now", 2, y + HEAD + 1, STATE, STATE);
        double number = (STATE - 4) / SLOTS;
        for (int i = 0; i < SLOTS * SLOTS; i++) {
            double top = y + HEAD + 3 + i / SLOTS * number;
            sketch.numbers("f-kept", 4 + i % SLOTS * number + 1, top + 1, number - 2, number - 2);
        }
        return y + HEAD + STATE + 6;
    }

    private static void drawPages(Sketch sketch, double y, int tokens) {
        int used = (tokens + SLOTS - 1) / SLOTS;
        int empty = used * SLOTS - tokens;
        StringBuilder table = new StringBuilder("of 4: block table ");
        for (int page = 0; page < used; page++) {
            table.append(page == 0 ? "" : ", ").append(PAGE_TABLE[page]);
        }
        name(sketch, y, "Pages", table.append("; empty slots: ").append(empty).toString());
        double cell = CELL * DRAWN / (PAGES * SLOTS) - 1;
        for (int place = 0; place < PAGES; place++) {
            double x = place * (cell * SLOTS + 5);
            int page = -1;
            for (int i = 0; i < used; i++) {
                page = PAGE_TABLE[i] == place ? i : page;
            }
            for (int i = 0; i < SLOTS; i++) {
                int token = page * SLOTS + i;
                double left = x + i * cell;
                if (page < 0) {
                    sketch.numbers("f-rule", left + 1, y + HEAD, cell - 2, KEY);
                } else {
                    slot(sketch, left, y + HEAD, cell, token < tokens ? token : -1, token == tokens - 1);
                }
            }
            double middle = x + cell * SLOTS / 2;
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.MIDDLE, middle, y + HEAD + KEY + 15, "page " + place);
        }
    }

    private static void name(Sketch sketch, double y, String name, String words) {
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.START, 0, y + 12, name);
        sketch.words(TextStyle.FIGURE, Anchor.START, TextStyle.FIGURE_STRONG.width(name) + 6, y + 12, words);
    }

    /** A slot for a key and a value with the token that is in it, or an empty one. */
    private static void slot(Sketch sketch, double x, double y, double cell, int token, boolean now) {
        String look = token < 0 ? "f-ghost" : now ? "f-kept f-now" : "f-kept";
        sketch.numbers(look, x + 1, y, cell - 2.5, KEY);
        if (token >= 0) {
            sketch.words(
                    "f-on",
                    TextStyle.FIGURE,
                    Anchor.MIDDLE,
                    x + cell / 2 - 0.25,
                    y + 15.5,
                    Integer.toString(token + 1));
        }
    }

    /** The caches of the models as bars, the largest as long as the column; the lower edge. */
    private double drawModels(Sketch sketch, double x, double y, long tokens) {
        double room = sketch.width() - x;
        long largest = 1;
        for (Model model : models) {
            largest = Math.max(largest, model.bytes(tokens));
        }
        String header = "Whole models at " + Numerals.grouped(tokens) + (tokens == 1 ? " token" : " tokens");
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, x, y + 12, header);
        double top = y + 26;
        for (Model model : models) {
            sketch.words(TextStyle.FIGURE_STRONG, Anchor.START, x, top + 12, model.name());
            String bytes = Unit.BYTES.print(model.bytes(tokens));
            sketch.words(TextStyle.FIGURE_STRONG, Anchor.END, sketch.width(), top + 12, bytes);
            double from = x;
            for (CachedKind kind : model.kinds()) {
                double length = room * kind.bytes(tokens) / largest;
                // a gap parts the kinds, where there is room for one
                sketch.numbers("f-kept", from, top + 19, Math.max(length - 2, 0.5), 8);
                from += length;
            }
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, x, top + 42, model.layers());
            top += MODEL;
        }
        return top;
    }
}
