package dev.archnotes.site.browser;

import org.teavm.jso.JSExport;

/**
 * The functions of {@code calc.js}, which the page of the calculator calls; scripts of a page share one set of names.
 */
public final class Calculator {
    private Calculator() {}

    /** See {@link FitAnswer#of}. */
    @JSExport
    public static String archnotesFit(String code, String question) {
        return FitAnswer.of(code, question);
    }

    /** See {@link FitAnswer#curve}. */
    @JSExport
    public static String archnotesCurve(String code, String question) {
        return FitAnswer.curve(code, question);
    }
}
