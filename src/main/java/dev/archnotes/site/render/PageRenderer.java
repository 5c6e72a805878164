package dev.archnotes.site.render;

import dev.archnotes.site.cache.Memory;
import dev.archnotes.site.content.FailedOn;
import dev.archnotes.site.content.Language;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.markdown.MarkdownDocument;
import dev.archnotes.site.markdown.math.MathRenderer;
import dev.archnotes.site.page.CalculatorPage;
import dev.archnotes.site.page.ComparePage;
import dev.archnotes.site.page.ConceptPage;
import dev.archnotes.site.page.DataPage;
import dev.archnotes.site.page.GlossaryPage;
import dev.archnotes.site.page.HomePage;
import dev.archnotes.site.page.IndexPage;
import dev.archnotes.site.page.ModelPage;
import dev.archnotes.site.page.NotFoundPage;
import dev.archnotes.site.page.NoteView;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.PairPage;
import dev.archnotes.site.page.ReferencesPage;
import dev.archnotes.site.page.SearchPage;
import dev.archnotes.site.page.TextPage;
import dev.archnotes.site.page.TimelinePage;
import dev.archnotes.site.page.VariantPage;
import dev.archnotes.site.parallel.Evenly;
import dev.archnotes.site.templates.Templates;
import dev.archnotes.site.write.OutputFile;
import dev.archnotes.site.write.Spool;
import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Renders a page through the template of its kind; the one place that tells pages apart. */
public final class PageRenderer {
    private static final Memory.Step<OutputFile> PAGES = new Memory.Step<>("page");
    private static final Memory.Step<String> TEXTS = new Memory.Step<>("text of a note");

    private final SiteSettings site;
    private final List<Page> pages;
    private final Frame frame;
    private final MathRenderer math;
    private final Templates templates;
    private final Memory memory;

    /** Whether notes show on more than the page of their own. */
    private final boolean book;

    private final Map<String, String> texts = new ConcurrentHashMap<>();

    /**
     * A renderer for the pages of one site.
     *
     * @param site the settings of the site
     * @param pages all its pages; none links to a page that the site does not have
     * @param math sets formulas
     * @param templates print pages and parts of them
     * @param memory pages that were printed before, of which those that show the same are not printed again
     */
    public PageRenderer(SiteSettings site, List<Page> pages, MathRenderer math, Templates templates, Memory memory) {
        this.templates = templates;
        this.memory = memory;
        this.site = site;
        this.pages = List.copyOf(pages);
        this.frame = Frame.of(pages);
        this.math = math;
        this.book = pages.stream().anyMatch(IndexPage.Book.class::isInstance);
    }

    /** All pages as files; several are printed at a time. */
    public List<OutputFile> render() {
        return render(pages, Spool.NONE);
    }

    /**
     * The same.
     *
     * @param spool where they lie until they are written; with a memory that is kept, in that memory
     */
    public List<OutputFile> render(Spool spool) {
        return render(pages, spool);
    }

    /** Some of the pages as files. */
    public List<OutputFile> render(List<Page> some) {
        return render(some, Spool.NONE);
    }

    private List<OutputFile> render(List<Page> some, Spool spool) {
        return Evenly.map(some, page -> FailedOn.naming(page.head().path().file(), () -> file(page, spool)));
    }

    /** All that a printed page depends on. */
    private record Printed(Page page, SiteSettings site, Frame frame, Templates templates) {}

    private OutputFile file(Page page, Spool spool) {
        String path = page.head().path().file();
        return memory.get(PAGES, path, new Printed(page, site, frame, templates), () -> spool.file(path, render(page)));
    }

    /** The page as HTML in UTF-8. */
    private byte[] render(Page page) {
        Utf8ByteOutput html = new Utf8ByteOutput();
        model(page).render(html);
        return FinishedPage.of(html.toByteArray(), site.language());
    }

    private JteModel model(Page page) {
        Shell shell = Shell.of(page, site, frame);
        if (page instanceof ModelPage model) {
            MarkdownDocument.Parts text = MarkdownDocument.Parts.of(text(model.note()));
            return templates.pageModel(model, content(text.opening()), content(text.rest()), shell);
        } else if (page instanceof VariantPage variant) {
            return templates.pageVariant(variant, shell);
        } else if (page instanceof ConceptPage concept) {
            return templates.pageConcept(concept, html(concept.note()), shell);
        } else if (page instanceof TextPage text) {
            return templates.pageText(text, html(text.note()), note(text.note())::line, shell);
        } else if (page instanceof TextPage.Moved moved) {
            return templates.pageMoved(moved, shell);
        } else if (page instanceof HomePage home) {
            return templates.pageHome(home, home.text().map(this::html).orElse(output -> {}), shell);
        } else if (page instanceof IndexPage.Book book) {
            Map<String, Content> chapters = BookText.of(book, this::text);
            return templates.pageBook(book, chapter -> chapters.get(chapter.id()), shell);
        } else if (page instanceof IndexPage index) {
            return templates.pageIndex(index, shell);
        } else if (page instanceof ComparePage compare) {
            return templates.pageCompare(compare, shell);
        } else if (page instanceof PairPage pair) {
            return templates.pagePair(pair, shell);
        } else if (page instanceof TimelinePage timeline) {
            return templates.pageTimeline(timeline, shell);
        } else if (page instanceof GlossaryPage glossary) {
            return templates.pageGlossary(glossary, this::html, shell);
        } else if (page instanceof ReferencesPage references) {
            return templates.pageReferences(references, shell);
        } else if (page instanceof ReferencesPage.Bibtex bibtex) {
            return templates.pageBibtex(bibtex, shell);
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

    private NoteRenderer note(NoteView note) {
        return new NoteRenderer(note, math, templates, site.language());
    }

    private Content html(NoteView note) {
        return content(text(note));
    }

    private static Content content(String html) {
        return output -> output.writeContent(html);
    }

    /** The text of a note as HTML, printed once where several pages show it. */
    private String text(NoteView note) {
        return book
                ? texts.computeIfAbsent(
                        note.note().path(),
                        path -> memory.get(
                                TEXTS,
                                path,
                                new Text(note, site.language()),
                                () -> note(note).html()))
                : note(note).html();
    }

    /** All that the text of a note depends on. */
    private record Text(NoteView note, Language language) {}

    private Content html(GlossaryPage.Passage text) {
        return content(new NoteRenderer(text.document(), text.insertions(), math, templates, site.language()).html());
    }
}
