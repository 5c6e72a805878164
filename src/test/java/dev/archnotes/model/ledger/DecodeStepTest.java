package dev.archnotes.model.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.deployment.CacheFormat;
import dev.archnotes.model.deployment.Fit;
import dev.archnotes.model.deployment.Setup;
import dev.archnotes.model.deployment.Speed;
import dev.archnotes.model.deployment.WeightFormat;
import dev.archnotes.model.spec.Variant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A step in few numbers costs what a deployment counts from the architecture. */
class DecodeStepTest {
    static final Iterable<Variant> VARIANTS = Variants.ALL;

    @ParameterizedTest
    @FieldSource("VARIANTS")
    void aStepCostsWhatADeploymentCounts(Variant variant) {
        DecodeStep step = DecodeStep.of(variant.architecture());
        for (long batch : new long[] {1, 2, 32, 512}) {
            for (long context : new long[] {1, 128, 1_024, 4_097, 131_072}) {
                Speed run = new Speed(
                        Fit.of(Setup.usual(
                                variant.architecture(), WeightFormat.RELEASED, CacheFormat.BITS_16, context, batch)),
                        1,
                        0);
                // expected bytes of experts are rounded, tensor by tensor there and at once here
                assertThat(step.bytes(batch, context)).isCloseTo(run.bytesRead(), Offset.offset(1L));
                assertThat(step.flops(batch, context)).isEqualTo(run.stepFlops());
            }
        }
    }

    @Test
    void layersWithWindowsAndWithoutAreTwoCaches() {
        DecodeStep step = DecodeStep.of(Variants.of("gpt-oss-20b").architecture());

        // 12 layers of each; 8 KV heads and 64 query heads of width 64
        assertThat(step.caches())
                .containsExactlyInAnyOrder(
                        new DecodeStep.Cache(128, 12 * 2 * 8 * 64 * 2, 12 * 4 * 64 * 64),
                        new DecodeStep.Cache(Long.MAX_VALUE, 12 * 2 * 8 * 64 * 2, 12 * 4 * 64 * 64));
    }
}
