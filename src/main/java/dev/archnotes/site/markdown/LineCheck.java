package dev.archnotes.site.markdown;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Rule;
import java.util.List;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** Reports what does not fit into a text of one paragraph. */
final class LineCheck extends AbstractVisitor {
    private final Source source;
    private final List<Diagnostic> findings;

    private LineCheck(Source source, List<Diagnostic> findings) {
        this.source = source;
        this.findings = findings;
    }

    static void check(Node tree, Source source, List<Diagnostic> findings) {
        for (Node part = tree.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof Block && !(part instanceof Paragraph) || part instanceof FootnoteDefinition) {
                report(part, source, findings);
            }
        }
        tree.accept(new LineCheck(source, findings));
    }

    @Override
    public void visit(Image image) {
        report(image, source, findings);
    }

    private static void report(Node part, Source source, List<Diagnostic> findings) {
        findings.add(Diagnostic.error(
                        Rule.INVALID_MARKDOWN, source.location(part), "only the words of a paragraph can stand here")
                .withHint("write words, links, citations and formulas; begin with a backslash where a sign is meant"));
    }
}
