package dev.archnotes.site.markdown;

import dev.archnotes.site.markdown.math.FormulaPieces;
import dev.archnotes.site.markdown.math.MathSnippet;
import dev.archnotes.site.markdown.node.CitationGroup;
import dev.archnotes.site.markdown.node.DisplayFormula;
import dev.archnotes.site.markdown.node.Formula;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Renders citations and formulas by the context's answers, and the box of a task. */
final class ReferenceRenderer extends PartRenderer {

    private final Refs refs;
    private final RenderContext answers;

    ReferenceRenderer(HtmlNodeRendererContext output, Refs refs, RenderContext answers) {
        super(output);
        this.refs = refs;
        this.answers = answers;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(CitationGroup.class, Formula.class, DisplayFormula.class, TaskListItemMarker.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof CitationGroup group) {
            renderCitations(group);
        } else if (node instanceof Formula formula
                && answers.math(formula.tex, false).isEmpty()) {
            renderSource("$" + formula.tex + "$");
        } else if (node instanceof Formula formula) {
            html.raw(FormulaPieces.of(answers.math(formula.tex, false)).stream()
                    .map(piece -> "<span class=\"math\">" + piece + "</span>")
                    .collect(Collectors.joining("<wbr>")));
        } else if (node instanceof DisplayFormula formula) {
            renderDisplay(formula);
        } else if (node instanceof TaskListItemMarker marker) {
            renderTask(marker.isChecked());
        }
    }

    private void renderDisplay(DisplayFormula formula) {
        MathSnippet math = refs.find(formula, MathSnippet.class);
        String shown = math == null ? "" : answers.math(math.tex(), true);
        html.line();
        if (!shown.isEmpty()) {
            html.raw("<div class=\"math-display\">" + shown + "</div>");
        } else {
            html.tag("p");
            renderSource("$$ " + formula.tex() + (formula.closed ? " $$" : ""));
            html.tag("/p");
        }
        html.line();
    }

    /** What nobody can read as a formula, as it was typed. */
    private void renderSource(String typed) {
        html.tag("code");
        html.text(typed);
        html.tag("/code");
    }

    /** Brackets in which something is no citation are what the author typed. */
    private void renderCitations(CitationGroup group) {
        DocumentReader.Cited cited = refs.of(group, DocumentReader.Cited.class);
        String shown = cited.whole() ? answers.citation(cited.citations()) : "";
        if (shown.isEmpty()) {
            html.text("[" + group.text + "]");
        } else {
            html.raw(shown);
        }
    }

    private void renderTask(boolean done) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("type", "checkbox");
        attributes.put("disabled", "");
        if (done) {
            attributes.put("checked", "");
        }
        attributes.put("aria-label", answers.words(done ? "done" : "open"));
        html.tag("input", attributes);
        html.raw(" ");
    }
}
