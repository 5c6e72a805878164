package dev.archnotes.site.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.spec.Architecture;

/** Asks the calculator what an address asks: a code, a line break, a question. */
public final class FuzzedAddress {
    private FuzzedAddress() {}

    /** Every answer is JSON, also that the address is none. */
    public static void answer(String address) {
        int end = address.indexOf('\n');
        String code = end < 0 ? address : address.substring(0, end);
        String question =
                end < 0 ? "released 16 32768 1 0 1 pipeline 80000000000 0 0 -1 y n" : address.substring(end + 1);
        for (String json : new String[] {
            FitAnswer.of(code, question),
            FitAnswer.curve(code, question),
            ModelDetails.of(code, question),
            Details.archnotesRenewCode(code)
        }) {
            assertThat(json).isNotNull();
        }
    }

    /** The code of a decoder is read as that decoder. */
    public static void codeOf(Architecture architecture) {
        String code = ArchitectureCode.write(architecture);
        answer(code);
    }
}
