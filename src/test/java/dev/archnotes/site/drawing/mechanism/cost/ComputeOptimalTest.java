package dev.archnotes.site.drawing.mechanism.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComputeOptimalTest {
    private static final ComputeOptimal ALL = ComputeOptimal.of(Variants.ALL);

    @Test
    void modelsStandByTheirFacts() {
        List<ComputeOptimal.Trained> expected = new ArrayList<>();
        for (Variant variant : Variants.ALL) {
            if (variant.training().tokens().isPresent()) {
                FactSheet facts = FactSheet.of(variant);
                long active = facts.whole(FactPath.PARAMETERS_ACTIVE_ALL);
                expected.add(new ComputeOptimal.Trained(
                        variant.name(),
                        active,
                        facts.whole(FactPath.TRAINING_TOKENS),
                        active != facts.whole(FactPath.PARAMETERS_TOTAL)));
            }
        }
        assertThat(expected).hasSizeGreaterThan(10);
        assertThat(ALL.models()).isEqualTo(expected);
    }

    @Test
    void theMessageSaysWhereTheValleyIs() {
        // G · (10²¹ / 6)^0.5126 with G = (0.3478 · 482.01 / (0.3658 · 2085.43))^(1 / 0.7136)
        assertThat(scene(2, 0).picture().title())
                .startsWith("10²¹ operations are best spent on 2.78B parameters and 60.0B tokens");
        assertThat(scene(2, 0).reading()).endsWith("22 tokens per parameter.");
    }

    @Test
    void servingMovesTheBestSizeDown() {
        assertThat(scene(5, 2).picture().title()).startsWith("A model that will serve 10¹³ tokens should be smaller");
        assertThat(scene(5, 2).reading()).contains("less for training and serving together.");
    }

    private static Scene scene(int compute, int served) {
        return ALL.scene(new Setting(List.of(compute, served, 0)), ByWidth.NARROW);
    }
}
