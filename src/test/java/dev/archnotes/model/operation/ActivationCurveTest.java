package dev.archnotes.model.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ActivationCurveTest {
    @Test
    void curvesPassThroughKnownPoints() {
        assertThat(ActivationCurve.RELU.at(-2)).isZero();
        assertThat(ActivationCurve.RELU.at(2)).isEqualTo(2);
        assertThat(ActivationCurve.SQUARED_RELU.at(4)).isEqualTo(16);
        // 1 / (1 + e⁻¹) = 0.731059
        assertThat(ActivationCurve.SILU.at(1)).isCloseTo(0.731059, within(1e-6));
        // SiLU is lowest where z = −1.278465, at −0.278465: there its slope σ(z)(1 + z(1 − σ(z))) is 0
        assertThat(ActivationCurve.SILU.at(-1.278465)).isCloseTo(-0.278465, within(1e-6));
    }

    @Test
    void geluIsCloseToTheNormalDistribution() {
        // 2 · Φ(2) = 2 · 0.97725 and −1 · Φ(−1) = −0.158655, from a table of the normal distribution
        assertThat(ActivationCurve.GELU.at(2)).isCloseTo(1.9545, within(5e-4));
        assertThat(ActivationCurve.GELU.at(-1)).isCloseTo(-0.158655, within(5e-4));
    }

    @Test
    void curvesAreLowestWhereTheirSlopesAreZero() {
        assertThat(ActivationCurve.SILU.lowest()).isCloseTo(-1.278465, within(1e-5));
        // GELU: Φ(z) + z φ(z) = 0 at z = −0.751792; the tanh form is off by a thousandth
        assertThat(ActivationCurve.GELU.lowest()).isCloseTo(-0.751792, within(2e-3));
    }

    @Test
    void clampsBoundTheProduct() {
        // 7 · (7 + 1) and 7 · (−7 + 1), with a logistic function that is almost 1 at 11.9
        assertThat(ActivationCurve.CLAMPED.gated(20, 30)).isCloseTo(56, within(0.001));
        assertThat(ActivationCurve.CLAMPED.gated(10, -9)).isCloseTo(-42, within(0.001));
    }

    @Test
    void aGateMultipliesTheOtherBranch() {
        assertThat(ActivationCurve.RELU.gated(2, 3)).isEqualTo(6);
        assertThat(ActivationCurve.RELU.gated(-1, 4)).isZero();
        // 2 / (1 + e⁻²) · 3
        assertThat(ActivationCurve.SILU.gated(2, 3)).isCloseTo(5.2848, within(1e-4));
    }
}
