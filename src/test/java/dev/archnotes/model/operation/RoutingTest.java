package dev.archnotes.model.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutingTest {
    /** Three tokens and three experts of which each token takes one: the first expert wins every time. */
    private static final Routing CROWDED = new Routing(new int[][] {{5, 4, 1}, {6, 2, 2}, {3, 1, 3}}, new int[3], 1);

    @Test
    void theHighestScoreIsChosenAndOfEqualsTheFirst() {
        assertThat(loads(CROWDED)).containsExactly(3, 0, 0);
    }

    @Test
    void severalAreChosenByTheirScores() {
        Routing two = new Routing(new int[][] {{5, 4, 1}, {6, 2, 3}}, new int[3], 2);

        assertThat(loads(two)).containsExactly(2, 1, 1);
        assertThat(two.denominator(0)).isEqualTo(5 + 4);
        assertThat(two.denominator(1)).isEqualTo(6 + 3);
    }

    @Test
    void aStepOfBalancingPushesAgainstTheLoad() {
        assertThat(CROWDED.nudges()).containsExactly(-1, 1, 1);
    }

    @Test
    void aBiasChangesTheChoiceAndNotTheScores() {
        // with the bias: (4, 5, 2), (5, 3, 3), (2, 2, 4)
        Routing biased = CROWDED.biased(CROWDED.nudges());

        assertThat(loads(biased)).containsExactly(1, 1, 1);
        assertThat(biased.denominator(0)).isEqualTo(4);
        assertThat(biased.denominator(2)).isEqualTo(3);
    }

    @Test
    void movedScoresMakeTheSameChoiceAndCountAsTheyAre() {
        Routing moved = CROWDED.moved(CROWDED.nudges());

        assertThat(loads(moved)).containsExactly(1, 1, 1);
        assertThat(moved.denominator(0)).isEqualTo(5);
        assertThat(moved.denominator(2)).isEqualTo(4);
    }

    private static List<Integer> loads(Routing routing) {
        List<Integer> loads = new ArrayList<>();
        for (int expert = 0; expert < routing.biases().length; expert++) {
            loads.add(routing.load(expert));
        }
        return loads;
    }
}
