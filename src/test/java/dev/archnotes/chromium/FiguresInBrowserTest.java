package dev.archnotes.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.real.RealSite;
import dev.archnotes.site.page.ConceptPage;
import dev.archnotes.site.page.ModelPage;
import dev.archnotes.site.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Figures where only a layout shows whether they stand right. */
@Tag("browser")
@ExtendWith(ChromiumExtension.class)
class FiguresInBrowserTest {
    private static final int[] BESIDE = {1220, 1440, 2560};
    private static final int[] WITHIN = {390, 768};

    private static List<String> withMarginFigures() {
        List<String> paths = new ArrayList<>();
        for (Page page : RealSite.get().pages()) {
            if (RealSite.get().text(page.head().path().file()).contains("in-margin")) {
                paths.add(page.head().path().value());
            }
        }
        return paths;
    }

    @Test
    void figuresInTheMarginTouchNothingAndPushNothingAway(Browser browser) {
        List<String> pages = withMarginFigures();
        assertThat(pages).hasSizeGreaterThanOrEqualTo(5);
        List<String> faults = new ArrayList<>();
        for (String path : pages) {
            browser.reset();
            browser.open(path);
            for (int width : BESIDE) {
                browser.size(width, 900);
                browser.settle();
                look(browser, path + " at " + width, true, faults);
            }
            for (int width : WITHIN) {
                browser.size(width, 900);
                browser.settle();
                look(browser, path + " at " + width, false, faults);
            }
            browser.media("print", "light");
            browser.settle();
            look(browser, path + " on paper", false, faults);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void figuresStandInTheMarginWithoutScripts(Browser browser) {
        browser.reset();
        browser.scripts(false);
        browser.size(1440, 900);
        browser.driver().get(browser.root() + withMarginFigures().get(0));
        List<String> faults = new ArrayList<>();
        look(browser, "without scripts", true, faults);
        assertThat(faults).isEmpty();
    }

    /** Every page with notes of its own, and the longest of the pages that are made from data alone. */
    private static Set<String> drawn() {
        Set<String> paths = new TreeSet<>();
        PageKinds.longest().values().forEach(path -> paths.add(path.value()));
        for (Page page : RealSite.get().pages()) {
            if (page instanceof ConceptPage || page instanceof ModelPage) {
                paths.add(page.head().path().value());
            }
        }
        return paths;
    }

    @Test
    void labelsStandWithinTheirFramesAndNotOnEachOther(Browser browser) {
        List<String> faults = new ArrayList<>();
        browser.reset();
        for (String path : drawn()) {
            browser.size(1440, 900);
            browser.open(path);
            labels(browser, path + " at 1440", false, faults);
            browser.size(390, 800);
            browser.settle();
            labels(browser, path + " at 390", false, faults);
            labels(browser, path + " at 390 with spaced text", true, faults);
        }
        assertThat(faults).isEmpty();
    }

    /** A page on a concept shows before it tells: 0.7 of a screen is left of it for a title, a key and a few lines. */
    @Test
    void aConceptIsDrawnWithinTheFirstScreen(Browser browser) {
        List<String> faults = new ArrayList<>();
        browser.reset();
        for (Page page : RealSite.get().pages()) {
            if (page instanceof ConceptPage concept) {
                String path = concept.head().path().value();
                browser.size(1440, 900);
                browser.open(path);
                top(browser, path + " at 1440", 0.7, faults);
                browser.size(390, 844);
                browser.settle();
                top(browser, path + " at 390", 1, faults);
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void top(Browser browser, String where, double screens, List<String> faults) {
        double top = ((Number) browser.run("const figure = document.querySelector('main figure'); "
                        + "return figure ? figure.getBoundingClientRect().top / innerHeight : 99"))
                .doubleValue();
        if (top > screens) {
            faults.add(where + ": the first figure begins " + top + " screens down");
        }
    }

    private static void labels(Browser browser, String where, boolean spaced, List<String> faults) {
        browser.strings(Browser.script("label-faults"), spaced).forEach(fault -> faults.add(where + ": " + fault));
    }

    private static void look(Browser browser, String where, boolean beside, List<String> faults) {
        browser.strings(Browser.script("margin-figures"), beside).forEach(fault -> faults.add(where + ": " + fault));
    }
}
