package dev.archnotes.site.drawing.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.Picture;
import dev.archnotes.site.drawing.chart.TrendChart.Level;
import dev.archnotes.site.drawing.chart.TrendChart.Mechanism;
import dev.archnotes.site.drawing.chart.TrendChart.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small charts keep the proportions of their values and name each of them. */
class TrendChartTest {
    private static final List<Value> VALUES = List.of(
            new Value("First", 2019, 10, 100, "100 %"),
            new Value("Second", 2025, 10, 50, "50 %"),
            new Value("Third", 2025, 10, 75, "75 %"));

    @Test
    void barsAreAsLongAsTheirValues() {
        Picture picture = TrendChart.bars(
                        "Share", PartColor.FEED_FORWARD, VALUES, List.of(new Level(0, "0"), new Level(100, "100 %")))
                .picture();
        List<Mark.Box> bars = picture.marks().stream()
                .filter(Mark.Box.class::isInstance)
                .map(Mark.Box.class::cast)
                .toList();
        assertThat(bars).hasSize(3);
        assertThat(bars.get(1).width()).isCloseTo(bars.get(0).width() / 2, within(1e-9));
        assertThat(bars.get(2).width()).isCloseTo(bars.get(0).width() * 0.75, within(1e-9));
        assertThat(bars).extracting(Mark.Box::y).isSorted();
        assertThat(picture.description()).isEqualTo("First 100 %; Second 50 %; Third 75 %.");
    }

    @Test
    void everyRowHasItsNameItsValueAndOnceItsYear() {
        Picture picture = TrendChart.bars(
                        "Share", PartColor.FEED_FORWARD, VALUES, List.of(new Level(0, "0"), new Level(100, "all")))
                .picture();
        assertThat(picture.labels())
                .extracting(Mark.Label::text)
                .contains("First", "Second", "Third", "100 %", "50 %", "75 %", "2019")
                .containsOnlyOnce("2025");
        for (Mark.Label label : picture.labels()) {
            assertThat(label.right()).as(label.text()).isLessThanOrEqualTo(picture.width());
            for (Mark.Label other : picture.labels()) {
                assertThat(label != other && label.overlaps(other))
                        .as(label.text() + " over " + other.text())
                        .isFalse();
            }
        }
    }

    @Test
    void spansReachAsFarForEachPowerOfTen() {
        List<Value> sizes = List.of(
                new Value("Small", 2024, 1e8, 1e9, "0.1B to 1B"), new Value("Large", 2025, 1e9, 1e11, "1B to 100B"));
        List<Mark.Box> lines = TrendChart.spans(
                        "Sizes", PartColor.EMBEDDING, sizes, List.of(new Level(1e8, "0.1B"), new Level(1e12, "1T")))
                .picture()
                .marks()
                .stream()
                .filter(Mark.Group.class::isInstance)
                .map(group -> (Mark.Box) ((Mark.Group) group).marks().get(0))
                .toList();
        assertThat(lines.get(1).width()).isCloseTo(2 * lines.get(0).width(), within(1e-9));
    }

    @Test
    void aDotStandsWhereAMechanismIsUsed() {
        Picture picture = TrendChart.dots(
                        "Norms",
                        PartColor.NORMALIZATION,
                        VALUES,
                        List.of(
                                new Mechanism("RMSNorm", List.of(false, true, true)),
                                new Mechanism("QK-norm", List.of(false, false, true))))
                .picture();
        List<Mark.Dot> used = picture.marks().stream()
                .filter(Mark.Dot.class::isInstance)
                .map(Mark.Dot.class::cast)
                .filter(dot -> dot.classes().contains("c-bar"))
                .toList();
        assertThat(used)
                .extracting(Mark.Dot::tooltip)
                .containsExactly("Second, RMSNorm", "Third, RMSNorm", "Third, QK-norm");
        assertThat(used.get(1).y()).isEqualTo(used.get(2).y());
        assertThat(used.get(0).x())
                .isEqualTo(used.get(1).x())
                .isLessThan(used.get(2).x());
    }
}
