package dev.archnotes.model.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MechanismProfileTest {
    @Test
    void findsTheMechanismsOfDeepSeekV3() {
        assertThat(profile("deepseek-v3-671b").mechanisms())
                .containsExactlyInAnyOrder(
                        Mechanism.LATENT_ATTENTION,
                        Mechanism.FULL_ATTENTION,
                        Mechanism.ROPE,
                        Mechanism.DECOUPLED_ROPE,
                        Mechanism.YARN,
                        Mechanism.RMS_NORM,
                        Mechanism.PRE_NORM,
                        Mechanism.DENSE_FEED_FORWARD,
                        Mechanism.MIXTURE_OF_EXPERTS,
                        Mechanism.SWIGLU,
                        Mechanism.DENSE_FIRST,
                        Mechanism.SIGMOID_ROUTING,
                        Mechanism.SELECTION_BIAS,
                        Mechanism.EXPERT_GROUPS,
                        Mechanism.SHARED_EXPERT,
                        Mechanism.PREDICTION_MODULE,
                        Mechanism.FP8_BLOCKS);
    }

    @Test
    void tellsTheQkNormsApart() {
        assertThat(profile("olmo-2-7b").uses(Mechanism.QK_NORM_VECTOR)).isTrue();
        assertThat(profile("qwen3-8b").uses(Mechanism.QK_NORM_HEAD)).isTrue();
        assertThat(profile("llama-4-scout").share(Mechanism.QK_NORM_AFTER_ROPE)).isEqualTo(0.75);
        assertThat(profile("glm-4.5-air-106b-a12b").mechanisms()).doesNotContain(Mechanism.QK_NORM_HEAD);
    }

    @Test
    void asksOnlyTheLayersConcerned() {
        MechanismProfile next = profile("qwen3-next-80b-a3b");
        assertThat(next.share(Mechanism.GATED_DELTANET)).isEqualTo(0.75);
        assertThat(next.share(Mechanism.QK_NORM_HEAD)).isEqualTo(1);
        assertThat(next.share(Mechanism.ROPE)).isEqualTo(1);
        assertThat(profile("llama-3.1-8b").answers(Aspect.ROUTING)).isFalse();
        assertThat(profile("grok-2").answers(Aspect.SHARED_GATE)).isFalse();
    }

    @Test
    void tellsDenseLayersBelowExpertsFromDenseLayersBetweenThem() {
        assertThat(profile("kimi-k2-1t").uses(Mechanism.DENSE_FIRST)).isTrue();
        assertThat(profile("llama-4-maverick").uses(Mechanism.ALTERNATING_EXPERTS))
                .isTrue();
        assertThat(profile("llama-4-scout").mechanisms(Aspect.SPARSE_LAYOUT)).isEmpty();
    }

    /** A softmax over the chosen, and one over all that is divided by the sum of the chosen, give the same gates. */
    @Test
    void theTwoOrdersOfARenormalizedSoftmaxAreOneMechanism() {
        assertThat(profile("gpt-oss-120b").mechanisms(Aspect.ROUTING))
                .isEqualTo(profile("qwen3-30b-a3b").mechanisms(Aspect.ROUTING))
                .containsExactly(Mechanism.TOP_K_SOFTMAX_ROUTING);
        assertThat(profile("grok-2").mechanisms(Aspect.ROUTING)).containsExactly(Mechanism.SOFTMAX_ROUTING);
    }

    /** By a model of the catalogue, or of a configuration that can be read besides. */
    @Test
    void everyMechanismIsUsedBySomeone() {
        Set<Mechanism> used = EnumSet.noneOf(Mechanism.class);
        Variants.structures().forEach(variant -> used.addAll(variant.profile().mechanisms()));
        Variants.configured()
                .forEach(variant ->
                        used.addAll(MechanismProfile.of(variant.architecture()).mechanisms()));
        assertThat(used).containsExactly(Mechanism.values());
    }

    @Test
    void everyMechanismIsFoundByItsId() {
        for (Mechanism mechanism : Mechanism.values()) {
            assertThat(Mechanism.named(mechanism.key())).contains(mechanism);
        }
    }

    private static MechanismProfile profile(String id) {
        return Variants.structure(id).profile();
    }
}
