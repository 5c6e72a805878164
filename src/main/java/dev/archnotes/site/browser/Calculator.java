package dev.archnotes.site.browser;

import org.teavm.jso.JSExport;

/**
 * The function of {@code calc.js}, which the page of the calculator calls; scripts of a page share one set of names.
 */
public final class Calculator {
    private Calculator() {}

    /** See {@link Estimate#of}. */
    @JSExport
    public static String archnotesEstimate(
            String code, double context, double batch, double cacheBits, double weightBits, double memoryBytes) {
        return Estimate.of(code, (long) context, (long) batch, (long) cacheBits, (long) weightBits, (long) memoryBytes);
    }
}
