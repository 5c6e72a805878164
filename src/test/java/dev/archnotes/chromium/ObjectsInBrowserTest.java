package dev.archnotes.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.real.RealSite;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Figures, tables and numbers as things that one links to, enlarges, takes along and cites. */
@Tag("browser")
@ExtendWith(ChromiumExtension.class)
class ObjectsInBrowserTest {
    private static final String CURVE = "a.object[href='#fig:memory-curve']";

    @BeforeEach
    void reset(Browser browser) {
        browser.reset();
    }

    private static WebElement openMenu(Browser browser, String link) {
        browser.run("arguments[0].focus()", browser.element(link));
        browser.press(Keys.ENTER);
        return browser.awaitShown(".object-menu");
    }

    private static void choose(Browser browser, String item) {
        WebElement button = browser.elements(".object-menu button").stream()
                .filter(each -> each.getText().startsWith(item))
                .findFirst()
                .orElseThrow();
        browser.run("arguments[0].focus()", button);
        browser.press(Keys.ENTER);
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void theMenuIsUsedByKeyboard(int width, Browser browser) {
        browser.size(width, 900);
        browser.open("models/gemma-3/");
        openMenu(browser, CURVE);
        assertThat(browser.strings("return [...document.querySelectorAll('.object-menu button')]"
                        + ".map(button => button.textContent)"))
                .containsExactly("Copy link", "Enlarge", "Download SVG", "Download PNG", "Download CSV", "Cite …");
        browser.press(Keys.ARROW_DOWN);
        assertThat(browser.run("return document.activeElement.textContent")).isEqualTo("Enlarge");
        browser.press(Keys.ENTER);
        browser.awaitShown("dialog[open] .object-view svg");
        browser.press(Keys.ESCAPE);
        browser.awaitGone("dialog");
        assertThat(browser.run("return document.activeElement.hash")).isEqualTo("#fig:memory-curve");
        browser.press(Keys.ENTER);
        browser.awaitShown(".object-menu");
        browser.press(Keys.ESCAPE);
        browser.awaitGone(".object-menu");
        assertThat(browser.run("return document.activeElement.hash")).isEqualTo("#fig:memory-curve");
        assertThat(browser.consoleErrors()).isEmpty();
    }

    @Test
    void anImageOfANoteIsEnlarged(Browser browser) {
        browser.open("models/");
        browser.run("""
                document.querySelector('main').insertAdjacentHTML('beforeend', '<figure id="img:flow">' +
                  '<img alt="Flow" src="../assets/icon.svg"><figcaption>' +
                  '<a class="object" href="#img:flow">Figure 9</a>The path of a token.</figcaption></figure>');
                """);
        openMenu(browser, "a.object[href='#img:flow']");
        assertThat(browser.strings("return [...document.querySelectorAll('.object-menu button')]"
                        + ".map(button => button.textContent)"))
                .containsExactly("Copy link", "Enlarge", "Download image", "Cite …");
        choose(browser, "Enlarge");
        browser.awaitShown("dialog[open] .object-view img");
        assertThat(browser.element("dialog[open] h2").getText()).isEqualTo("Figure 9: The path of a token.");
        browser.press(Keys.ESCAPE);
        browser.awaitGone("dialog");
    }

    @Test
    void aFigureIsCitedWithItsAddress(Browser browser) {
        browser.open("models/gemma-3/");
        String name =
                browser.element(CURVE).getText().replaceAll("[^\\w\u00A0 ]", "").strip();
        openMenu(browser, CURVE);
        choose(browser, "Cite");
        browser.awaitShown("dialog[open] pre");
        List<String> forms =
                browser.strings("return [...document.querySelectorAll('dialog pre')].map(form => form.textContent)");
        assertThat(forms)
                .hasSize(2)
                .allSatisfy(form -> assertThat(form)
                        .contains(RealSite.get().baseUrl() + "models/gemma-3/#fig:memory-curve")
                        .contains("Gemma 3"));
        assertThat(forms.get(0)).startsWith(name.replace('\u00A0', ' '));
        assertThat(forms.get(1)).startsWith("@misc{");
    }

    /** What is downloaded is caught where it would become a file. */
    private static String downloaded(Browser browser, String item) {
        browser.run("window.caught = null; URL.createObjectURL = blob => { blob.text().then(text => "
                + "{ window.caught = text; }); return '#'; };");
        choose(browser, item);
        browser.await("a file", any -> browser.run("return window.caught") != null);
        return (String) browser.run("return window.caught");
    }

    @Test
    void theDrawingStandsByItself(Browser browser) {
        browser.open("models/gemma-3/");
        browser.run("document.querySelectorAll('details').forEach(fold => { fold.open = true; })");
        openMenu(browser, "a.object[href='#fig:drawing']");
        String svg = downloaded(browser, "Download SVG");
        assertThat(svg)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .contains("<title>The architecture of Gemma 3 27B</title>")
                .contains("data:font/woff2;base64,")
                .contains(RealSite.get().baseUrl() + "models/gemma-3/#fig:drawing")
                .doesNotContain("class=", "var(", "href=", "style=");
        assertThat(browser.run(
                        "return new DOMParser().parseFromString(arguments[0], 'image/svg+xml')"
                                + ".querySelectorAll('parsererror').length + 0",
                        svg))
                .isEqualTo(0L);
    }

    @Test
    void theValuesOfACurveAreExact(Browser browser) {
        browser.open("models/gemma-3/");
        openMenu(browser, CURVE);
        String csv = downloaded(browser, "Download CSV");
        String head = csv.lines().findFirst().orElseThrow();
        assertThat(head).startsWith("Context,\"Context, exact\",").contains("\"Gemma 3 27B, exact\"");
        // 2 x 16 heads x 128 numbers of 2 bytes, for 131,072 tokens in 10 layers and for 1,024 in 52
        long bytes = 2L * 16 * 128 * 2 * (131_072L * 10 + 1_024 * 52);
        assertThat(csv.lines().filter(line -> line.contains(",131072,")).findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("," + bytes + ","));
    }

    /** The working of a number that an address names is open, cites it, and leads to the form that is filled in. */
    @Test
    void aNumberIsCitedAndReportedFromItsWorking(Browser browser) {
        browser.open("models/gemma-3/gemma-3-27b/#kv_cache.bytes_at.131072");
        browser.await(
                "the working",
                any -> !browser.elements(":target .working-cite a").isEmpty());
        assertThat(browser.element(":target .working-cite").getText())
                .contains("Exactly 11,173,625,856")
                .contains("Copy as citation");
        assertThat(browser.element(":target .working-cite a").getDomAttribute("href"))
                .startsWith("https://example.org/source/issues/new?template=wrong-figure.yml&title=Wrong%20figure")
                .contains("&fact=gemma-3-27b%2Fkv_cache.bytes_at.131072&shown=10.4%20GiB");
    }

    @Test
    void withoutScriptTheLinkLeadsToTheFigure(Browser browser) {
        browser.scripts(false);
        browser.driver().get(browser.root() + "models/gemma-3/");
        browser.element(CURVE).click();
        assertThat(browser.driver().getCurrentUrl()).endsWith("#fig:memory-curve");
        assertThat(browser.driver().findElement(By.cssSelector("figure:target")).isDisplayed())
                .isTrue();
    }
}
