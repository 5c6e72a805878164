package dev.archnotes.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.real.RealSite;
import dev.archnotes.site.page.Page;
import java.util.ArrayList;
import java.util.List;
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

    private static void look(Browser browser, String where, boolean beside, List<String> faults) {
        browser.strings(Browser.script("margin-figures"), beside).forEach(fault -> faults.add(where + ": " + fault));
    }
}
