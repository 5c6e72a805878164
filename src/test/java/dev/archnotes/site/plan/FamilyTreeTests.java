package dev.archnotes.site.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.number.Dates;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Claim;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.Timeline;
import dev.archnotes.site.page.FamilyTreeView;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.templates.StaticTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

/** What the family tree of a notes folder says, read back from its SVG and its table. */
public abstract class FamilyTreeTests {
    private static final Map<String, String> CLASSES = Map.of(
            "stated by the makers",
            "f-stated",
            "same structure in the released configuration",
            "f-configuration",
            "our inference",
            "f-inference");

    /** The notes from which the tree is drawn. */
    protected final Library library;

    /** The tree, as it stands on the page of the timeline. */
    protected final Document tree;

    /** Draws the tree of all mechanisms. */
    protected FamilyTreeTests(Catalogue catalogue) {
        library = catalogue.library();
        FamilyTreeView view = new HistoryCharts(catalogue, Paths.TIMELINE).tree(List.of(), "A caption.", "tree");
        tree = Jsoup.parse(new StaticTemplates().partFamilytree(view, null).render());
    }

    @Test
    public void everyStepIsAMarkThatSaysAllOfIt() {
        List<String> expected = new ArrayList<>();
        for (Timeline.History mechanism : library.timeline().histories()) {
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

    private static String step(Timeline.History mechanism, String what, Timeline.Step step) {
        String remark = step.remark().isEmpty() ? "" : " (" + step.remark() + ")";
        return mechanism.name() + ", " + what + " by " + step.by() + remark + ", " + Dates.print(step.date()) + ": "
                + step.claim().evidence().label();
    }

    @Test
    public void everyOriginAndDescentIsACurveOfItsKind() {
        List<String> expected = new ArrayList<>();
        for (Timeline.History mechanism : library.timeline().histories()) {
            for (Timeline.Descent descent : mechanism.descends()) {
                expected.add(mechanism.name() + ", made from "
                        + library.timeline()
                                .history(descent.from())
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
    public void adoptionsAreMarkedByTheirKindAndLinkedToTheirModel() {
        for (Element mark : tree.select(".at-wide .f-mark:has(.f-dot)")) {
            String title = mark.selectFirst("title").text();
            assertThat(mark.selectFirst(".f-dot").classNames())
                    .as(title)
                    .contains(CLASSES.get(title.substring(title.lastIndexOf(": ") + 2)));
        }
        for (Timeline.History mechanism : library.timeline().histories()) {
            mechanism.adopted().stream()
                    .filter(step -> !step.model().isEmpty())
                    .forEach(step -> assertThat(
                                    titles(".at-wide a.f-mark[href='../models/" + step.model() + "/'] > title"))
                            .contains(step(mechanism, "adopted", step)));
        }
    }

    @Test
    public void theTableHoldsEveryEdgeWithItsSource() {
        long edges = library.timeline().histories().stream()
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
    }

    private static String label(Claim claim) {
        return claim.evidence().label();
    }

    /** The texts of the elements that a selector finds. */
    protected final List<String> titles(String selector) {
        return tree.select(selector).eachText();
    }
}
