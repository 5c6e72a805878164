package dev.archnotes.model.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /**
     * Written down from lineage and block design before looking: who copied whom (Kimi K2 and DeepSeek-V3,
     * arXiv:2507.20534 section 2.3; Qwen3-Next from Qwen3's mixtures; SmolLM3 from Llama 3.2, its makers' blog), and
     * else the same kind of layer: a dense decoder is never nearest to a mixture, nor the other way round.
     */
    @ParameterizedTest
    @CsvSource({
        "deepseek-v3-r1, kimi-k2",
        "kimi-k2, deepseek-v3-r1",
        "glm-4.5, qwen3 deepseek-v3-r1",
        "llama-4, glm-4.5 qwen3 deepseek-v3-r1",
        "gpt-oss, qwen3 glm-4.5",
        "grok-2.5, qwen3 llama-4",
        "qwen3-next, qwen3",
        "smollm3, llama-3",
        "mistral-small-3.1, llama-3 qwen3",
        "llama-3, qwen3 smollm3 mistral-small-3.1",
        "qwen3, llama-3 olmo-2 mistral-small-3.1",
        "olmo-2, qwen3 llama-3",
        "gemma-3, qwen3 olmo-2",
        "gpt-2, llama-3 olmo-2"
    })
    void theNearestIsOneThatAnExpertWouldName(String family, String named) {
        assertThat(named.split(" ")).contains(nearest(family).get(0));
    }

    @Test
    void aMixtureHasNoDenseModelAmongTheTwoNearest() {
        for (String family : List.of("deepseek-v3-r1", "kimi-k2", "glm-4.5", "llama-4", "gpt-oss", "qwen3-next")) {
            assertThat(relatives.nearest(family, 2))
                    .as(family)
                    .allMatch(relative -> relative.other().profile().uses(Mechanism.MIXTURE_OF_EXPERTS));
        }
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
