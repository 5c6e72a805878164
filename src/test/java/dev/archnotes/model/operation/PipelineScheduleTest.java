package dev.archnotes.model.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PipelineScheduleTest {
    /** (K − 1) / (M + K − 1) with K stages and M micro-batches: arXiv:1811.06965, section 2.3. */
    @Test
    void theIdlePartIsThatOfThePaper() {
        assertThat(new PipelineSchedule(4, 8).idle()).isCloseTo(3 / 11.0, within(1e-12));
        assertThat(new PipelineSchedule(1, 8).idle()).isZero();
    }

    /** What the drawn cells leave empty is the idle part, and no two cells of a stage are at one time. */
    @Test
    void cellsFillTheRestOfTheTime() {
        PipelineSchedule schedule = new PipelineSchedule(4, 8);
        for (int stage = 0; stage < 4; stage++) {
            Set<Integer> busy = new HashSet<>();
            for (int part = 0; part < 8; part++) {
                assertThat(busy.add(schedule.forward(stage, part))).isTrue();
                assertThat(busy.add(schedule.backward(stage, part))).isTrue();
            }
            assertThat(busy).hasSize(16).allMatch(time -> time >= 0 && time < schedule.length());
            assertThat(1 - busy.size() / (double) schedule.length()).isCloseTo(schedule.idle(), within(1e-12));
        }
    }

    @Test
    void aPartGoesBackAfterAllLaterStagesHaveHadIt() {
        PipelineSchedule schedule = new PipelineSchedule(4, 4);
        assertThat(schedule.backward(3, 0)).isGreaterThan(schedule.forward(3, 3));
        assertThat(schedule.backward(2, 0)).isEqualTo(schedule.backward(3, 0) + 1);
    }
}
