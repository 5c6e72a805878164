package dev.archnotes.site.markdown;

import dev.archnotes.site.markdown.node.CitationGroup;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;

/** The ids that no heading of a text can have: those of the page around it, of its footnotes and of what it cites. */
final class TakenIds extends AbstractVisitor {
    private static final String REFERENCES = "references";
    private static final String REFERENCE = "ref-";

    private final Predicate<String> ofPage;
    private final Set<String> ofFootnotes;
    private final Set<String> ofCitations = new HashSet<>();

    TakenIds(Predicate<String> ofPage, Node tree, Footnotes footnotes) {
        this.ofPage = ofPage;
        this.ofFootnotes = footnotes.ids();
        tree.accept(this);
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof CitationGroup group) {
            ofCitations.add(REFERENCES);
            LinkReader.keys(group).forEach(key -> ofCitations.add(REFERENCE + key));
        }
        visitChildren(node);
    }

    boolean contains(String id) {
        return ofPage.test(id) || ofFootnotes.contains(id) || ofCitations.contains(id);
    }
}
