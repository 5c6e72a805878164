package dev.archnotes.site.markdown.tree;

import dev.archnotes.site.markdown.node.ElementBlock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/**
 * Makes lists of definitions, as PHP Markdown Extra, Pandoc, MkDocs and Hugo read them:
 *
 * <pre>
 * Rotary positions
 * : Queries and keys are turned by their position.
 * </pre>
 *
 * <p>A definition may also stand behind an empty line, and a term may have several.
 */
public final class DefinitionLists extends AbstractVisitor {
    /** A text of more lines in front of a colon is no list of terms. */
    private static final int MOST_TERMS = 3;

    private final List<Paragraph> candidates = new ArrayList<>();
    private final Set<Node> made = Collections.newSetFromMap(new IdentityHashMap<>());

    private DefinitionLists() {}

    /** Puts them into a tree. */
    public static void find(Node tree) {
        DefinitionLists found = new DefinitionLists();
        tree.accept(found);
        found.candidates.forEach(found::replace);
    }

    @Override
    public void visit(Paragraph paragraph) {
        for (Node part = paragraph.getFirstChild(); part != null; part = part.getNext()) {
            if (isDefinition(part)) {
                candidates.add(paragraph);
                return;
            }
        }
    }

    /** Whether a line of a paragraph begins here with a colon and a space. */
    private static boolean isDefinition(Node part) {
        boolean begins = part.getPrevious() == null || part.getPrevious() instanceof SoftLineBreak;
        return begins
                && part instanceof Text text
                && text.getLiteral().startsWith(": ")
                && !text.getLiteral().isBlank();
    }

    private void replace(Paragraph paragraph) {
        List<List<Node>> lines = lines(paragraph);
        int terms = 0;
        while (!isDefinition(lines.get(terms).get(0))) {
            terms++;
        }
        Node before = paragraph.getPrevious();
        if (terms > MOST_TERMS || terms == 0 && !isTerm(before) && !made.contains(before)) {
            return;
        }
        if (terms == 0 && before instanceof Paragraph term) {
            lines.addAll(0, lines(term));
            terms = lines(term).size();
            before = term.getPrevious();
            term.unlink();
        }
        ElementBlock list = made.contains(before) ? (ElementBlock) before : list(paragraph);
        for (int i = 0; i < lines.size(); i++) {
            List<Node> line = lines.get(i);
            if (i < terms) {
                append(list, "dt", line);
            } else if (isDefinitionText(line.get(0))) {
                shorten((Text) line.get(0));
                append(list, "dd", line);
            } else {
                Node last = list.getLastChild();
                last.appendChild(new SoftLineBreak());
                line.forEach(last::appendChild);
            }
        }
        paragraph.unlink();
    }

    /** Whether a block in front of a definition is its term. */
    private boolean isTerm(Node block) {
        return block instanceof Paragraph && lines(block).size() <= MOST_TERMS;
    }

    private ElementBlock list(Paragraph paragraph) {
        ElementBlock list = new ElementBlock("dl", Map.of());
        list.setSourceSpans(paragraph.getSourceSpans());
        paragraph.insertBefore(list);
        made.add(list);
        return list;
    }

    private static void append(ElementBlock list, String name, List<Node> line) {
        ElementBlock item = new ElementBlock(name, Map.of());
        line.forEach(item::appendChild);
        list.appendChild(item);
    }

    private static boolean isDefinitionText(Node part) {
        return part instanceof Text text && text.getLiteral().startsWith(": ");
    }

    private static void shorten(Text text) {
        String rest = text.getLiteral().substring(1).stripLeading();
        int cut = text.getLiteral().length() - rest.length();
        text.setLiteral(rest);
        if (!text.getSourceSpans().isEmpty()) {
            SourceSpan span = text.getSourceSpans().get(0);
            text.setSourceSpans(List.of(span.subSpan(Math.min(cut, span.getLength()))));
        }
    }

    /** The parts of each line; what stands within an emphasis is not divided. */
    private static List<List<Node>> lines(Node paragraph) {
        List<List<Node>> lines = new ArrayList<>();
        lines.add(new ArrayList<>());
        for (Node part = paragraph.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof SoftLineBreak) {
                lines.add(new ArrayList<>());
            } else {
                lines.get(lines.size() - 1).add(part);
            }
        }
        lines.removeIf(List::isEmpty);
        return lines;
    }
}
