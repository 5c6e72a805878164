package dev.archnotes.sites;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PrettyHtmlTest {
    @Test
    void eachElementHasALine() {
        assertThat(pretty("<ul class=a hidden>\n  <li>one</li><li><b>two</b> &amp; more</li>\n</ul>"))
                .isEqualTo("""
                <main>
                  <ul class="a" hidden>
                    <li>one</li>
                    <li>
                      <b>two</b>
                      ␣&amp; more
                    </li>
                  </ul>
                </main>
                """);
    }

    @Test
    void spaceThatAReaderSeesIsShown() {
        assertThat(pretty("<p>a<b>b</b> <i>c</i></p>")).contains("    a\n", "    <b>b</b>\n    ␣\n    <i>c</i>\n");
        assertThat(pretty("<p>a <b>b</b><i>c</i></p>")).contains("    a␣\n", "    <b>b</b>\n    <i>c</i>\n");
    }

    @Test
    void codeStaysAsItIs() {
        assertThat(pretty("<pre>a\n  b <b>c</b></pre>")).contains("  <pre>a\n  b <b>c</b></pre>\n");
    }

    @Test
    void attributesAreEscaped() {
        assertThat(pretty("<br title='a \"b\" &lt;'>")).contains("<br title=\"a &quot;b&quot; &lt;\">");
    }

    private static String pretty(String html) {
        return PrettyHtml.of(Jsoup.parse("<main>" + html + "</main>").selectFirst("main"));
    }
}
