package dev.archnotes.site.markdown;

import dev.archnotes.site.markdown.node.Element;
import dev.archnotes.site.markdown.node.ElementBlock;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Renders the HTML elements that a note may have, from their nodes: nothing of what was typed is printed as markup. */
final class ElementRenderer extends PartRenderer {
    private static final Set<String> VOID = Set.of("wbr");

    ElementRenderer(HtmlNodeRendererContext output) {
        super(output);
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Element.class, ElementBlock.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Element element) {
            print(element, element.name, element.attributes);
        } else if (node instanceof ElementBlock block) {
            html.line();
            // a paragraph cannot hold blocks
            print(block, block.name.equals("p") && holdsBlocks(block) ? "div" : block.name, block.attributes);
            html.line();
        }
    }

    private void print(Node node, String name, Map<String, String> attributes) {
        html.tag(name, attributes);
        if (!VOID.contains(name)) {
            renderChildren(node);
            html.tag("/" + name);
        }
    }

    private static boolean holdsBlocks(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Block) {
                return true;
            }
        }
        return false;
    }
}
