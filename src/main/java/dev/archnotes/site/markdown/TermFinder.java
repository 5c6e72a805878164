package dev.archnotes.site.markdown;

import dev.archnotes.site.markdown.node.Alert;
import dev.archnotes.site.markdown.node.Heading;
import dev.archnotes.site.markdown.node.Question;
import dev.archnotes.site.markdown.tree.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * Finds the terms in the running text of a note: not in its headings, links, tables, notes and questions, and not where
 * they are explained.
 */
final class TermFinder extends AbstractVisitor {
    private final Refs refs;
    private final TermMarks.Builder marks;

    /** The terms that a section explains, by the id of its heading. */
    private final Map<String, Set<String>> explained = new HashMap<>();

    /** The headings above the text at hand, the largest first. */
    private final List<Heading> above = new ArrayList<>();

    private Set<String> silent = Set.of();

    private TermFinder(Refs refs, TermMarks.Builder marks, Map<String, String> sections) {
        this.refs = refs;
        this.marks = marks;
        sections.forEach((term, section) ->
                explained.computeIfAbsent(section, id -> new HashSet<>()).add(term));
    }

    /**
     * The places to be marked.
     *
     * @param sections the terms that this text explains, with the id of the heading under which it does so; empty for
     *     the whole text
     */
    static TermMarks find(Node tree, Refs refs, Lexicon lexicon, Map<String, String> sections) {
        if (lexicon.isEmpty()) {
            return TermMarks.NONE;
        }
        Set<String> everywhere = new HashSet<>();
        sections.forEach((term, section) -> {
            if (section.isEmpty()) {
                everywhere.add(term);
            }
        });
        TermMarks.Builder marks = new TermMarks.Builder(lexicon, everywhere);
        tree.accept(new TermFinder(refs, marks, sections));
        return marks.build();
    }

    @Override
    public void visit(org.commonmark.node.Heading node) {
        Heading heading = refs.of(node, Heading.class);
        above.removeIf(larger -> larger.level() >= heading.level());
        above.add(heading);
        silent = new HashSet<>();
        above.forEach(within -> silent.addAll(explained.getOrDefault(within.id(), Set.of())));
    }

    @Override
    public void visit(Paragraph paragraph) {
        marks.beginParagraph();
        visitChildren(paragraph);
    }

    @Override
    public void visit(Text text) {
        marks.mark(text, silent, isWord(text, false), isWord(text, true));
    }

    /** Whether a word goes on beyond a piece of text, as behind {@code *over*fitting}. */
    private static boolean isWord(Node text, boolean after) {
        Node inner = text;
        Node beside = after ? inner.getNext() : inner.getPrevious();
        while (beside == null
                && (inner.getParent() instanceof Emphasis || inner.getParent() instanceof StrongEmphasis)) {
            inner = inner.getParent();
            beside = after ? inner.getNext() : inner.getPrevious();
        }
        String words = beside == null ? "" : PlainText.of(beside);
        return !words.isEmpty() && Character.isLetterOrDigit(words.charAt(after ? 0 : words.length() - 1));
    }

    @Override
    public void visit(Link link) {
        marks.pass(PlainText.of(link));
    }

    @Override
    public void visit(Image image) {}

    @Override
    public void visit(CustomBlock block) {
        boolean line = block instanceof Question.Summary || block instanceof Alert.Title;
        if (line || block instanceof TableBlock || block instanceof FootnoteDefinition) {
            return;
        }
        visitChildren(block);
    }
}
