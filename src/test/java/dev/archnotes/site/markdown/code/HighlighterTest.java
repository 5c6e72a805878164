package dev.archnotes.site.markdown.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HighlighterTest {
    private static final String SIGNS = "abc 019\"'<>{}()[]#/*`$\\-=+.,:;@%&|!?~^_\t\u00e9\u2028\ud83d";

    static Stream<String> languages() {
        return TokenMakerFactory.getDefaultInstance().keySet().stream().map(style -> style.substring(5));
    }

    @ParameterizedTest
    @CsvSource({
        "py, def",
        "JS, var",
        "cs, public",
        "kt, fun",
        "go, func",
        "c++, class",
        "sh, while",
        "ps1, while",
        "yml, 'a: b'",
        "latex, \\begin",
        "makefile, ifeq",
        "lua, local",
        "rb, def",
        "groovy, def",
        "dart, class",
        "clj, defn",
        "properties, a=b",
        "batch, goto"
    })
    void knowsALanguageByEachOfItsNames(String word, String code) {
        assertThat(Highlighter.highlight(word, code)).contains("<span class=\"tok-");
    }

    @Test
    void aWordThatIsNoLanguageIsPlain() {
        assertThat(Highlighter.highlight("mermaid", "a < b\n")).isEqualTo("a &lt; b");
        assertThat(Highlighter.highlight("", "if a < b")).isEqualTo("if a &lt; b");
    }

    /** Whatever stands in a fence stands on the page: nothing is lost, nothing is an error. */
    @ParameterizedTest
    @MethodSource("languages")
    void anyTextComesBackWhole(String language) {
        Random random = new Random(1);
        StringBuilder code = new StringBuilder("x");
        for (int i = 0; i < 5_000; i++) {
            code.append(random.nextInt(30) == 0 ? '\n' : SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        code.append("\nx");
        assertThat(Jsoup.parseBodyFragment("<pre>" + Highlighter.highlight(language, code.toString()) + "</pre>")
                        .body()
                        .wholeText())
                .isEqualTo(code.toString());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aLineWithoutEndTakesNoTime(String language) {
        for (String sign : new String[] {"(", "a.b ", "'", "#"}) {
            String line = sign.repeat(9_999 / sign.length()) + "\n" + sign.repeat(300_000) + "\n" + sign;
            long start = System.nanoTime();
            Highlighter.highlight(language, line);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("%s in %s", sign, language)
                    .isLessThan(Duration.ofSeconds(2));
        }
    }
}
