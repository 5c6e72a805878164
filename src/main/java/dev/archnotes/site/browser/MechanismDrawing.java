package dev.archnotes.site.browser;

import org.teavm.jso.JSExport;

/** The function of {@code mechanisms.js}, which a page loads when a figure that can be moved comes into view. */
public final class MechanismDrawing {
    private MechanismDrawing() {}

    /** See {@link MechanismAnswer#of}. */
    @JSExport
    public static String archnotesMechanism(String kind, String code, String places, String id) {
        return MechanismAnswer.of(kind, code, places, id);
    }
}
