package dev.archnotes.model.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.spec.Architecture;
import org.junit.jupiter.api.Test;

class MechanismGroupTest {
    @Test
    void everyKeyNamesOneGroup() {
        assertThat(MechanismGroup.keys())
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(
                                MechanismGroup.named(key).orElseThrow().key())
                        .isEqualTo(key));
        assertThat(MechanismGroup.named("latnt-attention")).isEmpty();
    }

    @Test
    void isUsedWhereOneOfItsMembersIs() {
        assertThat(uses("any-swiglu", "gpt-oss-20b")).isTrue();
        assertThat(uses("swiglu", "gpt-oss-20b")).isFalse();
        assertThat(uses("any-swiglu", "gpt-2-124m")).isFalse();
        assertThat(uses("qk-norm", "olmo-2-7b")).isTrue();
        assertThat(uses("linear-attention", "qwen3-next-80b-a3b")).isTrue();
        assertThat(Variants.ALL).allMatch(variant -> MechanismGroup.ALL.usedBy(variant.architecture()));
    }

    @Test
    void aMechanismSaysInWhatShareOfTheLayersItIsUsed() {
        Architecture architecture = Variants.of("gemma-3-27b").architecture();
        assertThat(Mechanism.SLIDING_WINDOW.usedBy(architecture)).isTrue();
        assertThat(Mechanism.SLIDING_WINDOW.share(architecture)).isEqualTo(52.0 / 62);
        assertThat(Mechanism.CHUNKED_ATTENTION.share(architecture)).isZero();
    }

    private static boolean uses(String key, String variant) {
        return MechanismGroup.named(key)
                .orElseThrow()
                .usedBy(Variants.of(variant).architecture());
    }
}
