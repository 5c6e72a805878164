package dev.archnotes.site.drawing.mechanism.steps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.operation.PairMerging;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class BytePairsTest {
    /** Counted by hand: tea 6, team 4, eat 5, mate 3 as letters are 18 + 16 + 15 + 12 tokens. */
    @Test
    void eachMergeTakesItsCountFromTheTokens() {
        assertThat(BytePairs.states(4, 3))
                .extracting(PairMerging::tokens)
                .containsExactly(61, 61 - 15, 61 - 15 - 10, 61 - 15 - 10 - 5, 61 - 15 - 10 - 5 - 4);
        assertThat(scene(3, 1).outline())
                .endsWith("tea + m, 4 times: tea, team, eat, m·a·t·e; 27 tokens")
                .hasSize(5);
    }

    @Test
    void anotherTextLearnsAnotherList() {
        // mate 20 times: t·e stands in tea 6, team 4 and mate 20
        assertThat(scene(0, 3).outline().get(1)).startsWith("t + e, 30 times: te·a, te·a·m, e·a·t, m·a·te");
    }

    @Test
    void whereEveryWordIsOneTokenNothingIsLeft() {
        assertThat(scene(6, 1).reading())
                .isEqualTo("The list has 4 letters and 7 merges, 11 entries; the text has 18 tokens. Every word is one "
                        + "token: nothing is left to merge.");
        // without mate the letters run out earlier
        assertThat(BytePairs.states(7, 0)).hasSize(5);
    }

    private static Scene scene(int merges, int mates) {
        return new BytePairs().scene(new Setting(List.of(merges, mates)), ByWidth.NARROW);
    }
}
