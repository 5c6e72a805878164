package dev.archnotes.site.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.fact.Feature;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Claim;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Timeline;
import dev.archnotes.site.page.Dates;
import dev.archnotes.site.page.FamilyTreeView;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.read.LibraryReader;
import dev.archnotes.site.templates.StaticTemplates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the family tree of the real notes says, read back from its SVG and its table. */
class HistoryChartsTest {
    private static final Map<String, String> CLASSES = Map.of(
            "stated by the makers",
            "f-stated",
            "same structure in the released configuration",
            "f-configuration",
            "our inference",
            "f-inference");

    private static Library library;
    private static Document tree;

    @BeforeAll
    static void draw() throws IOException {
        library = LibraryReader.read(Path.of("notes")).library();
        FamilyTreeView view =
                new HistoryCharts(Catalogue.of(library), Paths.TIMELINE).tree(List.of(), "A caption.", "tree");
        tree = Jsoup.parse(new StaticTemplates().partFamilytree(view).render());
    }

    @Test
    void everyStepIsAMarkThatSaysAllOfIt() {
        List<String> expected = new ArrayList<>();
        for (Timeline.Mechanism mechanism : library.timeline().mechanisms()) {
            expected.add(step(mechanism, "introduced", mechanism.introduced()));
            mechanism.adopted().forEach(step -> expected.add(step(mechanism, "adopted", step)));
            mechanism.dropped().forEach(step -> expected.add(step(mechanism, "dropped", step)));
        }
        assertThat(titles(".at-wide .f-mark > title")).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(tree.select(".at-narrow .f-dot, .at-narrow .f-start, .at-narrow .f-drop")
                        .size())
                .as("marks of the narrow form, besides those of its key")
                .isEqualTo(expected.size() + 6);
    }

    private static String step(Timeline.Mechanism mechanism, String what, Timeline.Step step) {
        String remark = step.remark().isEmpty() ? "" : " (" + step.remark() + ")";
        return mechanism.name() + ", " + what + " by " + step.by() + remark + ", " + Dates.print(step.date()) + ": "
                + step.claim().evidence().label();
    }

    @Test
    void everyOriginAndDescentIsACurveOfItsKind() {
        List<String> expected = new ArrayList<>();
        for (Timeline.Mechanism mechanism : library.timeline().mechanisms()) {
            for (Timeline.Descent descent : mechanism.descends()) {
                expected.add(mechanism.name() + ", made from "
                        + library.timeline()
                                .mechanism(descent.from())
                                .orElseThrow()
                                .name() + ": " + label(descent.claim()));
            }
            mechanism
                    .adopted()
                    .forEach(step -> step.origin()
                            .ifPresent(origin ->
                                    expected.add(step.by() + ", after " + origin.by() + ": " + label(origin.claim()))));
            mechanism
                    .dropped()
                    .forEach(step -> step.origin()
                            .ifPresent(origin -> expected.add(
                                    step.by() + ", unlike " + origin.by() + ": " + label(origin.claim()))));
        }
        Elements curves = tree.select(".at-wide path.f-tie:has(title)");
        assertThat(titles(".at-wide path.f-tie > title")).containsExactlyInAnyOrderElementsOf(expected);
        for (Element curve : curves) {
            String title = curve.text();
            assertThat(curve.classNames())
                    .as(title)
                    .contains(CLASSES.get(title.substring(title.lastIndexOf(": ") + 2)));
        }
        assertThat(tree.select(".at-narrow path.f-tie").size())
                .as("curves of the narrow form, besides those of its key")
                .isEqualTo(expected.size() + 3);
    }

    @Test
    void adoptionsAreMarkedByTheirKindAndLinkedToTheirModel() {
        for (Element mark : tree.select(".at-wide .f-mark:has(.f-dot)")) {
            String title = mark.selectFirst("title").text();
            assertThat(mark.selectFirst(".f-dot").classNames())
                    .as(title)
                    .contains(CLASSES.get(title.substring(title.lastIndexOf(": ") + 2)));
        }
        assertThat(tree.select(".at-wide a.f-mark[href='../models/kimi-k2/'] > title")
                        .eachText())
                .anySatisfy(title -> assertThat(title)
                        .isEqualTo("Multi-head latent attention, adopted by Kimi K2 (64 instead of 128 "
                                + "heads), 11 Jul 2025: stated by the makers"));
    }

    @Test
    void theTableHoldsEveryEdgeWithItsSource() {
        long edges = library.timeline().mechanisms().stream()
                .mapToLong(mechanism -> mechanism.descends().size()
                        + mechanism.steps().size()
                        + mechanism.steps().stream()
                                .filter(step -> step.origin().isPresent())
                                .count())
                .sum();
        assertThat(tree.select("tbody tr")).hasSize((int) edges);
        assertThat(tree.select("tbody tr"))
                .allSatisfy(row -> assertThat(row.select("td:last-child a[href^='../references/#ref-']"))
                        .hasSize(1));
        assertThat(tree.select("tbody tr").eachText())
                .contains("Multi-head latent attention after DeepSeek-V3 Kimi K2 11 Jul 2025 stated by the makers "
                        + "Kimi Team 2025, section 2.3");
    }

    /** The check of the notes asks whether the steps are true; this asks whether any is missing. */
    @Test
    void noModelThatHasAMechanismIsLeftOut() {
        for (Timeline.Mechanism mechanism : library.timeline().mechanisms()) {
            Feature.named(mechanism.feature()).ifPresent(feature -> {
                for (ModelFamily family : library.families()) {
                    boolean has =
                            family.variants().stream().anyMatch(variant -> feature.usedBy(variant.architecture()));
                    boolean told = mechanism.steps().stream()
                            .anyMatch(step -> !mechanism.dropped().contains(step)
                                    && step.model().equals(family.slug()));
                    assertThat(told)
                            .as("%s has %s", family.slug(), mechanism.id())
                            .isEqualTo(has);
                }
            });
        }
    }

    private static String label(Claim claim) {
        return claim.evidence().label();
    }

    private static List<String> titles(String selector) {
        return tree.select(selector).eachText();
    }
}
