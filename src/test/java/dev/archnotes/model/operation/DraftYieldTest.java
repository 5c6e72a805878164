package dev.archnotes.model.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DraftYieldTest {
    /** By hand: 1 + 0.6 + 0.36 + 0.216, and 1 + 0.8 + 0.64 + 0.512 + 0.4096. */
    @Test
    void theAverageIsTheSumOfTheChances() {
        assertThat(new DraftYield(0.6).expected(3)).isCloseTo(2.176, within(1e-12));
        assertThat(new DraftYield(0.8).expected(4)).isCloseTo(3.3616, within(1e-12));
        assertThat(new DraftYield(0.5).expected(1)).isEqualTo(1.5);
        assertThat(new DraftYield(0.8).chance(3)).isCloseTo(0.512, within(1e-12));
        assertThat(new DraftYield(0.9).limit()).isCloseTo(10, within(1e-9));
    }
}
