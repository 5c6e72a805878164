package dev.archnotes.site.drawing.mechanism.cost;

import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.operation.TrainingState;
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
 * What training holds of each parameter, and what is left of it on one device when a stage of ZeRO divides it
 * (arXiv:1910.02054).
 *
 * @param model the model's name
 * @param parameters all of its parameters
 */
public record TrainingMemory(String model, long parameters) implements MechanismFigure {
    private static final List<String> STAGES = List.of("none", "1", "2", "3");
    private static final long[] DEVICES = {1, 8, 64, 512};
    /** Bytes of one device, that of an A100 or H100. */
    private static final long DEVICE = 80_000_000_000L;

    private static final long GIGA = 1_000_000_000L;
    private static final double BYTE_HEIGHT = 16;
    private static final double ROW = 42;
    private static final double BAR = 14;

    /** The figure of a model. */
    public static TrainingMemory of(Variant variant) {
        return new TrainingMemory(variant.name(), FactSheet.of(variant).whole(FactPath.PARAMETERS_TOTAL));
    }

    /** The figure that was written so. */
    public static TrainingMemory read(FigureCode.Reader in) {
        return new TrainingMemory(in.name(), in.number());
    }

    @Override
    public void write(FigureCode.Writer out) {
        out.name(model).number(parameters);
    }

    @Override
    public List<Control> controls() {
        List<String> devices = new ArrayList<>();
        for (long count : DEVICES) {
            devices.add(Numerals.grouped(count));
        }
        return List.of(new Control("ZeRO stage", STAGES, 0), new Control("Devices", devices, 1));
    }

    @Override
    public String invitation() {
        return "Try stage 3, then 512 devices.";
    }

    @Override
    public Scene scene(Setting setting, double width) {
        int chosen = setting.at(0);
        long devices = DEVICES[setting.at(1)];
        Sketch sketch = new Sketch(width);
        // the bar of a device that holds everything is as long as the bytes of one parameter above it
        double scale = width / Math.max(TrainingState.total(parameters, 0, 1), DEVICE * 5 / 4);
        drawParameter(sketch, scale * 16 * parameters);
        double device = DEVICE * scale;
        double rows = sketch.narrow() ? 124 : 96;
        double bottom = rows + STAGES.size() * ROW;
        for (int stage = 0; stage < STAGES.size(); stage++) {
            drawStage(sketch, rows + stage * ROW, stage, stage == chosen, devices, scale);
        }
        sketch.line("f-ghost", device, rows + 14, device, bottom);
        boolean right = device > width / 2;
        sketch.words(
                "f-soft",
                TextStyle.FIGURE,
                right ? Anchor.END : Anchor.START,
                right ? device + 1 : device,
                bottom + 14,
                "one device: 80 GB");
        return new Scene(
                sketch.picture(
                        bottom + 22,
                        message(chosen, devices),
                        "The 16 bytes of one parameter in training; below, to scale, what one of " + devices
                                + " devices holds of all parameters of " + model + " at each stage."),
                reading(chosen, devices),
                outline(devices));
    }

    private static String name(TrainingState part) {
        switch (part) {
            case WEIGHT:
                return "weight";
            case GRADIENT:
                return "gradient";
            case MASTER_WEIGHT:
                return "weight";
            case MOMENTUM:
                return "momentum";
            default:
                return "variance";
        }
    }

    private static String classes(TrainingState part) {
        switch (part) {
            case WEIGHT:
                return "f-weight";
            case GRADIENT:
                return "f-made";
            case MASTER_WEIGHT:
                return "f-kept";
            default:
                return "f-kept f-token";
        }
    }

    private static void part(Sketch sketch, TrainingState part, double x, double y, double boxWidth, double height) {
        if (part == TrainingState.WEIGHT) {
            sketch.weights(classes(part), x, y, boxWidth, height);
        } else {
            sketch.numbers(classes(part), x, y, boxWidth, height);
        }
    }

    /** The bytes of one parameter, one box each, as wide as the whole model's bar below. */
    private void drawParameter(Sketch sketch, double room) {
        double width = sketch.width();
        // a small model's bar is short; its bytes are drawn as wide as the picture all the same
        double unit = Math.max(room, width) / 16;
        sketch.words(
                TextStyle.FIGURE,
                Anchor.START,
                0,
                12,
                sketch.narrow()
                        ? "16 bytes of each parameter, one box a byte"
                        : "Held of each parameter in training: 16 bytes, one box a byte");
        double x = 0;
        for (TrainingState part : TrainingState.values()) {
            for (int i = 0; i < part.bytes(); i++) {
                part(sketch, part, x + i * unit + 1, 24, unit - 2, BYTE_HEIGHT);
            }
            // on a phone a name is wider than two bytes
            boolean low = sketch.narrow() && part == TrainingState.GRADIENT;
            sketch.words(TextStyle.FIGURE, Anchor.START, low ? x + 5 : x, low ? 90 : 56, name(part));
            sketch.words(
                    "f-soft",
                    TextStyle.FIGURE,
                    Anchor.START,
                    low ? x + 5 : x,
                    low ? 107 : 73,
                    part.bytes() == 2 ? "16 bits" : "32 bits");
            if (low) {
                sketch.line("f-rule", x, 44, x, 90);
            }
            x += part.bytes() * unit;
        }
    }

    private void drawStage(Sketch sketch, double top, int stage, boolean chosen, long devices, double scale) {
        sketch.words(
                chosen ? "" : "f-soft",
                chosen ? TextStyle.FIGURE_STRONG : TextStyle.FIGURE,
                Anchor.START,
                0,
                top + 12,
                stageName(stage, sketch.narrow()));
        sketch.words(
                chosen ? "" : "f-soft",
                chosen ? TextStyle.FIGURE_STRONG : TextStyle.FIGURE,
                Anchor.END,
                sketch.width(),
                top + 12,
                gigabytes(TrainingState.total(parameters, stage, devices)));
        double x = 0;
        for (TrainingState part : TrainingState.values()) {
            double size = part.bytes(parameters, stage, devices) * scale;
            part(sketch, part, x, top + 19, size > 3 ? size - 1 : size, BAR);
            x += size;
        }
        if (chosen) {
            sketch.line("f-now", 0, top + 19 + BAR + 3, Math.max(x, 2), top + 19 + BAR + 3);
        }
    }

    private static String stageName(int stage, boolean narrow) {
        switch (stage) {
            case 0:
                return narrow ? "nothing divided" : "nothing divided: every device holds all";
            case 1:
                return narrow ? "stage 1: optimizer" : "stage 1: the optimizer's 12 bytes are divided";
            case 2:
                return narrow ? "stage 2: and gradients" : "stage 2: the gradients too";
            default:
                return narrow ? "stage 3: and weights" : "stage 3: the weights too";
        }
    }

    private static String gigabytes(long bytes) {
        return Numerals.quotient(bytes, GIGA, bytes < 1000 * GIGA ? 1 : 0) + "\u202FGB";
    }

    private String message(int stage, long devices) {
        if (stage == 0) {
            return "Training holds 16 bytes of each parameter, and only 2 of them are served later";
        }
        if (devices == 1) {
            return "One device has no other to share with: stage " + stage + " saves nothing";
        }
        String what = stage == 1
                ? "the 12 bytes of the optimizer"
                : stage == 2 ? "14 bytes, all but the weight," : "all 16 bytes";
        return "Stage " + stage + " divides " + what + " among " + devices + " devices";
    }

    private String reading(int stage, long devices) {
        long held = TrainingState.total(parameters, stage, devices);
        long undivided = 0;
        for (TrainingState part : TrainingState.values()) {
            undivided += part.isDivided(stage) ? 0 : part.bytes();
        }
        String bytes = undivided == 16
                ? "16"
                : undivided == 0
                        ? "16 ÷ " + devices
                        : "(" + undivided + " + " + (16 - undivided) + " ÷ " + devices + ")";
        String fits = held <= DEVICE
                ? ", before activations; a device of 80\u202FGB has " + gigabytes(DEVICE - held) + " left for them"
                : ", before activations: more than the 80\u202FGB of one device";
        return "Each device holds " + bytes + " × " + Numerals.grouped(parameters) + " bytes = " + gigabytes(held)
                + fits + ".";
    }

    private List<String> outline(long devices) {
        List<String> lines = new ArrayList<>();
        lines.add("one parameter: 2 bytes of weight, 2 of gradient, 4 of master weight, 4 of momentum, 4 of variance");
        for (int stage = 0; stage < STAGES.size(); stage++) {
            lines.add(stageName(stage, false) + ": " + gigabytes(TrainingState.total(parameters, stage, devices))
                    + " on each of " + devices + (devices == 1 ? " device" : " devices"));
        }
        lines.add("one device: 80\u202FGB");
        return lines;
    }
}
