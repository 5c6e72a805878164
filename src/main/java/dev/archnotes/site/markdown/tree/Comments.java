package dev.archnotes.site.markdown.tree;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.markdown.node.Comment;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Takes the comments out of a text, as if they had not been written, and reports those that do not end. */
public final class Comments extends AbstractVisitor {
    /** A backslash makes it text. */
    private static final Pattern OPENING = Pattern.compile("(?<!\\\\)" + CommentParser.OPENING);

    private final Source source;
    private final List<Diagnostic> findings;

    public Comments(Source source, List<Diagnostic> findings) {
        this.source = source;
        this.findings = findings;
    }

    @Override
    public void visit(CustomBlock block) {
        visitChildren(block);
        if (block instanceof Comment comment) {
            if (!comment.closed) {
                report(source.location(comment));
            }
            Node child = comment.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                comment.insertBefore(child);
                child = next;
            }
            comment.unlink();
        }
    }

    @Override
    public void visit(HtmlInline html) {
        if (html.getLiteral().startsWith(CommentParser.OPENING)) {
            Node before = html.getPrevious();
            Node after = html.getNext();
            html.unlink();
            if (before == null && after instanceof Text text) {
                replace(text, text.getLiteral().stripLeading());
            } else if (after == null && before instanceof Text text) {
                replace(text, text.getLiteral().stripTrailing());
            }
        }
    }

    private static void replace(Text text, String literal) {
        text.setLiteral(literal);
        if (literal.isEmpty()) {
            text.unlink();
        }
    }

    /** Within a line a comment that does not end in the same paragraph is text to the parser. */
    @Override
    public void visit(Text text) {
        if (text.getLiteral().contains(CommentParser.OPENING)) {
            int start = source.start(text);
            Matcher opening = OPENING.matcher(source.substring(start, source.end(text)));
            while (opening.find()) {
                report(source.at(start + opening.start()));
            }
        }
    }

    private void report(Location opening) {
        findings.add(Diagnostic.error(Rule.INVALID_MARKDOWN, opening, "the comment is not closed")
                .withHint("close it with " + CommentParser.CLOSING + "; within a paragraph, before an empty line")
                .withLength(CommentParser.OPENING.length()));
    }
}
