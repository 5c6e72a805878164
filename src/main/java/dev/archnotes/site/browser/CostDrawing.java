package dev.archnotes.site.browser;

import dev.archnotes.site.drawing.gallery.FigureKind;
import dev.archnotes.site.drawing.mechanism.FigureCode;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.cost.ComputeOptimal;
import dev.archnotes.site.drawing.mechanism.cost.ImageTokens;
import dev.archnotes.site.drawing.mechanism.cost.ModelCuts;
import dev.archnotes.site.drawing.mechanism.cost.Roofline;
import dev.archnotes.site.drawing.mechanism.cost.TrainingMemory;
import org.teavm.jso.JSExport;

/**
 * Memory, time and operations, moved: the functions of {@code mechanisms-cost.js}, loaded when such a figure comes into
 * view.
 */
public final class CostDrawing {
    private CostDrawing() {}

    /** See {@link MechanismAnswer#of}. */
    @JSExport
    public static String archnotesCost(String word, String code, String places, String id) {
        return MechanismAnswer.of(read(word, code), places, id);
    }

    /** See {@link MechanismAnswer#controls}. */
    @JSExport
    public static String archnotesCostControls(String word, String code) {
        return MechanismAnswer.controls(read(word, code));
    }

    /** The figure that was written so. */
    static MechanismFigure read(String word, String code) {
        FigureCode.Reader in = new FigureCode.Reader(code);
        switch (FigureKind.of(word).orElseThrow()) {
            case ROOFLINE:
                return Roofline.read(in);
            case COMPUTE_OPTIMAL:
                return ComputeOptimal.read(in);
            case TRAINING_MEMORY:
                return TrainingMemory.read(in);
            case MODEL_CUTS:
                return ModelCuts.read(in);
            case IMAGE_TOKENS:
                return ImageTokens.read(in);
            default:
                throw new IllegalArgumentException("this script does not draw " + word);
        }
    }
}
