package dev.archnotes.site.content;

import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.site.markdown.MarkdownDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The terms at which a newcomer stops, each explained in a sentence or three.
 *
 * @param terms the terms in the author's order
 */
public record Glossary(List<Term> terms) {
    /** The file that holds it, at the top of the notes folder. */
    public static final String FILE = "glossary.yaml";

    /** The same as the place from which the links of its texts lead. */
    public static final NoteId PLACE = new NoteId(FILE);

    /** No terms. */
    public static final Glossary NONE = new Glossary(List.of());

    public Glossary {
        terms = List.copyOf(terms);
    }

    /**
     * A term.
     *
     * @param id its anchor: {@code kv-head}
     * @param name the term: {@code KV head}
     * @param group the subject it belongs to
     * @param words its other spellings, and what notes mark
     * @param meaning what it means
     * @param section where it is explained at length: {@code kv-cache#size}; empty where it is not
     * @param see the names of related terms
     * @param place where the name stands
     * @param sectionPlace where the section is named
     */
    public record Term(
            String id,
            String name,
            String group,
            Words words,
            Meaning meaning,
            String section,
            PlacedWords see,
            Location place,
            Location sectionPlace) {
        /** The concept note that explains it. */
        public String concept() {
            int hash = section.indexOf('#');
            return hash < 0 ? section : section.substring(0, hash);
        }

        /** The heading of that note; empty where the whole note explains it. */
        public String anchor() {
            int hash = section.indexOf('#');
            return hash < 0 ? "" : section.substring(hash + 1);
        }

        /** The name and all other spellings. */
        public List<String> spellings() {
            return Stream.concat(Stream.of(name), words.also().list().stream()).toList();
        }

        /** Its words as the author lists them: other spellings, and what notes mark. */
        public List<PlacedWords> wordLists() {
            return Stream.concat(Stream.of(words.also()), words.marked().stream())
                    .toList();
        }

        /** The words that are marked in notes: its spellings, where the author does not say otherwise. */
        public List<String> marked() {
            return words.marked().map(PlacedWords::list).orElseGet(this::spellings);
        }
    }

    /**
     * How a term is written.
     *
     * @param also its other spellings and abbreviations
     * @param marked the words that are marked in notes, where they are not all its spellings: a common word that is
     *     also a term is none of them
     */
    public record Words(PlacedWords also, Optional<PlacedWords> marked) {}

    /**
     * What a term means.
     *
     * @param definition one to three sentences
     * @param example one with small integers
     */
    public record Meaning(MarkdownDocument definition, Optional<MarkdownDocument> example) {
        /** The texts in the order in which the page shows them. */
        public List<MarkdownDocument> documents() {
            List<MarkdownDocument> documents = new ArrayList<>(List.of(definition));
            example.ifPresent(documents::add);
            return List.copyOf(documents);
        }

        /** The definition without markup, on one line. */
        public String plain() {
            return definition.plain();
        }

        /** The example likewise. */
        public Optional<String> plainExample() {
            return example.map(MarkdownDocument::plain);
        }
    }

    /** Whether there are no terms. */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** The term of a name, or of an id. */
    public Optional<Term> named(String name) {
        return terms.stream()
                .filter(term -> term.name().equals(name) || term.id().equals(name))
                .findFirst();
    }
}
