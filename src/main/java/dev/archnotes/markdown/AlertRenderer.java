package dev.archnotes.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Renders alerts with their title, and questions that open to show the answer. */
final class AlertRenderer extends PartRenderer {

    AlertRenderer(HtmlNodeRendererContext output) {
        super(output);
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Alert.class, Question.class, Question.Summary.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Alert alert) {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("class", "alert alert-" + alert.kind.word());
            attributes.put("role", "note");
            html.line();
            html.tag("aside", attributes);
            html.raw("<p class=\"alert-title\">" + alert.kind.title() + "</p>");
            html.line();
            renderChildren(alert);
            html.line();
            html.tag("/aside");
            html.line();
        } else if (node instanceof Question) {
            html.line();
            html.tag("details", Map.of("class", "question"));
            renderChildren(node);
            html.line();
            html.tag("/details");
            html.line();
        } else {
            html.tag("summary");
            renderChildren(node);
            html.tag("/summary");
            html.line();
        }
    }
}
