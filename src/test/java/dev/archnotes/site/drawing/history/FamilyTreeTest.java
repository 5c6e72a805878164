package dev.archnotes.site.drawing.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.LegibilityTest;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lines run in order of time, end where nobody goes on, and their names do not touch. */
class FamilyTreeTest {
    private static final HistoryLine OLD = new HistoryLine(
            "layer-norm",
            "LayerNorm",
            PartColor.NORMALIZATION,
            "#norm",
            List.of(
                    step(HistoryLine.Kind.INTRODUCED, "2016-07", "Ba and others", Optional.empty()),
                    step(
                            HistoryLine.Kind.ADOPTED,
                            "2019-02-14",
                            "GPT-2",
                            Optional.of(new HistoryLine.Tie("Ba and others", Certainty.STATED, "t"))),
                    step(HistoryLine.Kind.ADOPTED, "2019-02-15", "A model of the next day", Optional.empty()),
                    step(
                            HistoryLine.Kind.DROPPED,
                            "2023-02-24",
                            "LLaMA",
                            Optional.of(new HistoryLine.Tie("GPT-2", Certainty.INFERENCE, "t")))),
            List.of());
    private static final HistoryLine NEW = new HistoryLine(
            "rms-norm",
            "RMSNorm",
            PartColor.NORMALIZATION,
            "#norm",
            List.of(
                    step(HistoryLine.Kind.INTRODUCED, "2019-10-16", "Zhang and Sennrich", Optional.empty()),
                    step(
                            HistoryLine.Kind.ADOPTED,
                            "2023-02-24",
                            "LLaMA",
                            Optional.of(new HistoryLine.Tie("Zhang and Sennrich", Certainty.CONFIGURATION, "t"))),
                    step(HistoryLine.Kind.DROPPED, "2023-07", "Another", Optional.empty())),
            List.of(
                    new HistoryLine.Tie("layer-norm", Certainty.STATED, "t"),
                    new HistoryLine.Tie("not-shown", Certainty.STATED, "t")));

    private static HistoryLine.Step step(
            HistoryLine.Kind kind, String date, String by, Optional<HistoryLine.Tie> origin) {
        return new HistoryLine.Step(kind, date, by, "", by.equals("LLaMA"), Certainty.CONFIGURATION, by, origin);
    }

    @Test
    void aMechanismEndsWhenItWasGivenUpLongAfterTheLastAdoption() {
        assertThat(OLD.end()).map(HistoryLine.Step::by).contains("LLaMA");
        assertThat(NEW.end())
                .as("given up by one model five months after another took it up")
                .isEmpty();
    }

    @Test
    void papersOnlyIntroduceAndAllMomentsAreInOrderOfTime() {
        List<Moment> moments = Moment.of(List.of(OLD, NEW));
        assertThat(moments)
                .extracting(Moment::by)
                .containsExactly(
                        "Ba and others", "GPT-2", "A model of the next day", "Zhang and Sennrich", "LLaMA", "Another");
        assertThat(moments)
                .filteredOn(Moment::paper)
                .extracting(Moment::by)
                .containsExactly("Ba and others", "Zhang and Sennrich");
    }

    @Test
    void bothFormsAreLegible() {
        for (List<HistoryLine> mechanisms : List.of(List.of(OLD), List.of(OLD, NEW))) {
            ByWidth tree = FamilyTree.of(mechanisms);
            assertThat(FamilyTree.of(mechanisms)).isEqualTo(tree);
            for (Picture picture : List.of(tree.narrow(), tree.wide())) {
                LegibilityTest.assertLegible(picture);
                List<Mark.Turned> turned = turned(picture.marks());
                assertThat(turned).isNotEmpty();
                for (Mark.Turned name : turned) {
                    assertThat(name.x() + length(name) * Math.cos(Math.toRadians(name.degrees())))
                            .as(name.text())
                            .isBetween(0.0, picture.width());
                    assertThat(name.y() + length(name) * Math.sin(Math.toRadians(name.degrees())))
                            .as(name.text())
                            .isBetween(0.0, picture.height());
                }
                for (int i = 1; i < turned.size(); i++) {
                    double apart = (turned.get(i).x() - turned.get(i - 1).x())
                            * Math.sin(Math.toRadians(-turned.get(i).degrees()));
                    assertThat(apart)
                            .as(
                                    "distance of “%s” from the name before it",
                                    turned.get(i).text())
                            .isGreaterThan(11);
                }
            }
        }
    }

    @Test
    void aDescentIsDrawnOnlyFromALineThatIsShown() {
        assertThat(ties(FamilyTree.of(List.of(NEW)).wide())).as("one origin").isEqualTo(1);
        assertThat(ties(FamilyTree.of(List.of(OLD, NEW)).wide()))
                .as("three origins and a descent")
                .isEqualTo(4);
    }

    /** Without those of the key. */
    private static long ties(Picture picture) {
        return flat(picture.marks()).stream()
                .filter(mark ->
                        mark instanceof Mark.Stroke stroke && stroke.tooltip().equals("t"))
                .count();
    }

    private static double length(Mark.Turned name) {
        return name.style().width(name.text());
    }

    private static List<Mark.Turned> turned(List<Mark> marks) {
        return flat(marks).stream()
                .filter(mark -> mark instanceof Mark.Turned)
                .map(mark -> (Mark.Turned) mark)
                .toList();
    }

    private static List<Mark> flat(List<Mark> marks) {
        List<Mark> all = new ArrayList<>();
        for (Mark mark : marks) {
            all.add(mark);
            if (mark instanceof Mark.Group group) {
                all.addAll(flat(group.marks()));
            }
        }
        return all;
    }
}
