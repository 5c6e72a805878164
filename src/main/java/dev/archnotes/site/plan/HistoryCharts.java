package dev.archnotes.site.plan;

import dev.archnotes.model.number.Dates;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Claim;
import dev.archnotes.site.content.Reference;
import dev.archnotes.site.content.Timeline;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.history.AdoptionChart;
import dev.archnotes.site.drawing.history.Certainty;
import dev.archnotes.site.drawing.history.FamilyTree;
import dev.archnotes.site.drawing.history.HistoryLine;
import dev.archnotes.site.drawing.history.TimelineChart;
import dev.archnotes.site.drawing.history.TimelineEra;
import dev.archnotes.site.drawing.history.TimelineEvent;
import dev.archnotes.site.page.FamilyTreeView;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The drawings of the history as one page shows them: events by date, and the family tree of mechanisms. */
final class HistoryCharts {
    private final Catalogue catalogue;
    private final PagePath page;
    private final Timeline timeline;

    HistoryCharts(Catalogue catalogue, PagePath page) {
        this.catalogue = catalogue;
        this.page = page;
        this.timeline = catalogue.library().timeline();
    }

    /** The main line of some eras; of all of them where none is named. */
    TimelineChart events(List<String> eras) {
        List<Timeline.Era> shown = timeline.eras().stream()
                .filter(era -> eras.isEmpty() || eras.contains(era.id()))
                .toList();
        List<String> ids = shown.stream().map(Timeline.Era::id).toList();
        List<TimelineEvent> events = timeline.events().stream()
                .filter(event -> event.level() == 1 && ids.contains(event.era()))
                .map(event -> new TimelineEvent(
                        event.date(),
                        event.title(),
                        event.kind().isModel(),
                        !event.models().isEmpty(),
                        event.models().stream().findFirst().map(this::model).orElse("")))
                .toList();
        return TimelineChart.of(
                shown.stream()
                        .map(era -> new TimelineEra(era.name(), era.from(), era.to()))
                        .toList(),
                events);
    }

    /** The tree of some mechanisms; of all of them where none is named. */
    FamilyTreeView tree(List<String> mechanisms, String caption, String id) {
        List<HistoryLine> drawn = new ArrayList<>();
        List<FamilyTreeView.Edge> edges = new ArrayList<>();
        for (Timeline.History mechanism : timeline.histories()) {
            if (mechanisms.isEmpty() || mechanisms.contains(mechanism.id())) {
                drawn.add(draw(mechanism, edges));
            }
        }
        return new FamilyTreeView(FamilyTree.of(drawn), List.copyOf(edges), caption, id);
    }

    /** What the tree shows of the models described here, for a page that has no room for all of it. */
    ByWidth adoption() {
        return AdoptionChart.of(lines());
    }

    /** What that chart shows, in a sentence, if there is something to say. */
    Optional<String> finding() {
        return AdoptionChart.finding(lines());
    }

    private List<HistoryLine> lines() {
        List<FamilyTreeView.Edge> edges = new ArrayList<>();
        return timeline.histories().stream()
                .map(mechanism -> draw(mechanism, edges))
                .toList();
    }

    private HistoryLine draw(Timeline.History mechanism, List<FamilyTreeView.Edge> edges) {
        String name = mechanism.name();
        String href = page.to(Paths.concept(mechanism.concept()).value()
                + (mechanism.anchor().isEmpty() ? "" : "#" + mechanism.anchor()));
        List<HistoryLine.Step> steps = new ArrayList<>();
        List<HistoryLine.Tie> descents = new ArrayList<>();
        steps.add(draw(name, mechanism.introduced(), HistoryLine.Kind.INTRODUCED, edges));
        for (Timeline.Descent descent : mechanism.descends()) {
            String older = timeline.history(descent.from()).orElseThrow().name();
            edges.add(edge(name, "made from " + older, mechanism.introduced(), "", descent.claim()));
            String tooltip = name + ", made from " + older + ": "
                    + descent.claim().evidence().label();
            descents.add(new HistoryLine.Tie(descent.from(), certainty(descent.claim()), tooltip));
        }
        mechanism.adopted().forEach(step -> steps.add(draw(name, step, HistoryLine.Kind.ADOPTED, edges)));
        mechanism.dropped().forEach(step -> steps.add(draw(name, step, HistoryLine.Kind.DROPPED, edges)));
        return new HistoryLine(mechanism.id(), mechanism.shortName(), part(mechanism.part()), href, steps, descents);
    }

    private HistoryLine.Step draw(
            String mechanism, Timeline.Step step, HistoryLine.Kind kind, List<FamilyTreeView.Edge> edges) {
        String what = kind == HistoryLine.Kind.INTRODUCED
                ? "introduced"
                : kind == HistoryLine.Kind.ADOPTED ? "adopted" : "dropped";
        FamilyTreeView.Edge edge = edge(mechanism, what, step, step.remark(), step.claim());
        edges.add(edge);
        String remark = step.remark().isEmpty() ? "" : " (" + step.remark() + ")";
        String tooltip =
                mechanism + ", " + what + " by " + step.by() + remark + ", " + edge.printed() + ": " + edge.evidence();
        Optional<HistoryLine.Tie> origin = step.origin().map(from -> {
            String related = (kind == HistoryLine.Kind.DROPPED ? "unlike " : "after ") + from.by();
            edges.add(edge(mechanism, related, step, "", from.claim()));
            return new HistoryLine.Tie(
                    from.by(),
                    certainty(from.claim()),
                    step.by() + ", " + related + ": " + from.claim().evidence().label());
        });
        return new HistoryLine.Step(
                kind,
                step.date(),
                step.by(),
                edge.who().href(),
                !step.model().isEmpty(),
                certainty(step.claim()),
                tooltip,
                origin);
    }

    private FamilyTreeView.Edge edge(String mechanism, String what, Timeline.Step step, String remark, Claim claim) {
        Reference reference = catalogue.reference(claim.cite());
        Link source = new Link(reference.shortForm(), page.to(Paths.REFERENCES.value() + "#ref-" + reference.key()));
        return new FamilyTreeView.Edge(
                mechanism,
                what,
                new Link(step.by(), model(step.model())),
                remark,
                step.date(),
                Dates.print(step.date()),
                claim.evidence().label(),
                source,
                claim.locator());
    }

    private String model(String slug) {
        return catalogue.modelNote(slug).map(note -> page.to(Paths.note(note))).orElse("");
    }

    private static Certainty certainty(Claim claim) {
        return Certainty.valueOf(claim.evidence().name());
    }

    private static PartColor part(Timeline.ModelPart part) {
        switch (part) {
            case FEED_FORWARD:
                return PartColor.FEED_FORWARD;
            case NORMALIZATION:
                return PartColor.NORMALIZATION;
            case POSITIONS:
                return PartColor.POSITIONS;
            case EMBEDDING:
                return PartColor.EMBEDDING;
            default:
                return PartColor.ATTENTION;
        }
    }
}
