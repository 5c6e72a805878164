package dev.archnotes.site.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.content.ExplainedPart;
import dev.archnotes.site.drawing.architecture.AlignedPair;
import dev.archnotes.site.drawing.architecture.ArchitectureDrawing;
import dev.archnotes.site.drawing.chart.Charted;
import dev.archnotes.site.drawing.chart.CostCurve;
import dev.archnotes.site.drawing.chart.MemoryCurve;
import dev.archnotes.site.drawing.chart.ParameterBars;
import dev.archnotes.site.drawing.chart.ScatterChart;
import dev.archnotes.site.drawing.chart.TrendChart;
import dev.archnotes.site.drawing.concept.ConceptMap;
import dev.archnotes.site.drawing.concept.MapConcept;
import dev.archnotes.site.drawing.history.AdoptionChart;
import dev.archnotes.site.drawing.history.Certainty;
import dev.archnotes.site.drawing.history.FamilyTree;
import dev.archnotes.site.drawing.history.HistoryLine;
import dev.archnotes.site.drawing.history.TimelineChart;
import dev.archnotes.site.drawing.history.TimelineEra;
import dev.archnotes.site.drawing.history.TimelineEvent;
import dev.archnotes.site.drawing.strip.LayerStrip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No text touches another or leaves its picture, none is small, and a picture comes out the same twice. */
public class LegibilityTest {
    static List<Variant> variants() {
        return Variants.ALL;
    }

    @ParameterizedTest
    @MethodSource("variants")
    void picturesOfOneVariant(Variant spec) {
        List<Picture> pictures = picturesOf(spec);
        pictures.forEach(LegibilityTest::assertLegible);
        assertThat(picturesOf(spec)).isEqualTo(pictures);
    }

    private static List<Picture> picturesOf(Variant spec) {
        List<Picture> pictures = new ArrayList<>();
        pictures.add(ArchitectureDrawing.of(spec, Map.of()).picture());
        addBoth(pictures, LayerStrip.of(spec, FactSheet.of(spec)).pictures());
        addBoth(pictures, ParameterBars.of(Variants.charted(List.of(spec))).pictures());
        addBoth(pictures, MemoryCurve.of(Variants.charted(List.of(spec))).pictures());
        addBoth(pictures, CostCurve.of(Variants.charted(List.of(spec))).pictures());
        return pictures;
    }

    @Test
    void picturesOfWholeFamilies() {
        Map<String, List<Variant>> families = variants().stream().collect(Collectors.groupingBy(Variant::family));
        List<Picture> pictures = new ArrayList<>();
        families.values().forEach(family -> {
            addBoth(pictures, ParameterBars.of(Variants.charted(family)).pictures());
            addBoth(pictures, MemoryCurve.of(Variants.charted(family)).pictures());
            addBoth(pictures, CostCurve.of(Variants.charted(family)).pictures());
        });
        addBoth(pictures, ScatterChart.of(Variants.charted(variants())).pictures());
        pictures.forEach(LegibilityTest::assertLegible);
    }

    @Test
    void timeline() {
        List<TimelineEvent> events = List.of(
                new TimelineEvent("2017-06-12", "The Transformer", false, false, ""),
                new TimelineEvent("2018-06", "GPT: the decoder alone", true, false, ""),
                new TimelineEvent("2018-06-11", "GPT, once more", true, true, "#gpt"),
                new TimelineEvent("2018-06-12", "Another at the same time", true, false, ""));
        List<Picture> pictures = new ArrayList<>();
        addBoth(
                pictures,
                TimelineChart.of(List.of(new TimelineEra("Origins", 2017, 2018)), events)
                        .pictures());
        pictures.forEach(LegibilityTest::assertLegible);
    }

    @Test
    void conceptsWithTheLongestSentences() {
        String key = "A sentence as long as a key may be, which is one hundred and forty characters, so that it takes "
                + "the greatest room that an annotation has.";
        List<Picture> pictures = new ArrayList<>();
        addBoth(
                pictures,
                ConceptMap.of(Arrays.stream(ExplainedPart.values())
                                .map(part -> new MapConcept(
                                        Optional.of(part), "Multi-head latent attention", key, "#" + part.key()))
                                .toList())
                        .pictures());
        addBoth(pictures, ConceptMap.of(List.of()).pictures());
        pictures.forEach(LegibilityTest::assertLegible);
    }

    @Test
    void alignedPairs() {
        List<Variant> all = variants();
        for (Variant first : all) {
            for (Variant second : all) {
                AlignedPair pair = AlignedPair.of(first, second, Map.of(), Set.of("attention"));
                assertLegible(pair.first().picture());
                assertLegible(pair.second().picture());
            }
        }
    }

    /** Names may have a hundred characters; of one word and of many. */
    @ParameterizedTest
    @ValueSource(strings = {"Wide word ", "W", "模", "a"})
    void namesOfEveryLength(String repeated) {
        List<Variant> renamed = variants().stream()
                .limit(12)
                .map(variant -> named(variant, variant.name() + " " + repeated.repeat(100)))
                .toList();
        String name = cut(repeated.repeat(100));
        List<Picture> pictures = new ArrayList<>();
        renamed.forEach(variant -> pictures.addAll(picturesOf(variant)));
        List<Charted> charted = Variants.charted(renamed);
        addBoth(pictures, ScatterChart.of(charted).pictures());
        addBoth(pictures, CostCurve.of(charted.subList(0, 3)).pictures());
        List<TrendChart.Value> values = List.of(
                new TrendChart.Value(name, 2024, 1e9, 1e12, "1B to 1T"),
                new TrendChart.Value("b" + name, 2025, 1e8, 1e8, "0.1B"));
        List<TrendChart.Level> levels = List.of(
                new TrendChart.Level(1e8, "0.1B"),
                new TrendChart.Level(1e9, "1B"),
                new TrendChart.Level(1e10, "10B"),
                new TrendChart.Level(1e11, "100B"),
                new TrendChart.Level(1e12, "1T"));
        pictures.add(TrendChart.bars("T", PartColor.ATTENTION, values, levels).picture());
        pictures.add(TrendChart.spans("T", PartColor.ATTENTION, values, levels).picture());
        addBoth(
                pictures,
                TimelineChart.of(
                                List.of(new TimelineEra(name, 2017, 2018)),
                                List.of(
                                        new TimelineEvent("2017-06-12", name, false, false, ""),
                                        new TimelineEvent("2018-06", name, true, true, "#gpt")))
                        .pictures());
        List<HistoryLine> lines = List.of(line(name, "2017"), line("b" + name, "2019"), line("c" + name, "2020"));
        addBoth(pictures, FamilyTree.of(lines));
        addBoth(pictures, AdoptionChart.of(lines));
        addBoth(
                pictures,
                ConceptMap.of(Arrays.stream(ExplainedPart.values())
                                .map(part ->
                                        new MapConcept(Optional.of(part), name, name + " sentence", "#" + part.key()))
                                .toList())
                        .pictures());
        pictures.forEach(LegibilityTest::assertLegible);
    }

    private static HistoryLine line(String name, String year) {
        return new HistoryLine(
                name,
                name,
                PartColor.ATTENTION,
                "",
                List.of(
                        step(HistoryLine.Kind.INTRODUCED, year + "-01", "Paper " + name, false),
                        step(HistoryLine.Kind.ADOPTED, year + "-06", "Model " + name, true)),
                List.of());
    }

    private static HistoryLine.Step step(HistoryLine.Kind kind, String date, String by, boolean described) {
        return new HistoryLine.Step(kind, date, by, "", described, Certainty.STATED, "", Optional.empty());
    }

    private static Variant named(Variant variant, String name) {
        return new Variant(
                new Variant.Identity(variant.id(), variant.family(), cut(name)),
                variant.release(),
                variant.architecture(),
                variant.context(),
                variant.training(),
                variant.published(),
                variant.provenance());
    }

    private static String cut(String name) {
        return name.substring(0, 100);
    }

    private static void addBoth(List<Picture> pictures, ByWidth both) {
        pictures.add(both.narrow());
        pictures.add(both.wide());
    }

    public static void assertLegible(Picture picture) {
        List<Mark.Label> labels = picture.labels();
        for (int i = 0; i < labels.size(); i++) {
            Mark.Label label = labels.get(i);
            assertThat(label.style().size()).isGreaterThanOrEqualTo(11.5);
            assertThat(label.left())
                    .as("left edge of “%s” in %s", label.text(), picture.title())
                    .isGreaterThanOrEqualTo(-1);
            assertThat(label.right())
                    .as("right edge of “%s” in %s", label.text(), picture.title())
                    .isLessThanOrEqualTo(picture.width() + 1);
            assertThat(label.top()).as("top of “%s”", label.text()).isGreaterThanOrEqualTo(-1);
            assertThat(label.bottom())
                    .as("bottom of “%s” in %s", label.text(), picture.title())
                    .isLessThanOrEqualTo(picture.height() + 1);
            for (Mark.Label other : labels.subList(i + 1, labels.size())) {
                assertThat(label.overlaps(other))
                        .as(
                                "“%s” touches “%s” in %s, %s wide",
                                label.text(), other.text(), picture.title(), picture.width())
                        .isFalse();
            }
        }
    }
}
