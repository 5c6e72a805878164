package dev.archnotes.site.browser;

import dev.archnotes.site.drawing.mechanism.AttentionTiles;
import dev.archnotes.site.drawing.mechanism.DeltaRule;
import dev.archnotes.site.drawing.mechanism.DraftVerify;
import dev.archnotes.site.drawing.mechanism.FigureKind;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.NumberFormats;
import org.teavm.jso.JSExport;

/**
 * Processes that go step by step, moved: the function of {@code mechanisms-steps.js}, loaded when such a figure comes
 * into view.
 */
public final class StepsDrawing {
    private StepsDrawing() {}

    /** See {@link MechanismAnswer#of}; none of these figures has numbers of its own in its code. */
    @JSExport
    public static String archnotesSteps(String word, String code, String places, String id) {
        return MechanismAnswer.of(read(word), places, id);
    }

    /** The figure of a kind. */
    static MechanismFigure read(String word) {
        switch (FigureKind.of(word).orElseThrow()) {
            case DELTA_RULE:
                return new DeltaRule();
            case ATTENTION_TILES:
                return new AttentionTiles();
            case DRAFT_VERIFY:
                return new DraftVerify();
            case NUMBER_FORMATS:
                return new NumberFormats();
            default:
                throw new IllegalArgumentException("this script does not draw " + word);
        }
    }
}
