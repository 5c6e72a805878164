package dev.archnotes.site.markdown;

import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** What the renderers of the dialect's own parts have in common. */
abstract class PartRenderer implements NodeRenderer {

    final HtmlNodeRendererContext output;
    final HtmlWriter html;

    PartRenderer(HtmlNodeRendererContext output) {
        this.output = output;
        this.html = output.getWriter();
    }

    void renderChildren(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            output.render(child);
        }
    }
}
