package dev.archnotes.site.drawing.mechanism.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example of the note on attention kernels. */
class AttentionTilesTest {
    @Test
    void theEndIsTheSoftmaxOfAllFour() {
        assertThat(scene(0).reading()).contains("19 / 1.875 = 10.13").contains("304 / 30 = 10.13");
        assertThat(AttentionTiles.states().get(3).output()).isEqualTo(304.0 / 30);
    }

    @Test
    void rescalingLeavesTheQuotient() {
        assertThat(scene(1).reading()).contains("6 / 1.25 = 4.8").contains("48 / 10");
        assertThat(scene(2).reading()).contains("3 / 0.625 = 4.8");
    }

    @Test
    void everyNumberSaysHowItCameAbout() {
        assertThat(scene(0).outline().get(2))
                .isEqualTo("second tile: m = 4, ℓ = 1.875, o = 19; 0.625 + 0.25 + 1 and 3 + 0.25 · 0 + 1 · 16");
    }

    private static Scene scene(int step) {
        return new AttentionTiles().scene(new Setting(List.of(step)), ByWidth.NARROW);
    }
}
