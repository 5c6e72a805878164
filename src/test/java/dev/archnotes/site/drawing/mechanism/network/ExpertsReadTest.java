package dev.archnotes.site.drawing.mechanism.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.archnotes.Variants;
import dev.archnotes.model.ledger.BatchCost;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpertsReadTest {
    private static final ExpertsRead DEEPSEEK = ExpertsRead.of(Variants.of("deepseek-v3-671b"));

    @Test
    void theExpectedNumberOfExpertsFollowsTheFormula() {
        // 256 · (1 − (1 − 8/256)^b)
        assertThat(DEEPSEEK.distinct(1)).isEqualTo("8.0");
        assertThat(DEEPSEEK.distinct(2)).isEqualTo("15.8");
        assertThat(DEEPSEEK.distinct(8)).isEqualTo("57.4");
        assertThat(DEEPSEEK.distinct(64)).isEqualTo("222");
        assertThat(DEEPSEEK.distinct(512)).isEqualTo("256");
    }

    @Test
    void theBytesOfExpertsAreCountedByHand() {
        // three matrices of 7168 × 2048 in 8 bits, 8 experts of each of 58 layers, with the scales of blocks of 128
        long weights = 3L * 7168 * 2048 * 8 * 58;
        long scales = 3L * (7168 / 128) * (2048 / 128) * 4 * 8 * 58;
        assertThat(DEEPSEEK.cost().expertBytes(1)).isEqualTo(weights + scales);
    }

    @Test
    void theMessageSaysWhatABatchShares() {
        assertThat(message(0)).isEqualTo("One token reads 8 of the 256 experts in each layer");
        assertThat(message(3))
                .isEqualTo("On average 8 tokens read 57.4 of the 256 experts in each layer: hardly any serves two of "
                        + "them");
        assertThat(message(6)).contains("an expert serves 2.3 of them");
        assertThat(message(9)).isEqualTo("512 tokens read all 256 experts, and an expert serves 16 of them on average");
    }

    @Test
    void itsHintHoldsForEveryModelAtEveryBatch() {
        // a step never reads twice as much for twice the batch, so each token pays for less
        for (Variant variant : Variants.ALL) {
            if (variant.architecture().kinds().stream()
                    .allMatch(kind -> kind.feedForward().sparse().isEmpty())) {
                continue;
            }
            BatchCost cost = ExpertsRead.of(variant).cost();
            for (long batch = 1; batch < 512; batch *= 2) {
                assertThat(cost.weightBytes(2 * batch)).as(variant.id()).isLessThan(2 * cost.weightBytes(batch));
            }
        }
    }

    @Test
    void aDenseModelHasNoExperts() {
        assertThatThrownBy(() -> ExpertsRead.of(Variants.of("llama-3.1-8b"))).hasMessage("it has no experts");
    }

    private static String message(int place) {
        return DEEPSEEK.scene(new Setting(List.of(place)), ByWidth.NARROW)
                .picture()
                .title();
    }
}
