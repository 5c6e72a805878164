package dev.archnotes.model.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class OnlineSoftmaxTest {
    private static final List<Double> SCORES = List.of(1.0, 3.0);
    private static final List<Double> VALUES = List.of(8.0, 4.0);

    /** By hand: 1/4 + 1 and 8/4 + 4, then halves of them, then 5/8 + 1/4 + 1 and 3 + 16. */
    @Test
    void twoTilesByHand() {
        OnlineSoftmax first = OnlineSoftmax.beginning().after(SCORES, VALUES);
        assertThat(first).isEqualTo(new OnlineSoftmax(3, 1.25, 6));
        assertThat(first.rescaled(4)).isEqualTo(new OnlineSoftmax(4, 0.625, 3));
        OnlineSoftmax second = first.after(List.of(2.0, 4.0), List.of(0.0, 16.0));
        assertThat(second).isEqualTo(new OnlineSoftmax(4, 1.875, 19));
        // all at once: 2 · 8 + 8 · 4 + 4 · 0 + 16 · 16 over 2 + 8 + 4 + 16
        assertThat(second.output()).isCloseTo(304.0 / 30, within(1e-12));
    }

    @Test
    void theOrderOfTilesDoesNotMatter() {
        OnlineSoftmax turned = OnlineSoftmax.beginning()
                .after(List.of(2.0, 4.0), List.of(0.0, 16.0))
                .after(SCORES, VALUES);
        assertThat(turned.output()).isCloseTo(304.0 / 30, within(1e-12));
    }
}
