package dev.archnotes.site.drawing.mechanism.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.Mark;
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

    @Test
    void everyModelOfThePageHasItsName() {
        List<Variant> shown = new ArrayList<>();
        for (String id : List.of(
                "olmo-2-7b",
                "llama-3.1-8b",
                "llama-3.1-405b",
                "smollm3-3b",
                "gemma-3-1b",
                "gemma-3-27b",
                "qwen3-0.6b",
                "qwen3-32b",
                "deepseek-v3-671b")) {
            shown.add(Variants.of(id));
        }
        assertThat(named(shown, 2 * ByWidth.NARROW)).isEqualTo(shown);
        // on a phone the crowd leaves no way to one of them
        assertThat(named(shown, ByWidth.NARROW)).hasSizeGreaterThanOrEqualTo(shown.size() - 1);
    }

    private static List<Variant> named(List<Variant> shown, double width) {
        List<Mark.Label> labels = ComputeOptimal.of(shown)
                .scene(new Setting(List.of(2, 0, 0)), width)
                .picture()
                .labels();
        return shown.stream()
                .filter(variant ->
                        labels.stream().anyMatch(label -> label.text().startsWith(variant.name())))
                .toList();
    }

    private static Scene scene(int compute, int served) {
        return ALL.scene(new Setting(List.of(compute, served, 0)), ByWidth.NARROW);
    }
}
