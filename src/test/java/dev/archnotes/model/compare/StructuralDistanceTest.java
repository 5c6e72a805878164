package dev.archnotes.model.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.archnotes.Variants;
import java.util.List;
import org.junit.jupiter.api.Test;

class StructuralDistanceTest {
    private final List<Structure> all = Variants.structures();

    @Test
    void isSymmetricAndZeroToItself() {
        for (Structure first : all) {
            assertThat(StructuralDistance.between(first, first).total()).isZero();
            for (Structure second : all) {
                assertThat(StructuralDistance.between(first, second).total())
                        .isEqualTo(StructuralDistance.between(second, first).total());
            }
        }
    }

    @Test
    void seesNoDifferenceBetweenV3AndR1() {
        StructuralDistance distance = StructuralDistance.between(
                Variants.structure("deepseek-v3-671b"), Variants.structure("deepseek-r1-671b"));
        assertThat(distance.total()).isZero();
        assertThat(distance.terms()).isEmpty();
    }

    @Test
    void isTheSumOfItsTerms() {
        StructuralDistance distance =
                StructuralDistance.between(Variants.structure("gemma-3-27b"), Variants.structure("kimi-k2-1t"));
        assertThat(distance.terms().stream()
                        .mapToDouble(StructuralDistance.Term::amount)
                        .sum())
                .isCloseTo(distance.total(), within(1e-9));
        assertThat(distance.terms()).isSortedAccordingTo((a, b) -> Double.compare(b.amount(), a.amount()));
    }

    @Test
    void countsAMechanismByTheShareOfItsLayers() {
        Structure gemma = Variants.structure("gemma-3-27b");
        Structure oss = Variants.structure("gpt-oss-120b");
        assertThat(gemma.profile().share(Mechanism.SLIDING_WINDOW)).isEqualTo(52.0 / 62);
        assertThat(gemma.profile().difference(oss.profile(), Aspect.REACH)).isCloseTo(52.0 / 62 - 0.5, within(1e-12));
    }

    @Test
    void countsSizesByDoublings() {
        StructuralDistance distance =
                StructuralDistance.between(Variants.structure("deepseek-v3-671b"), Variants.structure("kimi-k2-1t"));
        StructuralDistance.Term heads = distance.terms().stream()
                .filter(term -> term.size().filter(SizeMeasure.HEADS::equals).isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(heads.difference()).isCloseTo(1, within(1e-12));
        assertThat(heads.amount()).isCloseTo(SizeMeasure.HEADS.weight(), within(1e-12));
    }

    @Test
    void everyWeightHasAReason() {
        for (Aspect aspect : Aspect.values()) {
            assertThat(aspect.weight()).isPositive();
            assertThat(aspect.reason()).isNotBlank();
        }
        for (SizeMeasure size : SizeMeasure.values()) {
            assertThat(size.weight()).isPositive();
            assertThat(size.reason()).isNotBlank();
        }
    }
}
