package dev.archnotes.site.markdown;

import dev.archnotes.site.markdown.node.CitationGroup;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Image;
import org.commonmark.node.Node;

/**
 * What a text cites, in the order in which its page shows it: side notes stand behind the first reference to them, the
 * other footnotes behind the text, wherever the file defines them.
 */
final class CitationOrder extends AbstractVisitor {
    private final Refs refs;
    private final Footnotes footnotes;
    private final Set<String> keys = new LinkedHashSet<>();

    private CitationOrder(Refs refs, Footnotes footnotes) {
        this.refs = refs;
        this.footnotes = footnotes;
    }

    /** The cited keys, each of them once. */
    static List<String> of(Node tree, Refs refs, Footnotes footnotes) {
        CitationOrder order = new CitationOrder(refs, footnotes);
        tree.accept(order);
        footnotes.inOrder().stream()
                .filter(note -> !footnotes.isSideNote(Footnotes.name(note.getLabel())))
                .forEach(order::visitChildren);
        return List.copyOf(order.keys);
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof CitationGroup) {
            refs.of(node, DocumentReader.Cited.class).citations().forEach(citation -> keys.add(citation.key()));
        } else if (node instanceof FootnoteReference) {
            Footnotes.Reference reference = refs.find(node, Footnotes.Reference.class);
            if (reference != null && reference.occurrence() == 1 && footnotes.isSideNote(reference.name())) {
                visitChildren(footnotes.definition(reference.name()));
            }
        } else {
            visitChildren(node);
        }
    }

    @Override
    public void visit(CustomBlock block) {
        if (!(block instanceof FootnoteDefinition)) {
            visitChildren(block);
        }
    }

    /** Its words are shown as plain text. */
    @Override
    public void visit(Image image) {}
}
