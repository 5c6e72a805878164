package dev.archnotes.site.plan;

import dev.archnotes.model.number.Dates;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Reference;
import dev.archnotes.site.content.Timeline;
import dev.archnotes.site.page.FamilyTreeView;
import dev.archnotes.site.page.Head;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.page.TimelinePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the timeline. */
final class TimelinePlanner {
    private final Catalogue catalogue;
    private final Listings listings;
    private final PagePath page = Paths.TIMELINE;

    TimelinePlanner(Catalogue catalogue, Listings listings) {
        this.catalogue = catalogue;
        this.listings = listings;
    }

    TimelinePage timeline() {
        Timeline timeline = catalogue.library().timeline();
        List<TimelinePage.Era> eras = timeline.eras().stream()
                .map(era -> new TimelinePage.Era(
                        era.id(),
                        OverviewPlanner.years(era),
                        era.name(),
                        era.summary(),
                        timeline.events().stream()
                                .filter(event -> event.era().equals(era.id()))
                                .map(this::event)
                                .toList()))
                .toList();
        List<TimelinePage.Remark> remarks = timeline.histories().stream()
                .filter(mechanism -> !mechanism.note().isEmpty())
                .map(mechanism -> new TimelinePage.Remark(
                        new Link(mechanism.name(), page.to(Paths.concept(mechanism.concept()))), mechanism.note()))
                .toList();
        Head head = new Head(
                page,
                "Timeline",
                "How language-model architectures changed from " + timeline.years()
                        + ": papers, models and releases, each with its source, and which model took which "
                        + "mechanism from whom.",
                "page-timeline",
                Head.Section.TIMELINE,
                Crumbs.to(page));
        HistoryCharts charts = new HistoryCharts(catalogue, page);
        Optional<FamilyTreeView> tree = timeline.histories().isEmpty()
                ? Optional.empty()
                : Optional.of(charts.tree(
                        List.of(),
                        "Who introduced a mechanism, who took it up, from whom, and who gave it up again. Names "
                                + "in bold are models that this site describes.",
                        "tree"));
        return new TimelinePage(
                head,
                listings.timeline(head),
                timeline.events().isEmpty() ? Optional.empty() : Optional.of(charts.events(List.of())),
                eras,
                tree,
                remarks);
    }

    private TimelinePage.Event event(Timeline.Event event) {
        List<Link> links = new ArrayList<>();
        for (String slug : event.models()) {
            catalogue.modelNote(slug).ifPresent(note -> links.add(new Link(note.title(), page.to(Paths.note(note)))));
        }
        for (String slug : event.concepts()) {
            catalogue.concept(slug).ifPresent(note -> links.add(new Link(note.title(), page.to(Paths.note(note)))));
        }
        return new TimelinePage.Event(
                event.date(),
                Dates.print(event.date()),
                event.title(),
                event.level() == 1,
                event.text(),
                links,
                source(event));
    }

    private Optional<Link> source(Timeline.Event event) {
        Reference reference = catalogue.library().references().get(event.cite());
        if (reference != null) {
            return Optional.of(
                    new Link(reference.shortForm(), page.to(Paths.REFERENCES.value() + "#ref-" + reference.key())));
        }
        return event.source().isEmpty() ? Optional.empty() : Optional.of(new Link("source", event.source()));
    }
}
