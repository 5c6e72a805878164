package dev.archnotes.site.markdown.tree;

import dev.archnotes.site.markdown.node.Formula;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * The words of a line without its markup: {@code Why a latent?} for {@code Why a *latent*?}; formulas as TeX, citations
 * not at all.
 */
public final class PlainText extends AbstractVisitor {

    private final StringBuilder words = new StringBuilder();

    private PlainText() {}

    /** The words within a node. */
    public static String of(Node node) {
        PlainText text = new PlainText();
        text.visitChildren(node);
        return text.words.toString().strip();
    }

    @Override
    public void visit(Text text) {
        words.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        words.append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        words.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        words.append(' ');
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof Formula formula) {
            words.append(formula.tex);
        } else {
            visitChildren(node);
        }
    }
}
