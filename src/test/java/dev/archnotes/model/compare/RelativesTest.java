package dev.archnotes.model.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The nearest relatives in structure, against what is known of their lineage. */
class RelativesTest {
    private final Relatives relatives = Relatives.of(Variants.structures().stream()
            .collect(Collectors.groupingBy(variant -> variant.variant().family())));

    @Test
    void kimiAndDeepSeekAreEachOthersNearest() {
        assertThat(nearest("kimi-k2")).startsWith("deepseek-v3-r1");
        assertThat(nearest("deepseek-v3-r1")).startsWith("kimi-k2");
        assertThat(relatives.nearest("kimi-k2", 1).get(0).other().variant().id())
                .isEqualTo("deepseek-v3-671b");
    }

    @Test
    void qwen3NextComesFromQwen3() {
        assertThat(nearest("qwen3-next")).startsWith("qwen3");
        assertThat(relatives.nearest("qwen3-next", 1).get(0).other().variant().id())
                .isEqualTo("qwen3-30b-a3b");
    }

    @Test
    void glmIsNearDeepSeekAndTheMixturesOfQwen3() {
        assertThat(nearest("glm-4.5")).contains("deepseek-v3-r1", "qwen3", "kimi-k2");
        assertThat(relatives.nearest("glm-4.5", 1).get(0).other().variant().id())
                .isEqualTo("qwen3-235b-a22b");
    }

    @Test
    void thePlainDenseModelsAreNearEachOther() {
        assertThat(nearest("smollm3")).startsWith("llama-3");
        assertThat(nearest("mistral-small-3.1")).contains("llama-3", "qwen3");
        assertThat(nearest("gpt-oss")).startsWith("qwen3");
    }

    @Test
    void everyFamilyHasAllOthersInOrder() {
        assertThat(relatives.byFamily()).hasSize(Variants.FAMILIES.size());
        relatives.byFamily().forEach((family, list) -> {
            assertThat(list).hasSize(Variants.FAMILIES.size() - 1);
            assertThat(list)
                    .isSortedAccordingTo((a, b) ->
                            Double.compare(a.distance().total(), b.distance().total()));
            assertThat(list).noneMatch(relative -> relative.family().equals(family));
        });
    }

    @Test
    void namesWhatDiffers() {
        PairComparison comparison = relatives.nearest("kimi-k2", 1).get(0).comparison();
        assertThat(comparison.changes())
                .extracting(AspectChange::aspect)
                .contains(Aspect.PREDICTION_MODULE, Aspect.EXPERT_GROUPS);
    }

    private List<String> nearest(String family) {
        return relatives.nearest(family, 3).stream().map(Relative::family).toList();
    }
}
