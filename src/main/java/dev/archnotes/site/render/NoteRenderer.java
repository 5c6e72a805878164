package dev.archnotes.site.render;

import dev.archnotes.site.markdown.MarkdownDocument;
import dev.archnotes.site.markdown.RenderContext;
import dev.archnotes.site.markdown.TermMarks;
import dev.archnotes.site.markdown.math.MathRenderer;
import dev.archnotes.site.markdown.math.MathResult;
import dev.archnotes.site.markdown.node.BlockRef;
import dev.archnotes.site.markdown.node.CitationRef;
import dev.archnotes.site.markdown.node.FactRef;
import dev.archnotes.site.markdown.node.ImageRef;
import dev.archnotes.site.markdown.node.LinkRef;
import dev.archnotes.site.page.BlockView;
import dev.archnotes.site.page.NoteView;
import dev.archnotes.site.templates.Templates;
import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Prints a text of the notes, with what was planned for each place in it. */
final class NoteRenderer implements RenderContext {
    private final MarkdownDocument document;
    private final Map<BlockRef, MarkdownDocument> captions;
    private final NoteView.Insertions insertions;
    private final MathRenderer math;
    private final Templates templates;

    /** A renderer of a note. */
    NoteRenderer(NoteView note, MathRenderer math, Templates templates) {
        this(note.note().document(), note.note().captions(), note.insertions(), math, templates);
    }

    /** A renderer of a text without blocks. */
    NoteRenderer(MarkdownDocument document, NoteView.Insertions insertions, MathRenderer math, Templates templates) {
        this(document, Map.of(), insertions, math, templates);
    }

    private NoteRenderer(
            MarkdownDocument document,
            Map<BlockRef, MarkdownDocument> captions,
            NoteView.Insertions insertions,
            MathRenderer math,
            Templates templates) {
        this.document = document;
        this.captions = captions;
        this.insertions = insertions;
        this.math = math;
        this.templates = templates;
    }

    /** The text as HTML. */
    Content content() {
        String html = document.render(this);
        return output -> output.writeContent(html);
    }

    /** One paragraph that the author wrote for the page of the note. */
    Content line(MarkdownDocument text) {
        String html = text.renderLine(this);
        return output -> output.writeContent(html);
    }

    @Override
    public String link(LinkRef link) {
        return Objects.requireNonNull(insertions.links().get(link), link.target());
    }

    @Override
    public TermMarks marks() {
        return insertions.terms();
    }

    @Override
    public String term(String term, String words) {
        return templates
                .partTerm(insertions.glossary() + "#" + term, words)
                .render()
                .strip();
    }

    @Override
    public String citation(List<CitationRef> group) {
        return templates
                .partCitation(group.stream().map(insertions.citations()::get).toList())
                .render()
                .strip();
    }

    @Override
    public String fact(FactRef fact) {
        return templates.partChecked(insertions.figures().get(fact)).render().strip();
    }

    @Override
    public String block(BlockRef ref) {
        BlockView view = insertions.blocks().get(ref);
        Content caption = line(Objects.requireNonNull(captions.get(ref)));
        if (view instanceof BlockView.Comparison comparison) {
            return templates.partTable(comparison.table(), caption).render();
        } else if (view instanceof BlockView.Chart chart) {
            return templates
                    .partChart(chart.pictures(), chart.values(), chart.caption(), chart.id(), caption)
                    .render();
        } else if (view instanceof BlockView.Strips strips) {
            return templates.partStrips(strips, caption).render();
        } else if (view instanceof BlockView.Drawing drawing) {
            return templates
                    .partDrawing(drawing.drawing(), drawing.caption(), drawing.id(), "", caption)
                    .render();
        } else if (view instanceof BlockView.SideBySide pair) {
            return templates.partSidebyside(pair, caption).render();
        } else if (view instanceof BlockView.Mechanism mechanism) {
            return templates.partFigure(mechanism.figure(), caption).render();
        } else if (view instanceof BlockView.Tree tree) {
            return templates.partFamilytree(tree.view(), caption).render();
        }
        throw new IllegalStateException("no template for " + view);
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
                .partImage(insertions.images().get(image), image.alt())
                .render()
                .strip();
    }
}
