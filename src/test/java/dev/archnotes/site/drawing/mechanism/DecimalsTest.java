package dev.archnotes.site.drawing.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecimalsTest {
    @Test
    void digitsAreCountedFromTheFirstThatIsNotZero() {
        assertThat(Decimals.print(10.1333, 4)).isEqualTo("10.13");
        assertThat(Decimals.print(0.0313, 2)).isEqualTo("0.031");
        assertThat(Decimals.print(13.703125, 8)).isEqualTo("13.703125");
        assertThat(Decimals.print(0.00010001659, 8)).isEqualTo("0.00010002");
    }

    @Test
    void nothingIsPrintedThatSaysNothing() {
        assertThat(Decimals.print(0, 3)).isEqualTo("0");
        assertThat(Decimals.print(4.5, 4)).isEqualTo("4.5");
        assertThat(Decimals.print(1.05, 2)).isEqualTo("1.1");
        assertThat(Decimals.print(70_144, 3)).isEqualTo("70,144");
        assertThat(Decimals.print(-2.5, 2)).isEqualTo("−2.5");
        assertThat(Decimals.print(0.999, 2)).isEqualTo("1");
    }
}
