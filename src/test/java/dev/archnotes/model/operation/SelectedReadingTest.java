package dev.archnotes.model.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectedReadingTest {
    @Test
    void everyTokenIsRankedAndTheBestAreRead() {
        SelectedReading sizes = new SelectedReading(2, 10);

        assertThat(sizes.full(7)).isEqualTo(70);
        assertThat(sizes.selected(7, 3)).isEqualTo(7 * 2 + 3 * 10);
        assertThat(sizes.selected(7, 100)).isEqualTo(7 * 2 + 7 * 10);
    }

    @Test
    void ofEqualScoresTheEarlierTokenIsBetter() {
        assertThat(SelectedReading.best(new int[] {1, 5, 1, 0}, 2)).containsExactly(true, true, false, false);
        assertThat(SelectedReading.best(new int[] {1, 5, 1, 0}, 4)).containsOnly(true);
    }
}
