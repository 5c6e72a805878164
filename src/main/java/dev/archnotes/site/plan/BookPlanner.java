package dev.archnotes.site.plan;

import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.catalogue.Outline;
import dev.archnotes.site.content.Language;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteId;
import dev.archnotes.site.content.NoteKind;
import dev.archnotes.site.content.NotePlace;
import dev.archnotes.site.content.ReadingOrder;
import dev.archnotes.site.content.Reference;
import dev.archnotes.site.label.Label;
import dev.archnotes.site.page.Head;
import dev.archnotes.site.page.IndexPage;
import dev.archnotes.site.page.NoteView;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Plans the document of all notes: concepts as they are learned, models by date, other notes as their folders lie. */
final class BookPlanner {
    private static final String MODELS = "Models";
    private static final String CONCEPTS = "Concepts";
    private static final String MORE = "More";

    private final Catalogue catalogue;
    private final NoteViews notes;
    private final Listings listings;

    /** The ids of chapters so far. */
    private final Set<String> ids = new HashSet<>();

    private final Set<NoteId> taken = new HashSet<>();

    BookPlanner(Catalogue catalogue, NoteViews notes, Listings listings) {
        this.listings = listings;
        this.catalogue = catalogue;
        this.notes = notes;
    }

    IndexPage.Book book() {
        Language language = catalogue.library().settings().language();
        PagePath page = Paths.BOOK;
        List<IndexPage.Part> parts = new ArrayList<>();
        Set<Reference> references = new LinkedHashSet<>();
        int number = 0;
        for (Part part : ordered()) {
            List<IndexPage.Chapter> chapters = new ArrayList<>();
            for (Note note : part.notes()) {
                NoteView view = notes.view(note);
                references.addAll(view.references());
                chapters.add(new IndexPage.Chapter(++number, id(note), Paths.note(note), view));
            }
            parts.add(new IndexPage.Part(part.heading(), chapters));
        }
        Head head = new Head(
                page,
                Label.BOOK.in(language),
                Label.BOOK_LINE.in(language),
                "page-book",
                Head.Section.NONE,
                Crumbs.to(page, language));
        return new IndexPage.Book(head, listings.tool(head), parts, List.copyOf(references));
    }

    /** Notes that stand behind each other under one heading. */
    private record Part(String heading, List<Note> notes) {}

    /** The notes in the order in which they are read. */
    private List<Part> ordered() {
        List<Part> parts = new ArrayList<>();
        boolean models =
                !catalogue.families().isEmpty() || !catalogue.concepts().isEmpty();
        List<ReadingOrder.Group> groups = catalogue.library().reading().groups();
        for (Note note : catalogue.concepts()) {
            String heading = groups.stream()
                    .filter(group -> group.concepts().list().contains(note.slug()))
                    .findFirst()
                    .map(ReadingOrder.Group::heading)
                    .orElse(groups.isEmpty() ? CONCEPTS : MORE);
            add(parts, heading, note);
        }
        catalogue.familiesByDate().stream()
                .flatMap(family -> catalogue.modelNote(family.slug()).stream())
                .forEach(note -> add(parts, MODELS, note));
        String loose = models ? MORE : "";
        catalogue.library().notes(NoteKind.TEXT).stream().filter(Note::isHome).forEach(note -> add(parts, loose, note));
        for (Outline.Entry entry : catalogue.outline().entries()) {
            String heading = entry.entries().isEmpty() ? loose : entry.title();
            within(entry).filter(BookPlanner::isChapter).forEach(note -> add(parts, heading, note));
        }
        return parts;
    }

    private void add(List<Part> parts, String heading, Note note) {
        if (!taken.add(note.id())) {
            return;
        }
        if (parts.isEmpty() || !parts.get(parts.size() - 1).heading().equals(heading)) {
            parts.add(new Part(heading, new ArrayList<>()));
        }
        parts.get(parts.size() - 1).notes().add(note);
    }

    private static Stream<Note> within(Outline.Entry entry) {
        return Stream.concat(entry.note().stream(), entry.entries().stream().flatMap(BookPlanner::within));
    }

    /** What only the foot of pages names is about the site, not about its subject. */
    private static boolean isChapter(Note note) {
        return note.front()
                .frame()
                .place()
                .filter(place -> place == NotePlace.FOOT || place == NotePlace.CHANGES)
                .isEmpty();
    }

    /** The address of the note as a name of XML, which ids in drawings have to be, and as no other id begins. */
    private String id(Note note) {
        String name = "note." + note.address().replace('/', '.');
        String id = name;
        for (int i = 2; !ids.add(id); i++) {
            id = name + "-" + i;
        }
        return id;
    }
}
