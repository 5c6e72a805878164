package dev.archnotes.chromium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every kind of page, looked at: accessible in light and dark, still, silent, alone, and fit for a narrow screen. */
@Tag("browser")
@ExtendWith(ChromiumExtension.class)
class PagesInBrowserTest {
    private static final int NARROW = 320;
    private static final int PHONE = 390;

    /** A fragment that nothing can be named by, which must not keep the scripts of a page from their work. */
    private static final String NOT_TEXT = "#%E0%A4%A";

    @TestFactory
    Stream<DynamicTest> everyKindOfPage(Browser browser) {
        return PageKinds.longest().entrySet().stream()
                .map(kind -> dynamicTest(kind.getKey() + " " + kind.getValue().value(), () -> {
                    assertThat(faults(browser, kind.getValue().value()))
                            .as(kind.getValue().file())
                            .isEmpty();
                }));
    }

    private static List<String> faults(Browser browser, String path) throws IOException {
        browser.reset();
        List<String> faults = new ArrayList<>();
        browser.open(path + NOT_TEXT);
        add(faults, "moves while it loads", shifts(browser));
        // a first visit never shows a face that no preload asks for
        add(faults, "asks too late for", browser.strings(Browser.script("late-faces")));
        add(faults, "console", browser.consoleErrors());
        add(
                faults,
                "asks for",
                browser.requests().stream()
                        .map(URI::toString)
                        .filter(address -> !address.startsWith(browser.root()) && !address.startsWith("data:"))
                        .toList());
        browser.run(axe());
        add(faults, "in light colors", violations(browser, ""));
        browser.media("", "dark");
        browser.settle();
        add(faults, "in dark colors", violations(browser, "color-contrast"));
        add(faults, "painted by default", browser.strings(Browser.script("unpainted")));
        browser.size(NARROW, 700);
        browser.open(path);
        add(faults, "moves while it loads on a narrow screen", shifts(browser));
        add(faults, "on a narrow screen", browser.strings(Browser.script("too-wide")));
        browser.size(PHONE, 844);
        browser.open(path);
        browser.run(axe());
        add(faults, "too small for a finger", violations(browser, "target-size"));
        return faults;
    }

    private static void add(List<String> faults, String where, List<String> found) {
        found.forEach(fault -> faults.add(where + ": " + fault));
    }

    /** What axe finds by one rule, or by all of them where none is named. */
    static List<String> violations(Browser browser, String rule) {
        return ((List<?>) browser.driver().executeAsyncScript(Browser.script("violations"), rule))
                .stream().map(String::valueOf).toList();
    }

    /** The server's pages come in pieces and its fonts late. */
    private static List<String> shifts(Browser browser) {
        return ((List<?>) browser.driver().executeAsyncScript(Browser.script("layout-shifts")))
                .stream().map(String::valueOf).toList();
    }

    /** The script that finds what keeps people from reading a page. */
    static String axe() throws IOException {
        try (InputStream script = PagesInBrowserTest.class.getResourceAsStream("/web/axe.min.js")) {
            assertThat(script)
                    .as("axe-core, which the build of the front end puts beside the test classes")
                    .isNotNull();
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void axeSpeaksUp(Browser browser) throws IOException {
        browser.reset();
        browser.run("const title = document.querySelector('h1'); title.style.color = '#cccccc'; "
                + "title.style.backgroundColor = '#ffffff'; title.style.fontSize = '16px'");
        browser.run(axe());
        assertThat(violations(browser, "")).anyMatch(violation -> violation.startsWith("color-contrast"));
    }

    @Test
    void aWrongAddressAtAnyDepthShowsTheWayBack(Browser browser) {
        browser.reset();
        browser.open("models/no-such-model/deeper/");
        assertThat(browser.element("h1").isDisplayed()).isTrue();
        assertThat(browser.run("return getComputedStyle(document.body).fontFamily")
                        .toString())
                .contains("Archnotes");
        browser.element(".site-name").click();
        assertThat(browser.driver().getCurrentUrl()).isEqualTo(browser.root());
    }
}
