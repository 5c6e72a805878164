package dev.archnotes.model.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RootMeanSquareTest {
    /** The mean of the squares of 3, −1, 2 and 4 is 30 / 4; its root is 2.738613. */
    @Test
    void dividesByTheRootOfTheMeanSquare() {
        assertThat(RootMeanSquare.of(3, -1, 2, 4)).isCloseTo(2.738613, within(1e-6));
        assertThat(RootMeanSquare.normalized(3, -1, 2, 4))
                .containsExactly(new double[] {1.095445, -0.365148, 0.730297, 1.460593}, within(1e-6));
    }
}
