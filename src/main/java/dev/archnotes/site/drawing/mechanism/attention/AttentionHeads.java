package dev.archnotes.site.drawing.mechanism.attention;

import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.TextStyle;
import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import dev.archnotes.site.drawing.mechanism.Sketch;
import java.util.ArrayList;
import java.util.List;

/** Eight query heads of width 4 over all that they can share, with every number that is kept of a token drawn. */
public record AttentionHeads() implements MechanismFigure {
    private static final int HEADS = 8;
    private static final int WIDTH = 4;

    private static final double PITCH = 19;
    private static final double QUERY = 12;
    private static final double CELL = 8;
    /** Where the kept numbers begin below the name of a panel. */
    private static final double KEPT = 92;

    /** What the heads of a panel share. */
    enum Sharing {
        /** Nothing: arXiv:1706.03762, section 3.2.2. */
        MULTI_HEAD("multi-head", HEADS),
        /** A key and a value for a group: arXiv:2305.13245, section 2.2. */
        GROUPED("grouped-query", 2),
        /** One key and one value: arXiv:1911.02150, section 3. */
        MULTI_QUERY("multi-query", 1),
        /** A latent four heads wide and a rotary key of half a head: arXiv:2405.04434, Table 1. */
        LATENT("latent", 0);

        private static final int LATENT_NUMBERS = 4 * WIDTH;
        private static final int ROTARY_NUMBERS = WIDTH / 2;

        private final String word;
        private final int shared;

        /** Its word, and the number of keys and values, 0 for a latent. */
        Sharing(String word, int shared) {
            this.word = word;
            this.shared = shared;
        }

        /** Numbers that are kept of a token. */
        int kept() {
            return this == LATENT ? LATENT_NUMBERS + ROTARY_NUMBERS : shared * 2 * WIDTH;
        }

        private String working() {
            return this == LATENT
                    ? LATENT_NUMBERS + " + " + ROTARY_NUMBERS + " = " + kept()
                    : shared + " × 2 × " + WIDTH + " = " + kept();
        }
    }

    @Override
    public List<Control> controls() {
        List<String> values = new ArrayList<>(List.of("all"));
        for (Sharing sharing : Sharing.values()) {
            values.add(sharing.word);
        }
        return List.of(new Control("Attention", values, 0));
    }

    @Override
    public String invitation() {
        return "Try the panels one by one and count the filled cells.";
    }

    @Override
    public Scene scene(Setting setting, double width) {
        int chosen = setting.at(0) - 1;
        Sketch sketch = new Sketch(width);
        int columns = sketch.narrow() ? 2 : 4;
        double pitch = width / columns;
        double height = KEPT + WIDTH * CELL + 42;
        List<String> outline = new ArrayList<>();
        for (Sharing sharing : Sharing.values()) {
            int place = sharing.ordinal();
            double x = place % columns * pitch + (pitch - HEADS * PITCH) / 2;
            draw(sketch, x, place / columns * (height + 16), sharing, place == chosen);
            outline.add(sharing.word + " attention: " + HEADS + " queries, " + sharing.working() + " numbers kept");
        }
        return new Scene(
                sketch.picture(
                        sketch.narrow() ? 2 * height + 16 : height,
                        message(chosen),
                        "Four panels, each with eight queries of the newest token above the keys and values, or the "
                                + "latent, that are kept of a token; every number is a cell."),
                reading(chosen),
                outline);
    }

    private static String message(int chosen) {
        switch (chosen) {
            case 0:
                return "Multi-head: every query head has a key and a value of its own, and all of them are kept";
            case 1:
                return "Grouped-query: four query heads ask one key, and a quarter is left to keep";
            case 2:
                return "Multi-query: all eight query heads ask the same key, and an eighth is left to keep";
            case 3:
                return "Latent: eight keys and values again, rebuilt from one vector that is all that is kept";
            default:
                return "Eight questions in all four; they differ in what is kept of a token to answer them";
        }
    }

    private static String reading(int chosen) {
        if (chosen < 0) {
            return "Kept of one token, with heads of width 4: 64 numbers, 16, 8, and 18 for the latent and its rotary "
                    + "key.";
        }
        Sharing sharing = Sharing.values()[chosen];
        return "Kept of one token: " + sharing.working() + " numbers"
                + (sharing == Sharing.MULTI_HEAD ? "." : ", where separate heads would keep 64.");
    }

    /** One panel. */
    private static void draw(Sketch sketch, double x, double y, Sharing sharing, boolean now) {
        double middle = x + HEADS * PITCH / 2;
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.MIDDLE, middle, y + 12, sharing.word);
        double queries = y + 36;
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.MIDDLE, middle, y + 29, HEADS + " queries");
        double kept = y + KEPT;
        PathData questions = new PathData();
        PathData ways = new PathData();
        int groups = Math.max(1, sharing.shared);
        double group = HEADS * PITCH / groups;
        for (int head = 0; head < HEADS; head++) {
            double center = x + head * PITCH + PITCH / 2;
            questions.rectangle(center - QUERY / 2, queries, QUERY, QUERY);
            double from = x + (head * groups / HEADS) * group + group / 2;
            if (sharing == Sharing.LATENT) {
                ways.move(center, kept - 18).vertical(queries + QUERY + 2);
                ways.move(from, kept + 24).line(center, kept);
            } else {
                ways.move(from, kept - 2).line(center, queries + QUERY + 2);
            }
        }
        sketch.canvas().stroke("f-way", ways).stroke(now ? "f-made f-now" : "f-made", questions);
        if (sharing == Sharing.LATENT) {
            PathData rebuilt = new PathData();
            for (int head = 0; head < HEADS; head++) {
                double center = x + head * PITCH + PITCH / 2;
                rebuilt.rectangle(center - CELL, kept - 16, CELL - 1, 14);
                rebuilt.rectangle(center + 1, kept - 16, CELL - 1, 14);
            }
            sketch.canvas().stroke("f-made", rebuilt);
            double left = middle - sharing.kept() * CELL / 2;
            cells(sketch, now, "f-kept", left, kept + 26, Sharing.LATENT_NUMBERS, 1);
            cells(
                    sketch,
                    now,
                    "f-kept f-position",
                    left + Sharing.LATENT_NUMBERS * CELL,
                    kept + 26,
                    Sharing.ROTARY_NUMBERS,
                    1);
        } else {
            for (int one = 0; one < groups; one++) {
                double left = x + one * group + group / 2;
                cells(sketch, now, "f-kept", left - CELL, kept, 1, WIDTH);
                cells(sketch, now, "f-kept", left + 1, kept, 1, WIDTH);
            }
        }
        double words = kept + WIDTH * CELL + 18;
        sketch.words(
                "f-soft",
                TextStyle.FIGURE,
                Anchor.MIDDLE,
                middle,
                words,
                sharing == Sharing.LATENT
                        ? "latent + rotary key"
                        : sharing.shared == 1
                                ? "1 key, 1 value"
                                : sharing.shared + " keys, " + sharing.shared + " values");
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.MIDDLE, middle, words + Sketch.LINE, "kept: " + sharing.working());
    }

    private static void cells(Sketch sketch, boolean now, String classes, double x, double y, int across, int down) {
        // a bold frame takes more room
        double inset = now ? 1.5 : 0.5;
        double side = CELL - 1 - 2 * inset;
        PathData cells = new PathData();
        for (int column = 0; column < across; column++) {
            for (int row = 0; row < down; row++) {
                cells.rectangle(x + column * CELL + inset, y + row * CELL + inset, side, side);
            }
        }
        sketch.canvas().stroke(now ? classes + " f-now" : classes, cells);
    }
}
