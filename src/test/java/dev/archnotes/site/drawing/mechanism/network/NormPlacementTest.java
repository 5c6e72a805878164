package dev.archnotes.site.drawing.mechanism.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class NormPlacementTest {
    private static final NormPlacement FIGURE = new NormPlacement();

    @Test
    void theMessageSaysHowTheStreamGrows() {
        // 1 + 32 · 1² = 33
        assertThat(scene(2, 0).picture().title())
                .isEqualTo("A norm on the stream holds its size at 1; norms beside the stream let it grow to √33 = 5.7 "
                        + "in 32 sub-layers");
        // 1 + 32 · 4² = 513
        assertThat(scene(2, 2).picture().title())
                .isEqualTo("A gain of 4 makes the pre-norm stream grow to 22.6; a norm behind the sub-layer keeps the "
                        + "growth at 5.7");
    }

    @Test
    void theReadingAddsVariancesUp() {
        assertThat(scene(2, 2).reading())
                .contains("1 + 32 × 4² = 513 with pre-norm")
                .contains("has added 3.1 % of that, with post-norm 94.1 %");
    }

    @Test
    void onlyAnOutputNormLeavesTheGrownStreamToTheSublayer() {
        assertThat(scene(0, 1).outline())
                .filteredOn(line -> line.endsWith("the next one reads 3.0"))
                .singleElement()
                .asString()
                .startsWith("Output norm (OLMo 2)");
    }

    private static Scene scene(int depth, int gain) {
        return FIGURE.scene(new Setting(List.of(depth, gain)), ByWidth.NARROW);
    }
}
