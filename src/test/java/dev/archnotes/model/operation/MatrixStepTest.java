package dev.archnotes.model.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MatrixStepTest {
    private static final MatrixStep GRADIENT = new MatrixStep(2, 1);

    /** By hand: (2 · 1 + 1 · 1, 1 · 1 + 2 · 1) = (3, 3), and (2 − 1, 1 − 2) = (1, −1). */
    @Test
    void theDirectionsAreStretched() {
        assertThat(GRADIENT.along()).isEqualTo(3);
        assertThat(GRADIENT.across()).isEqualTo(1);
    }

    @Test
    void adamEvensOutEntriesAndMuonDirections() {
        assertThat(GRADIENT.adam()).isEqualTo(new MatrixStep(1, 1));
        assertThat(GRADIENT.muon()).isEqualTo(new MatrixStep(1, 0));
        assertThat(new MatrixStep(-1, 3).adam()).isEqualTo(new MatrixStep(-1, 1));
        assertThat(new MatrixStep(1, 3).muon()).isEqualTo(new MatrixStep(0, 1));
    }

    @Test
    void aRoundOfNewtonSchulzAppliesItsPolynomial() {
        // one direction, of strength 1 after the division by the norm: 3.4445 − 4.775 + 2.0315
        MatrixStep once = new MatrixStep(1, 1).newtonSchulz(1);
        assertThat(once.along()).isCloseTo(0.701, within(1e-12));
        assertThat(once.across()).isZero();
        assertThat(new MatrixStep(0, 0).newtonSchulz(5).along()).isZero();
    }

    /** The authors give the range in which strengths end after five rounds as [0.7, 1.2], about. */
    @Test
    void fiveRoundsBringStrengthsNearOne() {
        MatrixStep five = GRADIENT.newtonSchulz(5);
        assertThat(five.along()).isBetween(0.68, 1.2);
        assertThat(five.across()).isBetween(0.68, 1.2);
    }
}
