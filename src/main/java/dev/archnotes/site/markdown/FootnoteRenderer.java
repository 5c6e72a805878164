package dev.archnotes.site.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Renders side notes behind the references to them, and the other footnotes, with links back, behind the text. */
final class FootnoteRenderer extends PartRenderer {

    private final Refs refs;
    private final Footnotes footnotes;

    private final RenderContext answers;

    FootnoteRenderer(HtmlNodeRendererContext output, Refs refs, Footnotes footnotes, RenderContext answers) {
        super(output);
        this.answers = answers;
        this.refs = refs;
        this.footnotes = footnotes;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FootnoteReference.class, FootnoteDefinition.class, Document.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof FootnoteReference) {
            renderReference(refs.of(node, Footnotes.Reference.class));
        } else if (node instanceof Document) {
            renderChildren(node);
            renderNotes();
        }
    }

    private void renderReference(Footnotes.Reference reference) {
        if (reference == null) {
            return; // stands in a side note that nothing refers to, which is a finding
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("class", "note-ref");
        attributes.put("id", reference.id());
        attributes.put("href", "#note-" + reference.name());
        boolean side = footnotes.isSideNote(reference.name());
        attributes.put("aria-label", answers.words(side ? "Side note" : "Note") + " " + reference.number());
        html.tag("a", attributes);
        html.raw(Integer.toString(reference.number()));
        html.tag("/a");
        if (side && reference.occurrence() == 1) {
            renderSideNote(reference);
        }
    }

    private void renderSideNote(Footnotes.Reference reference) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("class", "sidenote");
        attributes.put("id", "note-" + reference.name());
        attributes.put("role", "note");
        html.tag("span", attributes);
        html.raw("<span class=\"sidenote-number\">" + reference.number() + "</span> ");
        renderChildren(footnotes.definition(reference.name()).getFirstChild());
        html.tag("/span");
    }

    private void renderNotes() {
        boolean open = false;
        int number = 0;
        for (FootnoteDefinition note : footnotes.inOrder()) {
            number++;
            String name = Footnotes.name(note.getLabel());
            if (!footnotes.isSideNote(name)) {
                if (!open) {
                    html.line();
                    html.raw("<section class=\"footnotes\" aria-label=\"" + answers.words("Notes") + "\">");
                    html.line();
                    html.tag("ol");
                    html.line();
                    open = true;
                }
                Map<String, String> attributes = new LinkedHashMap<>();
                attributes.put("id", "note-" + name);
                attributes.put("value", Integer.toString(number));
                html.tag("li", attributes);
                renderNote(note, name, number);
                html.tag("/li");
                html.line();
            }
        }
        if (open) {
            html.tag("/ol");
            html.line();
            html.tag("/section");
            html.line();
        }
    }

    private void renderNote(FootnoteDefinition note, String name, int number) {
        for (Node child = note.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Paragraph && child.getNext() == null) {
                html.line();
                html.tag("p");
                renderChildren(child);
                renderBackLinks(name, number);
                html.tag("/p");
                html.line();
            } else {
                output.render(child);
            }
        }
        if (!(note.getLastChild() instanceof Paragraph)) {
            renderBackLinks(name, number);
        }
    }

    private void renderBackLinks(String name, int number) {
        int places = footnotes.referencesTo(name);
        for (int place = 1; place <= places; place++) {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("href", "#" + new Footnotes.Reference(name, number, place).id());
            attributes.put(
                    "aria-label",
                    answers.words("Back to reference") + " " + number
                            + (places == 1 ? "" : ", " + answers.words("place") + " " + place));
            html.raw(" ");
            html.tag("a", attributes);
            html.raw("↩");
            html.tag("/a");
        }
    }
}
