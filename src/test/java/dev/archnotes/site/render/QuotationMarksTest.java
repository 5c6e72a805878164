package dev.archnotes.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.content.Language;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotationMarksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<p>DeepSeek's heads, the makers' words, AIME'24</p>|<p>DeepSeek’s heads, the makers’ words, "
                        + "AIME’24</p>",
                "<p>\"MLP\" is (\"+KV\") the \"i\".</p>|<p>“MLP” is (“+KV”) the “i”.</p>",
                "<p>&quot;Grok 2&quot;, says it</p>|<p>“Grok 2”, says it</p>",
                "<p>It ends.</p><p>\"A \"quote\" begins\"</p>|<p>It ends.</p><p>“A “quote” begins”</p>",
                "<p>\"<em>word</em>\" and <a href=\"x\">\"link\"</a>'s</p>|<p>“<em>word</em>” and <a "
                        + "href=\"x\">“link”</a>’s</p>",
                "<p>\"'one' of two\"</p>|<p>“‘one’ of two”</p>",
                "<td title=\"a's > b's\">a's</td>|<td title=\"a's > b's\">a’s</td>",
                "<p>the \"<code>x='1'</code>\" key's</p>|<p>the “<code>x='1'</code>” key’s</p>",
                "<pre><code>a = \"b\"</code></pre><p>a's</p>|<pre><code>a = \"b\"</code></pre><p>a’s</p>",
                "<script>let a = '<p>';</script><p>R1's</p>|<script>let a = '<p>';</script><p>R1’s</p>",
                "<p><math><mtext>it's</mtext></math>'s</p>|<p><math><mtext>it's</mtext></math>’s</p>",
                "<p>He said—\"no\"—and x=\"y\", 1/\"2\", a–\"b\", non-\"x\"</p>"
                        + "|<p>He said—“no”—and x=“y”, 1/“2”, a–“b”, non-“x”</p>",
                "<p>\"Not—\" he began, \"pre-\"</p>|<p>“Not—” he began, “pre-”</p>",
                "<p>the '90s, rock 'n' roll, 'tis, the '24 model</p>"
                        + "|<p>the ’90s, rock ’n’ roll, ’tis, the ’24 model</p>",
                "<p>Z.ai &amp; GLM &lt; \"naïve\"</p>|<p>Z.ai &amp; GLM &lt; “naïve”</p>",
            })
    void curvesWhatIsProseAndNothingElse(String typed, String printed) {
        assertThat(curved(typed, "en")).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "de|<p>\"Wie 'so' geht's\", sagt er</p>|<p>„Wie ‚so‘ geht’s“, sagt er</p>",
                "fr|<p>\"l'eau\"</p>|<p>«l’eau»</p>",
                "sv|<p>\"ord\"</p>|<p>”ord”</p>",
                "ru|<p>\"слово\"</p>|<p>«слово»</p>",
                "de-AT|<p>\"Wort\"</p>|<p>„Wort“</p>",
                "eo|<p>\"vorto\"</p>|<p>“vorto”</p>",
            })
    void eachLanguageHasItsOwn(String language, String typed, String printed) {
        assertThat(curved(typed, language)).isEqualTo(printed);
    }

    private static String curved(String typed, String language) {
        byte[] html = typed.getBytes(StandardCharsets.UTF_8);
        return new String(FinishedPage.of(html, new Language(language)), StandardCharsets.UTF_8);
    }
}
