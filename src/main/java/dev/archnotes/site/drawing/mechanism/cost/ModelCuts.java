package dev.archnotes.site.drawing.mechanism.cost;

import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.model.tensor.Part;
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
 * Five ways to cut one model among devices: what the first device still holds of weights and batch, and where data must
 * travel instead. The drawn model has eight layers and eight experts in each, the batch eight texts of eight tokens.
 *
 * @param model the name of a real model
 * @param parameters all of its weights
 * @param experts those of its routed experts, 0 where it has none
 */
public record ModelCuts(String model, long parameters, long experts) implements MechanismFigure {
    private static final int[] DEVICES = {1, 2, 4, 8};
    /** Layers, experts, texts and tokens of a text. */
    private static final int SIZE = 8;

    private static final int DATA = 0;
    private static final int TENSOR = 1;
    private static final int PIPELINE = 2;
    private static final int EXPERT = 3;
    private static final int CONTEXT = 4;
    private static final List<String> NAMES = List.of("data", "tensor", "pipeline", "expert", "context");

    private static final double ATTENTION = 40;
    private static final double NETWORK_LEFT = 44;
    private static final double NETWORK = 56;
    private static final double RIGHT = NETWORK_LEFT + NETWORK;
    private static final double LAYER = 17;
    private static final double BOX = 9;
    private static final double TOKEN = 7;
    private static final double BLOCK_TOP = 42;
    private static final double BATCH_TOP = BLOCK_TOP + SIZE * LAYER + 20;
    private static final double WORDS_TOP = BATCH_TOP + SIZE * TOKEN + 18;
    private static final double FRAME_HEIGHT = WORDS_TOP + 2 * Sketch.LINE + 20;

    /** The figure of a model. */
    public static ModelCuts of(Variant variant) {
        FactSheet sheet = FactSheet.of(variant);
        FactPath routed = FactPath.parametersOf(Part.ROUTED_EXPERTS);
        return new ModelCuts(
                variant.name(),
                sheet.whole(FactPath.PARAMETERS_TOTAL),
                sheet.find(routed).isPresent() ? sheet.whole(routed) : 0);
    }

    /** The figure that was written so. */
    public static ModelCuts read(FigureCode.Reader in) {
        return new ModelCuts(in.name(), in.number(), in.number());
    }

    @Override
    public void write(FigureCode.Writer out) {
        out.name(model).number(parameters).number(experts);
    }

    @Override
    public List<Control> controls() {
        List<String> values = new ArrayList<>();
        for (int count : DEVICES) {
            values.add(Integer.toString(count));
        }
        return List.of(new Control("Devices", values, 2));
    }

    @Override
    public String invitation() {
        return "Try 8 devices: in some frames more must travel, in others only less is held.";
    }

    /** Weights of the real model that one device holds. */
    long held(int cut, int devices) {
        switch (cut) {
            case TENSOR:
            case PIPELINE:
                return parameters / devices;
            case EXPERT:
                return parameters - experts + experts / devices;
            default:
                return parameters;
        }
    }

    @Override
    public Scene scene(Setting setting, double width) {
        int devices = DEVICES[setting.at(0)];
        Sketch sketch = new Sketch(width);
        int across = sketch.narrow() ? 2 : NAMES.size();
        double frame = width / across;
        for (int cut = 0; cut < NAMES.size(); cut++) {
            drawFrame(sketch, cut, devices, cut % across * frame, cut / across * FRAME_HEIGHT);
        }
        double height = FRAME_HEIGHT * ((NAMES.size() + across - 1) / across);
        return new Scene(
                sketch.picture(
                        height,
                        message(devices),
                        "Five copies of one small model above its batch. Filled is what device A holds, outlined what "
                                + "other devices hold; arrows show where data travels between devices."),
                reading(devices),
                outline(devices));
    }

    private static String message(int devices) {
        return devices == 1
                ? "One device holds everything, and nothing travels"
                : "What you cut among " + devices + " devices decides what must travel";
    }

    private String reading(int devices) {
        String all = Unit.PARAMETERS.print(parameters);
        if (devices == 1) {
            return "The device holds all " + all + " weights of " + model + ".";
        }
        String routed = experts == 0
                ? "it has no experts to divide"
                : "cut by experts " + Unit.PARAMETERS.print(held(EXPERT, devices));
        return "Of the " + all + " weights of " + model + " each of " + devices + " devices holds all when batch or "
                + "text is cut, about " + Unit.PARAMETERS.print(held(TENSOR, devices)) + " when matrices or layers "
                + "are; " + routed + ".";
    }

    private static List<String> outline(int devices) {
        List<String> lines = new ArrayList<>();
        for (int cut = 0; cut < NAMES.size(); cut++) {
            lines.add(NAMES.get(cut) + ", " + object(cut) + (devices == 1 ? "" : " in " + devices) + ": "
                    + travels(cut, 0) + " " + travels(cut, 1));
        }
        return lines;
    }

    private static String object(int cut) {
        switch (cut) {
            case DATA:
                return "cuts the batch";
            case TENSOR:
                return "cuts the matrices";
            case PIPELINE:
                return "cuts the layers";
            case EXPERT:
                return "cuts the experts";
            default:
                return "cuts the text";
        }
    }

    private static String travels(int cut, int line) {
        switch (cut) {
            case DATA:
                return line == 0 ? "gradients," : "once a step";
            case TENSOR:
                return line == 0 ? "activations," : "4 times a layer";
            case PIPELINE:
                return line == 0 ? "activations at each" : "border, both ways";
            case EXPERT:
                return line == 0 ? "tokens, to experts" : "and back, in each layer";
            default:
                return line == 0 ? "keys and values," : "in each attention";
        }
    }

    private void drawFrame(Sketch sketch, int cut, int devices, double x, double y) {
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.START, x, y + 14, NAMES.get(cut));
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, x, y + 31, object(cut));
        for (int layer = 0; layer < SIZE; layer++) {
            // layers go upward
            drawLayer(sketch, cut, devices, layer, x, y + BLOCK_TOP + (SIZE - 1 - layer) * LAYER);
        }
        if (cut == DATA) {
            drawCopies(sketch, devices, x, y + BLOCK_TOP);
        }
        double middle = x + RIGHT / 2;
        sketch.arrow(middle, y + BATCH_TOP - 3, middle, y + BATCH_TOP - 17);
        drawBatch(sketch, cut, devices, middle - SIZE * TOKEN / 2, y + BATCH_TOP);
        long held = held(cut, devices);
        String share = held == parameters ? "all weights" : Unit.PARAMETERS.print(held) + " weights";
        if (cut == EXPERT && experts == 0) {
            share = "no experts to cut";
        }
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.START, x, y + WORDS_TOP, share);
        if (devices == 1) {
            sketch.words("f-soft", TextStyle.FIGURE, Anchor.START, x, y + WORDS_TOP + Sketch.LINE, "nothing travels");
            return;
        }
        for (int line = 0; line < 2; line++) {
            sketch.words(
                    TextStyle.FIGURE, Anchor.START, x, y + WORDS_TOP + (line + 1) * Sketch.LINE, travels(cut, line));
        }
    }

    private static void drawLayer(Sketch sketch, int cut, int devices, int layer, double x, double y) {
        boolean own = cut != PIPELINE || layer < SIZE / devices;
        int strips = cut == TENSOR ? devices : 1;
        int networks = cut == EXPERT ? SIZE : strips;
        drawStrips(sketch, "", x, y, ATTENTION, strips, own ? 1 : 0);
        drawStrips(
                sketch,
                " f-ffn",
                x + NETWORK_LEFT,
                y,
                NETWORK,
                networks,
                !own ? 0 : cut == EXPERT ? SIZE / devices : 1);
        if (devices == 1) {
            return;
        }
        double gap = y + BOX + (LAYER - BOX) / 2;
        if (cut == TENSOR) {
            bothWays(sketch, x + 1, gap, x + RIGHT - 1);
        } else if (cut == EXPERT) {
            bothWays(sketch, x + NETWORK_LEFT + 1, gap, x + RIGHT - 1);
        } else if (cut == CONTEXT) {
            bothWays(sketch, x + 1, gap, x + ATTENTION - 1);
        } else if (cut == PIPELINE && layer > 0 && layer % (SIZE / devices) == 0) {
            sketch.arrow(x + RIGHT / 2 - 8, y + LAYER + 1, x + RIGHT / 2 - 8, y + BOX - 1);
            sketch.arrow(x + RIGHT / 2 + 8, y + BOX - 1, x + RIGHT / 2 + 8, y + LAYER + 1);
        }
    }

    private static void drawStrips(Sketch sketch, String color, double x, double y, double width, int strips, int own) {
        double strip = width / strips;
        for (int i = 0; i < strips; i++) {
            String classes = (i < own ? "f-kept" : "f-made") + color;
            sketch.weights(classes, x + i * strip, y, strips == 1 ? strip : strip - 1.4, BOX);
        }
    }

    private static void bothWays(Sketch sketch, double from, double y, double to) {
        sketch.arrow(from, y, to, y);
        sketch.arrow(to, y, from, y);
    }

    /** The copies of the other devices, seen from the side. */
    private static void drawCopies(Sketch sketch, int devices, double x, double y) {
        double height = SIZE * LAYER - (LAYER - BOX);
        for (int i = 0; i < devices - 1; i++) {
            double left = x + RIGHT + 17 + i * 3;
            sketch.line("f-ghost", left, y, left, y + height);
        }
        if (devices > 1) {
            bothWays(sketch, x + RIGHT + 1, y + height / 2, x + RIGHT + 16);
        }
    }

    /** Texts downward, tokens to the right. */
    private static void drawBatch(Sketch sketch, int cut, int devices, double x, double y) {
        int part = SIZE / devices;
        for (int text = 0; text < SIZE; text++) {
            for (int token = 0; token < SIZE; token++) {
                boolean own = cut == CONTEXT ? token < part : cut != DATA && cut != EXPERT || text < part;
                sketch.numbers(
                        own ? "f-kept f-token" : "f-made f-token",
                        x + token * TOKEN,
                        y + text * TOKEN,
                        TOKEN - 1.6,
                        TOKEN - 1.6);
            }
        }
    }
}
