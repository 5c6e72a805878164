package dev.archnotes.site.browser;

import dev.archnotes.site.drawing.gallery.FigureKind;
import dev.archnotes.site.drawing.mechanism.FigureCode;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.network.DecoderWalk;
import dev.archnotes.site.drawing.mechanism.network.ExpertsRead;
import dev.archnotes.site.drawing.mechanism.network.GatedFeedForward;
import dev.archnotes.site.drawing.mechanism.network.NormPlacement;
import dev.archnotes.site.drawing.mechanism.network.RouterChoice;
import org.teavm.jso.JSExport;

/**
 * What lies between two attentions, moved: the functions of {@code mechanisms-network.js}, loaded when such a figure
 * comes into view.
 */
public final class NetworkDrawing {
    private NetworkDrawing() {}

    /** See {@link MechanismAnswer#of}. */
    @JSExport
    public static String archnotesNetwork(String word, String code, String places, String id) {
        return MechanismAnswer.of(read(word, code), places, id);
    }

    /** See {@link MechanismAnswer#controls}. */
    @JSExport
    public static String archnotesNetworkControls(String word, String code) {
        return MechanismAnswer.controls(read(word, code));
    }

    /** The figure that was written so. */
    static MechanismFigure read(String word, String code) {
        FigureCode.Reader in = new FigureCode.Reader(code);
        switch (FigureKind.of(word).orElseThrow()) {
            case ROUTER:
                return new RouterChoice();
            case EXPERTS_READ:
                return ExpertsRead.read(in);
            case NORM_PLACEMENT:
                return new NormPlacement();
            case DECODER_WALK:
                return DecoderWalk.read(in);
            case GATED_FEED_FORWARD:
                return GatedFeedForward.read(in);
            default:
                throw new IllegalArgumentException("this script does not draw " + word);
        }
    }
}
