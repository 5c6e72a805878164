package dev.archnotes.chromium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.archnotes.real.RealSite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The site without a server, and without scripts. */
@Tag("browser")
@ExtendWith(ChromiumExtension.class)
class PlainSiteInBrowserTest {
    /**
     * Chromium preloads no font from a folder and complains; it loads the same font by the style sheet, which is
     * tested.
     */
    private static final Pattern PRELOAD_FROM_A_FOLDER =
            Pattern.compile("Access to font at 'file:|\\.woff2 - Failed to load resource: net::ERR_FAILED");

    @BeforeEach
    void reset(Browser browser) {
        browser.reset();
    }

    @TestFactory
    Stream<DynamicTest> everyKindOfPageOpensFromAFolder(Browser browser) {
        return PageKinds.longest().entrySet().stream()
                .filter(kind -> !kind.getKey().equals("NotFoundPage"))
                .map(kind -> dynamicTest(kind.getKey(), () -> {
                    browser.openFile(kind.getValue().file());
                    assertThat(browser.consoleErrors().stream()
                                    .filter(error -> !PRELOAD_FROM_A_FOLDER
                                            .matcher(error)
                                            .find()))
                            .as("console, %s", kind.getValue().file())
                            .isEmpty();
                    assertThat(browser.requests())
                            .extracting(URI::toString)
                            .allMatch(
                                    address -> address.startsWith(browser.folderRoot()) || address.startsWith("data:"));
                    assertThat(browser.strings("return [...document.fonts].filter(font => font.status === "
                                    + "'loaded').map(font => font.family)"))
                            .as("fonts that arrived, %s", kind.getValue().file())
                            .isNotEmpty();
                }));
    }

    /** A stand-in takes as much room as its font on the average, but no one word does. */
    @TestFactory
    Stream<DynamicTest> aFirstVisitShowsTheSitesOwnType(Browser browser) {
        String width = """
                const name = document.querySelector('.site-name-second'), drawn = name.getBoundingClientRect().width;
                name.style.fontFamily = '"Archnotes Text Fallback"';
                return [Math.abs(name.getBoundingClientRect().width - drawn) > 0.1 ? 'own' : 'stand-in'];
                """;
        return Stream.of("index.html", "models/qwen3/index.html")
                .map(file -> dynamicTest(file, () -> {
                    browser.openFile(file);
                    assertThat(browser.strings(width)).containsExactly("own");
                }));
    }

    @Test
    void linksLeadFromPageToPageInAFolder(Browser browser) {
        browser.openFile("index.html");
        browser.element(".site-nav a").click();
        browser.await("a page is shown", any -> browser.elements("h1").size() == 1);
        assertThat(browser.elements("main"))
                .as("a page, not the listing of a folder")
                .hasSize(1);
    }

    @Test
    void searchWorksInAFolder(Browser browser) {
        assumeTrue(RealSite.get().has("search-index.js"), "there is no search index yet");
        browser.openFile("models/index.html");
        browser.press("/");
        browser.awaitShown("dialog[open] input");
        browser.press("latent");
        browser.awaitShown("dialog [role=option]");
        assertNoErrors(browser);
    }

    @Test
    void modelsAreComparedInAFolder(Browser browser) {
        browser.openFile("compare/index.html");
        browser.awaitShown("table[data-compare][data-ready]");
        List<WebElement> picks = browser.elements("table[data-compare] tbody input[type=checkbox]");
        picks.get(0).sendKeys(Keys.SPACE);
        picks.get(2).sendKeys(Keys.SPACE);
        browser.awaitShown(".tray-go").sendKeys(Keys.ENTER);
        browser.awaitShown("[data-comparison] table");
        assertThat(browser.elements("[data-comparison] thead th")).hasSize(2);
        browser.element("[data-comparison] button").sendKeys(Keys.ENTER);
        browser.awaitGone("[data-comparison] table");
        assertNoErrors(browser);
    }

    @Test
    void theCalculatorAnswersInAFolder(Browser browser) {
        browser.openFile("calculator/index.html");
        String verdict = browser.awaitShown("[data-results] .verdict").getText();
        assertThat(verdict).contains("together");
        browser.element("input[name=batch]").sendKeys(Keys.ARROW_UP);
        browser.await(
                "another answer",
                any -> !browser.element("[data-results] .verdict").getText().equals(verdict));
        assertNoErrors(browser);
    }

    @Test
    void aConfigurationIsCalculatedInAFolder(Browser browser) throws IOException {
        String config = Files.readString(Path.of("src/test/resources/configs/gpt-2-124m.json"));
        browser.openFile("calculator/index.html");
        browser.awaitShown("[data-results] .verdict");
        browser.run(
                "const field = document.querySelector('textarea[name=config]'); field.value = arguments[0]; "
                        + "field.dispatchEvent(new Event('input'));",
                config);
        browser.await(
                "the reader's own model is chosen",
                any -> browser.run("return document.querySelector('[name=model]').value")
                        .equals("own"));
        assertThat(browser.element("[data-results]").getText()).contains("12 layers, 124,439,808 parameters");
        assertNoErrors(browser);
    }

    @Test
    void chartsAreReadInAFolder(Browser browser) {
        browser.openFile("models/gemma-3/index.html");
        browser.press(Keys.TAB);
        browser.run("arguments[0].focus()", browser.awaitShown("#memory ~ .chart-block svg.curves"));
        browser.press(Keys.HOME);
        assertThat(browser.awaitShown(".reading").getText()).contains("bytes)");
        assertNoErrors(browser);
    }

    private static void assertNoErrors(Browser browser) {
        assertThat(browser.consoleErrors().stream()
                        .filter(error -> !PRELOAD_FROM_A_FOLDER.matcher(error).find()))
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everythingIsReadableWithoutScripts(Browser browser) {
        return PageKinds.longest().entrySet().stream()
                .map(kind -> dynamicTest(kind.getKey(), () -> {
                    browser.scripts(false);
                    browser.driver().get(browser.root() + kind.getValue().value());
                    assertThat(browser.run("return 'js' in document.documentElement.dataset"))
                            .as("whether scripts ran")
                            .isEqualTo(false);
                    assertThat(browser.strings(Browser.script("hidden-text")))
                            .as(
                                    "text that is in the page and not on the screen, %s",
                                    kind.getValue().file())
                            .isEmpty();
                    List<String> dead = browser.strings(
                            "return [...document.querySelectorAll('button, input, select')].filter(e => "
                                    + "e.getClientRects().length).map(e => e.outerHTML.slice(0, 80))");
                    assertThat(dead)
                            .as(
                                    "controls that do nothing without a script, %s",
                                    kind.getValue().file())
                            .isEmpty();
                }));
    }
}
