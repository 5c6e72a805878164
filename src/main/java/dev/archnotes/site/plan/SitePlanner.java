package dev.archnotes.site.plan;

import dev.archnotes.model.compare.Relatives;
import dev.archnotes.model.compare.Structure;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.catalogue.Targets;
import dev.archnotes.site.content.FailedOn;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteKind;
import dev.archnotes.site.page.Page;
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
    private final Catalogue catalogue;
    private final NoteViews notes;
    private final Listings listings;

    /**
     * A planner of one site.
     *
     * @param catalogue a library without errors
     * @param targets what its notes refer to, as the checks found it
     */
    public SitePlanner(Catalogue catalogue, Targets targets) {
        this.catalogue = catalogue;
        this.notes = new NoteViews(catalogue, targets);
        this.listings = new Listings(catalogue);
    }

    /**
     * All pages that have something to show, sorted by path. They do not depend on each other, and several are planned
     * at a time.
     */
    public List<Page> plan() {
        List<Supplier<Page>> pages = new ArrayList<>();
        Map<String, List<Structure>> structures = structures();
        ModelPlanner models = new ModelPlanner(catalogue, notes, listings, Relatives.of(structures));
        for (ModelFamily family : catalogue.familiesByDate()) {
            catalogue
                    .modelNote(family.slug())
                    .ifPresent(note -> pages.add(of(note, () -> models.family(family, note))));
            for (Variant variant : family.variants()) {
                pages.add(() -> FailedOn.naming(family.path(), () -> models.variant(family, variant)));
            }
        }
        OutlinePlanner outline = new OutlinePlanner(catalogue, listings);
        OverviewPlanner overview = new OverviewPlanner(catalogue, listings, notes, outline);
        pages.addAll(List.of(overview::home, overview::search, overview::notFound));
        NotePlanner texts = new NotePlanner(catalogue, notes, listings, outline);
        catalogue.concepts().forEach(note -> pages.add(of(note, () -> texts.concept(note))));
        catalogue.library().notes(NoteKind.TEXT).stream()
                .filter(note -> !note.isHome())
                .forEach(note -> pages.add(of(note, () -> texts.text(note))));
        Stream.of(outline.folders(), outline.tagPages(), outline.moved())
                .flatMap(List::stream)
                .forEach(page -> pages.add(() -> page));
        ComparisonPlanner comparison = new ComparisonPlanner(catalogue, listings, structures);
        if (!catalogue.variants().isEmpty()) {
            pages.addAll(List.of(overview::models, overview::data, comparison::all));
            pages.add(new CalculatorPlanner(catalogue, listings)::page);
        }
        if (!catalogue.concepts().isEmpty()) {
            pages.add(overview::concepts);
        }
        if (!catalogue.library().glossary().isEmpty()) {
            pages.add(new GlossaryPlanner(catalogue, notes, listings)::glossary);
        }
        ReferencesPage references = overview.references();
        if (!references.entries().isEmpty()) {
            pages.addAll(List.of(() -> references, () -> overview.bibtex(references)));
        }
        if (!catalogue.library().timeline().isEmpty()) {
            pages.add(new TimelinePlanner(catalogue, listings)::timeline);
        }
        pages.addAll(comparison.pairs());
        return pages.parallelStream()
                .map(Supplier::get)
                .sorted(Comparator.comparing(page -> page.head().path()))
                .toList();
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
