package dev.archnotes.chromium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.archnotes.CheckpointBytes;
import dev.archnotes.real.RealSite;
import java.io.IOException;
import java.io.RandomAccessFile;
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
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.WheelInput;

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
        assertThat(verdict).startsWith("Fits, with ").contains(" to spare on GeForce RTX 4090.");
        enter(browser, "context", "128k");
        browser.await(
                "another answer",
                any -> browser.element("[data-results] .verdict").getText().startsWith("Does not fit"));
        assertNoErrors(browser);
    }

    /** The ten tasks' question: Qwen3-30B-A3B in 4 bits at 32k on a card of 24 GB, from its page by one link. */
    @Test
    void aModelPageLeadsToItsVerdict(Browser browser) {
        browser.openFile("models/qwen3/qwen3-30b-a3b/index.html");
        browser.element(".calculate a").click();
        assertThat(browser.awaitShown("[data-results] .verdict").getText()).startsWith("Fits, with ");
        assertThat(browser.element("[data-results] .calculated").getText()).startsWith("Qwen3-30B-A3B: 48 layers");
        assertThat(browser.elements("[data-results] .memory-bar rect")).hasSizeGreaterThan(4);
    }

    @Test
    void aConfigurationIsCalculatedInAFolder(Browser browser) throws IOException {
        String config = Files.readString(Path.of("src/test/resources/configs/gpt-2-124m.json"));
        browser.openFile("calculator/index.html");
        browser.awaitShown("[data-results] .verdict");
        enter(browser, "config", config);
        browser.await(
                "the reader's own model is chosen",
                any -> browser.run("return document.querySelector('[name=model]').value")
                        .equals("own"));
        assertThat(browser.element("[data-results]").getText()).contains("12 layers, 124,439,808 parameters");
        assertNoErrors(browser);
    }

    /** GPT-2's table, at its size in float32, beside its configuration: the header alone is read and counted. */
    @Test
    void filesOfAModelAreMeasured(Browser browser, @TempDir Path folder) throws IOException {
        CheckpointBytes.Made made =
                CheckpointBytes.safetensors(List.of(CheckpointBytes.Tensor.of("wte.weight", "F32", 4, 50_257, 768)));
        Path weights = Files.write(folder.resolve("model.safetensors"), made.header());
        try (RandomAccessFile open = new RandomAccessFile(weights.toFile(), "rw")) {
            open.setLength(made.size());
        }
        Path config = Files.copy(Path.of("src/test/resources/configs/gpt-2-124m.json"), folder.resolve("config.json"));
        browser.openFile("calculator/index.html");
        browser.awaitShown("[data-results] .verdict");
        browser.element("[data-own] > summary").click();
        browser.element("input[name=file]").sendKeys(weights + "\n" + config);
        String measured = browser.awaitShown("[data-measured] table").getText();
        assertThat(measured).contains("F32").contains("38,597,376").contains("32.0");
        assertThat(browser.element("[data-measured]").getText())
                .contains("The configuration gives 124,439,808, 85,842,432 more");
        assertThat(browser.element("[data-results]").getText()).contains("12 layers, 124,439,808 parameters");
        assertNoErrors(browser);
    }

    /** What cannot be read takes the verdict before it away; what can be read brings one back. */
    @Test
    void anErrorLeavesNoVerdict(Browser browser) throws IOException {
        browser.openFile("calculator/index.html");
        browser.awaitShown("[data-results] .verdict.fits");
        for (String wrong : List.of("{\"model_type\": \"nothing\"}", "{\"a\": 1,\n \"b\"}", "{}", "[1]")) {
            enter(browser, "config", wrong);
            browser.await(
                    "no result for " + wrong,
                    any -> !browser.elements("[data-results] .no-result").isEmpty()
                            && browser.elements("[data-results] .memory-bar").isEmpty());
            assertThat(browser.element("[data-results]").getText()).doesNotContain("to spare");
        }
        assertThat(browser.element("[data-results]").getText()).contains("Expected a JSON object");
        enter(browser, "config", Files.readString(Path.of("src/test/resources/configs/gpt-2-124m.json")));
        browser.awaitShown("[data-results] .verdict.fits");
        enter(browser, "context", "many");
        browser.awaitShown("[data-results] .no-result");
        assertThat(browser.element("[data-results] .problem").getText()).startsWith("Context: write a number");
        enter(browser, "context", "1k");
        browser.awaitShown("[data-results] .verdict.fits");
    }

    /** A wheel over a field that has the focus scrolls the page and changes nothing. */
    @Test
    void theWheelChangesNoField(Browser browser) {
        browser.openFile("calculator/index.html");
        browser.awaitShown("[data-results] .verdict");
        assertThat(browser.run("return document.querySelectorAll('.calculator input[type=number]').length"))
                .isEqualTo(0L);
        WebElement field = browser.element("input[name=context]");
        field.click();
        new Actions(browser.driver())
                .scrollFromOrigin(WheelInput.ScrollOrigin.fromElement(field), 0, 200)
                .perform();
        assertThat(browser.run("return document.querySelector('[name=context]').value"))
                .isEqualTo("32k");
    }

    private static void enter(Browser browser, String field, String text) {
        browser.run(
                "const field = document.querySelector(`[name=${arguments[0]}]`); field.value = arguments[1]; "
                        + "field.dispatchEvent(new Event('input', {bubbles: true}));",
                field,
                text);
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
                                    + "e.getClientRects().length && !e.matches('.pair-views [type=radio]'))"
                                    + ".map(e => e.outerHTML.slice(0, 80))");
                    assertThat(dead)
                            .as(
                                    "controls that do nothing without a script, %s",
                                    kind.getValue().file())
                            .isEmpty();
                }));
    }

    /** The style sheet alone follows these buttons. */
    @Test
    void aPairIsSeenInEachViewWithoutScripts(Browser browser) {
        browser.scripts(false);
        browser.driver()
                .get(browser.root() + PageKinds.longest().get("PairPage").value());
        WebElement ledger = browser.element(".pair-top > .merged");
        List<WebElement> drawings = browser.elements(".pair-top > .pair-drawings > *");
        assertThat(drawings).hasSize(2).allMatch(WebElement::isDisplayed);
        assertThat(browser.elements(".pair-views [type=radio]")).hasSize(4);
        browser.element("#view-merged").click();
        assertThat(ledger.isDisplayed()).isTrue();
        assertThat(drawings).noneMatch(WebElement::isDisplayed);
        browser.element("#view-a").click();
        assertThat(ledger.isDisplayed()).isFalse();
        assertThat(drawings).extracting(WebElement::isDisplayed).containsExactly(true, false);
        browser.element("#view-b").click();
        assertThat(drawings).extracting(WebElement::isDisplayed).containsExactly(false, true);
        browser.element("#view-both").click();
        assertThat(drawings).allMatch(WebElement::isDisplayed);
    }
}
