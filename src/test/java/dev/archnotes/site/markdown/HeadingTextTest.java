package dev.archnotes.site.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadingTextTest {

    @Test
    void numbersStayWithTheWordBefore() {
        assertThat(HeadingText.bound("What came from Gemma 2, and what did not"))
                .isEqualTo("What came from Gemma\u00A02, and what did not");
    }

    @Test
    void namesWithNumbersDoNotBreakAtTheirHyphens() {
        assertThat(HeadingText.bound("Against Qwen3-30B-A3B")).isEqualTo("Against Qwen3-\u206030B-\u2060A3B");
        assertThat(HeadingText.bound("16-bit weights")).isEqualTo("16-\u2060bit weights");
    }

    @Test
    void otherHyphensAndAllElseStay() {
        assertThat(HeadingText.bound("A mixture-of-experts layer - 4"))
                .isEqualTo("A mixture-of-experts layer -\u00A04");
        assertThat(HeadingText.bound("-1")).isEqualTo("-1");
        assertThat(HeadingText.bound("")).isEmpty();
    }
}
