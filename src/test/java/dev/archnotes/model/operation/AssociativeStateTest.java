package dev.archnotes.model.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AssociativeStateTest {
    private static final List<Double> FIRST = List.of(1.0, 0.0);
    private static final List<Double> OTHER = List.of(0.6, 0.8);

    @Test
    void whatIsMissingIsAddedAlongTheKey() {
        AssociativeState three = AssociativeState.empty(2).plus(3, FIRST);
        assertThat(three.answer(OTHER)).isCloseTo(1.8, within(1e-12));

        AssociativeState five = three.plus(5 - 1.8, OTHER);
        assertThat(five.cells().get(0)).isCloseTo(4.92, within(1e-12));
        assertThat(five.cells().get(1)).isCloseTo(2.56, within(1e-12));
        assertThat(five.answer(OTHER)).isCloseTo(5, within(1e-12));
    }

    @Test
    void fadingMultipliesEveryCell() {
        assertThat(new AssociativeState(List.of(4.0, 2.0)).faded(0.5).cells()).containsExactly(2.0, 1.0);
    }
}
