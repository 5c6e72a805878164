package dev.archnotes.site.drawing.mechanism.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class GradientStepsTest {
    @Test
    void theFigureBeginsWithTheExampleOfTheText() {
        GradientSteps figure = new GradientSteps();

        assertThat(figure.scene(Setting.start(figure), ByWidth.WIDE).reading())
                .isEqualTo(
                        "The directions (1, 1) and (1, −1) move by 3 and 1 under SGD, 2 and 0 under Adam and 1 and 1 "
                                + "under Muon.");
    }

    @Test
    void whatIsSpecialIsSaid() {
        assertThat(scene(3, 3).picture().title()).isEqualTo("Without a gradient nothing moves");
        assertThat(scene(5, 5).picture().title()).startsWith("A gradient with one direction only");
        assertThat(scene(5, 3).picture().title()).endsWith("Adam and Muon take the same step");
    }

    private static Scene scene(int p, int q) {
        return new GradientSteps().scene(new Setting(List.of(p, q, 0)), ByWidth.NARROW);
    }
}
