package dev.archnotes.site.drawing.mechanism.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecoderWalkTest {
    @Test
    void everyAdditionIsThatOfTheExampleByHand() {
        // half of (4, 0, 0) and half of (0, 0, 0)
        assertThat(DecoderWalk.attended(new int[] {0, 1, 0})).containsExactly(2, 0, 0);
        assertThat(DecoderWalk.working(DecoderWalk.Step.ATTENTION)).isEqualTo("= ½ (4 0 0) + ½ (0 0 0)");
        assertThat(DecoderWalk.stream(false)).containsExactly(2, 1, 0);
        // the unit measures 2 + 1
        assertThat(DecoderWalk.fed(new int[] {2, 1, 0})).containsExactly(-3, 0, 3);
        assertThat(DecoderWalk.working(DecoderWalk.Step.FEED_FORWARD)).isEqualTo("= (2 + 1) × (−1 0 1)");
        assertThat(DecoderWalk.stream(true)).containsExactly(-1, 1, 3);
        assertThat(DecoderWalk.logits()).containsExactly(-1, 1, 3, 0);
    }

    @Test
    void shapesAreThoseOfTheFacts() {
        for (Variant variant : Variants.ALL) {
            WalkSizes sizes = WalkSizes.of(variant);
            FactSheet facts = FactSheet.of(variant);
            assertThat(sizes.width()).as(variant.id()).isEqualTo(facts.whole(FactPath.HIDDEN_SIZE));
            assertThat(sizes.vocabulary()).as(variant.id()).isEqualTo(facts.whole(FactPath.VOCABULARY_SIZE));
            assertThat(sizes.inner())
                    .as(variant.id())
                    .isEqualTo(facts.whole(
                            sizes.experts() == 0
                                    ? FactPath.FEED_FORWARD_INTERMEDIATE_SIZE
                                    : FactPath.FEED_FORWARD_EXPERT_INTERMEDIATE_SIZE));
        }
    }

    @Test
    void aMixtureWidensToTheExpertsOfTheToken() {
        // arXiv:2412.19437, section 4.2: 8 routed experts and 1 shared, 2,048 wide each
        assertThat(WalkSizes.of(Variants.of("deepseek-v3-671b")).widened()).isEqualTo(9 * 2_048);
        assertThat(scene("deepseek-v3-671b", 0).outline().get(5))
                .isEqualTo("6 feed-forward, 7,168 → 18,432 → 7,168, 8 of 256 experts + shared");
    }

    @Test
    void normsStandWhereTheModelHasThem() {
        assertThat(scene("llama-3.1-8b", 0).outline().get(2)).startsWith("3 norm");
        // arXiv:2501.00656, section 2.1: OLMo 2 normalizes what attention returns
        assertThat(scene("olmo-2-7b", 0).outline().get(2)).startsWith("3 attention");
        assertThat(scene("olmo-2-7b", 4).picture().title()).contains("what is added");
        assertThat(scene("gemma-3-27b", 3).reading()).contains("a second norm");
    }

    private static Scene scene(String variant, int step) {
        return DecoderWalk.of(Variants.of(variant)).scene(new Setting(List.of(step)), ByWidth.NARROW);
    }
}
