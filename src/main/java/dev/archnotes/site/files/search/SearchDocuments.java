package dev.archnotes.site.files.search;

import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.fact.Feature;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.Reference;
import dev.archnotes.site.content.Timeline;
import dev.archnotes.site.markdown.node.TextSection;
import dev.archnotes.site.page.ConceptPage;
import dev.archnotes.site.page.ModelPage;
import dev.archnotes.site.page.NotFoundPage;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.PairPage;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.page.ReferencesPage;
import dev.archnotes.site.page.SearchPage;
import dev.archnotes.site.page.TextPage;
import dev.archnotes.site.page.TimelinePage;
import dev.archnotes.site.page.VariantPage;
import java.util.ArrayList;
import java.util.List;

/** Gathers the sections of a site's pages. */
final class SearchDocuments {
    /** Figures of a data sheet that somebody may look for by their printed digits. */
    private static final List<String> FIGURES = List.of(
            "parameters.total",
            "parameters.active.all",
            "attention.mix",
            "kv_cache.bytes_per_token",
            "kv_cache.bytes_at.32768",
            "context.configured",
            "license");

    private final Catalogue catalogue;
    private final List<SearchDocument> documents = new ArrayList<>();

    private SearchDocuments(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The sections of all pages, in the order of the pages. */
    static List<SearchDocument> of(Catalogue catalogue, List<Page> pages) {
        SearchDocuments gathered = new SearchDocuments(catalogue);
        pages.forEach(gathered::add);
        return List.copyOf(gathered.documents);
    }

    private void add(Page page) {
        if (page instanceof ModelPage model) {
            addNote(SearchDocument.Group.MODEL, model.note().note());
        } else if (page instanceof ConceptPage concept) {
            addNote(SearchDocument.Group.CONCEPT, concept.note().note());
        } else if (page instanceof TextPage text) {
            addNote(SearchDocument.Group.PAGE, text.note().note());
        } else if (page instanceof VariantPage) {
            catalogue.variants().stream()
                    .filter(variant -> Paths.variant(variant).equals(page.head().path()))
                    .forEach(this::addSheet);
        } else if (page instanceof PairPage) {
            addWhole(SearchDocument.Group.COMPARISON, page);
        } else if (page instanceof TimelinePage) {
            addWhole(SearchDocument.Group.PAGE, page);
            catalogue.library().timeline().events().forEach(event -> addEvent(page, event));
        } else if (page instanceof ReferencesPage) {
            addWhole(SearchDocument.Group.PAGE, page);
            catalogue.library().references().values().forEach(reference -> addReference(page, reference));
        } else if (!(page instanceof SearchPage) && !(page instanceof NotFoundPage)) {
            addWhole(SearchDocument.Group.PAGE, page);
        }
    }

    /** Key line and description stand before the words above the first heading. */
    private void addNote(SearchDocument.Group group, Note note) {
        String href = Paths.note(note).value();
        List<TextSection> sections = note.document().sections();
        boolean opening = !sections.isEmpty() && sections.get(0).headingId().isEmpty();
        String lead = note.key() + " " + note.description()
                + (opening ? " " + sections.get(0).text() : "");
        documents.add(new SearchDocument(group, note.title(), "", href, lead));
        for (TextSection section : sections.subList(opening ? 1 : 0, sections.size())) {
            documents.add(new SearchDocument(
                    group, note.title(), section.heading(), href + "#" + section.headingId(), section.text()));
        }
    }

    /** A data sheet in brief: maker, mechanisms, main figures. */
    private void addSheet(Variant variant) {
        FactSheet sheet = catalogue.sheet(variant);
        List<String> words = new ArrayList<>(List.of(variant.organization()));
        for (Feature feature : Feature.values()) {
            if (feature != Feature.ALL && feature.usedBy(variant.architecture())) {
                words.add(feature.label());
            }
        }
        FIGURES.forEach(path -> sheet.print(path).ifPresent(words::add));
        words.add(variant.id());
        documents.add(new SearchDocument(
                SearchDocument.Group.MODEL,
                variant.name(),
                "Data sheet",
                Paths.variant(variant).value(),
                String.join(", ", words)));
    }

    private void addEvent(Page page, Timeline.Event event) {
        documents.add(new SearchDocument(
                SearchDocument.Group.PAGE,
                page.head().title(),
                event.title(),
                page.head().path().value() + "#" + event.era(),
                event.date() + ": " + event.text()));
    }

    private void addReference(Page page, Reference reference) {
        documents.add(new SearchDocument(
                SearchDocument.Group.PAGE,
                page.head().title(),
                reference.title(),
                page.head().path().value() + "#ref-" + reference.key(),
                reference.authorLine() + ", " + reference.year()));
    }

    private void addWhole(SearchDocument.Group group, Page page) {
        documents.add(new SearchDocument(
                group,
                page.head().title(),
                "",
                page.head().path().value(),
                page.head().description()));
    }
}
