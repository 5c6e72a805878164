package dev.archnotes.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * What newcomers come for, on a phone: each answer within two taps of the page that a search engine leads to, and each
 * thing to tap or read within a screen and a half.
 */
@Tag("browser")
@ExtendWith(ChromiumExtension.class)
class TasksInBrowserTest {
    private static final int WIDTH = 390;
    private static final int HEIGHT = 844;
    private static final double FARTHEST = 1.5;

    /** The first element shown with such words, how many screens it is away, and whether it is not cut off. */
    private static final String FIND = """
            const [selector, words] = arguments;
            const shown = [...document.querySelectorAll(selector)]
              .find(element => element.checkVisibility() && element.textContent.includes(words));
            if (!shown) return null;
            const { top, left, right } = shown.getBoundingClientRect();
            return [shown, top / innerHeight, left >= 0 && right <= innerWidth];
            """;

    @BeforeEach
    void aPhone(Browser browser) {
        browser.reset();
        browser.size(WIDTH, HEIGHT);
    }

    @Test
    void whatIsNewInGemma3(Browser browser) {
        browser.open("models/gemma-3/");
        near(browser, ".key-line", "Five of six layers see only");
    }

    @Test
    void theCacheOfGptOss120bAt32k(Browser browser) {
        browser.open("models/gpt-oss/");
        assertThat(near(browser, ".fact", "Cache at 32k").getText()).contains("1.13");
    }

    @Test
    void kimiK2BesideDeepSeekV3(Browser browser) {
        browser.open("models/kimi-k2/");
        tap(browser, ".relatives summary", "Compare with");
        tap(browser, ".relatives a", "DeepSeek V3");
        browser.await("the pair", any -> browser.driver().getCurrentUrl().contains("-vs-"));
        browser.settle();
        near(browser, ".key-line", "half the attention heads");
    }

    @Test
    void whichModelsUseSlidingWindowsAndOfWhatSize(Browser browser) {
        browser.open("concepts/sliding-window-attention/");
        tap(browser, ".lesson a", "variants");
        browser.settle();
        near(browser, "#models ~ * thead th", "Window");
        near(browser, "#models ~ * tbody tr:has(th a[href*='gemma-3-27b']) td", "1,024");
    }

    @Test
    void whetherQwen3With30BFitsInto24GB(Browser browser) {
        browser.open("search/");
        browser.awaitShown(".search-questions");
        tap(browser, ".search-questions button", "can qwen3-30b-a3b run on 24 GB");
        browser.awaitShown(".search-hit-value");
        assertThat(near(browser, ".search-hit", "Qwen3-30B-A3B").getText()).contains("fits", "32k tokens");
    }

    @Test
    void theCalculatorWithTheModelOfThePage(Browser browser) {
        browser.open("models/qwen3/qwen3-8b/");
        near(browser, ".calculate a", "memory");
        tap(browser, ".site-nav a", "Calculator");
        browser.await("the model", any -> browser.driver().getCurrentUrl().contains("#model=qwen3-8b"));
        assertThat(browser.run("return document.querySelector('main select').value"))
                .isEqualTo("qwen3-8b");
    }

    @Test
    void whichModelsHaveQkNorm(Browser browser) {
        browser.open("concepts/normalization/");
        tap(browser, ".lesson a", "uses it");
        browser.settle();
        near(browser, "#models ~ * thead th", "QK-norm");
        near(browser, "#models ~ * tbody td", "per head");
    }

    @Test
    void fourModelsByActiveParametersAndCache(Browser browser) {
        browser.open("compare/");
        tap(browser, ".starts a", "The four largest");
        browser.await(
                "the published totals: 1T, 671B, 400B and 355B",
                any -> browser.driver()
                        .getCurrentUrl()
                        .contains("pick=kimi-k2-1t,deepseek-v3-671b,llama-4-maverick,glm-4.5-355b-a32b"));
        browser.awaitShown(".comparison tr");
        browser.settle();
        figureOfEach(browser, "Active parameters");
        figureOfEach(browser, "Cache at 32k");
    }

    /** By name, so that nobody looks for them in the list, whose entries stay where they are. */
    @Test
    void fourModelsOfOnesOwn(Browser browser) {
        browser.open("compare/");
        browser.awaitShown(".compare-add input");
        browser.settle();
        WebElement entry = near(browser, "[data-compare] tbody tr", "");
        int before = entry.getRect().y;
        for (String name : List.of("gpt-oss-120b", "Qwen3-30B-A3B", "gemma 3 27b", "kimi k2")) {
            near(browser, ".compare-add input", "").sendKeys(name, Keys.ENTER);
            browser.await(
                    name + " is taken",
                    any -> "".equals(browser.element(".compare-add input").getDomProperty("value")));
        }
        assertThat(entry.getRect().y).isEqualTo(before);
        assertThat(browser.run("return scrollY")).isEqualTo(0L);
        tap(browser, ".tray-go", "Show differences");
        browser.await(
                "their comparison",
                any -> browser.driver()
                        .getCurrentUrl()
                        .endsWith("pick=gpt-oss-120b,qwen3-30b-a3b,gemma-3-27b,kimi-k2-1t"));
        browser.awaitShown(".comparison tr");
        browser.settle();
        figureOfEach(browser, "Active parameters");
        figureOfEach(browser, "Cache at 32k");
    }

    private static void figureOfEach(Browser browser, String fact) {
        WebElement row = near(browser, ".comparison tr", fact);
        assertThat(row.findElements(By.cssSelector("td"))).hasSize(4).allMatch(WebElement::isDisplayed);
    }

    @Test
    void theWorkingOfAFigureThatIsCited(Browser browser) {
        browser.open("models/gemma-3/");
        tap(browser, ".search-open", "");
        browser.awaitShown("dialog[open] input").sendKeys("10.41 GiB");
        browser.awaitShown("dialog [role=option][aria-selected=true]").click();
        browser.await("the figure", any -> browser.driver().getCurrentUrl().endsWith("#kv_cache.bytes_at.131072"));
        browser.settle();
        near(browser, ":target .formula", "context");
        assertThat(browser.element(":target data").getDomAttribute("value")).isEqualTo("11173625856");
    }

    @Test
    void theCacheOfAModelOfOnesOwn(Browser browser) {
        browser.open("");
        tap(browser, ".home-search", "");
        browser.awaitShown("dialog[open] input").sendKeys("my config.json");
        browser.awaitShown("dialog [role=option][aria-selected=true]").click();
        browser.await("the calculator", any -> browser.driver().getCurrentUrl().contains("calculator/"));
        browser.awaitShown("textarea[name=config]");
        near(browser, "textarea[name=config]", "");
    }

    /** The memory is beside the card, so what a search leads to needs no rare fields between it and the verdict. */
    @Test
    void whetherGptOss120bFitsInto80GB(Browser browser) {
        browser.open("calculator/#model=gpt-oss-120b&context=32768&weights=released&memory=80");
        browser.awaitShown(".memory-bar");
        near(browser, ".verdict", "Fits");
        near(browser, "input[name=memory]", "");
    }

    @Test
    void theTableOfAllModelsAsAFile(Browser browser) {
        browser.open("compare/");
        near(browser, ".compare-controls button", "Download CSV");
        browser.open("data/");
        near(browser, "a[href$='.csv']", "models.csv");
    }

    @Test
    void whereSourcesDisagreeAboutContext(Browser browser) {
        browser.open("disagreements/");
        WebElement kind = near(browser, "main select", "context");
        browser.run(
                "arguments[0].value = 'context'; arguments[0].dispatchEvent(new Event('change', { bubbles: true }))",
                kind);
        browser.settle();
        near(browser, "[data-kind='context'] dd", "");
        assertThat(browser.elements("main [data-kind]").stream().filter(WebElement::isDisplayed))
                .allMatch(row -> "context".equals(row.getDomAttribute("data-kind")));
    }

    /** The first such element that is shown, which stands within a screen and a half and is not cut off. */
    private static WebElement near(Browser browser, String selector, String words) {
        List<?> found = (List<?>) browser.run(FIND, selector, words);
        assertThat(found).as(selector + " with \"" + words + "\"").isNotNull();
        double screens = ((Number) found.get(1)).doubleValue();
        assertThat(screens).as(selector + " with \"" + words + "\"").isLessThanOrEqualTo(FARTHEST);
        assertThat(found.get(2)).as(selector + " is within the window").isEqualTo(true);
        return (WebElement) found.get(0);
    }

    private static void tap(Browser browser, String selector, String words) {
        near(browser, selector, words).click();
    }
}
