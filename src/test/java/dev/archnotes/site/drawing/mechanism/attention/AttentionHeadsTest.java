package dev.archnotes.site.drawing.mechanism.attention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import dev.archnotes.site.drawing.mechanism.attention.AttentionHeads.Sharing;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttentionHeadsTest {
    @Test
    void whatIsKeptFollowsTheNumberOfKeys() {
        // arXiv:2405.04434, Table 1: 2 · heads · width, 2 · groups · width, 2 · width, 9/2 · width
        assertThat(Sharing.MULTI_HEAD.kept()).isEqualTo(2 * 8 * 4);
        assertThat(Sharing.GROUPED.kept()).isEqualTo(2 * 2 * 4);
        assertThat(Sharing.MULTI_QUERY.kept()).isEqualTo(2 * 4);
        assertThat(Sharing.LATENT.kept()).isEqualTo(9 * 4 / 2);
    }

    @Test
    void aPanelSaysWhatItKeeps() {
        Scene scene = new AttentionHeads().scene(new Setting(List.of(2)), ByWidth.NARROW);

        assertThat(scene.picture().title()).startsWith("Grouped-query: four query heads ask one key");
        assertThat(scene.reading())
                .isEqualTo("Kept of one token: 2 × 2 × 4 = 16 numbers, where separate heads would keep 64.");
        assertThat(scene.outline()).hasSize(4);
    }
}
