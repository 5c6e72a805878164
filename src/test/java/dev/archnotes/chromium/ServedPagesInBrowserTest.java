package dev.archnotes.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.serve.ServedNotes;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Notes that are written while their page is open. */
@Tag("browser")
@ExtendWith(ChromiumExtension.class)
class ServedPagesInBrowserTest {
    private static final String PROBLEMS =
            "return document.querySelector('archnotes-problems')?.shadowRoot.textContent ?? ''";

    @TempDir
    private Path folder;

    @BeforeEach
    void reset(Browser browser) {
        browser.reset();
    }

    private static String note(String words, int linesAbove) {
        StringBuilder text = new StringBuilder("# The first\n");
        text.append("\nA line above.\n".repeat(linesAbove));
        for (int i = 1; i <= 30; i++) {
            text.append("\n## Part ").append(i).append("\n\n").append(words).append('\n');
        }
        return text.toString();
    }

    private static String text(Browser browser) {
        return String.valueOf(browser.run("return document.querySelector('main').textContent"));
    }

    private static double top(Browser browser, String id) {
        return ((Number) browser.run("return document.getElementById(arguments[0]).getBoundingClientRect().top", id))
                .doubleValue();
    }

    /** Also where the change makes the page longer above of what is read. */
    @Test
    void aPageIsLoadedAnewAndStaysAtItsPlace(Browser browser) throws Exception {
        try (ServedNotes notes = new ServedNotes(folder)) {
            notes.write(ServedNotes.NOTE, note("Words before.", 1));
            browser.driver().get(notes.address("/sub/guide/first/"));
            browser.await("the page is there", any -> text(browser).contains("Words before."));
            browser.run("document.getElementById('part-20').scrollIntoView(); scrollBy(0, -60)");
            double before = top(browser, "part-20");
            assertThat(before).isBetween(0.0, 200.0);

            notes.write(ServedNotes.NOTE, note("Words after.", 25));
            browser.await("the change is shown", any -> text(browser).contains("Words after."));
            browser.await(
                    "what was read stays where it was: " + before,
                    any -> Math.abs(top(browser, "part-20") - before) < 2);
            assertThat(browser.consoleErrors()).isEmpty();
        }
    }

    @Test
    void whatIsWrongIsShownInThePageUntilItIsMended(Browser browser) throws Exception {
        try (ServedNotes notes = new ServedNotes(folder)) {
            browser.driver().get(notes.address("/sub/guide/first/"));
            browser.await("the page is there", any -> text(browser).contains("Old words."));
            assertThat(browser.run(PROBLEMS)).isEqualTo("");

            notes.write(ServedNotes.NOTE, "# The first\n\nNew words, [<b>nowhere</b>](frist.md).\n");
            browser.await(
                    "the mistake is shown",
                    any -> String.valueOf(browser.run(PROBLEMS)).contains("hint: "));
            assertThat(String.valueOf(browser.run(PROBLEMS)))
                    .contains("1 error")
                    .contains("notes/guide/first.md:3:")
                    .contains("[unknown-note]")
                    .contains("<b>nowhere</b>");
            assertThat(text(browser)).contains("Old words.");
            browser.run(PagesInBrowserTest.axe());
            assertThat(PagesInBrowserTest.violations(browser, "")).isEmpty();
            browser.driver().get(notes.address("/sub/"));
            browser.await(
                    "the mistake is shown on another page, too",
                    any -> String.valueOf(browser.run(PROBLEMS)).contains("guide/first.md:3:"));
            browser.driver().navigate().back();

            notes.write(ServedNotes.NOTE, "# The first\n\nNew words.\n");
            browser.await("the mended page is shown", any -> text(browser).contains("New words."));
            browser.await(
                    "nothing is wrong any more", any -> browser.run(PROBLEMS).equals(""));
            assertThat(browser.consoleErrors()).isEmpty();
        }
    }
}
