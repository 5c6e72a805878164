package dev.archnotes.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.content.Language;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ObjectNumbersTest {
    private static final String FIGURE = "<a class=\"object\" href=\"#fig:a\">Figure</a>";
    private static final String TABLE = "<a class=\"object\" href=\"#tab:b\">Table</a>";

    private static String numbered(String html, String language) {
        return new String(
                FinishedPage.of(html.getBytes(StandardCharsets.UTF_8), new Language(language)), StandardCharsets.UTF_8);
    }

    @Test
    void figuresAndTablesAreCountedApart() {
        assertThat(numbered("<p>“é”" + FIGURE + " a " + TABLE + FIGURE + "<p>z", "en"))
                .isEqualTo("<p>“é”<a class=\"object\" href=\"#fig:a\">Figure\u00A01</a> a "
                        + "<a class=\"object\" href=\"#tab:b\">Table\u00A01</a>"
                        + "<a class=\"object\" href=\"#fig:a\">Figure\u00A02</a><p>z");
    }

    @Test
    void theyAreNamedInTheLanguageOfTheSite() {
        assertThat(numbered(FIGURE + TABLE, "de")).contains("Abbildung\u00A01<", "Tabelle\u00A01<");
    }

    @Test
    void aPageWithoutThemAndABrokenOneStayAsTheyAre() {
        assertThat(numbered("<p>text</p>", "en")).isEqualTo("<p>text</p>");
        assertThat(numbered("<a class=\"object\" href=\"#x", "en")).isEqualTo("<a class=\"object\" href=\"#x");
        assertThat(numbered("<a class=\"object\" href=\"#x\">", "en")).isEqualTo("<a class=\"object\" href=\"#x\">");
    }
}
