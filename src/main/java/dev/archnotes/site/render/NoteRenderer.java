package dev.archnotes.site.render;

import dev.archnotes.site.content.Figure;
import dev.archnotes.site.content.Language;
import dev.archnotes.site.label.Label;
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
import org.jspecify.annotations.Nullable;

/** Prints a text of the notes, with what was planned for each place in it. */
final class NoteRenderer implements RenderContext {
    private final MarkdownDocument document;
    private final Map<BlockRef, MarkdownDocument> captions;
    private final NoteView.Insertions insertions;
    private final MathRenderer math;
    private final Templates templates;
    private final Language language;

    /** A renderer of a note. */
    NoteRenderer(NoteView note, MathRenderer math, Templates templates, Language language) {
        this(note.note().document(), note.note().captions(), note.insertions(), math, templates, language);
    }

    /** A renderer of a text without blocks. */
    NoteRenderer(
            MarkdownDocument document,
            NoteView.Insertions insertions,
            MathRenderer math,
            Templates templates,
            Language language) {
        this(document, Map.of(), insertions, math, templates, language);
    }

    private NoteRenderer(
            MarkdownDocument document,
            Map<BlockRef, MarkdownDocument> captions,
            NoteView.Insertions insertions,
            MathRenderer math,
            Templates templates,
            Language language) {
        this.language = language;
        this.document = document;
        this.captions = captions;
        this.insertions = insertions;
        this.math = math;
        this.templates = templates;
    }

    /** The text as HTML. */
    String html() {
        return document.render(this);
    }

    /** One paragraph that the author wrote for the page of the note. */
    Content line(MarkdownDocument text) {
        String html = text.renderLine(this);
        return output -> output.writeContent(html);
    }

    @Override
    public String link(LinkRef link) {
        return insertions.links().getOrDefault(link, "");
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
        if (!insertions.citations().keySet().containsAll(group)) {
            return "";
        }
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
                    .partDrawing(drawing.drawing(), drawing.caption(), drawing.id(), caption)
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
    public String object(String id, String word) {
        return templates.partObject(id, word).render().strip();
    }

    @Override
    public String words(String english) {
        return Label.translated(english, language);
    }

    @Override
    public String math(String tex, boolean display) {
        if (math.render(tex, display) instanceof MathResult.Rendered rendered) {
            return rendered.mathml();
        }
        return "";
    }

    @Override
    public String image(ImageRef image) {
        NoteView.Image view = insertions.images().get(image);
        return view == null
                ? ""
                : templates
                        .partImage(view.src(), image.alt(), size(image, view))
                        .render()
                        .strip();
    }

    /** The size that the author wants, in the proportions of the file; that of the file where there is no wish. */
    private static Figure.@Nullable Size size(ImageRef image, NoteView.Image view) {
        int width = image.wish().width();
        int height = image.wish().height();
        Figure.@Nullable Size own = view.size().orElse(null);
        if (width == 0 && height == 0) {
            return own;
        }
        if (width > 0 && height > 0) {
            return new Figure.Size(width, height);
        }
        if (own == null) {
            return null;
        }
        return width > 0
                ? new Figure.Size(width, scaled(own.height(), width, own.width()))
                : new Figure.Size(scaled(own.width(), height, own.height()), height);
    }

    private static int scaled(int length, int by, int from) {
        return (int) Math.max(1, Math.round((double) length * by / from));
    }
}
