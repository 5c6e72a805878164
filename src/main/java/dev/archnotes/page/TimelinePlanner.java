package dev.archnotes.page;

import dev.archnotes.content.Reference;
import dev.archnotes.content.Timeline;
import dev.archnotes.drawing.Adoption;
import dev.archnotes.drawing.AdoptionChart;
import dev.archnotes.drawing.Mechanism;
import dev.archnotes.drawing.TimelineChart;
import dev.archnotes.drawing.TimelineEra;
import dev.archnotes.drawing.TimelineEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the timeline. */
final class TimelinePlanner {
    private final Catalogue catalogue;
    private final PagePath page = Paths.TIMELINE;

    TimelinePlanner(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    TimelinePage timeline() {
        Timeline timeline = catalogue.library().timeline();
        List<TimelinePage.Era> eras = timeline.eras().stream()
                .map(era -> new TimelinePage.Era(era.id(), OverviewPlanner.years(era), era.name(), era.summary(),
                        timeline.events().stream().filter(event -> event.era().equals(era.id())).map(this::event).toList()))
                .toList();
        List<TimelinePage.Mechanism> mechanisms = timeline.mechanisms().stream()
                .map(mechanism -> new TimelinePage.Mechanism(mechanism.name(), step(mechanism.introduced()),
                        mechanism.adopted().stream().map(this::step).toList(), mechanism.dropped().stream().map(this::step).toList(), mechanism.note()))
                .toList();
        Head head = new Head(page, "Timeline", "How language-model architectures changed from 2017 to 2025: papers, models and releases, each with its source, and when each mechanism was adopted.",
                "page-timeline", Head.Section.TIMELINE, OverviewPlanner.home(page));
        return new TimelinePage(head, chart(timeline), adoption(), eras, mechanisms);
    }

    private TimelineChart chart(Timeline timeline) {
        List<TimelineEra> eras = timeline.eras().stream().map(era -> new TimelineEra(era.name(), era.from(), era.to())).toList();
        List<TimelineEvent> events = timeline.events().stream().filter(event -> event.level() == 1)
                .map(event -> new TimelineEvent(event.date(), event.title(), event.kind().equals("model") || event.kind().equals("release"),
                        !event.models().isEmpty(), event.models().stream().findFirst().flatMap(catalogue::modelNote)
                                .map(note -> page.to(Paths.note(note))).orElse("")))
                .toList();
        return TimelineChart.of(eras, events);
    }

    /** When the mechanisms were described, taken up and given up. */
    AdoptionChart adoption() {
        return AdoptionChart.of(catalogue.library().timeline().mechanisms().stream()
                .map(mechanism -> new Mechanism(mechanism.name(), MechanismParts.of(mechanism.id()), adoption(mechanism.introduced()),
                        mechanism.adopted().stream().map(TimelinePlanner::adoption).toList(),
                        mechanism.dropped().stream().map(TimelinePlanner::adoption).toList(), ""))
                .toList(), 2016, 2026);
    }

    private static Adoption adoption(Timeline.Step step) {
        return new Adoption(step.date(), step.by(), !step.model().isEmpty());
    }

    private TimelinePage.Event event(Timeline.Event event) {
        List<Link> links = new ArrayList<>();
        for (String slug : event.models()) {
            catalogue.modelNote(slug).ifPresent(note -> links.add(new Link(note.title(), page.to(Paths.note(note)))));
        }
        for (String slug : event.concepts()) {
            catalogue.concept(slug).ifPresent(note -> links.add(new Link(note.title(), page.to(Paths.note(note)))));
        }
        return new TimelinePage.Event(event.date(), Dates.print(event.date()), event.title(), event.level() == 1, event.text(), links, source(event));
    }

    private Optional<Link> source(Timeline.Event event) {
        Reference reference = catalogue.library().references().get(event.cite());
        if (reference != null) {
            return Optional.of(new Link(reference.shortForm(), page.to(Paths.REFERENCES.value() + "#ref-" + reference.key())));
        }
        return event.source().isEmpty() ? Optional.empty() : Optional.of(new Link("source", event.source()));
    }

    private TimelinePage.Step step(Timeline.Step step) {
        String href = catalogue.modelNote(step.model()).map(note -> page.to(Paths.note(note)))
                .orElse(catalogue.library().references().containsKey(step.cite()) ? page.to(Paths.REFERENCES.value() + "#ref-" + step.cite()) : "");
        return new TimelinePage.Step(Dates.print(step.date()), step.by(), href);
    }
}
