package dev.archnotes.model.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HeadExampleTest {
    @Test
    void aHeadSpendsItsWeightOnTheKeyThatFits() {
        // scores 3, 0, 0 over the root of 2: e to the 2.1213 is 8.342, and 8.342 / 10.342 = 0.8066
        assertThat(HeadExample.weights(1, 1)).containsExactly(new double[] {0.8066, 0.0967, 0.0967}, within(1e-4));
        assertThat(HeadExample.weights(1, 2)).containsExactly(new double[] {0.0967, 0.8066, 0.0967}, within(1e-4));
        assertThat(HeadExample.result(HeadExample.weights(1, 1), 1))
                .containsExactly(new double[] {0.8066, 0.8066}, within(1e-4));
        assertThat(HeadExample.result(HeadExample.weights(1, 2), 2))
                .containsExactly(new double[] {0.8066, 0.0967}, within(1e-4));
    }

    @Test
    void oneHeadSharesItBetweenTwo() {
        // scores 3, 3, 0 over the root of 4: e to the 1.5 is 4.4817, and 4.4817 / 9.9634 = 0.4498
        assertThat(HeadExample.weights(1, 0)).containsExactly(new double[] {0.4498, 0.4498, 0.1004}, within(1e-4));
        assertThat(HeadExample.result(HeadExample.weights(1, 0), 0))
                .containsExactly(new double[] {0.4498, 0.4498, 0.4498, 0.1004}, within(1e-4));
    }

    @Test
    void largerQueriesGiveNoneOfTwoTokensMoreThanHalf() {
        assertThat(HeadExample.weights(4, 1)[0]).isGreaterThan(0.999);
        assertThat(HeadExample.weights(4, 0)[0]).isLessThan(0.5).isGreaterThan(0.498);
    }
}
