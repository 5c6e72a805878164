package dev.archnotes.site.markdown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Text;

/**
 * Where a text is to mark terms: the first place of each in running text. Immutable; it belongs to the document that
 * gave it, and is equal to others that mark the same in that document.
 */
public final class TermMarks {
    /** Nothing is marked. */
    public static final TermMarks NONE = new TermMarks(Map.of(), Set.of());

    private final Map<Text, List<Lexicon.Match>> places;
    private final Set<String> terms;

    private TermMarks(Map<Text, List<Lexicon.Match>> places, Set<String> terms) {
        this.places = places;
        this.terms = terms;
    }

    /** The marked terms, in the order of the text. */
    public Set<String> terms() {
        return terms;
    }

    /** What is marked of a piece of text. */
    List<Lexicon.Match> of(Text text) {
        return places.getOrDefault(text, List.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TermMarks that
                && terms.equals(that.terms)
                && places.size() == that.places.size()
                && places.entrySet().stream()
                        .allMatch(place -> place.getValue().equals(that.places.get(place.getKey())));
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    /** How many terms a paragraph marks: with more of them it is the marks that one sees. */
    private static final int MOST_IN_PARAGRAPH = 5;

    /** Collects marks while a document is walked through. */
    static final class Builder {
        private final Lexicon lexicon;
        private final Map<Text, List<Lexicon.Match>> places = new IdentityHashMap<>();
        private final Set<String> terms = new LinkedHashSet<>();
        private final Set<String> seen;
        private int inParagraph;

        /**
         * A collection without marks.
         *
         * @param lexicon what to look for
         * @param silent the terms that are never marked
         */
        Builder(Lexicon lexicon, Set<String> silent) {
            this.lexicon = lexicon;
            this.seen = new HashSet<>(silent);
        }

        /** A paragraph begins. */
        void beginParagraph() {
            inParagraph = 0;
        }

        /** Words that a link explains: what they stand for needs no mark from here on. */
        void pass(String text) {
            lexicon.find(text).forEach(match -> seen.add(match.term()));
        }

        /**
         * Running text, in which terms are marked that stand here for the first time; one for which the paragraph has
         * no room is marked where it comes again.
         *
         * @param silent the terms that are explained just here
         * @param before whether the text goes on a word that began before it
         * @param after whether its last word goes on after it
         */
        void mark(Text text, Set<String> silent, boolean before, boolean after) {
            List<Lexicon.Match> marked = new ArrayList<>();
            for (Lexicon.Match match : lexicon.find(text.getLiteral())) {
                boolean part = before && match.start() == 0
                        || after && match.end() == text.getLiteral().length();
                if (!part
                        && inParagraph < MOST_IN_PARAGRAPH
                        && !silent.contains(match.term())
                        && seen.add(match.term())) {
                    inParagraph++;
                    marked.add(match);
                    terms.add(match.term());
                }
            }
            if (!marked.isEmpty()) {
                places.put(text, List.copyOf(marked));
            }
        }

        TermMarks build() {
            return new TermMarks(places, Collections.unmodifiableSet(terms));
        }
    }
}
