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
import dev.archnotes.site.content.NoteKind;
import dev.archnotes.site.page.NoteView;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.page.ReferencesPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
    }

    /**
     * All pages that have something to show, sorted by path. They do not depend on each other, and several are planned
     * at a time.
     */
    public List<Page> plan() {
        List<Supplier<Page>> pages = new ArrayList<>();
        Map<String, List<Structure>> structures = structures();
        ModelPlanner models =
                new ModelPlanner(catalogue, listings, remembered.get(RELATIVES, "", () -> Relatives.of(structures)));
        for (ModelFamily family : catalogue.familiesByDate()) {
            catalogue
                    .modelNote(family.slug())
                    .ifPresent(note -> pages.add(of(note, () -> family(models, family, note))));
            for (Variant variant : family.variants()) {
                pages.add(ofModels(
                        Paths.variant(variant),
                        () -> FailedOn.naming(family.path(), () -> models.variant(family, variant))));
            }
        }
        OutlinePlanner outline = new OutlinePlanner(catalogue, listings);
        OverviewPlanner overview = new OverviewPlanner(catalogue, listings, notes, outline);
        pages.addAll(List.of(overview::home, overview::search, overview::notFound));
        NotePlanner texts = new NotePlanner(catalogue, notes, listings, outline, remembered);
        catalogue.concepts().forEach(note -> pages.add(of(note, () -> texts.concept(note))));
        catalogue.library().notes(NoteKind.TEXT).stream()
                .filter(note -> !note.isHome())
                .forEach(note -> pages.add(of(note, () -> texts.text(note))));
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
            pages.add(new BookPlanner(catalogue, notes)::book);
        }
        ReferencesPage references = overview.references();
        if (!references.entries().isEmpty()) {
            pages.addAll(List.of(() -> references, () -> overview.bibtex(references)));
        }
        if (!catalogue.library().timeline().isEmpty()) {
            pages.add(ofModels(Paths.TIMELINE, new TimelinePlanner(catalogue, listings)::timeline));
        }
        comparison.pairs().forEach((path, pair) -> pages.add(ofModels(path, pair)));
        return pages.parallelStream()
                .map(Supplier::get)
                .sorted(Comparator.comparing(page -> page.head().path()))
                .toList();
    }

    /** A page on which nothing of the notes' prose shows. */
    private Supplier<Page> ofModels(PagePath path, Supplier<Page> page) {
        return () -> remembered.get(PAGES, path.value(), page);
    }

    private Page family(ModelPlanner models, ModelFamily family, Note note) {
        NoteView view = notes.view(note);
        return remembered.get(PAGES, Paths.note(note).value(), view, () -> models.family(family, view));
    }

    private static Supplier<Page> of(Note note, Supplier<Page> page) {
        return () -> FailedOn.naming(note.path(), page);
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
