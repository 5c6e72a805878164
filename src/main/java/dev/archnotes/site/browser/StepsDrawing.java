package dev.archnotes.site.browser;

import dev.archnotes.site.drawing.gallery.FigureKind;
import dev.archnotes.site.drawing.mechanism.FigureCode;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.steps.AttentionTiles;
import dev.archnotes.site.drawing.mechanism.steps.BytePairs;
import dev.archnotes.site.drawing.mechanism.steps.DeltaRule;
import dev.archnotes.site.drawing.mechanism.steps.DraftVerify;
import dev.archnotes.site.drawing.mechanism.steps.GradientSteps;
import dev.archnotes.site.drawing.mechanism.steps.NumberFormats;
import dev.archnotes.site.drawing.mechanism.steps.RotaryPositions;
import org.teavm.jso.JSExport;

/**
 * Processes that go step by step, moved: the functions of {@code mechanisms-steps.js}, loaded when such a figure comes
 * into view.
 */
public final class StepsDrawing {
    private StepsDrawing() {}

    /** See {@link MechanismAnswer#of}. */
    @JSExport
    public static String archnotesSteps(String word, String code, String places, String id) {
        return MechanismAnswer.of(read(word, code), places, id);
    }

    /** See {@link MechanismAnswer#controls}. */
    @JSExport
    public static String archnotesStepsControls(String word, String code) {
        return MechanismAnswer.controls(read(word, code));
    }

    /** The figure that was written so. */
    static MechanismFigure read(String word, String code) {
        switch (FigureKind.of(word).orElseThrow()) {
            case DELTA_RULE:
                return new DeltaRule();
            case ATTENTION_TILES:
                return new AttentionTiles();
            case DRAFT_VERIFY:
                return new DraftVerify();
            case NUMBER_FORMATS:
                return new NumberFormats();
            case ROTARY_POSITIONS:
                return RotaryPositions.read(new FigureCode.Reader(code));
            case BYTE_PAIRS:
                return new BytePairs();
            case GRADIENT_STEPS:
                return new GradientSteps();
            default:
                throw new IllegalArgumentException("this script does not draw " + word);
        }
    }
}
