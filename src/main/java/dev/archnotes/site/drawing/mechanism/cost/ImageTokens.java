package dev.archnotes.site.drawing.mechanism.cost;

import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.operation.PicturePlaces;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.model.vision.VisionEncoder;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.PathData;
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
 * A picture of eight by eight pixels on its way into a text: cut into patches (arXiv:2010.11929, section 3.1), encoded,
 * merged, and placed among words; below it the places that a real photo takes in models.
 *
 * @param models models with a vision part
 */
public record ImageTokens(List<Seeing> models) implements MechanismFigure {
    private static final int SIDE = 8;
    private static final int[] PATCHES = {1, 2, 4};
    private static final int[] MERGES = {1, 2};
    private static final long[] PHOTOS = {336, 672, 896, 1344, 1540};
    private static final int ENCODER = 2;
    private static final int MERGED = 3;
    private static final double ROW = 38;

    public ImageTokens {
        models = List.copyOf(models);
    }

    /**
     * A model that sees.
     *
     * @param name its name
     * @param places how many places a picture takes
     */
    public record Seeing(String name, PicturePlaces places) {}

    /**
     * The figure of models; those without a vision part, or whose rule for pictures is not known, are left out.
     *
     * @throws IllegalArgumentException where none of them sees
     */
    public static ImageTokens of(List<Variant> variants) {
        List<Seeing> seeing = new ArrayList<>();
        for (Variant variant : variants) {
            variant.architecture()
                    .vision()
                    .flatMap(VisionEncoder::places)
                    .ifPresent(places -> seeing.add(new Seeing(variant.name(), places)));
        }
        if (seeing.isEmpty()) {
            throw new IllegalArgumentException("none of the models has a vision part");
        }
        return new ImageTokens(seeing);
    }

    /** The figure that was written so. */
    public static ImageTokens read(FigureCode.Reader in) {
        List<Seeing> models = new ArrayList<>();
        long count = in.number();
        for (long i = 0; i < count; i++) {
            models.add(new Seeing(
                    in.name(),
                    new PicturePlaces(PicturePlaces.Rule.values()[(int) in.number()], in.number(), in.number())));
        }
        return new ImageTokens(models);
    }

    @Override
    public void write(FigureCode.Writer out) {
        out.number(models.size());
        for (Seeing model : models) {
            out.name(model.name())
                    .number(model.places().rule().ordinal())
                    .number(model.places().side())
                    .number(model.places().cell());
        }
    }

    @Override
    public List<Control> controls() {
        List<String> photos = new ArrayList<>();
        for (long photo : PHOTOS) {
            photos.add(Numerals.grouped(photo));
        }
        return List.of(
                new Control("Side of a patch", List.of("1", "2", "4"), 1),
                new Control("Side of a merged square", List.of("1", "2"), 1),
                new Control("Side of the photo below", photos, 2));
    }

    @Override
    public String invitation() {
        return "Try no merging (1), then a photo of 336 pixels a side.";
    }

    @Override
    public Scene scene(Setting setting, double width) {
        int patch = PATCHES[setting.at(0)];
        int merge = MERGES[setting.at(1)];
        long photo = PHOTOS[setting.at(2)];
        Sketch sketch = new Sketch(width);
        int across = sketch.narrow() ? 2 : 4;
        double frame = (width + 20) / across;
        double square = sketch.narrow() ? 112 : 128;
        for (int i = 0; i < 4; i++) {
            double x = i % across * frame;
            double y = i / across * (square + 60);
            drawFrame(sketch, i, patch, merge, x, y, square);
            if (i % across < across - 1) {
                sketch.arrow(x + square + 8, y + 40 + square / 2, x + frame - 8, y + 40 + square / 2);
            }
        }
        double y = drawSequence(sketch, patch * merge, 4 / across * (square + 60) + 4);
        y = drawModels(sketch, photo, y + 16);
        return new Scene(
                sketch.picture(
                        y,
                        message(patch * merge),
                        "A picture of eight by eight pixels is cut into patches, encoded and merged; its vectors then "
                                + "stand in a row between words. Below, as bars, the places that a photo takes."),
                reading(patch, merge, photo),
                outline(patch, merge, photo));
    }

    private static int squared(int side) {
        return side * side;
    }

    private static String message(int cell) {
        int places = squared(SIDE / cell);
        return "A picture becomes " + (places == 1 ? "one vector that stands" : places + " vectors that stand")
                + " among the words";
    }

    private String reading(int patch, int merge, long photo) {
        StringBuilder text = new StringBuilder();
        text.append("8 × 8 pixels make ")
                .append(squared(SIDE / patch))
                .append(" patches and ")
                .append(squared(SIDE / patch / merge))
                .append(squared(SIDE / patch / merge) == 1 ? " place, " : " places, each ")
                .append("for ")
                .append(patch * merge)
                .append(" × ")
                .append(patch * merge)
                .append(" pixels. A photo of ")
                .append(Numerals.grouped(photo))
                .append(" a side takes ");
        for (int i = 0; i < models.size(); i++) {
            text.append(i == 0 ? "" : i == models.size() - 1 ? " and " : ", ")
                    .append(Numerals.grouped(models.get(i).places().of(photo)))
                    .append(" in ")
                    .append(models.get(i).name());
        }
        return text.append('.').toString();
    }

    private List<String> outline(int patch, int merge, long photo) {
        List<String> lines = new ArrayList<>();
        lines.add("a picture of 64 pixels");
        lines.add(squared(SIDE / patch) + " patches of " + patch + " × " + patch + " pixels");
        lines.add("an encoder, in which every patch sees every other");
        lines.add("merged by " + merge + " × " + merge + ": " + squared(SIDE / patch / merge)
                + (patch * merge == SIDE ? " vector" : " vectors"));
        lines.add("projected to the decoder's width, they stand between the words and are cached like them");
        for (Seeing model : models) {
            lines.add(model.name() + ", a photo of " + Numerals.grouped(photo) + " a side: "
                    + Numerals.grouped(model.places().of(photo)) + " places, " + rule(model));
        }
        return lines;
    }

    private static String rule(Seeing model) {
        switch (model.places().rule()) {
            case FIXED:
                return "resized to one size";
            case MARKED_ROWS:
                return "in its own size";
            case WHOLE_CELLS:
                return "resized a little";
            case PADDED_CELLS:
                return "filled up with a margin";
            default:
                return "cut into tiles";
        }
    }

    private static String title(int frame, int patch, int merge) {
        switch (frame) {
            case 0:
                return "64 pixels";
            case 1:
                return squared(SIDE / patch) + " patches";
            case ENCODER:
                return "encoder";
            default:
                return squared(SIDE / patch / merge) + (patch * merge == SIDE ? " vector" : " vectors");
        }
    }

    private static String subtitle(int frame, int patch, int merge) {
        switch (frame) {
            case 0:
                return "8 × 8";
            case 1:
                return "of " + patch + " × " + patch;
            case ENCODER:
                return "each patch sees all";
            default:
                return merge == 1 ? "nothing merged" : "merged by 2 × 2";
        }
    }

    private static void drawFrame(Sketch sketch, int frame, int patch, int merge, double x, double y, double square) {
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.START, x, y + 14, title(frame, patch, merge));
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, x, y + 31, subtitle(frame, patch, merge));
        double top = y + 40;
        if (frame < ENCODER) {
            drawPixels(sketch, frame == 0 ? SIDE : patch, x, top, square);
            return;
        }
        int grid = frame == MERGED ? SIDE / patch / merge : SIDE / patch;
        double pitch = square / grid;
        if (frame == ENCODER) {
            PathData ways = new PathData();
            for (int i = 1; i < grid * grid; i++) {
                ways.move(x + pitch / 2, top + pitch / 2)
                        .line(x + (i % grid + 0.5) * pitch, top + (i / grid + 0.5) * pitch);
            }
            sketch.canvas().stroke("f-way", ways);
        }
        double side = Math.min(pitch - 4, frame == MERGED ? pitch * 0.7 : pitch * 0.5);
        for (int i = 0; i < grid * grid; i++) {
            sketch.numbers(
                    frame == MERGED || i == 0 ? "f-pale f-now" : "f-made",
                    x + i % grid * pitch + (pitch - side) / 2,
                    top + i / grid * pitch + (pitch - side) / 2,
                    side,
                    side);
        }
    }

    /** The picture, a letter L, with a gap wherever it is cut. */
    private static void drawPixels(Sketch sketch, int patch, double x, double y, double square) {
        int cuts = SIDE / patch - 1;
        double gap = cuts == 0 ? 0 : Math.min(5, square / 4 / cuts);
        double pixel = (square - cuts * gap) / SIDE;
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                boolean dark =
                        row > 0 && row < SIDE - 1 && (column == 2 || row == SIDE - 2 && column > 2 && column < 6);
                sketch.numbers(
                        dark ? "f-kept f-token" : "f-pale f-token",
                        x + column * pixel + column / patch * gap,
                        y + row * pixel + row / patch * gap,
                        pixel,
                        pixel);
            }
        }
    }

    /** The vectors in the decoder's text; where they end. */
    private static double drawSequence(Sketch sketch, int cell, double y) {
        int places = squared(SIDE / cell);
        double x = 0;
        double top = y + 26;
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.START, 0, y + 14, "projected, in the sequence");
        x = word(sketch, "What", x, top);
        x = word(sketch, "is", x, top);
        double pitch = Math.min(16, (sketch.width() - x - 34) / places);
        for (int i = 0; i < places; i++) {
            sketch.numbers("f-kept", x + i * pitch, top, Math.max(pitch - 3, pitch * 0.6), 26);
        }
        word(sketch, "?", x + places * pitch + 2, top);
        return top + 26;
    }

    private static double word(Sketch sketch, String word, double x, double y) {
        double room = TextStyle.FIGURE.width(word) + 16;
        sketch.numbers("f-pale f-token", x, y, room, 26);
        sketch.words(TextStyle.FIGURE, Anchor.MIDDLE, x + room / 2, y + 17.5, word);
        return x + room + 5;
    }

    private double drawModels(Sketch sketch, long photo, double y) {
        long most = 1;
        for (Seeing model : models) {
            most = Math.max(most, model.places().of(PHOTOS[PHOTOS.length - 1]));
        }
        double scale = (sketch.width() - 2) / most;
        sketch.words(
                TextStyle.FIGURE_STRONG,
                Anchor.START,
                0,
                y + 12,
                "Places of a photo of " + Numerals.grouped(photo) + " × " + Numerals.grouped(photo) + " pixels");
        double top = y + 20;
        for (Seeing model : models) {
            long places = model.places().of(photo);
            sketch.words(
                    TextStyle.FIGURE,
                    Anchor.START,
                    0,
                    top + 14,
                    sketch.narrow() ? model.name() : model.name() + ", " + rule(model));
            sketch.words(TextStyle.FIGURE_STRONG, Anchor.END, sketch.width(), top + 14, Numerals.grouped(places));
            sketch.numbers("f-kept", 0, top + 20, places * scale, 11);
            top += ROW;
        }
        return top;
    }
}
