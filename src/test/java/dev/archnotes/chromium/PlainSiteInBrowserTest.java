package dev.archnotes.chromium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.archnotes.real.RealSite;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

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

    /**
     * Text that no reader sees, though no fold hides it. Not meant: what only a script could use, invisible operators,
     * descriptions of drawings, and the other of two forms of a drawing.
     */
    private static final String HIDDEN_TEXT = """
            const hidden = [];
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            for (let text = walker.nextNode(); text; text = walker.nextNode()) {
              const element = text.parentElement;
              if (/^[\\s\\u2061-\\u2064]*$/.test(text.textContent) || element.closest('script, template, annotation, .needs-js, details:not([open]) > :not(summary), svg title, svg desc')) continue;
              const drawing = element.closest('svg'), forms = drawing?.closest('.by-width, figure')?.querySelectorAll('svg') ?? [];
              if (drawing && !drawing.getClientRects().length && [...forms].some(form => form.getClientRects().length)) continue;
              const range = document.createRange();
              range.selectNodeContents(text);
              if (![...range.getClientRects()].some(box => box.width > 0 && box.height > 0)) hidden.push(element.nodeName.toLowerCase() + '.' + (element.className.baseVal ?? element.className) + ' "' + text.textContent.trim().slice(0, 40) + '"');
            }
            return hidden.slice(0, 5);
            """;

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
                    assertThat(browser.strings(HIDDEN_TEXT))
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
