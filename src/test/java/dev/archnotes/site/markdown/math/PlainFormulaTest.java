package dev.archnotes.site.markdown.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainFormulaTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\\frac{a}{b} \\times d_{h}              | a/b × d_h",
                "\\frac{a + b}{2}                        | (a + b)/2",
                "131{,}072\\,\\text{tokens}              | 131,072 tokens",
                "\\mathrm{softmax}\\left(QK^\\top\\right)  | softmax(QKᵀ)",
                "n \\le 2 \\cdot 10^{24}                 | n ≤ 2 · 10^24",
                "\\sqrt{d}                               | √d",
                "\\sqrt{a + b}                           | √(a + b)",
                "\\frac{1}{\\sqrt{d_{k}}}                | 1/√d_k",
                "b^{-2i/d}                               | b^(-2i/d)",
                "10^{-5} x^2                             | 10^-5 x^2",
                "A^{\\top} q^\\prime                      | Aᵀ q′",
                "h_{t-1}                                 | h_(t-1)",
                "\\log x                                 | log x",
                "12\\%                                   | 12%",
                "\\frac{a                                | a/",
                "\\                                      | \"\"",
            })
    void readsAsItWouldBeTyped(String tex, String plain) {
        assertThat(PlainFormula.of(tex.strip())).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"1000", "20000"})
    void endsForAnyDepth(int depth) {
        assertThat(PlainFormula.of("\\frac{".repeat(depth))).isNotEmpty();
    }
}
