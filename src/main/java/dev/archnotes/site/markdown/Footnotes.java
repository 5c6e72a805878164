package dev.archnotes.site.markdown;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.markdown.tree.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/**
 * The footnotes of a note, numbered in the order in which the text first refers to them. One of a single paragraph is a
 * side note beside the paragraph that first refers to it; any other stands in a list behind the text.
 */
final class Footnotes {

    private final Map<String, FootnoteDefinition> definitions = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** The footnotes by number, less one. */
    private final List<FootnoteDefinition> inOrder = new ArrayList<>();

    private final Map<String, Integer> references = new HashMap<>();
    private final Set<String> sideNotes = new HashSet<>();

    /**
     * One place that refers to a footnote.
     *
     * @param name what stands behind {@code note-} in the ids
     * @param occurrence 1 for the first place, 2 for the second
     */
    record Reference(String name, int number, int occurrence) {
        String id() {
            // no name has two hyphens in a row
            return "noteref-" + name + (occurrence == 1 ? "" : "--" + occurrence);
        }
    }

    /** Numbers all references of a document and reports footnotes that nothing refers to. */
    static Footnotes read(Node document, Source source, Refs refs, List<Diagnostic> findings) {
        Footnotes footnotes = new Footnotes();
        Finder finder = new Finder();
        document.accept(finder);
        for (FootnoteDefinition definition : finder.definitions) {
            String label = "[^" + definition.getLabel() + "]";
            if (footnotes.definitions.putIfAbsent(name(definition.getLabel()), definition) != null) {
                findings.add(Diagnostic.error(
                                Rule.INVALID_MARKDOWN,
                                source.location(definition),
                                "the footnote " + label + " is there already, and this one is left out")
                        .withHint("give one of them another name")
                        .withLength(label.length()));
            }
        }
        for (FootnoteDefinition inner : finder.nested) {
            String label = "[^" + inner.getLabel() + "]";
            findings.add(Diagnostic.error(
                            Rule.INVALID_MARKDOWN,
                            source.location(inner),
                            "the footnote " + label + " is defined within another")
                    .withHint("begin its line without a space")
                    .withLength(label.length()));
        }
        footnotes.number(finder.references, refs);
        footnotes.findSideNotes(finder.references, refs);
        for (int i = 0; i < footnotes.inOrder.size(); i++) {
            Finder inNote = new Finder();
            inNote.visitChildrenOf(footnotes.inOrder.get(i));
            footnotes.number(inNote.references, refs);
        }
        footnotes.definitions.forEach((name, definition) -> {
            if (!footnotes.numbers.containsKey(name)) {
                String label = "[^" + definition.getLabel() + "]";
                findings.add(Diagnostic.error(
                                Rule.INVALID_MARKDOWN,
                                source.location(definition),
                                "nothing refers to the footnote " + label)
                        .withHint("write " + label + " where it belongs")
                        .withLength(label.length()));
            }
        });
        return footnotes;
    }

    /** The footnotes that are referred to, by number. */
    List<FootnoteDefinition> inOrder() {
        return Collections.unmodifiableList(inOrder);
    }

    FootnoteDefinition definition(String name) {
        return Objects.requireNonNull(definitions.get(name), name);
    }

    /** Whether the footnote is set beside its first reference. */
    boolean isSideNote(String name) {
        return sideNotes.contains(name);
    }

    /** The ids of all footnotes and of the places that refer to them. */
    Set<String> ids() {
        Set<String> ids = new HashSet<>();
        numbers.forEach((name, number) -> {
            ids.add("note-" + name);
            for (int place = 1; place <= referencesTo(name); place++) {
                ids.add(new Reference(name, number, place).id());
            }
        });
        return ids;
    }

    int referencesTo(String name) {
        return references.getOrDefault(name, 0);
    }

    /** What stands for a label in ids, {@code note-name}: another one for every other label. */
    static String name(String label) {
        StringBuilder name = new StringBuilder();
        // the parser takes labels for one that are equal when written in capitals, without controls at their ends
        String folded =
                label.trim().toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        for (int c : folded.codePoints().toArray()) {
            boolean joins = Character.isWhitespace(c) || c == '-';
            if (Character.isLetterOrDigit(c)) {
                name.appendCodePoint(c);
            } else if (joins && name.length() > 0 && name.charAt(name.length() - 1) != '-') {
                name.append('-');
            } else if (!joins) {
                name.append('_').append(Integer.toHexString(c));
            }
        }
        return name.toString();
    }

    /** Whether there is any. */
    boolean isEmpty() {
        return definitions.isEmpty();
    }

    private void number(List<FootnoteReference> found, Refs refs) {
        for (FootnoteReference reference : found) {
            String name = name(reference.getLabel());
            Integer known = numbers.get(name);
            int number = known == null ? inOrder.size() + 1 : known;
            if (known == null) {
                numbers.put(name, number);
                inOrder.add(definition(name));
            }
            int occurrence = references.merge(name, 1, Integer::sum);
            refs.put(reference, new Reference(name, number, occurrence));
        }
    }

    private void findSideNotes(List<FootnoteReference> inText, Refs refs) {
        for (FootnoteReference reference : inText) {
            Reference place = refs.of(reference, Reference.class);
            Node only = definition(place.name()).getFirstChild();
            if (place.occurrence() == 1
                    && only instanceof Paragraph
                    && only.getNext() == null
                    && hasMargin(reference)) {
                sideNotes.add(place.name());
            }
        }
    }

    /** Whether a node stands in a paragraph, which a heading, a question and a table's cell do not. */
    private static boolean hasMargin(Node node) {
        Node block = node.getParent();
        while (!(block instanceof Block)) {
            block = block.getParent();
        }
        return block instanceof Paragraph;
    }

    private static final class Finder extends AbstractVisitor {

        private final List<FootnoteDefinition> definitions = new ArrayList<>();
        private final List<FootnoteDefinition> nested = new ArrayList<>();
        private final List<FootnoteReference> references = new ArrayList<>();

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof FootnoteDefinition definition) {
                Finder inside = new Finder();
                inside.visitChildren(definition);
                definitions.add(definition);
                definitions.addAll(inside.definitions);
                nested.addAll(inside.definitions);
            } else {
                visitChildren(block);
            }
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof FootnoteReference reference) {
                references.add(reference);
            } else {
                visitChildren(node);
            }
        }

        void visitChildrenOf(Node parent) {
            visitChildren(parent);
        }
    }
}
