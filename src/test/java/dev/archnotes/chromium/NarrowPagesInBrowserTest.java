package dev.archnotes.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.real.RealSite;
import dev.archnotes.site.page.Page;
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
        for (Page page : RealSite.get().pages()) {
            browser.size(WIDTHS[0], 700);
            browser.open(page.head().path().value());
            for (int width : WIDTHS) {
                browser.size(width, 700);
                for (String fault : browser.strings(Browser.script("too-wide"))) {
                    faults.add(page.head().path().value() + " at " + width + ": " + fault);
                }
            }
            for (String fault : browser.strings(Browser.script("small-type"))) {
                faults.add(page.head().path().value() + ": " + fault);
            }
        }
        browser.reset();
        assertThat(faults).isEmpty();
    }
}
