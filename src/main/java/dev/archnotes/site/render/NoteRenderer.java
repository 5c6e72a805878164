package dev.archnotes.site.render;

import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteBlock;
import dev.archnotes.site.content.Reference;
import dev.archnotes.site.markdown.RenderContext;
import dev.archnotes.site.markdown.math.MathRenderer;
import dev.archnotes.site.markdown.math.MathResult;
import dev.archnotes.site.markdown.node.BlockRef;
import dev.archnotes.site.markdown.node.CitationRef;
import dev.archnotes.site.markdown.node.FactRef;
import dev.archnotes.site.markdown.node.Heading;
import dev.archnotes.site.markdown.node.ImageRef;
import dev.archnotes.site.markdown.node.LinkRef;
import dev.archnotes.site.page.BlockView;
import dev.archnotes.site.page.CitationView;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.plan.Catalogue;
import dev.archnotes.site.plan.NotePaths;
import dev.archnotes.site.plan.NoteViews;
import dev.archnotes.site.templates.Templates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Renders one note for one page. A checked library has no dangling references, so nothing here can fail for want of
 * one.
 */
final class NoteRenderer implements RenderContext {
    /** The ids of citations, footnotes, blocks and of what a page says by itself. */
    private static final Pattern PARTS = Pattern.compile("main|references|mentioned-title|(ref|note|noteref)-.*"
            + "|(block-\\d+|drawing|layers|bars|memory-curve|cost-curve|history-tree|variants|users|ledger|published)"
            + "(-\\d+)?(-narrow|-wide)?-(title|desc|caption)");

    private final Catalogue catalogue;
    private final NoteViews views;
    private final MathRenderer math;
    private final Templates templates;
    private final Note note;
    private final PagePath page;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Reference> cited = new LinkedHashMap<>();

    NoteRenderer(Catalogue catalogue, MathRenderer math, Templates templates, Note note, PagePath page) {
        this.catalogue = catalogue;
        this.math = math;
        this.templates = templates;
        this.note = note;
        this.page = page;
        this.views = new NoteViews(catalogue, page);
    }

    NoteHtml render(List<Contents.Entry> addedSections) {
        addedSections.forEach(section -> ids.add(section.id()));
        String html = note.document().render(this);
        List<NoteHtml.CitedReference> references =
                cited.values().stream().map(NoteHtml.CitedReference::new).toList();
        List<Contents.Entry> added = new ArrayList<>(addedSections);
        if (!references.isEmpty()) {
            added.add(new Contents.Entry("references", "References", List.of()));
        }
        return new NoteHtml(html, Contents.of(note.document().headings(), added), references);
    }

    @Override
    public String link(LinkRef link) {
        switch (link.kind()) {
            case NOTE:
                Note target = catalogue
                        .library()
                        .note(NotePaths.resolve(note.path(), link.path()))
                        .orElseThrow();
                return page.to(Paths.note(target).value() + anchor(target, link));
            case ANCHOR:
                return anchor(note, link);
            case FILE:
                return page.to("notes/" + NotePaths.resolve(note.path(), link.path()));
            default:
                return link.target();
        }
    }

    /** Where a link leads within a note, by the id that the heading has today. */
    private static String anchor(Note target, LinkRef link) {
        String id = target.document().heading(link.anchor()).map(Heading::id).orElse(link.anchor());
        return link.kind() == LinkRef.Kind.ANCHOR || !id.isEmpty() ? "#" + id : "";
    }

    @Override
    public boolean hasId(String id) {
        return ids.contains(id) || PARTS.matcher(id).matches();
    }

    @Override
    public String citation(List<CitationRef> group) {
        List<CitationView> citations = new ArrayList<>();
        for (CitationRef citation : group) {
            Reference reference = catalogue.library().references().get(citation.key());
            cited.putIfAbsent(reference.key(), reference);
            citations.add(views.citation(citation, reference));
        }
        return templates.partCitation(citations).render().strip();
    }

    @Override
    public String fact(FactRef fact) {
        return templates.partChecked(views.fact(fact)).render().strip();
    }

    @Override
    public String block(BlockRef ref) {
        for (NoteBlock block : note.blocks()) {
            if (block.ref().equals(ref)) {
                return print(views.block(block, note.blocks().indexOf(block)));
            }
        }
        throw new IllegalStateException("a block that was not read: " + ref.location());
    }

    private String print(BlockView view) {
        if (view instanceof BlockView.Comparison comparison) {
            return templates.partTable(comparison.table()).render();
        } else if (view instanceof BlockView.Chart chart) {
            return templates
                    .partChart(chart.pictures(), chart.values(), chart.caption(), chart.id())
                    .render();
        } else if (view instanceof BlockView.Strips strips) {
            return templates.partStrips(strips).render();
        } else if (view instanceof BlockView.Drawing drawing) {
            return templates
                    .partDrawing(drawing.drawing(), drawing.caption(), drawing.id(), "")
                    .render();
        }
        if (view instanceof BlockView.Tree tree) {
            return templates.partFamilytree(tree.view()).render();
        }
        throw new IllegalStateException("no template for " + view.getClass().getSimpleName());
    }

    @Override
    public String math(String tex, boolean display) {
        if (math.render(tex, display) instanceof MathResult.Rendered rendered) {
            return rendered.mathml();
        }
        throw new IllegalStateException("a formula that was not checked: " + tex);
    }

    @Override
    public String image(ImageRef image) {
        return templates
                .partImage(page.to("notes/" + NotePaths.resolve(note.path(), image.target())), image.alt())
                .render()
                .strip();
    }
}
