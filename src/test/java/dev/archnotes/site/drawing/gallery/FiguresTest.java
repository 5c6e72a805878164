package dev.archnotes.site.drawing.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Faults;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.Picture;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import dev.archnotes.site.drawing.mechanism.attention.HeadSharing;
import dev.archnotes.site.drawing.mechanism.small.SmallFigure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for every figure that explains a mechanism, of every model and at every setting of one control. */
class FiguresTest {
    private static final double[] WIDTHS = {ByWidth.NARROW, 2 * ByWidth.NARROW};
    private static final double[] SMALL = {SmallFigure.WIDTH};

    @Test
    void everyKindCanBeDrawn() {
        assertThat(AllFigures.all()).extracting(AllFigures.Drawn::kind).contains(FigureKind.values());
        for (FigureKind kind : FigureKind.values()) {
            assertThat(FigureKind.of(kind.word())).contains(kind);
        }
    }

    @Test
    void noTextLeavesItsPictureOrTouchesAnother() {
        Faults faults = new Faults();
        for (AllFigures.Drawn drawn : AllFigures.all()) {
            for (Setting setting : drawn.settings()) {
                for (double width : drawn.kind().small() ? SMALL : WIDTHS) {
                    Picture picture = drawn.figure().scene(setting, width).picture();
                    String place = drawn + " at " + setting.places() + ", width " + (int) width;
                    assertThat(picture.width()).as(place).isEqualTo(width);
                    fit(picture, place, faults);
                }
            }
        }
        assertThat(faults.all()).isEmpty();
    }

    private static void fit(Picture picture, String place, Faults faults) {
        List<Mark.Label> labels = picture.labels();
        for (int i = 0; i < labels.size(); i++) {
            Mark.Label label = labels.get(i);
            if (label.left() < -1 || label.right() > picture.width() + 1) {
                faults.add(place, "\"" + label.text() + "\" leaves the picture at a side");
            }
            if (label.top() < 0 || label.bottom() > picture.height()) {
                faults.add(place, "\"" + label.text() + "\" leaves the picture above or below");
            }
            for (Mark.Label other : labels.subList(0, i)) {
                if (label.overlaps(other)) {
                    faults.add(place, "\"" + label.text() + "\" touches \"" + other.text() + "\"");
                }
            }
        }
    }

    @Test
    void everySettingSaysWhatItShows() {
        for (AllFigures.Drawn drawn : AllFigures.all()) {
            for (Setting setting : drawn.settings()) {
                Scene narrow = drawn.figure().scene(setting, ByWidth.NARROW);
                Scene wide = drawn.figure().scene(setting, 2 * ByWidth.NARROW);
                String place = drawn + " at " + setting.places();
                assertThat(wide.picture().title()).as(place).isNotBlank().doesNotEndWith(".");
                assertThat(wide.picture().description()).as(place).endsWith(".");
                assertThat(wide.reading()).as(place).endsWith(".").isEqualTo(narrow.reading());
                assertThat(wide.outline()).as(place).isNotEmpty().isEqualTo(narrow.outline());
                assertThat(narrow.picture().title())
                        .as(place)
                        .isEqualTo(wide.picture().title());
            }
        }
    }

    @Test
    void anAuthorChoosesWhereAFigureBegins() {
        HeadSharing figure = new HeadSharing("A model", 8, 2, 64, 64, 256, 32, 12);

        assertThat(Figures.start(figure, Map.of()).places()).containsExactly(2);
        assertThat(Figures.start(figure, Map.of("KV heads", "1")).places()).containsExactly(3);
    }
}
