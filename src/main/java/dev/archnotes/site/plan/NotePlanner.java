package dev.archnotes.site.plan;

import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.cache.Memory;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Disagreements;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NotePlace;
import dev.archnotes.site.page.ConceptPage;
import dev.archnotes.site.page.FamilyTreeView;
import dev.archnotes.site.page.Head;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.page.TextPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Plans the pages of concepts and of other notes. */
final class NotePlanner {
    private static final Memory.Step<Optional<FamilyTreeView>> HISTORIES = new Memory.Step<>("history of a concept");

    private final Catalogue catalogue;
    private final NoteViews notes;
    private final Listings listings;

    private final OutlinePlanner outline;
    private final Remembered remembered;

    NotePlanner(
            Catalogue catalogue, NoteViews notes, Listings listings, OutlinePlanner outline, Remembered remembered) {
        this.remembered = remembered;
        this.outline = outline;
        this.catalogue = catalogue;
        this.notes = notes;
        this.listings = listings;
    }

    ConceptPage concept(Note note) {
        PagePath page = Paths.note(note);
        Facts facts = new Facts(catalogue, page);
        List<Variant> users = new ArrayList<>();
        List<Link> others = new ArrayList<>();
        for (Variant variant : note.features().isEmpty() ? List.<Variant>of() : catalogue.variants()) {
            if (OverviewPlanner.uses(note, variant)) {
                users.add(variant);
            } else {
                others.add(new Link(variant.name(), page.to(Paths.variant(variant))));
            }
        }
        String caption = others.isEmpty()
                ? "Every variant, from its specification."
                : users.size() + " of " + catalogue.variants().size() + " variants use it, by their specifications.";
        Head head = new Head(
                page,
                note.title(),
                note.description(),
                "page-concept",
                Head.Section.CONCEPTS,
                Crumbs.to(page, "Concepts", Paths.CONCEPTS));
        List<FactPath> columns = Facts.paths(note.front().users().columns());
        return new ConceptPage(
                head,
                listings.concept(head, note),
                notes.view(note),
                lesson(note, page, users.size()),
                users.isEmpty()
                        ? Optional.empty()
                        : Optional.of(facts.table("tab:users", caption, users, columns, columns)),
                others,
                remembered.get(HISTORIES, page.value(), () -> history(note, page)));
    }

    private ConceptPage.Lesson lesson(Note note, PagePath page, int users) {
        int all = catalogue.variants().size();
        String usedBy = note.features().isEmpty() || all == 0
                ? ""
                : users == all ? "Every variant uses it" : "Used by " + users + " of " + all + " variants";
        ReadingOrderPlanner order = new ReadingOrderPlanner(catalogue, page);
        return new ConceptPage.Lesson(usedBy, order.before(note), order.next(note));
    }

    /** The lines of the mechanisms that the note explains, and of those from which they were made. */
    private Optional<FamilyTreeView> history(Note note, PagePath page) {
        Set<String> mechanisms = new TreeSet<>();
        catalogue.library().timeline().histories().stream()
                .filter(mechanism -> mechanism.concept().equals(note.slug()))
                .forEach(mechanism -> {
                    mechanisms.add(mechanism.id());
                    mechanism.descends().forEach(descent -> mechanisms.add(descent.from()));
                });
        return mechanisms.isEmpty()
                ? Optional.empty()
                : Optional.of(new HistoryCharts(catalogue, page)
                        .tree(
                                List.copyOf(mechanisms),
                                "From the first publication to the models of today. Names in bold are models that "
                                        + "this site describes.",
                                "fig:history"));
    }

    TextPage text(Note note) {
        PagePath page = Paths.note(note);
        Head.Section section =
                note.front().frame().place().map(NotePlanner::section).orElse(Head.Section.NONE);
        Head head = new Head(
                page, note.title(), note.description(), "page-text", section, outline.crumbs(page, note.address()));
        List<TextPage.Group> disagreements = note.disagreements().groups().stream()
                .sorted(Comparator.comparingInt(this::place))
                .map(group -> new TextPage.Group(
                        group.id(),
                        group.heading(),
                        group.entries().stream()
                                .map(entry -> row(group, entry, page))
                                .toList()))
                .toList();
        return new TextPage(head, listings.text(head, note), notes.view(note), disagreements, outline.around(note));
    }

    /** Groups about one family stand in the order of the models' list, baselines last, and others behind them. */
    private int place(Disagreements.Group group) {
        List<String> order = Stream.concat(
                        catalogue.familiesByDate().stream().filter(family -> !catalogue.isBaseline(family)),
                        catalogue.familiesByDate().stream().filter(catalogue::isBaseline))
                .map(ModelFamily::slug)
                .toList();
        int place = group.models().list().size() == 1
                ? order.indexOf(group.models().list().get(0))
                : -1;
        return place < 0 ? order.size() : place;
    }

    private TextPage.Row row(Disagreements.Group group, Disagreements.Entry entry, PagePath page) {
        List<String> slugs = group.modelsOf(entry);
        return new TextPage.Row(
                entry,
                slugs.stream()
                        .flatMap(slug -> catalogue.modelNote(slug).stream())
                        .map(model -> new Link(model.title(), page.to(Paths.note(model))))
                        .toList(),
                slugs);
    }

    private static Head.Section section(NotePlace place) {
        return switch (place) {
            case TRENDS -> Head.Section.TRENDS;
            case METHOD -> Head.Section.METHOD;
            case FOOT -> Head.Section.FOOT;
            case CHANGES -> Head.Section.CHANGES;
        };
    }
}
