package dev.archnotes.site.drawing.mechanism.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.operation.Routing;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouterChoiceTest {
    private static final RouterChoice FIGURE = new RouterChoice();

    @Test
    void withoutBalancingOneExpertIsCrowdedAndTwoStarve() {
        Routing plain = RouterChoice.routing(0);

        assertThat(plain.load(0)).isEqualTo(3);
        assertThat(plain.load(4)).isZero();
        assertThat(plain.load(5)).isZero();
        assertThat(reading(0)).startsWith("E1 works for 3 of the 4 tokens, E5 and E6 for none");
    }

    @Test
    void bothWaysToBalanceMakeTheSameChoice() {
        Routing loss = RouterChoice.routing(1);
        Routing bias = RouterChoice.routing(2);

        for (int expert = 0; expert < 8; expert++) {
            assertThat(loss.load(expert)).isEqualTo(1);
            for (int token = 0; token < 4; token++) {
                assertThat(bias.chooses(token, expert)).isEqualTo(loss.chooses(token, expert));
            }
        }
    }

    @Test
    void onlyTheLossChangesWhatATokenGetsOfExpertsThatItKeeps() {
        assertThat(RouterChoice.answer(RouterChoice.routing(0), 1)).isEqualTo("8/15 of E1 + 7/15 of E8");
        assertThat(RouterChoice.answer(RouterChoice.routing(1), 1)).isEqualTo("7/14 of E1 + 7/14 of E8");
        assertThat(RouterChoice.answer(RouterChoice.routing(2), 1)).isEqualTo("8/15 of E1 + 7/15 of E8");
        assertThat(reading(1)).contains("7/14 of E1 + 7/14 of E8 instead of 8/15 of E1 + 7/15 of E8");
    }

    private static String reading(int balance) {
        return FIGURE.scene(new Setting(List.of(balance)), ByWidth.NARROW).reading();
    }
}
