package dev.archnotes.page;

import dev.archnotes.content.Reference;
import dev.archnotes.content.Timeline;
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
        return new TimelinePage(head, eras, mechanisms);
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
