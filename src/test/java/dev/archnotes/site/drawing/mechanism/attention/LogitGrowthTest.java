package dev.archnotes.site.drawing.mechanism.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.archnotes.model.operation.ScoreRemedy;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogitGrowthTest {
    @Test
    void theGradientFallsWithTheScores() {
        // e³ / (e³ + e² + e + 1) = 0.643914, and 0.643914 · 0.356086
        assertThat(LogitGrowth.gradient(ScoreRemedy.NONE, 1)).isCloseTo(0.229289, within(1e-6));
        // with gaps of 16 about e⁻¹⁶ is left
        assertThat(LogitGrowth.gradient(ScoreRemedy.NONE, 16)).isCloseTo(Math.exp(-16), within(1e-13));
    }

    @Test
    void aNormKeepsTheGradientAndACapDoesNot() {
        assertThat(LogitGrowth.gradient(ScoreRemedy.QUERY_KEY_NORM, 64))
                .isEqualTo(LogitGrowth.gradient(ScoreRemedy.NONE, 1));
        // 192 and 128 become 49.95 and 49.41; what p(1 − p) leaves, 0.23, is multiplied by 1 − tanh²(3.84) = 0.0018
        assertThat(LogitGrowth.gradient(ScoreRemedy.SOFT_CAP, 64)).isCloseTo(0.0004, within(0.00005));
    }

    @Test
    void theReadingFollowsBothControls() {
        assertThat(reading(2, 0))
                .isEqualTo("Scores × 16: the largest, 48, reaches the softmax as 48 and gets 100 % of the weight; "
                        + "gradient below 0.0001.");
        assertThat(reading(0, 4)).contains("the sink 64 %");
        assertThat(reading(3, 3)).contains("192, reaches the softmax as 100");
    }

    private static String reading(int scale, int remedy) {
        return new LogitGrowth()
                .scene(new Setting(List.of(scale, remedy)), ByWidth.NARROW)
                .reading();
    }
}
