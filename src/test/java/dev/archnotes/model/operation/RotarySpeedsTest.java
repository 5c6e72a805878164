package dev.archnotes.model.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.archnotes.model.operation.RotarySpeeds.Rule;
import org.junit.jupiter.api.Test;

class RotarySpeedsTest {
    /** Four dimensions of base 100 turn by 1 and by 0.1 a token. */
    private static final RotarySpeeds SMALL = new RotarySpeeds(100, 4, Rule.NONE, 4, 1000);

    /** Llama 3.1 8B: arXiv:2407.21783, Table 3, and its released configuration. */
    private static final RotarySpeeds LLAMA = new RotarySpeeds(500_000, 128, Rule.LLAMA3, 8, 8192);

    @Test
    void thePairsOfTwoSpeedsAreThoseOfTheFormula() {
        assertThat(SMALL.speed(0)).isEqualTo(1);
        assertThat(SMALL.speed(1)).isEqualTo(0.1, within(1e-12));
        // cos 1 + cos 0.1, halved; cos 63 + cos 6.3, halved
        assertThat(SMALL.score(0)).isEqualTo(1);
        assertThat(SMALL.score(1)).isEqualTo((0.540302 + 0.995004) / 2, within(1e-6));
        assertThat(SMALL.score(63)).isEqualTo((0.985897 + 0.999859) / 2, within(1e-6));
        // 7 tokens turn the fast pair by 7 radians, the slow one by 0.7
        assertThat(SMALL.turning(7)).isEqualTo(1);
        assertThat(SMALL.turning(6)).isZero();
    }

    @Test
    void theSlowestWavelengthIsThatOfTheBase() {
        // 2π · 10000^(126/128) and 2π · 500000^(126/128)
        assertThat(new RotarySpeeds(10_000, 128, Rule.NONE, 1, 4096).wavelength(63))
                .isEqualTo(54_410, within(1.0));
        assertThat(LLAMA.by(Rule.NONE).wavelength(63)).isEqualTo(2.559e6, within(1e3));
    }

    @Test
    void linearScalingSlowsAllAndNtkTheSlowestByTheFactor() {
        assertThat(SMALL.by(Rule.LINEAR).speed(0)).isEqualTo(0.25);
        assertThat(SMALL.by(Rule.LINEAR).speed(1)).isEqualTo(0.025, within(1e-12));
        assertThat(SMALL.by(Rule.NTK).speed(0)).isEqualTo(1);
        assertThat(SMALL.by(Rule.NTK).speed(1)).isEqualTo(0.025, within(1e-12));
    }

    @Test
    void yarnDecidesByTheTurnsWithinTheTrainedLength() {
        // 159 turns are more than 32; 15.9155 of them keep (15.9155 − 1) / 31 of the speed
        assertThat(SMALL.by(Rule.YARN).speed(0)).isEqualTo(1);
        assertThat(SMALL.by(Rule.YARN).speed(1)).isEqualTo(0.4811 * 0.1 + 0.5189 * 0.025, within(1e-5));
    }

    @Test
    void llamaKeepsSomePairsAndSlowsOthersByEight() {
        int kept = 0;
        int slowed = 0;
        for (int pair = 0; pair < 64; pair++) {
            double ratio = LLAMA.by(Rule.NONE).speed(pair) / LLAMA.speed(pair);
            kept += ratio < 1 + 1e-9 ? 1 : 0;
            slowed += ratio > 8 - 1e-9 ? 1 : 0;
        }
        // more than 4 turns in 8192 tokens: 500000^(i/64) < 8192 / 8π, i < 28.2; fewer than 1: i > 34.98
        assertThat(kept).isEqualTo(29);
        assertThat(slowed).isEqualTo(29);
    }
}
