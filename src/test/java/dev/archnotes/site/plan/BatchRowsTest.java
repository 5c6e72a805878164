package dev.archnotes.site.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.gallery.FigureKind;
import dev.archnotes.site.drawing.gallery.Figures;
import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import dev.archnotes.site.page.VariantPage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of batches and the figure of the experts that they read have the same numbers. */
class BatchRowsTest {
    @Test
    void theFigurePrintsTheNumbersOfTheTable() {
        int compared = 0;
        for (Variant variant : Variants.ALL) {
            MechanismFigure figure;
            try {
                figure = Figures.of(FigureKind.EXPERTS_READ, List.of(variant));
            } catch (IllegalArgumentException dense) {
                continue;
            }
            Control batch = figure.controls().get(0);
            for (VariantPage.BatchRow row : BatchRows.of(variant)) {
                int place = batch.values().indexOf(row.tokens());
                Scene scene = figure.scene(new Setting(List.of(place)), ByWidth.NARROW);
                String experts = row.experts().substring(0, row.experts().indexOf(" of "));
                assertThat(scene.outline())
                        .as(variant.id() + " at " + row.tokens())
                        .anyMatch(line -> line.startsWith(experts + " of them read"))
                        .anyMatch(line -> line.startsWith(row.weightBytes() + " of weights read in a step"));
                assertThat(scene.reading()).contains(row.weightBytes());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(50);
    }
}
