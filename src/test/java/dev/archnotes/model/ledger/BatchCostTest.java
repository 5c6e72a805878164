package dev.archnotes.model.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import java.math.BigDecimal;
import java.math.MathContext;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchCostTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-9);

    /** A token touches as many as it chooses; two that choose 2 of 8 touch 8 · (1 − 0.75²) = 3.5. */
    @Test
    void distinctExpertsOfFewTokens() {
        assertThat(BatchCost.distinctExperts(128, 8, 1)).isCloseTo(8, CLOSE);
        assertThat(BatchCost.distinctExperts(8, 2, 2)).isCloseTo(3.5, CLOSE);
        assertThat(BatchCost.distinctExperts(8, 2, 3)).isCloseTo(8 * (1 - 0.421875), CLOSE);
        assertThat(BatchCost.distinctExperts(4, 4, 1)).isCloseTo(4, CLOSE);
    }

    @ParameterizedTest
    @CsvSource({"256, 8, 32", "384, 8, 100", "512, 10, 37", "16, 1, 64"})
    void distinctExpertsOfManyAreThoseOfTheFormula(long experts, long perToken, int batch) {
        BigDecimal missed = BigDecimal.valueOf(experts - perToken)
                .divide(BigDecimal.valueOf(experts), MathContext.DECIMAL128)
                .pow(batch, MathContext.DECIMAL128);
        double expected = BigDecimal.ONE
                .subtract(missed)
                .multiply(BigDecimal.valueOf(experts))
                .doubleValue();

        assertThat(BatchCost.distinctExperts(experts, perToken, batch)).isCloseTo(expected, CLOSE);
    }

    /** Two bytes a weight and two operations: as many operations for a byte as tokens. */
    @Test
    void aDenseModelDoesOneOperationForEachByteAndToken() {
        BatchCost cost = of("llama-3.1-8b");

        assertThat(cost.distinctExperts(100)).isZero();
        assertThat(cost.expertBytes(100)).isZero();
        assertThat(cost.intensity(1)).isCloseTo(1, CLOSE);
        assertThat(cost.intensity(7)).isCloseTo(7, CLOSE);
        // 989.4 / 3.35 = 295.3
        assertThat(cost.criticalBatch(Accelerator.H100)).isEqualTo(296);
        assertThat(cost.criticalBatch(new Accelerator("even", 296_000, 1_000_000, 1)))
                .isEqualTo(296);
        assertThat(cost.criticalBatch(new Accelerator("slow memory", 2_000_000, 1_000, 1)))
                .isEqualTo(-1);
    }

    /** 48 layers of 128 experts with three matrices of 2,048 × 768, of which a token chooses 8. */
    @Test
    void aMixtureReadsMoreOfItsExpertsWithEachToken() {
        BatchCost cost = of("qwen3-30b-a3b");
        long each = 3L * 2_048 * 768 * 2 * 48;

        assertThat(cost.routedBytes()).isEqualTo(128 * each);
        assertThat(cost.expertBytes(1)).isEqualTo(8 * each);
        assertThat(cost.weightBytes(1)).isEqualTo(cost.otherBytes() + 8 * each);
        assertThat((double) cost.expertBytes(2)).isCloseTo(each * 128 * (1 - 0.9375 * 0.9375), Offset.offset(1.0));
    }

    private static BatchCost of(String id) {
        return BatchCost.of(Variants.of(id).architecture());
    }

    /** The H100's data sheet: 989.4 TFLOP/s without sparsity, 3.35 TB/s. */
    @Test
    void anAcceleratorWaitsForMemoryBelowItsBalance() {
        assertThat(Accelerator.H100.balance()).isCloseTo(989.4 / 3.35, CLOSE);
        assertThat(Accelerator.H100.attainableGigaflops(100)).isCloseTo(335_000, CLOSE);
        assertThat(Accelerator.H100.attainableGigaflops(1_000)).isCloseTo(989_400, CLOSE);
        assertThat(Accelerator.named("H100")).contains(Accelerator.H100);
        assertThat(Accelerator.named("H800")).contains(Accelerator.H800);
        assertThat(Accelerator.named("H20")).isEmpty();
    }
}
