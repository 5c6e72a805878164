package dev.archnotes.site.browser;

import org.teavm.jso.JSExport;

/** The functions of {@code details.js}, which the page of the calculator loads when a reader looks closer. */
public final class Details {
    private Details() {}

    /** See {@link ModelDetails#of}. */
    @JSExport
    public static String archnotesDetails(String code, String question) {
        return ModelDetails.of(code, question);
    }

    /** See {@link ArchitectureCode#renewed}; empty where it is no code, or its image encoder cannot be built. */
    @JSExport
    public static String archnotesRenewCode(String code) {
        try {
            return ArchitectureCode.renewed(code);
        } catch (IllegalArgumentException | ArithmeticException broken) {
            return "";
        }
    }
}
