package dev.archnotes.page;

import dev.archnotes.content.ModelFamily;
import dev.archnotes.content.Note;
import dev.archnotes.content.NoteKind;
import dev.archnotes.spec.ModelSpec;
import java.util.ArrayList;
import java.util.List;

/** Plans every page of the site from a checked library. */
public final class SitePlanner {
    private final Catalogue catalogue;

    public SitePlanner(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** All pages, sorted by path. */
    public List<Page> plan() {
        List<Page> pages = new ArrayList<>();
        OverviewPlanner overview = new OverviewPlanner(catalogue);
        pages.add(overview.home());
        pages.add(overview.models());
        pages.add(overview.concepts());
        pages.add(overview.references());
        pages.add(overview.data());
        pages.add(overview.search());
        pages.add(overview.notFound());
        ModelPlanner models = new ModelPlanner(catalogue);
        for (ModelFamily family : catalogue.familiesByDate()) {
            catalogue.modelNote(family.slug()).ifPresent(note -> pages.add(models.family(family, note)));
            for (ModelSpec variant : family.variants()) {
                pages.add(models.variant(family, variant));
            }
        }
        NotePlanner notes = new NotePlanner(catalogue);
        catalogue.concepts().forEach(note -> pages.add(notes.concept(note)));
        for (Note note : catalogue.library().notes(NoteKind.TEXT)) {
            pages.add(notes.text(note));
        }
        ComparisonPlanner comparison = new ComparisonPlanner(catalogue);
        pages.add(comparison.all());
        pages.add(comparison.calculator());
        pages.addAll(comparison.pairs());
        pages.add(new TimelinePlanner(catalogue).timeline());
        pages.sort((a, b) -> a.head().path().compareTo(b.head().path()));
        return List.copyOf(pages);
    }
}
