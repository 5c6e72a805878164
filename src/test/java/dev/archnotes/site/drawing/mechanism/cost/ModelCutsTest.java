package dev.archnotes.site.drawing.mechanism.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelCutsTest {
    /** A hundred weights, eighty of them in experts. */
    private static final ModelCuts SMALL = new ModelCuts("A model", 100, 80);

    @Test
    void onlySomeCutsDivideTheWeights() {
        assertThat(List.of(SMALL.held(0, 4), SMALL.held(1, 4), SMALL.held(2, 4), SMALL.held(3, 4), SMALL.held(4, 4)))
                .containsExactly(100L, 25L, 25L, 20L + 20L, 100L);
    }

    @Test
    void oneDeviceHoldsEverything() {
        for (int cut = 0; cut < 5; cut++) {
            assertThat(SMALL.held(cut, 1)).isEqualTo(100);
        }
        assertThat(scene(SMALL, 0).reading()).isEqualTo("The device holds all 100 weights of A model.");
    }

    @Test
    void theWeightsAreThoseOfTheCatalogue() {
        ModelCuts dense = ModelCuts.of(Variants.of("llama-3.1-405b"));
        assertThat(dense.parameters())
                .isEqualTo(FactSheet.of(Variants.of("llama-3.1-405b")).whole(FactPath.PARAMETERS_TOTAL));
        assertThat(dense.experts()).isZero();
        assertThat(scene(dense, 2).reading()).endsWith("it has no experts to divide.");
        // 58 layers of 256 experts of three matrices, 7,168 by 2,048
        assertThat(ModelCuts.of(Variants.of("deepseek-v3-671b")).experts()).isEqualTo(58L * 256 * 3 * 7168 * 2048);
    }

    private static Scene scene(ModelCuts figure, int devices) {
        return figure.scene(new Setting(List.of(devices)), ByWidth.NARROW);
    }
}
