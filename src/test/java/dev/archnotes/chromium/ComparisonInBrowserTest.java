package dev.archnotes.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Choosing models anywhere and comparing them, as somebody does who sees the site for the first time. */
@Tag("browser")
@ExtendWith(ChromiumExtension.class)
class ComparisonInBrowserTest {
    private static final String LIST = "table[data-compare]";
    private static final String BOXES = LIST + " tbody input[type=checkbox]";
    private static final String COMPARISON = "[data-comparison] table";

    @BeforeEach
    void reset(Browser browser) {
        browser.reset();
    }

    private static void openList(Browser browser, String query) {
        browser.open("compare/" + query);
        browser.awaitShown(LIST + "[data-ready]");
    }

    @ParameterizedTest
    @CsvSource({"1440, 900", "390, 844"})
    void theRowThatIsTickedKeepsItsPlace(int width, int height, Browser browser) {
        browser.size(width, height);
        openList(browser, "");
        // well within the list, as somebody who scrolls through it
        browser.run("document.querySelectorAll(arguments[0])[11].scrollIntoView({ block: 'center' })", BOXES);
        List<Integer> ticked = List.of(10, 11, 12);
        for (int row : ticked) {
            browser.run("document.querySelectorAll(arguments[0])[arguments[1]].focus()", BOXES, row);
            double before = top(browser, row);
            browser.press(Keys.SPACE);
            browser.awaitShown(".tray");
            assertThat(browser.elements(".tray-models li")).hasSize(ticked.indexOf(row) + 1);
            assertThat(top(browser, row)).as("row " + row).isEqualTo(before);
        }
        assertThat(browser.element(".tray-count").getText()).matches("\\d+ of \\d+ facts differ");
        assertThat(browser.element(".tray-go").isDisplayed()).isTrue();
    }

    private static double top(Browser browser, int row) {
        return ((Number) browser.run(
                        "return document.querySelectorAll(arguments[0])[arguments[1]].getBoundingClientRect().top",
                        BOXES,
                        row))
                .doubleValue();
    }

    @Test
    void theTrayLeadsToTheDifferencesInTheSamePlaceAndBack(Browser browser) {
        openList(browser, "?kind=moe");
        browser.elements(BOXES).get(0).sendKeys(Keys.SPACE);
        browser.elements(BOXES).get(1).sendKeys(Keys.SPACE);
        browser.awaitShown(".tray-go").click();
        String rows = browser.awaitShown(COMPARISON).getText();
        assertThat(browser.element(LIST).isDisplayed()).isFalse();
        assertThat(browser.element("h1").getText()).isEqualTo("DeepSeek V3 against DeepSeek R1");
        assertThat(browser.driver().getTitle()).startsWith("DeepSeek V3 against DeepSeek R1");
        assertThat(query(browser)).isEqualTo("?pick=deepseek-v3-671b,deepseek-r1-671b");
        assertThat(browser.elements(COMPARISON + " tr.same")).isEmpty();
        String address = browser.driver().getCurrentUrl();
        browser.driver().navigate().back();
        browser.awaitShown(LIST);
        assertThat(query(browser)).contains("kind=moe");
        browser.open("");
        browser.driver().get(address);
        assertThat(browser.awaitShown(COMPARISON).getText()).isEqualTo(rows);
    }

    @Test
    void anAddressNamesModelsInAnyWayAndSaysWhichAreNone(Browser browser) {
        browser.open("compare/?pick=gpt%20oss,Kimi%20K2,gemma,no%20such%20model");
        browser.awaitShown(COMPARISON);
        assertThat(query(browser)).isEqualTo("?pick=gpt-oss-120b,kimi-k2-1t,gemma-3-27b");
        assertThat(browser.element("h1").getText()).isEqualTo("gpt-oss-120b, Kimi K2 and Gemma 3 27B");
        assertThat(browser.element(".compare-unknown").getText()).isEqualTo("No model is called “no such model”.");
        assertThat(browser.run("return document.querySelector('link[rel=canonical]').href")
                        .toString())
                .endsWith("compare/?pick=gemma-3-27b,gpt-oss-120b,kimi-k2-1t");
    }

    @Test
    void oneNameThatIsNoneLeavesTheList(Browser browser) {
        openList(browser, "?pick=no-such-model");
        assertThat(browser.element(LIST).isDisplayed()).isTrue();
        assertThat(browser.element(".compare-unknown").getText()).isEqualTo("No model is called “no-such-model”.");
    }

    @Test
    void ratiosFollowTheChosenBase(Browser browser) {
        browser.open("compare/?pick=qwen3-8b,qwen3-32b");
        String layers = "return [...document.querySelectorAll('[data-comparison] tbody tr')].find(row => "
                + "row.cells[0].firstChild.data === 'Layers').innerText.replace(/\\s+/g, ' ')";
        browser.awaitShown(COMPARISON);
        // 36 and 64 layers
        assertThat(browser.run(layers).toString()).contains("36 base", "64 1.78 ×");
        browser.element("[data-comparison] select").sendKeys("Qwen3-32B");
        assertThat(browser.run(layers).toString()).contains("36 0.56 ×", "64 base");
        assertThat(query(browser)).contains("base=qwen3-32b");
    }

    @Test
    void namesStayInViewOnAWideScreenAndWithEachValueOnANarrowOne(Browser browser) {
        browser.open("compare/?pick=gpt-oss,kimi-k2,gemma-3,qwen3");
        browser.awaitShown(COMPARISON);
        browser.run("scrollTo(0, 2000)");
        List<WebElement> names = browser.elements(COMPARISON + " thead th");
        assertThat(names).hasSize(4);
        assertThat(names).allMatch(name -> inView(browser, name));
        browser.size(390, 844);
        WebElement row =
                browser.elements(COMPARISON + " tbody tr:not(.versus-group)").get(0);
        assertThat(browser.strings(
                        "const name = cell => getComputedStyle(cell, '::before').content;"
                                + " return [...arguments[0].cells].slice(1).map(name)",
                        row))
                .containsExactly("\"gpt-oss-120b\"", "\"Kimi K2\"", "\"Gemma 3 27B\"", "\"Qwen3-235B-A22B\"");
        assertThat(browser.strings(Browser.script("too-wide"))).isEmpty();
    }

    private static boolean inView(Browser browser, WebElement element) {
        return (Boolean) browser.run(
                "const { top, bottom } = arguments[0].getBoundingClientRect();"
                        + " return top >= 0 && bottom <= innerHeight",
                element);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "models/", "models/kimi-k2/", "models/kimi-k2/kimi-k2-1t/"})
    void aModelIsChosenOnAnyPage(String page, Browser browser) {
        browser.open(page);
        browser.element("a[data-pick='kimi-k2-1t']").sendKeys(Keys.ENTER);
        browser.awaitShown(".tray");
        browser.element(".tray-add input").sendKeys("deepseek v3", Keys.ENTER);
        assertThat(browser.elements(".tray-models li span").stream().map(WebElement::getText))
                .containsExactly("Kimi K2", "DeepSeek V3");
        browser.element(".tray-go").click();
        assertThat(browser.awaitShown(COMPARISON).getText()).contains("Kimi K2");
        assertThat(query(browser)).isEqualTo("?pick=kimi-k2-1t,deepseek-v3-671b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"30b a3b", "mla", "gpt oss", "128k"})
    void wordsFindWhatTheyMean(String words, Browser browser) {
        openList(browser, "");
        int all = browser.elements(LIST + " tbody tr").size();
        browser.element(".compare-filters input[type=search]").sendKeys(words);
        long shown = browser.elements(LIST + " tbody tr").stream()
                .filter(WebElement::isDisplayed)
                .count();
        assertThat(shown).isBetween(1L, all - 1L);
        assertThat(browser.element(".compare-count").getText()).startsWith(shown + " of " + all);
    }

    @Test
    void aFilterOfTheComparisonLeavesWhatFits(Browser browser) {
        openList(browser, "?kind=moe");
        List<String> kinds = browser.strings(
                "return [...document.querySelectorAll('table[data-compare] tbody tr:not([hidden])')].map(row => "
                        + "row.dataset.kind)");
        assertThat(kinds).isNotEmpty().containsOnly("moe");
        assertThat(browser.elements(LIST + " tbody tr")).hasSizeGreaterThan(kinds.size());
        assertThat(query(browser)).contains("kind=moe");
    }

    @Test
    void theComparisonCountsItsModels(Browser browser) {
        browser.open("compare/");
        int all = browser.elements(LIST + " tbody tr").size();
        for (String[] told : new String[][] {
            {"", all + " models"},
            {"?q=smollm", "1 of " + all + " models"},
            {"?q=no-such-model", "None of " + all + " models fits"},
        }) {
            browser.open("compare/" + told[0]);
            assertThat(browser.awaitShown(".compare-count").getText()).isEqualTo(told[1]);
            assertThat(browser.element(LIST).isDisplayed()).isEqualTo(!told[1].startsWith("None"));
        }
    }

    @Test
    void sizesOfAFamilyStandInTheirOrder(Browser browser) {
        openList(browser, "?q=gemma");
        List<String> names = browser.elements(LIST + " tbody tr:not([hidden]) th a").stream()
                .map(WebElement::getText)
                .toList();
        assertThat(names).containsExactly("Gemma 3 270M", "Gemma 3 1B", "Gemma 3 4B", "Gemma 3 12B", "Gemma 3 27B");
        assertThat(browser.element(LIST).findElements(By.cssSelector("thead th")))
                .isNotEmpty();
    }

    private static String query(Browser browser) {
        return (String) browser.run("return decodeURIComponent(location.search)");
    }
}
