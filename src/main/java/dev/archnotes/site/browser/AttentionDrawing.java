package dev.archnotes.site.browser;

import dev.archnotes.site.drawing.gallery.FigureKind;
import dev.archnotes.site.drawing.mechanism.FigureCode;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.attention.AttentionHeads;
import dev.archnotes.site.drawing.mechanism.attention.AttentionMask;
import dev.archnotes.site.drawing.mechanism.attention.CacheGrowth;
import dev.archnotes.site.drawing.mechanism.attention.HeadSharing;
import dev.archnotes.site.drawing.mechanism.attention.LogitGrowth;
import dev.archnotes.site.drawing.mechanism.attention.ReceptiveField;
import dev.archnotes.site.drawing.mechanism.attention.SparseReading;
import dev.archnotes.site.drawing.mechanism.attention.TwoHeads;
import org.teavm.jso.JSExport;

/**
 * What attention reads and keeps, moved: the functions of {@code mechanisms-attention.js}, loaded when such a figure
 * comes into view.
 */
public final class AttentionDrawing {
    private AttentionDrawing() {}

    /** See {@link MechanismAnswer#of}. */
    @JSExport
    public static String archnotesAttention(String word, String code, String places, String id) {
        return MechanismAnswer.of(read(word, code), places, id);
    }

    /** See {@link MechanismAnswer#controls}. */
    @JSExport
    public static String archnotesAttentionControls(String word, String code) {
        return MechanismAnswer.controls(read(word, code));
    }

    /** The figure that was written so. */
    static MechanismFigure read(String word, String code) {
        FigureCode.Reader in = new FigureCode.Reader(code);
        switch (FigureKind.of(word).orElseThrow()) {
            case HEAD_SHARING:
                return HeadSharing.read(in);
            case ATTENTION_MASK:
                return new AttentionMask();
            case RECEPTIVE_FIELD:
                return ReceptiveField.read(in);
            case CACHE_GROWTH:
                return CacheGrowth.read(in);
            case ATTENTION_HEADS:
                return new AttentionHeads();
            case LOGIT_GROWTH:
                return new LogitGrowth();
            case SPARSE_READING:
                return new SparseReading();
            case TWO_HEADS:
                return new TwoHeads();
            default:
                throw new IllegalArgumentException("this script does not draw " + word);
        }
    }
}
