package dev.archnotes.site.markdown.tree;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.HiddenCharacters;
import dev.archnotes.model.diagnostic.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/**
 * Takes headings without a word out of a text and reports them: they would be blank entries of its contents, and a
 * screen reader would announce nothing. What else they hold, such as an image, stays as a paragraph.
 */
public final class EmptyHeadings extends AbstractVisitor {
    private static final Pattern ID = Pattern.compile("\\{#[^{}]*}$");

    private final List<Heading> empty = new ArrayList<>();

    private EmptyHeadings() {}

    /** Takes them out of a tree. */
    public static void take(Node tree, Source source, List<Diagnostic> findings) {
        EmptyHeadings found = new EmptyHeadings();
        tree.accept(found);
        for (Heading heading : found.empty) {
            findings.add(Diagnostic.error(Rule.INVALID_MARKDOWN, source.location(heading), "the heading has no words")
                    .withHint("write them, or take it out")
                    .withLength(source.length(heading)));
            Paragraph rest = rest(heading);
            if (rest.getFirstChild() != null) {
                heading.insertAfter(rest);
            }
            heading.unlink();
        }
    }

    @Override
    public void visit(Heading heading) {
        if (HiddenCharacters.showsNothing(ID.matcher(PlainText.of(heading)).replaceFirst(""))) {
            empty.add(heading);
        }
    }

    /** What the heading holds besides the id of its own. */
    private static Paragraph rest(Heading heading) {
        Paragraph rest = new Paragraph();
        rest.setSourceSpans(heading.getSourceSpans());
        for (Node part = heading.getFirstChild(); part != null; part = heading.getFirstChild()) {
            if (part instanceof Text text
                    && HiddenCharacters.showsNothing(
                            ID.matcher(text.getLiteral()).replaceFirst(""))) {
                part.unlink();
            } else {
                rest.appendChild(part);
            }
        }
        return rest;
    }
}
