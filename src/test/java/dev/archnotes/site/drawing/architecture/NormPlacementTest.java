package dev.archnotes.site.drawing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Norms stand on the side of each part on which they act. */
class NormPlacementTest {
    static List<Variant> variants() {
        return Variants.ALL;
    }

    @ParameterizedTest
    @MethodSource("variants")
    void normsStandWhereTheyAct(Variant spec) {
        List<Mark.Box> boxes =
                boxes(ArchitectureDrawing.of(spec, Map.of()).picture().marks());
        List<Mark.Box> parts = boxes.stream()
                .filter(box -> box.classes().startsWith("d-part") && box.x() == Section.LEFT)
                .toList();
        List<Mark.Box> norms = boxes.stream()
                .filter(box -> box.classes().equals("d-norm-bar") && box.x() > Section.LEFT)
                .toList();
        Normalization normalization = spec.architecture().normalization();
        assertThat(parts).hasSize(2 * spec.architecture().kinds().size());
        for (Mark.Box part : parts) {
            assertThat(norms.stream()
                            .anyMatch(norm ->
                                    norm.y() > part.y() + part.height() && norm.y() < part.y() + part.height() + 20))
                    .as("a norm on the input")
                    .isEqualTo(normalization.placement().normalizesInputs());
            assertThat(norms.stream().anyMatch(norm -> norm.y() < part.y() && norm.y() > part.y() - 20))
                    .as("a norm on the output")
                    .isEqualTo(normalization.placement().normalizesOutputs());
        }
        assertThat(norms)
                .hasSize((normalization.placement().ofAttention().size()
                                + normalization.placement().ofFeedForward().size())
                        * spec.architecture().kinds().size());
    }

    private static List<Mark.Box> boxes(List<Mark> marks) {
        List<Mark.Box> boxes = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark instanceof Mark.Box box) {
                boxes.add(box);
            } else if (mark instanceof Mark.Group group) {
                boxes.addAll(boxes(group.marks()));
            }
        }
        return boxes;
    }
}
