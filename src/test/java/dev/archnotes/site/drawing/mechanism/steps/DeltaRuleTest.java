package dev.archnotes.site.drawing.mechanism.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example of the note on linear attention. */
class DeltaRuleTest {
    @Test
    void eachRuleAnswersAsByHand() {
        assertThat(scene(0).reading()).contains("answers 13,").contains("answers 11,");
        assertThat(scene(1).reading()).contains("answers 7,").contains("answers 6.25,");
        assertThat(scene(2).reading()).contains("answers 7,").contains("answers 5.22,");
    }

    @Test
    void eachWriteSaysWhatItFindsAndAdds() {
        assertThat(scene(1).outline())
                .containsExactly(
                        "write 3 under (1, 0): the state answers 0, so 3 is missing; add 3 × (1, 0); the state is "
                                + "(3, 0)",
                        "write 5 under (0.6, 0.8): the state answers 1.8, so 3.2 is missing; add 3.2 × (0.6, 0.8); "
                                + "the state is (4.92, 2.56)",
                        "write 7 under (1, 0): the state answers 4.92, so 2.08 is missing; add 2.08 × (1, 0); the "
                                + "state is (7, 2.56)");
        assertThat(scene(2).outline().get(2)).contains("halved to (2.46, 1.28)").contains("4.54 is missing");
    }

    private static Scene scene(int rule) {
        return new DeltaRule().scene(new Setting(List.of(rule)), ByWidth.NARROW);
    }
}
