package dev.archnotes.site.plan;

import dev.archnotes.model.number.Dates;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Reference;
import dev.archnotes.site.content.Timeline;
import dev.archnotes.site.markdown.Slug;
import dev.archnotes.site.page.Chip;
import dev.archnotes.site.page.FamilyTreeView;
import dev.archnotes.site.page.Head;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.page.TimelinePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
        SortedSet<String> years = new TreeSet<>();
        timeline.events().forEach(event -> years.add(year(event)));
        List<TimelinePage.Era> eras = timeline.eras().stream()
                .map(era -> new TimelinePage.Era(
                        era.id(),
                        OverviewPlanner.years(era),
                        era.name(),
                        era.summary(),
                        years.stream()
                                .flatMap(year -> year(year, era, years).stream())
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
                        "fig:tree"));
        return new TimelinePage(
                head,
                listings.timeline(head),
                timeline.events().isEmpty() ? Optional.empty() : Optional.of(charts.events(List.of())),
                eras,
                tree,
                remarks);
    }

    /** The events of a year of an era; none where nothing happened. */
    private Optional<TimelinePage.Year> year(String year, Timeline.Era era, SortedSet<String> years) {
        List<Timeline.Event> events = catalogue.library().timeline().events().stream()
                .filter(event -> event.era().equals(era.id()) && year(event).equals(year))
                .toList();
        if (events.isEmpty()) {
            return Optional.empty();
        }
        String later = year + "\0";
        return Optional.of(new TimelinePage.Year(
                Integer.parseInt(year),
                years.tailSet(later).isEmpty() ? "" : years.tailSet(later).first(),
                events.size() == 1 ? "1 event" : events.size() + " events",
                events.stream()
                        .filter(event -> event.level() == 1)
                        .map(Timeline.Event::title)
                        .collect(Collectors.joining(", ")),
                events.stream().map(this::event).toList()));
    }

    private static String year(Timeline.Event event) {
        return event.date().substring(0, 4);
    }

    /** The anchor of an event on the page: {@code 2023-mamba}. */
    static String anchor(Timeline.Event event) {
        return year(event) + "-" + Slug.ofWords(event.title());
    }

    private TimelinePage.Event event(Timeline.Event event) {
        List<Chip> chips = new ArrayList<>();
        for (String slug : event.models()) {
            catalogue
                    .modelNote(slug)
                    .ifPresent(note -> chips.add(new Chip(note.title(), Optional.empty(), page.to(Paths.note(note)))));
        }
        for (String slug : event.concepts()) {
            catalogue
                    .concept(slug)
                    .ifPresent(note ->
                            chips.add(new Chip(note.title(), ConceptParts.color(note), page.to(Paths.note(note)))));
        }
        return new TimelinePage.Event(
                anchor(event),
                event.date(),
                Dates.print(event.date()),
                event.title(),
                event.level() == 1,
                event.text(),
                chips,
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
