package dev.archnotes.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.real.RealSite;
import dev.archnotes.site.page.ModelPage;
import dev.archnotes.site.page.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The edition for phones: what comes first, and what can be read without a second tool. */
@Tag("browser")
@ExtendWith(ChromiumExtension.class)
class PhoneInBrowserTest {
    private static final int WIDTH = 390;
    private static final int HEIGHT = 844;

    private static List<String> models() {
        List<String> paths = new ArrayList<>();
        for (Page page : RealSite.get().pages()) {
            if (page instanceof ModelPage) {
                paths.add(page.head().path().value());
            }
        }
        return paths;
    }

    @Test
    void theTextOfAModelBeginsWithinAScreenAndAHalf(Browser browser) {
        browser.reset();
        browser.size(WIDTH, HEIGHT);
        List<String> faults = new ArrayList<>();
        for (String path : models()) {
            browser.open(path);
            double screens = ((Number) browser.run(
                            "return document.querySelector('.opening > p').getBoundingClientRect().top / innerHeight"))
                    .doubleValue();
            if (screens > 1.5) {
                faults.add(path + " after " + screens + " screens");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theViewOfAPairThatIsShownIsMarked(Browser browser) {
        browser.reset();
        browser.size(WIDTH, HEIGHT);
        browser.open("compare/deepseek-v3-r1-vs-kimi-k2/");
        browser.await(
                "the merged view is marked",
                any -> browser.element("#view-merged").isSelected());
        browser.size(1440, 900);
        browser.await(
                "both are marked where both are shown",
                any -> browser.element("#view-both").isSelected());
        browser.element("#view-a").click();
        browser.size(WIDTH, HEIGHT);
        browser.settle();
        assertThat(browser.element("#view-a").isSelected()).isTrue();
        browser.reset();
    }

    /** A table of many columns becomes a list of entries; one that is a picture made of signs stays a table. */
    @Test
    void noValueOfATableIsOffTheScreen(Browser browser) {
        browser.reset();
        browser.size(WIDTH, HEIGHT);
        for (String path : List.of(
                "models/qwen3/",
                "concepts/kv-cache/",
                "concepts/mixture-of-experts/",
                "concepts/normalization/",
                "concepts/vision/",
                "trends/")) {
            browser.open(path);
            browser.run("document.querySelectorAll('main details').forEach(fold => { fold.open = true; })");
            browser.await(path + ": tables within the screen", any -> Boolean.TRUE.equals(browser.run("""
                    return [...document.querySelectorAll('.table-scroll')].every(
                      box => box.scrollWidth <= box.clientWidth + 1);
                    """)));
            assertThat(browser.run("""
                    return [...document.querySelectorAll('.stacked tbody tr')].every(row =>
                      [...row.cells].slice(1).every(
                        cell => cell.dataset.label && cell.scrollWidth <= cell.clientWidth));
                    """)).as(path).isEqualTo(true);
            assertThat(browser.strings("""
                            return [...document.querySelectorAll('.stacked tbody th')]
                              .filter(name => /^[\\d.,\\s]+$/.test(name.textContent) && !name.dataset.label)
                              .map(name => name.textContent);
                            """))
                    .as(path + ": entries named by a bare number")
                    .isEmpty();
        }
        browser.reset();
    }

    /** Numbers without a name say nothing: 4, 8 and 32 above a table may be layers, heads or tokens. */
    @Test
    void theColumnOfNamesSaysWhatTheyAreAndStandsBeforeTheValues(Browser browser) {
        browser.reset();
        browser.size(WIDTH, HEIGHT);
        browser.open("concepts/sliding-window-attention/");
        assertThat(browser.strings("""
                        const left = part => {
                          const words = document.createRange();
                          words.selectNodeContents(part);
                          return words.getBoundingClientRect().left;
                        };
                        return [...document.querySelectorAll('.prose table:not(.stacked)')]
                          .filter(table => table.checkVisibility() && table.querySelector('tbody th'))
                          .flatMap(table => [...table.rows])
                          .filter(row => {
                            const [name, value] = row.cells;
                            if (!value?.textContent || !name.textContent) return false;
                            return name.offsetWidth < 20 || left(name) > left(value) + 1;
                          })
                          .map(row => row.textContent);
                        """)).isEmpty();
        browser.reset();
    }

    /** On the narrowest phone a context of ten million tokens and the mark behind it have no room beside a label. */
    @Test
    void noMarkOfTheFirstTableLeavesItsRow(Browser browser) {
        browser.reset();
        browser.size(320, 700);
        browser.open("");
        assertThat(browser.strings("""
                        const right = part => part.getBoundingClientRect().right;
                        return [...document.querySelectorAll('.home-table :is(.disputed, data, .beyond)')]
                          .filter(part => right(part) > right(part.closest('tr')) + 0.5)
                          .map(part => part.closest('tr').textContent.trim().slice(0, 30));
                        """)).isEmpty();
        browser.reset();
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 768, 1024, 1440})
    void theFirstTableIsSeenWhole(int width, Browser browser) {
        browser.reset();
        browser.size(width, HEIGHT);
        browser.open("");
        assertThat(browser.run("""
                        const { scrollWidth, clientWidth } = document.querySelector('.home-table').parentElement;
                        return scrollWidth - clientWidth;
                        """)).isEqualTo(0L);
        browser.reset();
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390})
    void figuresByContextKeepTheirWordsWhole(int width, Browser browser) {
        browser.reset();
        browser.size(width, HEIGHT);
        for (String path : List.of("models/gemma-3/gemma-3-27b/", "models/llama-3/llama-3.1-405b/")) {
            browser.open(path);
            assertThat(browser.strings("""
                            const lines = part => {
                              const words = document.createRange();
                              words.selectNodeContents(part);
                              return new Set([...words.getClientRects()].map(({ top }) => Math.round(top))).size;
                            };
                            return [...document.querySelectorAll('.matrix :is(data, .unit), .matrix > table')]
                              .filter(part => part.checkVisibility())
                              .filter(part => part.matches('table')
                                ? part.offsetWidth > part.parentElement.offsetWidth
                                : lines(part) > 1)
                              .map(part => part.textContent.trim().slice(0, 30));
                            """)).as(path).isEmpty();
        }
        browser.reset();
    }

    /** A row of many values has its name on a line of its own, so that the values have the whole width. */
    @Test
    void theNameOfALongRowStandsAboveItsValues(Browser browser) {
        browser.reset();
        browser.size(WIDTH, HEIGHT);
        for (String path : List.of("concepts/grouped-query-attention/", "models/llama-3/", "calculator/")) {
            browser.open(path);
            assertThat(browser.run("""
                    const rows = [...document.querySelectorAll('figure.full tbody tr')];
                    return rows.filter(row => row.cells.length > 4 && row.cells[0].offsetWidth > 0).every(row => {
                        const value = document.createRange();
                        value.selectNodeContents(row.cells[1]);
                        const words = document.createRange();
                        words.selectNodeContents(row.cells[0]);
                        return words.getBoundingClientRect().bottom <= value.getBoundingClientRect().top + 4;
                    })""")).as(path).isEqualTo(true);
        }
        browser.reset();
    }

    @Test
    void theDrawingIsFoldedBehindTheFirstParagraphAndOpenBesideTheText(Browser browser) {
        browser.reset();
        browser.scripts(false);
        browser.size(WIDTH, HEIGHT);
        browser.driver().get(browser.root() + models().get(0));
        assertThat(browser.element(".drawing-fold svg").isDisplayed()).isFalse();
        assertThat(browser.element(".drawing-fold").getLocation().y)
                .isGreaterThan(browser.element(".opening > p").getLocation().y);
        browser.element(".drawing-fold > summary").click();
        assertThat(browser.element(".drawing-fold svg").isDisplayed()).isTrue();
        browser.size(1440, 900);
        browser.driver().get(browser.root() + models().get(0));
        // the driver takes whatever stands in a fold that is not open for hidden
        assertThat(browser.element(".drawing-fold svg").getSize().height).isGreaterThan(500);
        assertThat(browser.element(".drawing-fold svg").getLocation().x)
                .isGreaterThan(browser.element(".opening > p").getLocation().x);
        browser.reset();
    }
}
