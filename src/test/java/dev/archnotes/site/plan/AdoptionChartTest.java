package dev.archnotes.site.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.real.RealSite;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Timeline;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.Picture;
import dev.archnotes.site.page.PagePath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The short form of the family tree shows the rows that can be read, and of each all that the described models did. */
@Tag("site")
class AdoptionChartTest {
    private final Catalogue catalogue = RealSite.get().catalogue();
    private final ByWidth chart = new HistoryCharts(catalogue, PagePath.HOME).adoption();

    @Test
    void twelveRowsAndAColumnForEachDescribedModel() {
        for (Picture picture : List.of(chart.narrow(), chart.wide())) {
            List<Mark.Turned> heads = picture.marks().stream()
                    .filter(Mark.Turned.class::isInstance)
                    .map(Mark.Turned.class::cast)
                    .toList();
            assertThat(heads).hasSize(catalogue.families().size());
            double pitch = heads.get(1).x() - heads.get(0).x();
            double size = heads.get(0).style().size();
            // names that stand beside each other on a slant are as far apart as the sine says
            assertThat(pitch * Math.sin(Math.toRadians(-heads.get(0).degrees())))
                    .isGreaterThan(size);
            assertThat(rows(picture)).hasSize(12);
        }
    }

    @Test
    void everyRowHoldsAllStepsOfDescribedModels() {
        List<Mark.Group> rows = rows(chart.wide());
        List<Integer> drawn = new ArrayList<>();
        rows.forEach(row -> drawn.add(
                (int) row.marks().stream().filter(Mark.Group.class::isInstance).count()));
        List<Integer> expected = catalogue.library().timeline().histories().stream()
                .map(AdoptionChartTest::described)
                .sorted((one, other) -> other - one)
                .limit(12)
                .toList();
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static int described(Timeline.History mechanism) {
        List<Timeline.Step> steps = new ArrayList<>(List.of(mechanism.introduced()));
        steps.addAll(mechanism.adopted());
        steps.addAll(mechanism.dropped());
        return (int) steps.stream().filter(step -> !step.model().isEmpty()).count();
    }

    /** A row is a group of one part's color that holds a mark for each step. */
    private static List<Mark.Group> rows(Picture picture) {
        return picture.marks().stream()
                .filter(Mark.Group.class::isInstance)
                .map(Mark.Group.class::cast)
                .filter(group -> group.marks().stream().anyMatch(Mark.Group.class::isInstance))
                .toList();
    }
}
