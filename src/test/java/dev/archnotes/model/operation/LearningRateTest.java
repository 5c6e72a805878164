package dev.archnotes.model.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateTest {
    private static double rate(LearningRate.Schedule schedule, double step) {
        return new LearningRate(schedule, 8, 0, 2, 8, 10).at(step);
    }

    /** Worked by hand: a quarter of the wave is over after half of the steps. */
    @Test
    void theCosineIsHalfWayDownInTheMiddle() {
        assertThat(rate(LearningRate.Schedule.COSINE, 1)).isEqualTo(4);
        assertThat(rate(LearningRate.Schedule.COSINE, 2)).isEqualTo(8);
        assertThat(rate(LearningRate.Schedule.COSINE, 6)).isCloseTo(4, within(1e-12));
        // 4 (1 + cos 157.5°) = 4 · (1 − 0.92388)
        assertThat(rate(LearningRate.Schedule.COSINE, 9)).isCloseTo(0.30448, within(1e-5));
        assertThat(rate(LearningRate.Schedule.COSINE, 10)).isCloseTo(0, within(1e-12));
    }

    @Test
    void theStableScheduleFallsInAStraightLineAtTheEnd() {
        assertThat(rate(LearningRate.Schedule.STABLE, 1)).isEqualTo(4);
        assertThat(rate(LearningRate.Schedule.STABLE, 7.9)).isEqualTo(8);
        assertThat(rate(LearningRate.Schedule.STABLE, 9)).isEqualTo(4);
        assertThat(rate(LearningRate.Schedule.STABLE, 10)).isZero();
    }
}
