package dev.archnotes.site.plan;

import dev.archnotes.site.cache.Memory;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.catalogue.Targets;
import dev.archnotes.site.catalogue.VariantFact;
import dev.archnotes.site.content.Figure;
import dev.archnotes.site.content.Glossary;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteBlock;
import dev.archnotes.site.content.NoteId;
import dev.archnotes.site.markdown.MarkdownDocument;
import dev.archnotes.site.markdown.TermMarks;
import dev.archnotes.site.markdown.node.BlockRef;
import dev.archnotes.site.markdown.node.CitationRef;
import dev.archnotes.site.markdown.node.FactRef;
import dev.archnotes.site.markdown.node.ImageRef;
import dev.archnotes.site.markdown.node.LinkRef;
import dev.archnotes.site.page.BlockView;
import dev.archnotes.site.page.CheckedFactView;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.NoteView;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Plans notes as pages show them: where their links lead, which figures and drawings stand in them, who links here. */
final class NoteViews {
    private static final Memory.Step<BlockView> BLOCKS = new Memory.Step<>("block");
    private static final Memory.Step<TermMarks> MARKS = new Memory.Step<>("terms of a note");

    private final Catalogue catalogue;
    private final Targets targets;
    private final Terms terms;
    private final Remembered remembered;

    /** How large images are, by their files. */
    private final Map<String, Figure.Size> sizes = new HashMap<>();

    /** The notes that link to a note. */
    private final Map<NoteId, Set<Note>> backlinks = new HashMap<>();

    private final Map<NoteId, NoteView> views = new ConcurrentHashMap<>();

    /**
     * A planner of notes.
     *
     * @param targets what the notes refer to, as the checks found it
     * @param remembered what was planned before
     */
    NoteViews(Catalogue catalogue, Targets targets, Remembered remembered) {
        this.remembered = remembered;
        this.catalogue = catalogue;
        this.targets = targets;
        this.terms = new Terms(catalogue);
        catalogue
                .library()
                .figures()
                .forEach(figure -> figure.size().ifPresent(size -> sizes.put(figure.path(), size)));
        for (Note note : catalogue.library().notes()) {
            note.texts().stream()
                    .flatMap(text -> text.links().stream())
                    .flatMap(link -> targets.note(link).stream())
                    .filter(target -> !target.equals(note.id()))
                    .forEach(target -> backlinks
                            .computeIfAbsent(target, id -> new LinkedHashSet<>())
                            .add(note));
        }
    }

    /** A note, as the page of its own shows it; planned once, however many pages show it. */
    NoteView view(Note note) {
        return views.computeIfAbsent(note.id(), id -> planned(note));
    }

    private NoteView planned(Note note) {
        PagePath page = Paths.note(note);
        Library library = catalogue.library();
        return new NoteView(
                note,
                insertions(note, page),
                note.citedKeys().stream()
                        .map(library.references()::get)
                        .filter(Objects::nonNull)
                        .toList(),
                mentions(note, page),
                library.settings().addresses().edit().isEmpty()
                        ? ""
                        : library.settings().addresses().edit() + Paths.encoded(note.path()));
    }

    private NoteView.Insertions insertions(Note note, PagePath page) {
        Map<BlockRef, BlockView> blocks = new HashMap<>();
        NoteBlocks planned = new NoteBlocks(catalogue, page);
        for (NoteBlock block : note.blocks()) {
            String id = planned.id(block);
            blocks.put(
                    block.ref(), remembered.get(BLOCKS, page.value() + "#" + id, block, () -> planned.view(block, id)));
        }
        return insertions(note.texts(), page, blocks, marks(note));
    }

    private TermMarks marks(Note note) {
        Terms.Source source = terms.source(note);
        return remembered.get(MARKS, note.path(), source, () -> terms.of(source));
    }

    /** What is put into a text of a term's entry. */
    NoteView.Insertions insertions(MarkdownDocument document, Glossary.Term term) {
        return insertions(List.of(document), Paths.GLOSSARY, Map.of(), terms.of(document, term));
    }

    private NoteView.Insertions insertions(
            List<MarkdownDocument> texts, PagePath page, Map<BlockRef, BlockView> blocks, TermMarks marks) {
        Map<LinkRef, String> links = new HashMap<>();
        Map<ImageRef, NoteView.Image> images = new HashMap<>();
        Map<FactRef, CheckedFactView> figures = new HashMap<>();
        Map<CitationRef, NoteView.Citation> citations = new HashMap<>();
        for (MarkdownDocument text : texts) {
            text.links().forEach(link -> href(link, page).ifPresent(href -> links.put(link, href)));
            text.images()
                    .forEach(image -> targets.image(image).ifPresent(file -> images.put(image, image(file, page))));
            text.facts().forEach(figure -> figures.put(figure, figure(figure, page)));
            text.citations().forEach(citation -> citation(citation).ifPresent(said -> citations.put(citation, said)));
        }
        return new NoteView.Insertions(links, images, figures, citations, blocks, marks, page.to(Paths.GLOSSARY));
    }

    /** The address of a link; empty where it leads nowhere, which a finding has told. */
    private Optional<String> href(LinkRef link, PagePath page) {
        if (link.kind() == LinkRef.Kind.EXTERNAL) {
            return Optional.of(link.target());
        }
        String anchor = targets.anchor(link).isEmpty() ? "" : "#" + targets.anchor(link);
        if (link.kind() == LinkRef.Kind.ANCHOR) {
            return anchor.isEmpty() ? Optional.empty() : Optional.of(anchor);
        }
        return targets.note(link)
                .flatMap(catalogue::note)
                .map(note -> page.to(Paths.note(note).value() + anchor))
                .or(() -> targets.file(link).map(file -> page.to(Paths.file(file))))
                .or(() -> targets.folder(link).map(folder -> page.to(Paths.page(folder))))
                .or(() -> targets.outside(link));
    }

    private NoteView.Image image(String file, PagePath page) {
        return new NoteView.Image(page.to(Paths.file(file)), Optional.ofNullable(sizes.get(file)));
    }

    /** A checked figure, with the places of the workings of both sides where it is a ratio. */
    private CheckedFactView figure(FactRef ref, PagePath page) {
        List<VariantFact> sides = targets.facts(ref);
        VariantFact first = sides.get(0);
        String per = sides.size() < 2
                ? ""
                : page.to(Paths.working(
                        sides.get(1).variant(), sides.get(1).fact().path()));
        return CheckedFactView.of(
                ref.text(), page.to(Paths.working(first.variant(), first.fact().path())), per);
    }

    private Optional<NoteView.Citation> citation(CitationRef citation) {
        return Optional.ofNullable(catalogue.library().references().get(citation.key()))
                .map(reference -> new NoteView.Citation(reference.key(), reference.shortForm(), citation.locator()));
    }

    /** The notes that link to a note, as links from a page. */
    private List<Link> mentions(Note note, PagePath page) {
        return backlinks.getOrDefault(note.id(), Set.of()).stream()
                .sorted(Comparator.comparing(Note::title))
                .map(from -> new Link(from.title(), page.to(Paths.note(from))))
                .toList();
    }
}
