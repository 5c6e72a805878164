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

    private static final String AXE = """
            const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'], ...(arguments[0] ? { runOnly: [arguments[0]] } : { rules: { 'target-size': { enabled: true } } }) }).then(
              result => done(result.violations.map(v => `${v.id}: ${v.help}, ${v.nodes.length} times: ${v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' | ')}`)),
              error => done(['axe failed: ' + error]));
            """;

    /**
     * Shifts that round to 0.001 or more: the browser also reports parts of a pixel. The server's pages come in pieces
     * and its fonts late.
     */
    private static final String LAYOUT_SHIFTS = """
            const done = arguments[arguments.length - 1];
            const shifts = [];
            new PerformanceObserver(list => list.getEntries().forEach(entry => shifts.push(entry))).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => done(shifts.filter(s => !s.hadRecentInput && s.value >= 0.0005).map(s => `${s.value.toFixed(4)} by ${s.sources.map(x => x.node?.nodeName + '.' + (x.node?.className ?? '')).slice(0, 3).join(', ')}`)), 30);
            """;
    /** A face that no preload asks for is too late for a first visit, which never shows it. */
    private static final String LATE_FACES = """
            const early = [...document.querySelectorAll('link[rel=preload]')].map(link => link.href);
            return performance.getEntriesByType('resource').map(entry => entry.name).filter(name => /\\/(text|sans)-\\d[^/]*\\.woff2$/.test(name) && !early.includes(name));
            """;

    private static final String TOO_WIDE = """
            const width = document.scrollingElement.scrollWidth;
            if (width <= innerWidth) return [];
            const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.table-scroll, pre, .math-display'));
            return [`${width} px wide: ` + wide.slice(0, 4).map(e => e.nodeName.toLowerCase() + '.' + (e.className.baseVal ?? e.className)).join(', ')];
            """;

    /** Shapes in pure black, which no theme has: the browser's own paint, of a class without a rule. */
    private static final String UNPAINTED = """
            const black = shape => { const { fill, stroke } = getComputedStyle(shape); return [fill, stroke].includes('rgb(0, 0, 0)'); };
            return [...new Set([...document.querySelectorAll('svg :is(path, rect, circle, text)')].filter(black).map(shape => shape.getAttribute('class')))];
            """;

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
        browser.open(path);
        add(faults, "moves while it loads", shifts(browser));
        add(faults, "asks too late for", browser.strings(LATE_FACES));
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
        add(faults, "painted by default", browser.strings(UNPAINTED));
        browser.size(NARROW, 700);
        browser.open(path);
        add(faults, "moves while it loads on a narrow screen", shifts(browser));
        add(faults, "on a narrow screen", browser.strings(TOO_WIDE));
        return faults;
    }

    private static void add(List<String> faults, String where, List<String> found) {
        found.forEach(fault -> faults.add(where + ": " + fault));
    }

    /** What axe finds by one rule, or by all of them where none is named. */
    private static List<String> violations(Browser browser, String rule) {
        return ((List<?>) browser.driver().executeAsyncScript(AXE, rule))
                .stream().map(String::valueOf).toList();
    }

    private static List<String> shifts(Browser browser) {
        return ((List<?>) browser.driver().executeAsyncScript(LAYOUT_SHIFTS))
                .stream().map(String::valueOf).toList();
    }

    private static String axe() throws IOException {
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
