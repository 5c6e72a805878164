package dev.archnotes.site.drawing.mechanism.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.archnotes.Variants;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageTokensTest {
    private static final ImageTokens FIGURE = ImageTokens.of(
            List.of(Variants.of("gemma-3-27b"), Variants.of("mistral-small-3.1-24b"), Variants.of("llama-4-maverick")));

    /** The table and the sketch of the note say the same: 256; 1,056; 1,440. */
    @Test
    void aPhotoTakesThePlacesOfEachRule() {
        assertThat(scene(1, 1, 2).reading())
                .isEqualTo("8 × 8 pixels make 16 patches and 4 places, each for 4 × 4 pixels. A photo of 896 a side "
                        + "takes 256 in Gemma 3 27B, 1,056 in Mistral Small 3.1 24B and 1,440 in Llama 4 Maverick.");
        assertThat(scene(1, 1, 0).reading()).contains("takes 256 in", "156 in", "144 in");
        assertThat(scene(1, 1, 4).reading()).contains("takes 256 in", "3,080 in", "2,448 in");
    }

    @Test
    void withoutMergingEveryPatchIsAPlace() {
        assertThat(scene(1, 0, 2).picture().title())
                .isEqualTo("A picture becomes 16 vectors that stand among the words");
        assertThat(scene(2, 1, 2).picture().title())
                .isEqualTo("A picture becomes one vector that stands among the words");
    }

    @Test
    void aModelThatDoesNotSeeIsNotShown() {
        assertThatThrownBy(() -> ImageTokens.of(List.of(Variants.of("qwen3-8b"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Scene scene(int patch, int merge, int photo) {
        return FIGURE.scene(new Setting(List.of(patch, merge, photo)), ByWidth.NARROW);
    }
}
