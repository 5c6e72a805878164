package dev.archnotes.site.drawing.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.Picture;
import dev.archnotes.site.drawing.chart.TrendChart.Column;
import dev.archnotes.site.drawing.chart.TrendChart.Level;
import dev.archnotes.site.drawing.chart.TrendChart.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small charts keep the proportions of their values. */
class TrendChartTest {
    private static final List<Column> COLUMNS = List.of(
            new Column("First", 2019, 10, 100, "100 %"),
            new Column("Second", 2025, 10, 50, "50 %"),
            new Column("Third", 2025, 10, 75, "75 %"));

    @Test
    void barsAreAsHighAsTheirValues() {
        Picture picture = TrendChart.bars(
                        "Share", PartColor.FEED_FORWARD, COLUMNS, List.of(new Level(0, "0"), new Level(100, "100 %")))
                .picture();
        List<Mark.Box> bars = bars(picture);
        assertThat(bars).hasSize(3);
        assertThat(bars.get(1).height()).isCloseTo(bars.get(0).height() / 2, within(1e-9));
        assertThat(bars.get(2).height()).isCloseTo(bars.get(0).height() * 0.75, within(1e-9));
        assertThat(bars).extracting(Mark.Box::x).isSorted();
        assertThat(picture.labels()).extracting(Mark.Label::text).contains("Second: 50 %", "2019", "2025");
        assertThat(picture.description()).isEqualTo("First 100 %; Second 50 %; Third 75 %.");
    }

    @Test
    void spansReachAsFarForEachPowerOfTen() {
        List<Column> sizes = List.of(
                new Column("Small", 2024, 1e8, 1e9, "0.1B to 1B"), new Column("Large", 2025, 1e9, 1e11, "1B to 100B"));
        List<Mark.Box> bars = bars(TrendChart.spans(
                        "Sizes", PartColor.EMBEDDING, sizes, List.of(new Level(1e8, "0.1B"), new Level(1e12, "1T")))
                .picture());
        // a box is 4 units higher than its span, so that a single size is seen
        assertThat(bars.get(1).height() - 4).isCloseTo(2 * (bars.get(0).height() - 4), within(1e-9));
    }

    @Test
    void aDotStandsWhereAMechanismIsUsed() {
        Picture picture = TrendChart.dots(
                        "Norms",
                        PartColor.NORMALIZATION,
                        COLUMNS,
                        List.of(
                                new Row("RMSNorm", List.of(false, true, true)),
                                new Row("QK-norm", List.of(false, false, true))))
                .picture();
        List<Mark.Dot> used = picture.marks().stream()
                .filter(Mark.Dot.class::isInstance)
                .map(Mark.Dot.class::cast)
                .filter(dot -> dot.classes().contains("c-bar"))
                .toList();
        assertThat(used).hasSize(3);
        assertThat(used.get(1).x()).isEqualTo(used.get(2).x());
        assertThat(used.get(0).y())
                .isEqualTo(used.get(1).y())
                .isLessThan(used.get(2).y());
    }

    private static List<Mark.Box> bars(Picture picture) {
        return picture.marks().stream()
                .filter(Mark.Box.class::isInstance)
                .map(Mark.Box.class::cast)
                .toList();
    }
}
