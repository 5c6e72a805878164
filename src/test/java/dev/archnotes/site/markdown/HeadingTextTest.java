package dev.archnotes.site.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadingTextTest {

    @Test
    void numbersStayWithTheWordBefore() {
        assertThat(HeadingText.html("What came from Gemma 2, and what did not"))
                .isEqualTo("What came from <span class=\"nowrap\">Gemma 2,</span> and what did not");
    }

    @Test
    void namesWithNumbersDoNotBreakAtTheirHyphens() {
        assertThat(HeadingText.html("Against Qwen3-30B-A3B"))
                .isEqualTo("Against <span class=\"nowrap\">Qwen3-30B-A3B</span>");
        assertThat(HeadingText.html("16-bit weights")).isEqualTo("<span class=\"nowrap\">16-bit</span> weights");
    }

    @Test
    void otherHyphensAndAllElseStay() {
        assertThat(HeadingText.html("A mixture-of-experts layer - 4"))
                .isEqualTo("A mixture-of-experts layer <span class=\"nowrap\">- 4</span>");
        assertThat(HeadingText.html("-1")).isEqualTo("-1");
        assertThat(HeadingText.html("")).isEmpty();
        assertThat(HeadingText.html("a < b & c  d > 4"))
                .isEqualTo("a &lt; b &amp; c  d <span class=\"nowrap\">&gt; 4</span>");
    }

    /** Copied, or searched for in the page, a heading is what the author wrote. */
    @Test
    void noCharacterIsAdded() {
        for (String heading :
                new String[] {"FP8-E4M3 and 16-bit", "Gemma 2 and 3", " 4", "a  4", "7-8-9-10-11-12-13-14-15-16"}) {
            assertThat(HeadingText.html(heading).replaceAll("</?span[^>]*>", ""))
                    .isEqualTo(heading);
        }
        assertThat(HeadingText.html("7-8-9-10-11-12-13-14-15-16"))
                .as("longer than a phone is wide")
                .doesNotContain("span");
    }
}
