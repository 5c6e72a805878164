package dev.archnotes.site.drawing.mechanism.attention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparseReadingTest {
    @Test
    void theLatentIsThatOfTheModelBefore() {
        for (LayerBlock block : Variants.of("deepseek-v3-671b").architecture().sequence()) {
            assertThat(block.attention().cachedNumbersPerToken()).isEqualTo(SparseReading.NUMBERS.entry());
        }
        assertThat(SparseReading.BYTES.entry()).isEqualTo(2 * SparseReading.NUMBERS.entry());
    }

    @Test
    void theNumbersReadAreAddedUp() {
        assertThat(scene(3, 3).reading())
                .contains("12 × 128 + 4 × 576 = 3,840")
                .contains("12 × 576 = 6,912")
                .endsWith("7.7 times less.");
        assertThat(scene(3, 0).reading()).endsWith("a little more.");
        assertThat(scene(9, 3).picture().title()).startsWith("Whoever chooses nearly everything pays twice");
    }

    @Test
    void theNextTokenChoosesOthers() {
        assertThat(scene(3, 3).outline())
                .contains("chosen: the tokens 1, 4, 9, 12", "for the next token the choice is 2, 7, 10, 13");
    }

    private static Scene scene(int most, int context) {
        return new SparseReading().scene(new Setting(List.of(most, context)), ByWidth.NARROW);
    }
}
