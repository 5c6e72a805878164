package dev.archnotes.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One grid for every kind of page: who goes from one to the next sees nothing jump. */
@Tag("browser")
@ExtendWith(ChromiumExtension.class)
class GridInBrowserTest {
    private static final int[] WIDTHS = {768, 1440, 2560};

    /** The left edge of the first of such elements that is shown, -1 where there is none. */
    private static final String LEFT = "const shown = [...document.querySelectorAll(arguments[0])]"
            + ".find(element => element.checkVisibility());"
            + "return shown ? Math.round(shown.getBoundingClientRect().left) : -1";

    @Test
    void mastheadTitleAndTextStandOnOneGrid(Browser browser) {
        browser.reset();
        List<String> faults = new ArrayList<>();
        for (int width : WIDTHS) {
            browser.size(width, 900);
            Set<Long> texts = new TreeSet<>();
            for (var kind : PageKinds.longest().entrySet()) {
                String path = kind.getValue().value();
                browser.open(path);
                long masthead = left(browser, ".site-name");
                long title = left(browser, "h1");
                if (title != masthead) {
                    faults.add(path + " at " + width + ": title at " + title + ", masthead at " + masthead);
                }
                long text = left(browser, ".layout:not(.wide) > .prose > p, .opening > p");
                if (text >= 0) {
                    texts.add(text);
                }
            }
            if (texts.size() != 1) {
                faults.add("text at " + width + " begins at " + texts);
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aWideWindowKeepsTheDrawingBesideTheText(Browser browser) {
        browser.reset();
        browser.size(2560, 1440);
        browser.open("models/gemma-3/");
        browser.run("scrollTo(0, 6000)");
        browser.settle();
        assertThat((Boolean) browser.run("const drawing = document.querySelector('.drawing-fold svg');"
                        + "const { top, bottom, right } = drawing.getBoundingClientRect();"
                        + "const text = document.querySelector('.prose > p').getBoundingClientRect();"
                        + "return top >= 0 && bottom <= innerHeight && right <= innerWidth"
                        + " && drawing.getBoundingClientRect().left > text.right"))
                .isTrue();
    }

    private static long left(Browser browser, String selector) {
        return ((Number) browser.run(LEFT, selector)).longValue();
    }
}
