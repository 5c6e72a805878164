package dev.archnotes.model.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The example of arXiv:1910.02054, Figure 1: 7.5 billion parameters on 64 devices. */
class TrainingStateTest {
    private static final long PARAMETERS = 7_500_000_000L;

    @Test
    void eachStageLeavesWhatThePaperPrints() {
        assertThat(TrainingState.total(PARAMETERS, 0, 64)).isEqualTo(120_000_000_000L);
        assertThat(TrainingState.total(PARAMETERS, 1, 64)).isBetween(31_350_000_000L, 31_450_000_000L);
        assertThat(TrainingState.total(PARAMETERS, 2, 64)).isBetween(16_550_000_000L, 16_650_000_000L);
        assertThat(TrainingState.total(PARAMETERS, 3, 64)).isEqualTo(1_875_000_000L);
    }
}
