package dev.archnotes.site.drawing.mechanism.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatedFeedForwardTest {
    @Test
    void bothSmallNetworksHaveAsManyWeights() {
        assertThat(2 * GatedFeedForward.WIDTH * GatedFeedForward.PLAIN)
                .isEqualTo(3 * GatedFeedForward.WIDTH * GatedFeedForward.GATED)
                .isEqualTo(72);
    }

    @Test
    void weightsAreThoseOfTheLedgersMatrices() {
        for (Variant variant : Variants.ALL) {
            long matrices = variant.architecture().kinds().stream()
                    .max(Comparator.comparing(LayerBlock::count))
                    .orElseThrow()
                    .feedForward()
                    .tensors(variant.architecture().hiddenSize())
                    .stream()
                    .filter(tensor -> tensor.name().endsWith("_proj.weight"))
                    .mapToLong(tensor -> tensor.activeElements())
                    .sum();
            assertThat(GatedFeedForward.of(variant).weights()).as(variant.id()).isEqualTo(matrices);
        }
    }

    @Test
    void aFigureBeginsWithTheActivationOfItsModel() {
        assertThat(start("llama-3.1-8b")).isEqualTo("SiLU");
        assertThat(start("gemma-3-27b")).isEqualTo("GELU");
        assertThat(start("gpt-oss-120b")).isEqualTo("clamped");
    }

    @Test
    void theReadingMultiplies() {
        // 3 · 4,096 · 14,336 = 176,160,768
        assertThat(GatedFeedForward.of(Variants.of("llama-3.1-8b"))
                        .scene(new Setting(List.of(2)), ByWidth.NARROW)
                        .reading())
                .isEqualTo("Gate 2 becomes 1.76, times its up value 3 is 5.28; gate −1 becomes −0.27, times its up "
                        + "value 4 is −1.08. "
                        + "Llama 3.1 8B, SwiGLU: 3 matrices × 4,096 × 14,336 = 176M weights in a layer "
                        + "for each token.");
    }

    private static String start(String variant) {
        Control control = GatedFeedForward.of(Variants.of(variant)).controls().get(0);
        return control.values().get(control.start());
    }
}
