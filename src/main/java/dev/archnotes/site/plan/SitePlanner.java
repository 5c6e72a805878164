package dev.archnotes.site.plan;

import dev.archnotes.model.compare.Relatives;
import dev.archnotes.model.compare.Structure;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.cache.Memory;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.catalogue.Targets;
import dev.archnotes.site.content.FailedOn;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteId;
import dev.archnotes.site.content.NoteKind;
import dev.archnotes.site.page.NoteView;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.page.ReferencesPage;
import dev.archnotes.site.parallel.Evenly;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Plans every page of the site from a checked library. */
public final class SitePlanner {
    private static final Memory.Step<Page> PAGES = new Memory.Step<>("planned page");
    private static final Memory.Step<Relatives> RELATIVES = new Memory.Step<>("relatives");

    private final Catalogue catalogue;
    private final Remembered remembered;
    private final NoteViews notes;
    private final Listings listings;
    private final Map<String, List<Structure>> structures;
    private final OutlinePlanner outline;

    /** What was planned before the others. */
    private final Map<NoteId, Page> first = new HashMap<>();

    /**
     * A planner of one site.
     *
     * @param catalogue a library without errors
     * @param targets what its notes refer to, as the checks found it
     * @param memory what was planned before
     */
    public SitePlanner(Catalogue catalogue, Targets targets, Memory memory) {
        this.catalogue = catalogue;
        this.remembered = new Remembered(memory, catalogue);
        this.notes = new NoteViews(catalogue, targets, remembered);
        this.listings = new Listings(catalogue);
        this.structures = structures();
        this.outline = new OutlinePlanner(catalogue, listings);
    }

    /**
     * The pages of some notes, before all others.
     *
     * @param shown of which notes, by the files of their pages
     */
    public List<Page> plan(Set<String> shown) {
        for (OfNote planned : ofNotes()) {
            if (shown.contains(Paths.note(planned.note()).file())) {
                first.put(planned.note().id(), planned.page().get());
            }
        }
        return List.copyOf(first.values());
    }

    /**
     * All pages that have something to show, sorted by path. They do not depend on each other, and several are planned
     * at a time.
     */
    public List<Page> plan() {
        List<Supplier<Page>> pages = new ArrayList<>();
        for (OfNote planned : ofNotes()) {
            Page known = first.get(planned.note().id());
            pages.add(known == null ? planned.page() : () -> known);
        }
        ModelPlanner models = models();
        for (ModelFamily family : catalogue.familiesByDate()) {
            for (Variant variant : family.variants()) {
                pages.add(ofModels(
                        Paths.variant(variant),
                        () -> FailedOn.naming(family.path(), () -> models.variant(family, variant))));
            }
        }
        OverviewPlanner overview = new OverviewPlanner(catalogue, listings, notes, outline);
        pages.addAll(List.of(overview::home, overview::search, overview::notFound));
        Stream.of(outline.folders(), outline.tagPages(), outline.moved())
                .flatMap(List::stream)
                .forEach(page -> pages.add(() -> page));
        ComparisonPlanner comparison = new ComparisonPlanner(catalogue, listings, structures);
        if (!catalogue.variants().isEmpty()) {
            pages.addAll(List.of(overview::models, overview::data));
            pages.add(ofModels(Paths.COMPARE, comparison::all));
            pages.add(ofModels(Paths.CALCULATOR, new CalculatorPlanner(catalogue, listings)::page));
        }
        if (!catalogue.concepts().isEmpty()) {
            pages.add(overview::concepts);
        }
        if (!catalogue.library().glossary().isEmpty()) {
            pages.add(new GlossaryPlanner(catalogue, notes, listings)::glossary);
        }
        if (catalogue.library().settings().treatment().book()) {
            pages.add(new BookPlanner(catalogue, notes, listings)::book);
        }
        ReferencesPage references = overview.references();
        if (!references.entries().isEmpty()) {
            pages.addAll(List.of(() -> references, () -> overview.bibtex(references)));
        }
        if (!catalogue.library().timeline().isEmpty()) {
            pages.add(ofModels(Paths.TIMELINE, new TimelinePlanner(catalogue, listings)::timeline));
        }
        comparison.pairs().forEach((path, pair) -> pages.add(ofModels(path, pair)));
        return Evenly.map(pages, Supplier::get).stream()
                .sorted(Comparator.comparing(page -> page.head().path()))
                .toList();
    }

    /** The page that is that of one note. */
    private record OfNote(Note note, Supplier<Page> page) {}

    private List<OfNote> ofNotes() {
        List<OfNote> pages = new ArrayList<>();
        ModelPlanner models = models();
        for (ModelFamily family : catalogue.familiesByDate()) {
            catalogue
                    .modelNote(family.slug())
                    .ifPresent(note -> pages.add(of(note, () -> family(models, family, note))));
        }
        NotePlanner texts = new NotePlanner(catalogue, notes, listings, outline, remembered);
        catalogue.concepts().forEach(note -> pages.add(of(note, () -> texts.concept(note))));
        catalogue.library().notes(NoteKind.TEXT).stream()
                .filter(note -> !note.isHome())
                .forEach(note -> pages.add(of(note, () -> texts.text(note))));
        return pages;
    }

    private ModelPlanner models() {
        return new ModelPlanner(catalogue, listings, remembered.get(RELATIVES, "", () -> Relatives.of(structures)));
    }

    /** A page on which nothing of the notes' prose shows. */
    private Supplier<Page> ofModels(PagePath path, Supplier<Page> page) {
        return () -> remembered.get(PAGES, path.value(), page);
    }

    private Page family(ModelPlanner models, ModelFamily family, Note note) {
        NoteView view = notes.view(note);
        return remembered.get(PAGES, Paths.note(note).value(), view, () -> models.family(family, view));
    }

    private static OfNote of(Note note, Supplier<Page> page) {
        return new OfNote(note, () -> FailedOn.naming(note.path(), page));
    }

    private Map<String, List<Structure>> structures() {
        Map<String, List<Structure>> structures = new TreeMap<>();
        for (ModelFamily family : catalogue.families()) {
            structures.put(
                    family.slug(),
                    family.variants().stream()
                            .map(variant -> Structure.of(variant, catalogue.sheet(variant)))
                            .toList());
        }
        return structures;
    }
}
