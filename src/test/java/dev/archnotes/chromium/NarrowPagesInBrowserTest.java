package dev.archnotes.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.real.RealSite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page on a phone: the one with the longest name is not the longest page. */
@Tag("browser")
@ExtendWith(ChromiumExtension.class)
class NarrowPagesInBrowserTest {
    private static final int[] WIDTHS = {320, 390};

    @Test
    void noPageIsWiderThanAPhoneNorItsTypeTooSmall(Browser browser) {
        browser.reset();
        List<String> faults = new ArrayList<>();
        for (String path : paths()) {
            browser.size(WIDTHS[0], 700);
            browser.open(path);
            for (int width : WIDTHS) {
                browser.size(width, 700);
                for (String fault : browser.strings(Browser.script("too-wide"))) {
                    faults.add(path + " at " + width + ": " + fault);
                }
            }
            for (String fault : browser.strings(Browser.script("small-type"))) {
                faults.add(path + ": " + fault);
            }
        }
        browser.reset();
        assertThat(faults).isEmpty();
    }

    /** The widths from which on a masthead, a table or a grid is set otherwise, and those of usual tablets. */
    @Test
    void noPageIsWiderThanATablet(Browser browser) {
        browser.reset();
        List<String> faults = new ArrayList<>();
        for (String path : List.of("", "models/deepseek-v3-r1/", "compare/", "calculator/", "search/", "glossary/")) {
            browser.open(path);
            for (int width : new int[] {560, 580, 760, 768, 820, 940, 1024, 1220}) {
                browser.size(width, 900);
                for (String fault : browser.strings(Browser.script("too-wide"))) {
                    faults.add(path + " at " + width + ": " + fault);
                }
            }
        }
        browser.reset();
        assertThat(faults).isEmpty();
    }

    /** Of the site and of the manual below it. */
    private static List<String> paths() {
        return RealSite.get().everyFile().keySet().stream()
                .filter(path -> path.endsWith(".html"))
                .map(path -> path.replaceFirst("(^|/)index\\.html$", "$1"))
                .toList();
    }
}
