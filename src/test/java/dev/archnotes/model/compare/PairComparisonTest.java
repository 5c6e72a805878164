package dev.archnotes.model.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairComparisonTest {
    private final PairComparison deepSeekAndKimi = compare("deepseek-v3-671b", "kimi-k2-1t");

    @Test
    void saysRatiosInWords() {
        assertThat(ratio(deepSeekAndKimi, "attention.heads")).isEqualTo("half the heads");
        assertThat(ratio(deepSeekAndKimi, "parameters.total")).isEqualTo("1.53\u202F× the parameters");
        assertThat(ratio(deepSeekAndKimi, "feed_forward.experts")).isEqualTo("1.50\u202F× the experts");
        assertThat(ratio(deepSeekAndKimi, "feed_forward.router_groups")).isEmpty();
    }

    @Test
    void foldsWhatIsEqual() {
        assertThat(deepSeekAndKimi.same())
                .extracting(fact -> fact.path().text())
                .contains(
                        "layers",
                        "hidden_size",
                        "attention.kv_rank",
                        "kv_cache.bytes_per_token",
                        "normalization.placement");
        assertThat(deepSeekAndKimi.groups()).noneMatch(group -> group.group() == ComparisonGroup.NORMALIZATION);
    }

    @Test
    void neverShowsAFactTwice() {
        for (Structure other : List.of(
                Variants.structure("qwen3-next-80b-a3b"),
                Variants.structure("gpt-2-124m"),
                Variants.structure("gemma-3-1b"))) {
            PairComparison comparison = PairComparison.of(Variants.structure("llama-4-scout"), other);
            List<String> shown = new java.util.ArrayList<>(
                    comparison.same().stream().map(fact -> fact.path().text()).toList());
            comparison
                    .groups()
                    .forEach(group ->
                            group.rows().forEach(row -> shown.add(row.path().text())));
            assertThat(shown).doesNotHaveDuplicates();
        }
    }

    @Test
    void putsTheMostImportantGroupFirst() {
        assertThat(groups(compare("llama-3.1-70b", "llama-3.1-405b"))).startsWith(ComparisonGroup.SHAPE);
        assertThat(groups(compare("deepseek-v3-671b", "glm-4.5-355b-a32b"))).startsWith(ComparisonGroup.ATTENTION);
        assertThat(groups(compare("qwen3-235b-a22b", "grok-2"))).startsWith(ComparisonGroup.FEED_FORWARD);
    }

    @Test
    void headsComeBeforeTheArithmeticThatTheyHalve() {
        assertThat(groups(deepSeekAndKimi).indexOf(ComparisonGroup.ATTENTION))
                .isLessThan(groups(deepSeekAndKimi).indexOf(ComparisonGroup.COST));
    }

    @Test
    void leavesOutWhatSaysNothing() {
        assertThat(paths(compare("gpt-2-1558m", "llama-3.2-1b")))
                .as("GPT-2 reads 1,024 tokens")
                .noneMatch(path -> path.contains("_at."));
        assertThat(paths(compare("gemma-3-27b", "qwen3-32b")))
                .as("dense: as many active as there are, no experts to place")
                .contains("parameters.total")
                .doesNotContain("parameters.active.all", "feed_forward.dense_layers", "feed_forward.moe_layers");
        assertThat(paths(compare("llama-4-maverick", "smollm3-3b")))
                .contains("attention.mix", "parameters.active.all")
                .doesNotContain("feed_forward.router_bias", "attention.query_width");
        assertThat(deepSeekAndKimi.same())
                .extracting(fact -> fact.value().print())
                .doesNotContain("no", "none", "0");
    }

    @Test
    void explainsNoMechanismThatBothHave() {
        PairComparison qwen = compare("qwen3-30b-a3b", "qwen3-next-80b-a3b");
        assertThat(change(qwen, Aspect.ATTENTION).explained())
                .extracting(AspectChange.Explained::mechanism)
                .containsExactly(Mechanism.GATED_DELTANET);
        assertThat(change(deepSeekAndKimi, Aspect.FEED_FORWARD).explained()).isEmpty();
        assertThat(change(compare("gemma-3-12b", "gpt-oss-20b"), Aspect.REACH).explained())
                .extracting(AspectChange.Explained::mechanism)
                .containsExactly(Mechanism.SLIDING_WINDOW);
    }

    @Test
    void lightsWhatDiffers() {
        assertThat(deepSeekAndKimi.differing())
                .contains(DrawnPart.ATTENTION, DrawnPart.EXPERTS, DrawnPart.PREDICTION_MODULE, DrawnPart.LAYERS)
                .doesNotContain(DrawnPart.NORM, DrawnPart.SHARED_EXPERT, DrawnPart.HEAD);
        assertThat(deepSeekAndKimi.differingRegions())
                .containsExactly("attention", "embedding", "extras", "feed-forward", "layers");
        assertThat(compare("deepseek-v3-671b", "deepseek-r1-671b").differing()).isEmpty();
    }

    @Test
    void explainsTheDepartureAndNotThePlainCase() {
        AspectChange norms = change(compare("llama-3.1-8b", "olmo-2-7b"), Aspect.NORM_PLACEMENT);
        assertThat(norms.explained())
                .extracting(AspectChange.Explained::mechanism)
                .containsExactly(Mechanism.INSIDE_BRANCH_NORM);
        assertThat(norms.explained().get(0).against()).containsExactly(Mechanism.PRE_NORM);
        AspectChange both = change(compare("gemma-3-27b", "olmo-2-32b"), Aspect.NORM_PLACEMENT);
        assertThat(both.first()).containsExactly(Mechanism.SANDWICH_NORM);
        assertThat(both.second()).containsExactly(Mechanism.INSIDE_BRANCH_NORM);
        assertThat(both.explained()).hasSize(2);
    }

    @Test
    void doesNotExplainTheRouterOfAModelBesideADenseOne() {
        assertThat(compare("llama-3.1-405b", "deepseek-v3-671b").changes())
                .extracting(AspectChange::aspect)
                .contains(Aspect.FEED_FORWARD)
                .doesNotContain(Aspect.ROUTING, Aspect.SHARED_EXPERT);
    }

    private static PairComparison compare(String first, String second) {
        return PairComparison.of(Variants.structure(first), Variants.structure(second));
    }

    private static List<ComparisonGroup> groups(PairComparison comparison) {
        return comparison.groups().stream().map(PairComparison.Group::group).toList();
    }

    private static AspectChange change(PairComparison comparison, Aspect aspect) {
        return comparison.changes().stream()
                .filter(change -> change.aspect() == aspect)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> paths(PairComparison comparison) {
        return comparison.groups().stream()
                .flatMap(group -> group.rows().stream())
                .map(fact -> fact.path().text())
                .toList();
    }

    private static String ratio(PairComparison comparison, String path) {
        return comparison.groups().stream()
                .flatMap(group -> group.rows().stream())
                .filter(row -> row.path().text().equals(path))
                .findFirst()
                .orElseThrow()
                .ratio();
    }
}
