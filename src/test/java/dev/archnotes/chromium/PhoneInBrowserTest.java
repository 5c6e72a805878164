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
