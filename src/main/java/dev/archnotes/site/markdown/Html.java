package dev.archnotes.site.markdown;

import dev.archnotes.site.markdown.node.Heading;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;

/** Puts the renderers of the dialect together, for one note and one context. */
public final class Html {

    private final HtmlRenderer renderer;

    Html(Refs refs, Footnotes footnotes, Map<String, Heading> aliases, RenderContext context) {
        this.renderer = HtmlRenderer.builder()
                .escapeHtml(true)
                .nodeRendererFactory(output -> new ProseRenderer(output, refs, aliases, context))
                .nodeRendererFactory(output -> new CodeRenderer(output, refs, context))
                .nodeRendererFactory(output -> new TableRenderer(output, refs, context))
                .nodeRendererFactory(output -> new AlertRenderer(output, context))
                .nodeRendererFactory(output -> new ElementRenderer(output))
                .nodeRendererFactory(output -> new FootnoteRenderer(output, refs, footnotes, context))
                .nodeRendererFactory(output -> new ReferenceRenderer(output, refs, context))
                .extensions(List.of(StrikethroughExtension.create()))
                .build();
    }

    String render(Node tree) {
        return renderer.render(tree);
    }
}
