package dev.archnotes.model.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScoreRemedyTest {
    @Test
    void aGrownScoreIsHeld() {
        assertThat(ScoreRemedy.NONE.held(3, 64, 3)).isEqualTo(192);
        assertThat(ScoreRemedy.QUERY_KEY_NORM.held(3, 64, 3)).isEqualTo(3);
        assertThat(ScoreRemedy.SINK.held(3, 64, 3)).isEqualTo(192);
        // the largest goes to the limit, the others by the same factor
        assertThat(ScoreRemedy.CLIP.held(3, 64, 3)).isEqualTo(100);
        assertThat(ScoreRemedy.CLIP.held(1.5, 64, 3)).isEqualTo(50);
        assertThat(ScoreRemedy.CLIP.held(3, 16, 3)).isEqualTo(48);
    }

    @Test
    void aCapBendsAndLeavesLittleSlope() {
        // tanh 1 = 0.761594, so that a score at the cap becomes 38.08 and 1 − 0.58 of a change passes
        assertThat(ScoreRemedy.SOFT_CAP.held(50, 1, 50)).isCloseTo(38.0797, within(1e-4));
        assertThat(ScoreRemedy.SOFT_CAP.held(-50, 1, 50)).isCloseTo(-38.0797, within(1e-4));
        assertThat(ScoreRemedy.SOFT_CAP.slope(50)).isCloseTo(0.419974, within(1e-6));
        assertThat(ScoreRemedy.CLIP.slope(192)).isEqualTo(1);
    }

    @Test
    void sharesAddUpToOne() {
        // e^ln2 and e^ln4 in thirds
        assertThat(ScoreRemedy.NONE.shares(Math.log(2), Math.log(4)))
                .containsExactly(new double[] {1 / 3.0, 2 / 3.0}, within(1e-12));
        // with equal scores the sink takes its part as one of them would
        assertThat(ScoreRemedy.SINK.shares(4, 4, 4)).containsExactly(new double[] {.25, .25, .25, .25}, within(1e-12));
        assertThat(ScoreRemedy.NONE.shares(192, 128, 64, 0)[0]).isCloseTo(1, within(1e-20));
    }
}
