package dev.archnotes.site.drawing.mechanism.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.operation.RotarySpeeds.Rule;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class RotaryPositionsTest {
    /** 64 pairs of base 500,000, trained on 8,192 tokens and stretched by 8. */
    private static final RotaryPositions LLAMA = RotaryPositions.of(Variants.of("llama-3.1-8b"));

    @Test
    void aModelBeginsWithItsOwnRule() {
        assertThat(LLAMA.controls().get(1))
                .isEqualTo(new Control("Scaling", List.of("none", "linear", "NTK", "YaRN", "Llama 3"), 4));
        assertThat(LLAMA.controls().get(0).values()).endsWith("4,096", "8,192", "65,536");
    }

    @Test
    void theLayersThatSeeFarthestAreDrawn() {
        // Gemma 3: windows of base 10,000 below global layers of base 1,000,000 that are stretched by 8
        RotaryPositions gemma = RotaryPositions.of(Variants.of("gemma-3-27b"));

        assertThat(gemma.own().base()).isEqualTo(1_000_000);
        assertThat(gemma.own().rule()).isEqualTo(Rule.LINEAR);
        assertThat(gemma.farthest()).isEqualTo(8 * 32_768);
    }

    @Test
    void theDialsReachFromTheFastestToTheSlowestPair() {
        assertThat(LLAMA.pair(0)).isZero();
        assertThat(LLAMA.pair(7)).isEqualTo(63);
    }

    @Test
    void whatSlowPairsNeverMetIsMetAgainOnceTheyAreScaled() {
        assertThat(LLAMA.isUnseen(LLAMA.own().by(Rule.NONE), 63, 65_536)).isTrue();
        assertThat(LLAMA.isUnseen(LLAMA.own().by(Rule.LINEAR), 63, 65_536)).isFalse();
        assertThat(message(8, 0)).contains("hands point where training never had them");
        assertThat(message(8, 1)).contains("every hand points where training has had it");
        assertThat(message(8, 3)).contains("every hand points where training has had it");
    }

    @Test
    void theReadingCountsThePairsThatRepeat() {
        // 2π · 500000^(i/64) < 8192 for i < 34.98
        assertThat(LLAMA.scene(new Setting(List.of(2, 0)), ByWidth.NARROW).reading())
                .isEqualTo("Of 64 pairs the fastest turns once in 6.28 tokens, the slowest once in 2.56M; 35 turn "
                        + "more than once within the trained length of 8,192 tokens.");
    }

    private static String message(int distance, int rule) {
        return LLAMA.scene(new Setting(List.of(distance, rule)), ByWidth.NARROW)
                .picture()
                .title();
    }
}
