package dev.archnotes.site.drawing.mechanism.small;

import dev.archnotes.model.operation.FloatFormat;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.TextStyle;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Sketch;
import java.util.ArrayList;
import java.util.List;

/** How formats share their bits among sign, exponent and fraction, drawn to one scale. */
public record FormatBits() implements SmallFigure {
    private static final List<String> NAMES = List.of("FP32", "BF16", "FP16", "FP8 E4M3", "FP8 E5M2", "FP4 E2M1");
    private static final List<FloatFormat> FORMATS = List.of(
            FloatFormat.FP32, FloatFormat.BF16, FloatFormat.FP16, FloatFormat.E4M3, FloatFormat.E5M2, FloatFormat.E2M1);
    private static final double ROW = 36;
    private static final double BAR = 13;

    @Override
    public Scene scene(double width) {
        Sketch sketch = new Sketch(width);
        double bit = width / FORMATS.get(0).bits();
        List<String> outline = new ArrayList<>();
        for (int i = 0; i < FORMATS.size(); i++) {
            FloatFormat format = FORMATS.get(i);
            double y = i * ROW;
            String parts = "1 + " + format.exponentBits() + " + " + format.fractionBits();
            sketch.words(TextStyle.FIGURE, Anchor.START, 0, y + 12, NAMES.get(i));
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, width, y + 12, parts);
            double exponent = bit * format.exponentBits();
            sketch.numbers("f-kept f-token", 0, y + 18, bit, BAR);
            sketch.numbers("f-kept f-ffn", bit, y + 18, exponent, BAR);
            sketch.numbers("f-pale", bit + exponent, y + 18, bit * format.fractionBits(), BAR);
            outline.add(NAMES.get(i) + ": " + parts + " bits");
        }
        double foot = FORMATS.size() * ROW + 12;
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, 0, foot, "sign, exponent, fraction");
        return new Scene(
                sketch.picture(
                        foot + 6,
                        "BF16 keeps the exponent of FP32 and drops most of the fraction",
                        "Six bars, as long as the formats have bits, each split into sign, exponent and fraction."),
                "BF16 and FP32 have " + FloatFormat.BF16.exponentBits() + " bits of exponent, FP16 has "
                        + FloatFormat.FP16.exponentBits() + ".",
                outline);
    }
}
