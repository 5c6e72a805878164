package dev.archnotes.site.drawing.mechanism.network;

import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.operation.StreamGrowth;
import dev.archnotes.model.operation.StreamGrowth.Placement;
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

/** One sub-layer with its norms at each of four places, and below each how wide the residual stream becomes. */
public record NormPlacement() implements MechanismFigure {
    private static final int SHALLOWEST = 3;
    private static final int DEEPEST = 7;
    private static final int START = 5;
    private static final int GAINS = 3;

    private static final double PANEL = 180;
    private static final double STREAM = 34;
    private static final double MIDDLE = 104;
    private static final double BAR = 17;
    private static final double BAR_WIDTH = 64;
    private static final double ENTRY = 226;
    private static final double JOIN = 96;
    private static final double WIDEST = 156;
    private static final double CONE = 300;
    private static final double CONE_HEIGHT = 110;
    private static final double HEIGHT = 450;
    private static final int STEPS = 16;

    /**
     * A place of the norms.
     *
     * @param placement what follows from it
     * @param name its name
     * @param models who uses it
     * @param update the sub-layer as a formula
     */
    private record Panel(Placement placement, String name, String models, String update) {}

    private static final List<Panel> PANELS = List.of(
            new Panel(Placement.AFTER_ADDITION, "Post-norm", "Transformer of 2017", "x ← N(x + F(x))"),
            new Panel(Placement.BEFORE, "Pre-norm", "Llama 3, Qwen3", "x ← x + F(N(x))"),
            new Panel(Placement.BEHIND, "Output norm", "OLMo 2", "x ← x + N(F(x))"),
            new Panel(Placement.BOTH, "Sandwich", "Gemma 3, Grok 2.5", "x ← x + N₂(F(N₁(x)))"));

    @Override
    public List<Control> controls() {
        List<String> depths = new ArrayList<>();
        for (int power = SHALLOWEST; power <= DEEPEST; power++) {
            depths.add(Integer.toString(1 << power));
        }
        List<String> gains = new ArrayList<>();
        for (int power = 0; power < GAINS; power++) {
            gains.add(Integer.toString(1 << power));
        }
        return List.of(new Control("Depth", depths, START - SHALLOWEST), new Control("Gain of a sub-layer", gains, 0));
    }

    @Override
    public String invitation() {
        return "Let each sub-layer multiply what it reads by 4: which streams notice?";
    }

    @Override
    public Scene scene(Setting setting, double width) {
        int depth = 1 << SHALLOWEST + setting.at(0);
        int gain = 1 << setting.at(1);
        Sketch sketch = new Sketch(width);
        int columns = (int) (width / PANEL);
        double unit = WIDEST / growth(Placement.BEFORE, gain).size(depth);
        for (int i = 0; i < PANELS.size(); i++) {
            new PanelPen(sketch, i % columns * PANEL, i / columns * (HEIGHT + 14))
                    .draw(PANELS.get(i), depth, gain, unit);
        }
        int rows = PANELS.size() / columns;
        return new Scene(
                sketch.picture(
                        rows * HEIGHT + (rows - 1) * 14,
                        message(depth, gain),
                        "A sub-layer, attention or feed-forward, beside the residual stream with its norms at four "
                                + "places; below each, to scale, the size of the stream from the embedding up, where "
                                + "each addition is independent of the stream."),
                reading(depth, gain),
                outline(depth, gain));
    }

    private static StreamGrowth growth(Placement placement, int gain) {
        return new StreamGrowth(placement, gain);
    }

    private static String message(int depth, int gain) {
        String kept = decimal(growth(Placement.BEHIND, gain).size(depth));
        return gain == 1
                ? "A norm on the stream holds its size at 1; norms beside the stream let it grow to √" + (depth + 1)
                        + " = " + kept + " in " + depth + " sub-layers"
                : "A gain of " + gain + " makes the pre-norm stream grow to "
                        + decimal(growth(Placement.BEFORE, gain).size(depth))
                        + "; a norm behind the sub-layer keeps the growth at " + kept;
    }

    private static String reading(int depth, int gain) {
        return "Where sub-layers add what is independent of the stream, variances add up: 1 + " + depth + " × " + gain
                + "² = " + Numerals.grouped(1 + (long) depth * gain * gain)
                + " with pre-norm. The last sub-layer has added "
                + percent(growth(Placement.BEFORE, gain).newest(depth)) + " of that, with post-norm "
                + percent(growth(Placement.AFTER_ADDITION, gain).newest(depth)) + ".";
    }

    private static List<String> outline(int depth, int gain) {
        List<String> lines = new ArrayList<>();
        for (Panel panel : PANELS) {
            StreamGrowth growth = growth(panel.placement(), gain);
            lines.add(panel.name() + " (" + panel.models() + "): " + panel.update() + "; the stream has size "
                    + decimal(growth.size(depth)) + " after " + depth + " sub-layers, and the next one reads "
                    + decimal(growth.read(depth)));
        }
        return lines;
    }

    private static String decimal(double value) {
        return Numerals.quotient(Math.round(value * 10), 10, value == 1 ? 0 : 1);
    }

    private static String percent(double part) {
        return Numerals.quotient(Math.round(part * 1000), 10, 1) + " %";
    }

    /** Draws one of the four. */
    private static final class PanelPen {
        private final Sketch sketch;
        private final double left;
        private final double top;

        PanelPen(Sketch sketch, double left, double top) {
            this.sketch = sketch;
            this.left = left;
            this.top = top;
        }

        void draw(Panel panel, int depth, int gain, double unit) {
            sketch.words(TextStyle.FIGURE_STRONG, Anchor.START, left, top + 14, panel.name());
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, left, top + 31, panel.models());
            drawSublayer(panel.placement());
            sketch.words(TextStyle.FIGURE, Anchor.START, left, top + ENTRY + 42, panel.update());
            drawGrowth(growth(panel.placement(), gain), depth, unit);
        }

        private void drawSublayer(Placement placement) {
            double stream = left + STREAM;
            double beside = left + MIDDLE;
            boolean after = placement == Placement.AFTER_ADDITION;
            boolean before = placement == Placement.BEFORE || placement == Placement.BOTH;
            boolean behind = placement == Placement.BEHIND || placement == Placement.BOTH;
            sketch.line("f-curve f-token", stream, top + ENTRY + 20, stream, top + JOIN + 8);
            sketch.line("f-curve f-token", stream, top + JOIN - 8, stream, top + 50);
            sketch.arrow(stream, top + 50, stream, top + 42);
            sketch.canvas()
                    .stroke(
                            "f-way",
                            new PathData()
                                    .move(stream, top + ENTRY)
                                    .horizontal(beside)
                                    .vertical(top + JOIN)
                                    .horizontal(stream + 16));
            sketch.arrow(stream + 17, top + JOIN, stream + 9, top + JOIN);
            sketch.weights("f-weight", beside - 42, top + 147, 84, 28);
            sketch.words(TextStyle.FIGURE, Anchor.MIDDLE, beside, top + 165.5, "sub-layer F");
            if (before) {
                norm(beside, top + 192);
            }
            if (behind) {
                norm(beside, top + 113);
            }
            if (after) {
                norm(stream, top + 61);
            }
            sketch.canvas().dot("f-made f-token", stream, top + JOIN, 8, "");
            sketch.line("f-curve f-token", stream - 4, top + JOIN, stream + 4, top + JOIN);
            sketch.line("f-curve f-token", stream, top + JOIN - 4, stream, top + JOIN + 4);
        }

        private void norm(double middle, double y) {
            sketch.weights("f-kept f-norm", middle - BAR_WIDTH / 2, y, BAR_WIDTH, BAR);
            sketch.words("f-on", TextStyle.FIGURE, Anchor.MIDDLE, middle, y + 13, "norm");
        }

        /** The stream as a band, as wide as it is large. */
        private void drawGrowth(StreamGrowth growth, int depth, double unit) {
            double middle = left + WIDEST / 2;
            double bottom = top + CONE + CONE_HEIGHT;
            int steps = Math.min(STEPS, depth);
            PathData band = new PathData().move(middle - unit / 2, bottom);
            for (int step = 1; step <= steps; step++) {
                band.line(middle - growth.size(depth * step / steps) * unit / 2, bottom - CONE_HEIGHT * step / steps);
            }
            for (int step = steps; step >= 0; step--) {
                band.line(middle + growth.size(depth * step / steps) * unit / 2, bottom - CONE_HEIGHT * step / steps);
            }
            sketch.canvas().stroke("f-pale f-token", band.close());
            sketch.words(
                    TextStyle.FIGURE_STRONG,
                    Anchor.MIDDLE,
                    middle,
                    top + CONE - 8,
                    "after " + depth + ": " + decimal(growth.size(depth)));
            sketch.words(TextStyle.FIGURE, Anchor.MIDDLE, middle, bottom + 16, "embedding: 1");
            sketch.words(
                    "f-soft",
                    TextStyle.FIGURE,
                    Anchor.MIDDLE,
                    middle,
                    bottom + 34,
                    "F reads size " + decimal(growth.read(depth)));
        }
    }
}
