package dev.archnotes.site.drawing.mechanism.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.operation.DraftYield;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftVerifyTest {
    @Test
    void theAverageIsSummedUp() {
        assertThat(scene(3, 3).reading())
                .isEqualTo("Tokens for each pass on average: 1 + 0.8 + 0.64 + 0.51 + 0.41 = 3.36. However many are "
                        + "drafted, it stays below 5.");
        assertThat(scene(0, 7).reading()).contains("= 1.996.").endsWith("stays below 2.");
    }

    @Test
    void theDrawnPassIsNearTheAverage() {
        assertThat(DraftVerify.written(new DraftYield(0.8), 4)).isEqualTo(3);
        assertThat(scene(3, 3).outline()).contains("accepted: the first 2 guesses");
        assertThat(scene(5, 0).outline().get(3)).startsWith("all guesses were right");
    }

    private static Scene scene(int acceptance, int drafts) {
        return new DraftVerify().scene(new Setting(List.of(acceptance, drafts)), ByWidth.NARROW);
    }
}
