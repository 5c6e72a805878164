package dev.archnotes.site.drawing.mechanism.steps;

import dev.archnotes.model.operation.FloatFormat;
import dev.archnotes.model.operation.SharedScale;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.TextStyle;
import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.Decimals;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import dev.archnotes.site.drawing.mechanism.Sketch;
import java.util.ArrayList;
import java.util.List;

/**
 * One number as eight formats store it: the bits, what is read back, and how far that is off. The four-bit formats
 * share a scale with their group, which the largest number of the group sets.
 */
public record NumberFormats() implements MechanismFigure {
    private static final List<String> PRINTED =
            List.of("0.0001", "0.1", "1/3", "1.1", "3.3", "12.7", "13.7", "300", "448", "500", "70,000");
    private static final List<Double> VALUES =
            List.of(0.0001, 0.1, 1.0 / 3, 1.1, 3.3, 12.7, 13.7, 300.0, 448.0, 500.0, 70_000.0);
    private static final List<String> TIMES = List.of("as large", "3 times as large", "10 times", "30 times");
    private static final List<Integer> LARGEST = List.of(1, 3, 10, 30);

    private static final double TOP = 38;
    private static final double BIT_HEIGHT = 19;

    @Override
    public List<Control> controls() {
        return List.of(new Control("Value", PRINTED, 6), new Control("Largest in its group", TIMES, 1));
    }

    @Override
    public String invitation() {
        return "Try 500 and 70,000, then a group whose largest number is 30 times the value.";
    }

    /**
     * A number in a format.
     *
     * @param name the format
     * @param bits its bits
     * @param exponent how many of them are the exponent, after the sign
     * @param scaleBits bits of the scale that is shared, or empty
     * @param scaleExponent the exponent of the scale: its first bit and its length
     * @param shared who shares the scale, or empty
     * @param number what is read back
     */
    record Stored(
            String name,
            String bits,
            int exponent,
            String scaleBits,
            List<Integer> scaleExponent,
            String shared,
            double number) {
        boolean scaled() {
            return !scaleBits.isEmpty();
        }
    }

    /** A value in every format. */
    static List<Stored> stored(double value, double largest) {
        List<Stored> stored = new ArrayList<>();
        stored.add(plain("FP32", FloatFormat.FP32, value));
        stored.add(plain("BF16", FloatFormat.BF16, value));
        stored.add(plain("FP16", FloatFormat.FP16, value));
        stored.add(plain("FP8 E4M3", FloatFormat.E4M3, value));
        stored.add(plain("FP8 E5M2", FloatFormat.E5M2, value));
        SharedScale mx = SharedScale.mxfp4(value, largest);
        stored.add(new Stored(
                "MXFP4", bits(mx.code(), 4), 2, bits(mx.scaleCode(), 8), List.of(0, 8), "shared by 32", mx.number()));
        SharedScale nv = SharedScale.nvfp4(value, largest);
        stored.add(new Stored(
                "NVFP4", bits(nv.code(), 4), 2, bits(nv.scaleCode(), 8), List.of(1, 4), "shared by 16", nv.number()));
        SharedScale whole = SharedScale.int4(value, largest);
        stored.add(new Stored(
                "INT4",
                bits(whole.code(), 4),
                0,
                bits(whole.scaleCode(), 16),
                List.of(1, 8),
                "shared by a group",
                whole.number()));
        return stored;
    }

    private static Stored plain(String name, FloatFormat format, double value) {
        long code = format.code(value);
        return new Stored(
                name, bits(code, format.bits()), format.exponentBits(), "", List.of(), "", format.number(code));
    }

    private static String bits(long code, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = length - 1; i >= 0; i--) {
            text.append((code >> i & 1) == 1 ? '1' : '0');
        }
        return text.toString();
    }

    @Override
    public Scene scene(Setting setting, double width) {
        double value = VALUES.get(setting.at(0));
        String printed = PRINTED.get(setting.at(0));
        List<Stored> rows = stored(value, value * LARGEST.get(setting.at(1)));
        Sketch sketch = new Sketch(width);
        double y = sketch.narrow() ? TOP - 14 : TOP;
        for (Stored row : rows) {
            y = sketch.narrow() ? drawNarrow(sketch, row, value, y) : drawWide(sketch, row, value, y);
        }
        return new Scene(
                sketch.picture(
                        y,
                        message(rows, printed),
                        "Eight formats below one another, each with the boxes of its bits, the number that is read "
                                + "back and its error. Four-bit codes have the bits of their shared scale beside "
                                + "them."),
                reading(rows, value, printed, TIMES.get(setting.at(1))),
                outline(rows, value));
    }

    private static String message(List<Stored> rows, String printed) {
        double half = rows.get(2).number();
        double eight = rows.get(3).number();
        if (Double.isInfinite(half)) {
            return printed + " is too large for FP16 and FP8; BF16 has the range of 32 bits, in coarser steps";
        }
        if (printed.equals("448")) {
            return "448 is the largest number that FP8 E4M3 can hold, and more is cut to it";
        }
        if (rows.get(5).number() == 0) {
            return "Next to a number so much larger, " + printed + " is stored as zero in four bits";
        }
        if (eight == 0) {
            return printed + " is too small for FP8 E4M3; with a shared scale even four bits reach it";
        }
        if (eight == FloatFormat.E4M3.number(FloatFormat.E4M3.largestCode())) {
            return printed
                    + " is cut to 448 in FP8 E4M3, where the format ends; with a shared scale even four bits go beyond";
        }
        return "The fewer bits, the coarser the steps: " + printed + " becomes " + print(eight) + " in FP8 E4M3 and "
                + print(rows.get(5).number()) + " in MXFP4";
    }

    private static String reading(List<Stored> rows, double value, String printed, String times) {
        StringBuilder text = new StringBuilder("Error of " + printed);
        for (int i : new int[] {1, 3, 5, 6, 7}) {
            text.append(i == 1 ? ": " : ", ")
                    .append(rows.get(i).name())
                    .append(' ')
                    .append(error(rows.get(i), value));
        }
        return text + "; the largest number of the group is "
                + (times.startsWith("as") ? "the value itself" : times.endsWith("e") ? times : times + " as large")
                + ".";
    }

    private static List<String> outline(List<Stored> rows, double value) {
        List<String> lines = new ArrayList<>();
        for (Stored row : rows) {
            String sign = row.bits().substring(0, 1);
            String rest = row.exponent() == 0
                    ? row.bits().substring(1)
                    : row.bits().substring(1, 1 + row.exponent()) + " "
                            + row.bits().substring(1 + row.exponent());
            lines.add(row.name() + ": " + sign + " " + rest
                    + (row.scaled() ? ", scale " + row.scaleBits() + " " + row.shared() : "") + "; read back "
                    + print(row.number()) + ", error " + error(row, value));
        }
        return lines;
    }

    private static String print(double number) {
        return Double.isInfinite(number) ? "infinity" : Decimals.print(number, 8);
    }

    /** The error as a part of the value. */
    static String error(Stored row, double value) {
        if (Double.isInfinite(row.number())) {
            return "too large";
        }
        double percent = 100 * Math.abs(row.number() - value) / value;
        if (percent == 0) {
            return "none";
        }
        return percent < 0.0001 ? "below 0.0001\u00A0%" : Decimals.print(percent, 2) + "\u00A0%";
    }

    private static double drawNarrow(Sketch sketch, Stored row, double value, double y) {
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.START, 0, y + 12, row.name());
        sketch.words(TextStyle.FIGURE, Anchor.END, 200, y + 12, print(row.number()));
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, sketch.width(), y + 12, error(row, value));
        if (row.name().equals("FP32")) {
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, 200, 12, "read back");
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, sketch.width(), 12, "error");
        }
        drawBits(sketch, row, 0, y + 18, 11);
        if (row.name().equals("FP32")) {
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, 0, y + 51, "sign");
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, 34, y + 51, "exponent");
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, 103, y + 51, "fraction");
            return y + 66;
        }
        return y + 48;
    }

    private static double drawWide(Sketch sketch, Stored row, double value, double y) {
        double left = 76;
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.START, 0, y + 14, row.name());
        drawBits(sketch, row, left, y, 12.5);
        sketch.words(TextStyle.FIGURE, Anchor.END, 598, y + 14, print(row.number()));
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, sketch.width(), y + 14, error(row, value));
        if (row.name().equals("FP32")) {
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, left + 12, TOP - 8, "sign");
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, left + 19, TOP - 8, "exponent");
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, left + 9 * 12.5 + 4, TOP - 8, "fraction");
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, 598, TOP - 8, "read back");
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, sketch.width(), TOP - 8, "error");
        }
        if (row.name().equals("FP8 E5M2")) {
            return y + 34;
        }
        return y + 28;
    }

    /** The bits of a code and of its scale, a box for each part. */
    private static void drawBits(Sketch sketch, Stored row, double left, double y, double pitch) {
        int length = row.bits().length();
        drawPart(sketch, "f-token", row.bits(), 0, 1, left, y, pitch);
        drawPart(sketch, "", row.bits(), 1, row.exponent(), left, y, pitch);
        drawPart(sketch, "f-ffn", row.bits(), 1 + row.exponent(), length - 1 - row.exponent(), left, y, pitch);
        if (!row.scaled()) {
            return;
        }
        double x = left + length * pitch + 20;
        sketch.words(TextStyle.FIGURE, Anchor.MIDDLE, x - 10, y + 14, "×");
        int from = row.scaleExponent().get(0);
        int end = from + row.scaleExponent().get(1);
        int scaleLength = row.scaleBits().length();
        drawPart(sketch, "f-token", row.scaleBits(), 0, from, x, y, pitch);
        drawPart(sketch, "", row.scaleBits(), from, end - from, x, y, pitch);
        drawPart(sketch, "f-ffn", row.scaleBits(), end, scaleLength - end, x, y, pitch);
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, x + scaleLength * pitch + 7, y + 14, row.shared());
    }

    private static void drawPart(
            Sketch sketch, String color, String bits, int from, int length, double left, double y, double pitch) {
        if (length == 0) {
            return;
        }
        double x = left + from * pitch;
        sketch.numbers("f-pale " + color, x, y, length * pitch, BIT_HEIGHT);
        PathData parts = new PathData();
        for (int i = 0; i < length; i++) {
            if (i > 0) {
                parts.move(x + i * pitch, y + BIT_HEIGHT - 4).vertical(y + BIT_HEIGHT);
            }
            sketch.words(
                    TextStyle.FIGURE,
                    Anchor.MIDDLE,
                    x + (i + 0.5) * pitch,
                    y + 14,
                    bits.substring(from + i, from + i + 1));
        }
        sketch.canvas().stroke("f-way", parts);
    }
}
