package dev.archnotes.site.drawing.mechanism.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.deployment.CacheFormat;
import dev.archnotes.model.deployment.Fit;
import dev.archnotes.model.deployment.Setup;
import dev.archnotes.model.deployment.Speed;
import dev.archnotes.model.deployment.WeightFormat;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.Picture;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class RooflineTest {
    private static final Roofline FIGURE = Roofline.of(List.of(
            Variants.of("llama-3.1-405b"),
            Variants.of("llama-3.1-8b"),
            Variants.of("gemma-3-27b"),
            Variants.of("gpt-oss-120b"),
            Variants.of("qwen3-next-80b-a3b"),
            Variants.of("deepseek-v3-671b"),
            Variants.of("kimi-k2-1t")));

    @Test
    void everyModelStandsWhereItsDeploymentSays() {
        for (Variant variant : Variants.ALL) {
            Roofline one = Roofline.of(List.of(variant));
            for (long batch = 1; batch <= 512; batch *= 8) {
                for (long context = 1024; context <= 131_072; context *= 4) {
                    Speed run = new Speed(
                            Fit.of(Setup.usual(
                                    variant.architecture(),
                                    WeightFormat.RELEASED,
                                    CacheFormat.BITS_16,
                                    context,
                                    batch)),
                            1,
                            0);
                    for (Roofline.Standing standing : one.standings(batch, context)) {
                        assertThat(standing.intensity())
                                .as(variant.id())
                                .isCloseTo(
                                        (double) run.stepFlops() / run.bytesRead(), Percentage.withPercentage(0.0001));
                    }
                }
            }
        }
    }

    @Test
    void llamaByHand() {
        // 15.0 GB of weights and 0.54 GB of cache for 15.0 + 2.1 GFLOP: 1.1 a byte, at 3.35 TB/s
        assertThat(FIGURE.scene(new Setting(List.of(0, 2)), ByWidth.NARROW).outline())
                .contains("Llama 3.1 8B: 1.1 operations for each byte, 3.70 of 989 TFLOP/s");
    }

    @Test
    void theMessageSaysWhatLimitsAndWhatABatchBrings() {
        assertThat(message(0, 2))
                .isEqualTo("A single sequence of 4,096 tokens: every model waits for memory, with at most 3.8 "
                        + "operations for each byte where the H100 could do 295");
        assertThat(message(5, 2))
                .isEqualTo("At 4,096 tokens a batch of 32 gives each byte that is read 16 to 30 times the work in "
                        + "dense models, 2.1 to 3.5 in mixtures of experts");
    }

    @Test
    void noNameTouchesAnotherAtAnySetting() {
        for (int batch = 0; batch < 10; batch++) {
            for (int context = 0; context < 8; context++) {
                for (double width : new double[] {ByWidth.NARROW, 2 * ByWidth.NARROW}) {
                    Picture picture = FIGURE.scene(new Setting(List.of(batch, context)), width)
                            .picture();
                    List<Mark.Label> labels = picture.labels();
                    for (int i = 0; i < labels.size(); i++) {
                        for (Mark.Label other : labels.subList(0, i)) {
                            assertThat(labels.get(i).overlaps(other))
                                    .as(labels.get(i).text() + " on " + other.text() + " at " + batch + " " + context)
                                    .isFalse();
                        }
                        assertThat(labels.get(i).right()).isLessThanOrEqualTo(width + 1);
                    }
                }
            }
        }
    }

    @Test
    void theKeyNamesOnlyKindsThatAreShown() {
        assertThat(words(List.of(Variants.of("llama-3.1-8b"))))
                .contains("dense")
                .doesNotContain("mixture of experts");
        assertThat(words(List.of(Variants.of("gpt-oss-120b"))))
                .contains("mixture of experts")
                .doesNotContain("dense");
    }

    private static List<String> words(List<Variant> variants) {
        return Roofline.of(variants).scene(new Setting(List.of(0, 0)), ByWidth.NARROW).picture().labels().stream()
                .map(Mark.Label::text)
                .toList();
    }

    @Test
    void aModelIsNotDrawnBeyondItsContext() {
        Roofline figure = Roofline.of(List.of(Variants.of("gpt-2-1558m")));

        assertThat(figure.standings(1, 1024)).hasSize(1);
        assertThat(figure.standings(1, 2048)).isEmpty();
    }

    private static String message(int batch, int context) {
        return FIGURE.scene(new Setting(List.of(batch, context)), ByWidth.NARROW)
                .picture()
                .title();
    }
}
