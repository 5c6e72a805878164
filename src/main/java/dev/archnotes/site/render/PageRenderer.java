package dev.archnotes.site.render;

import dev.archnotes.site.content.Note;
import dev.archnotes.site.markdown.math.MathRenderer;
import dev.archnotes.site.markdown.node.BlockKind;
import dev.archnotes.site.page.CalculatorPage;
import dev.archnotes.site.page.Card;
import dev.archnotes.site.page.ComparePage;
import dev.archnotes.site.page.ConceptPage;
import dev.archnotes.site.page.DataPage;
import dev.archnotes.site.page.HomePage;
import dev.archnotes.site.page.IndexPage;
import dev.archnotes.site.page.ModelPage;
import dev.archnotes.site.page.NotFoundPage;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.PairPage;
import dev.archnotes.site.page.ReferencesPage;
import dev.archnotes.site.page.SearchPage;
import dev.archnotes.site.page.TextPage;
import dev.archnotes.site.page.TimelinePage;
import dev.archnotes.site.page.VariantPage;
import dev.archnotes.site.plan.Catalogue;
import dev.archnotes.site.templates.StaticTemplates;
import dev.archnotes.site.templates.Templates;
import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Renders a page through the template of its kind; the one place that tells pages apart. */
public final class PageRenderer {
    private final Catalogue catalogue;
    private final Set<PagePath> paths;
    private final MathRenderer math;
    private final Map<PagePath, Card> cards;
    private final Templates templates = new StaticTemplates();

    /**
     * A renderer for the pages of one site.
     *
     * @param catalogue what the site is about
     * @param pages all its pages, so that no link leads to a page that it does not have
     * @param math sets formulas
     * @param cards the cards of the pages that have one
     */
    public PageRenderer(Catalogue catalogue, List<Page> pages, MathRenderer math, Map<PagePath, Card> cards) {
        this.catalogue = catalogue;
        this.paths = pages.stream().map(page -> page.head().path()).collect(Collectors.toUnmodifiableSet());
        this.math = math;
        this.cards = Map.copyOf(cards);
    }

    /** The page as HTML in UTF-8. */
    public byte[] render(Page page) {
        Utf8ByteOutput html = new Utf8ByteOutput();
        model(page).render(html);
        return QuotationMarks.curve(html.toByteArray());
    }

    private JteModel model(Page page) {
        String root = page instanceof NotFoundPage lost
                ? lost.root()
                : page.head().path().root();
        Shell shell = Shell.of(
                page,
                root,
                catalogue.library().settings(),
                paths,
                Optional.ofNullable(cards.get(page.head().path())),
                ownFaces(page),
                hasPictures(page));
        if (page instanceof ModelPage model) {
            return templates.pageModel(
                    model,
                    note(
                            model.note(),
                            page,
                            model.published().isEmpty()
                                    ? entries(
                                            "variants",
                                            "Variants",
                                            "ledger",
                                            "Parameter ledger",
                                            "memory",
                                            "Memory and cost")
                                    : entries(
                                            "variants",
                                            "Variants",
                                            "ledger",
                                            "Parameter ledger",
                                            "memory",
                                            "Memory and cost",
                                            "published",
                                            "Published and computed")),
                    shell);
        } else if (page instanceof VariantPage variant) {
            return templates.pageVariant(variant, shell);
        } else if (page instanceof ConceptPage concept) {
            return templates.pageConcept(concept, note(concept.note(), page, conceptEntries(concept)), shell);
        } else if (page instanceof TextPage text) {
            return templates.pageText(text, note(text.note(), page, List.of()), shell);
        } else if (page instanceof HomePage home) {
            return templates.pageHome(home, shell);
        } else if (page instanceof IndexPage index) {
            return templates.pageIndex(index, shell);
        } else if (page instanceof ComparePage compare) {
            return templates.pageCompare(compare, shell);
        } else if (page instanceof PairPage pair) {
            return templates.pagePair(pair, shell);
        } else if (page instanceof TimelinePage timeline) {
            return templates.pageTimeline(timeline, shell);
        } else if (page instanceof ReferencesPage references) {
            return templates.pageReferences(references, shell);
        } else if (page instanceof DataPage data) {
            return templates.pageData(data, shell);
        } else if (page instanceof SearchPage search) {
            return templates.pageSearch(search, shell);
        } else if (page instanceof CalculatorPage calculator) {
            return templates.pageCalculator(calculator, shell);
        } else if (page instanceof NotFoundPage lost) {
            return templates.pageNotfound(lost, shell);
        }
        throw new IllegalStateException("no template for " + page.getClass().getSimpleName());
    }

    /**
     * The faces that a page needs beside those of every page: for the bold words of its note, the names of events or of
     * authors, and for formulas.
     */
    private static List<String> ownFaces(Page page) {
        List<String> faces = new ArrayList<>();
        if (page instanceof TimelinePage
                || page instanceof ReferencesPage
                || note(page).map(note -> note.document().bold()).orElse(false)) {
            faces.add("fonts/text-600.woff2");
        }
        if (note(page).map(note -> !note.document().formulas().isEmpty()).orElse(false)) {
            faces.add("fonts/math.woff2");
        }
        return faces;
    }

    /** Whether a page shows drawings or charts: by its kind, or because its note asks for one. */
    private static boolean hasPictures(Page page) {
        return page instanceof HomePage
                || page instanceof ModelPage
                || page instanceof VariantPage
                || page instanceof PairPage
                || page instanceof TimelinePage
                || page instanceof ConceptPage concept && concept.history().isPresent()
                || note(page)
                        .map(note -> note.blocks().stream().anyMatch(block -> block.kind() != BlockKind.COMPARE))
                        .orElse(false);
    }

    private static Optional<Note> note(Page page) {
        return Optional.ofNullable(
                page instanceof ModelPage model
                        ? model.note()
                        : page instanceof ConceptPage concept
                                ? concept.note()
                                : page instanceof TextPage text ? text.note() : null);
    }

    private NoteHtml note(Note note, Page page, List<Contents.Entry> added) {
        return new NoteRenderer(catalogue, math, templates, note, page.head().path()).render(added);
    }

    private static List<Contents.Entry> conceptEntries(ConceptPage concept) {
        List<Contents.Entry> entries = new ArrayList<>();
        if (concept.saysWho()) {
            entries.addAll(entries("models", "Who uses it"));
        }
        if (concept.history().isPresent()) {
            entries.addAll(entries("history", "Where it comes from"));
        }
        return entries;
    }

    private static List<Contents.Entry> entries(String... idsAndTexts) {
        List<Contents.Entry> entries = new ArrayList<>();
        for (int i = 0; i < idsAndTexts.length; i += 2) {
            entries.add(new Contents.Entry(idsAndTexts[i], idsAndTexts[i + 1], List.of()));
        }
        return entries;
    }
}
