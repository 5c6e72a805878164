package dev.archnotes.site.drawing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What corresponds in two models stands at one height. */
class AlignedPairTest {
    @Test
    void theSparseLayersOfDeepSeekAndQwenMeetAndTheDenseOnesHaveAnEmptyPlace() {
        AlignedPair pair = pair("deepseek-v3-671b", "qwen3-235b-a22b");
        assertThat(height(pair.first(), "Mixture of experts")).isEqualTo(height(pair.second(), "Mixture of experts"));
        assertThat(height(pair.first(), "Multi-head latent attention"))
                .isEqualTo(height(pair.second(), "Grouped-query attention"));
        assertThat(labels(pair.second())).contains("no layer of this kind", "no prediction module");
        assertThat(labels(pair.first())).doesNotContain("no layer of this kind");
    }

    @Test
    void latentAttentionIsDrawnInFullWhereItIsCompared() {
        assertThat(labels(pair("deepseek-v3-671b", "qwen3-235b-a22b").first()))
                .anyMatch(label -> label.startsWith("as in B"));
        assertThat(labels(ArchitectureDrawing.of(Variants.of("deepseek-v3-671b"), Map.of())))
                .anyMatch(label -> label.startsWith("as in A"));
    }

    @Test
    void aNormThatOnlyOneHasLeavesAnEmptyPlace() {
        AlignedPair pair = pair("llama-3.1-8b", "olmo-2-7b");
        assertThat(tops(pair.first(), "d-norm-bar").subList(1, 3))
                .as("before the branches")
                .isEqualTo(tops(pair.second(), "d-absent"));
        assertThat(tops(pair.second(), "d-norm-bar").subList(1, 3))
                .as("behind the branches")
                .isEqualTo(tops(pair.first(), "d-absent"));
    }

    @Test
    void layersWithoutPositionsMeetTheirLikeByPositions() {
        AlignedPair pair = pair("smollm3-3b", "qwen3-4b");
        Picture smol = pair.first().picture();
        double rotary = smol.labels().stream()
                .filter(label -> label.text().startsWith("RoPE"))
                .findFirst()
                .orElseThrow()
                .y();
        assertThat(height(pair.second(), "no layer of this kind")).isLessThan(rotary);
        assertThat(tops(pair.second(), "d-part d-attention").get(0))
                .isCloseTo(tops(pair.first(), "d-part d-attention").get(1), Offset.offset(0.001));
    }

    @Test
    void theEndsOfAnyTwoModelsStandAtOneHeight() {
        List<Variant> all = Variants.ALL;
        for (Variant first : all) {
            for (Variant second : all) {
                AlignedPair pair = AlignedPair.of(first, second, Map.of(), Set.of());
                String names = first.id() + " and " + second.id();
                assertThat(pair.first().picture().height())
                        .as(names)
                        .isEqualTo(pair.second().picture().height());
                assertThat(height(pair.first(), "Output head"))
                        .as(names)
                        .isEqualTo(height(pair.second(), "Output head"));
                assertThat(height(pair.first(), "Embedding")).as(names).isEqualTo(height(pair.second(), "Embedding"));
            }
        }
    }

    @Test
    void aModelBesideItselfIsDrawnAsAlone() {
        for (Variant spec : Variants.ALL) {
            AlignedPair pair = AlignedPair.of(spec, spec, Map.of(), Set.of());
            assertThat(pair.first())
                    .isEqualTo(ArchitectureDrawing.of(spec, Map.of()))
                    .isEqualTo(pair.second());
        }
    }

    private static AlignedPair pair(String first, String second) {
        return AlignedPair.of(Variants.of(first), Variants.of(second), Map.of(), Set.of());
    }

    private static double height(ArchitectureDrawing drawing, String text) {
        return drawing.picture().labels().stream()
                .filter(label -> label.text().equals(text))
                .findFirst()
                .orElseThrow()
                .y();
    }

    private static List<String> labels(ArchitectureDrawing drawing) {
        return drawing.picture().labels().stream().map(Mark.Label::text).toList();
    }

    /** The tops of all boxes of a class, the uppermost first. */
    private static List<Double> tops(ArchitectureDrawing drawing, String classes) {
        List<Double> tops = new ArrayList<>();
        collect(drawing.picture().marks(), classes, tops);
        tops.sort(null);
        return tops;
    }

    private static void collect(List<Mark> marks, String classes, List<Double> tops) {
        for (Mark mark : marks) {
            if (mark instanceof Mark.Group group) {
                collect(group.marks(), classes, tops);
            } else if (mark instanceof Mark.Box box && box.classes().equals(classes)) {
                tops.add(box.y());
            }
        }
    }
}
