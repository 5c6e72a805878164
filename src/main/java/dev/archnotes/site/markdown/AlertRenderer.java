package dev.archnotes.site.markdown;

import dev.archnotes.site.markdown.node.Alert;
import dev.archnotes.site.markdown.node.Question;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Renders alerts with their label, and questions that open to show the answer. */
final class AlertRenderer extends PartRenderer {

    private final RenderContext answers;

    AlertRenderer(HtmlNodeRendererContext output, RenderContext answers) {
        super(output);
        this.answers = answers;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Alert.class, Question.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Alert alert) {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("class", "alert alert-" + alert.kind.word());
            attributes.put("role", "note");
            html.line();
            html.tag("div", attributes);
            html.line();
            html.raw("<p class=\"alert-label\">" + answers.words(alert.kind.title()));
            Node first = alert.getFirstChild();
            boolean titled = first instanceof Alert.Title;
            if (titled) {
                html.raw(": ");
                renderChildren(first);
            }
            html.raw("</p>");
            html.line();
            for (Node part = titled ? first.getNext() : first; part != null; part = part.getNext()) {
                output.render(part);
            }
            html.line();
            html.tag("/div");
            html.line();
        } else if (node instanceof Question) {
            html.line();
            html.tag("details", Map.of("class", "question"));
            html.line();
            // in a row of questions the first says what they are
            html.raw(
                    node.getPrevious() instanceof Question
                            ? "<summary>"
                            : "<summary><span class=\"question-label\">" + answers.words("Check yourself")
                                    + "</span> ");
            renderChildren(node.getFirstChild());
            html.tag("/summary");
            html.line();
            html.tag("div", Map.of("class", "answer"));
            html.line();
            for (Node part = node.getFirstChild().getNext(); part != null; part = part.getNext()) {
                output.render(part);
            }
            html.line();
            html.tag("/div");
            html.line();
            html.tag("/details");
            html.line();
        }
    }
}
