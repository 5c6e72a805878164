package dev.archnotes.model.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Eight integers whose largest is 28, rounded by hand in the note on number formats. */
class SharedScaleTest {
    private static final double[] NUMBERS = {5, -13, 21, 3, -7, 11, 0, 28};

    @Test
    void integersReadBackAsByHand() {
        double[] byHand = {4, -12, 20, 4, -8, 12, 0, 28};
        for (int i = 0; i < NUMBERS.length; i++) {
            assertThat(SharedScale.int4(NUMBERS[i], 28).number()).isEqualTo(byHand[i]);
        }
        assertThat(SharedScale.int4(-13, 28).code()).isEqualTo(0b1101);
        assertThat(SharedScale.int4(28, 28).scale()).isEqualTo(4);
    }

    @Test
    void aPowerOfTwoIsSharedInMicroscaling() {
        double[] byHand = {4, -12, 24, 4, -8, 12, 0, 24};
        for (int i = 0; i < NUMBERS.length; i++) {
            assertThat(SharedScale.mxfp4(NUMBERS[i], 28).number()).isEqualTo(byHand[i]);
        }
        // 4 is 2^2, and the scale counts from 127
        assertThat(SharedScale.mxfp4(28, 28).scaleCode()).isEqualTo(129);
    }

    @Test
    void anEightBitFloatIsSharedInNvfp4() {
        double[] byHand = {4.5, -13.5, 18, 2.25, -6.75, 9, 0, 27};
        for (int i = 0; i < NUMBERS.length; i++) {
            assertThat(SharedScale.nvfp4(NUMBERS[i], 28).number()).isEqualTo(byHand[i]);
        }
        // 4.5 is 1.125 · 2^2
        assertThat(SharedScale.nvfp4(28, 28).scaleCode()).isEqualTo(0b0_1001_001);
    }

    @Test
    void theScaleOfTheTensorCarriesWhatEightBitsCannot() {
        assertThat(SharedScale.nvfp4(70_000, 70_000).scaleCode()).isEqualTo(0x7E);
        assertThat(SharedScale.nvfp4(70_000, 70_000).number()).isEqualTo(70_000);
        assertThat(SharedScale.nvfp4(0.0001, 0.0001).scaleCode()).isEqualTo(0x7E);
    }
}
