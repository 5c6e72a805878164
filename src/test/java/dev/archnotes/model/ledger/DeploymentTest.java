package dev.archnotes.model.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.fact.Contexts;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Variant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A deployment at the stated contexts has the figures of the sheet. */
class DeploymentTest {
    static final Iterable<Variant> VARIANTS = Variants.ALL;

    @ParameterizedTest
    @FieldSource("VARIANTS")
    void oneSequenceAsReleasedHasTheFiguresOfTheSheet(Variant variant) {
        FactSheet sheet = FactSheet.of(variant);
        for (long context : Contexts.STATED) {
            Deployment run = new Deployment(variant.architecture(), context, 1, 16, WeightPrecision.RELEASED);
            assertThat(run.weightBytes()).isEqualTo(sheet.whole(FactPath.WEIGHTS_RELEASED_BYTES));
            assertThat(run.cacheBytes()).isEqualTo(sheet.whole(FactPath.kvCacheBytesAt(context)));
            assertThat(run.weightFlopsPerToken()).isEqualTo(sheet.whole(FactPath.COST_WEIGHT_FLOPS_PER_TOKEN));
            assertThat(run.flopsPerToken()).isEqualTo(sheet.whole(FactPath.costFlopsPerTokenAt(context)));
            assertThat(run.bytesRead()).isEqualTo(sheet.whole(FactPath.costBytesReadPerTokenAt(context)));
        }
    }

    @ParameterizedTest
    @FieldSource("VARIANTS")
    void precisionsHaveTheFiguresOfTheSheet(Variant variant) {
        FactSheet sheet = FactSheet.of(variant);
        assertThat(at(variant, 16).weightBytes()).isEqualTo(sheet.whole(FactPath.WEIGHTS_BF16_BYTES));
        assertThat(at(variant, 8).weightBytes()).isEqualTo(sheet.whole(FactPath.WEIGHTS_INT8_BYTES));
        assertThat(at(variant, 4).weightBytes()).isCloseTo(sheet.whole(FactPath.WEIGHTS_INT4_BYTES), Offset.offset(1L));
    }

    private static Deployment at(Variant variant, long bits) {
        return new Deployment(variant.architecture(), 4096, 1, 16, WeightPrecision.of(bits));
    }

    @ParameterizedTest
    @FieldSource("VARIANTS")
    void batchesReadWhatTheDataSheetSays(Variant variant) {
        FactSheet sheet = FactSheet.of(variant);
        BatchCost cost = BatchCost.of(
                variant.architecture(),
                sheet.whole(FactPath.COST_ACTIVE_WEIGHT_BYTES),
                sheet.whole(FactPath.COST_WEIGHT_FLOPS_PER_TOKEN));
        for (long batch : new long[] {1, 8, 512}) {
            Deployment run = new Deployment(variant.architecture(), 4096, batch, 16, WeightPrecision.RELEASED);
            assertThat(run.weightBytesRead()).isCloseTo(cost.weightBytes(batch), Offset.offset(1L));
        }
    }

    @ParameterizedTest
    @FieldSource("VARIANTS")
    void whatFitsFitsAndNothingMore(Variant variant) {
        long memory = 2_000_000_000_000L;
        Deployment asked = new Deployment(variant.architecture(), 10_000, 3, 16, WeightPrecision.BITS_8);
        long longest = asked.longestContext(memory);
        assertThat(with(asked, longest, 3).totalBytes()).isLessThanOrEqualTo(memory);
        if (longest < Deployment.LONGEST_CONTEXT) {
            assertThat(with(asked, longest + 1, 3).totalBytes()).isGreaterThan(memory);
        }
        long most = asked.largestBatch(memory);
        assertThat(with(asked, 10_000, most).totalBytes()).isLessThanOrEqualTo(memory);
        assertThat(with(asked, 10_000, most + 1).totalBytes()).isGreaterThan(memory);
    }

    @Test
    void nothingFitsWhereTheWeightsDoNot() {
        Deployment asked =
                new Deployment(Variants.of("deepseek-v3-671b").architecture(), 4096, 1, 16, WeightPrecision.RELEASED);
        assertThat(asked.longestContext(80_000_000_000L)).isZero();
        assertThat(asked.largestBatch(80_000_000_000L)).isZero();
    }

    private static Deployment with(Deployment asked, long context, long batch) {
        return new Deployment(asked.architecture(), context, batch, asked.cacheBits(), asked.precision());
    }
}
