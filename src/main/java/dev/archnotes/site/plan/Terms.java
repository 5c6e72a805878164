package dev.archnotes.site.plan;

import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Glossary;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteKind;
import dev.archnotes.site.markdown.Lexicon;
import dev.archnotes.site.markdown.MarkdownDocument;
import dev.archnotes.site.markdown.TermMarks;
import dev.archnotes.site.markdown.node.Heading;
import java.util.HashMap;
import java.util.Map;

/** The terms of the glossary, as texts mark them and link to them. */
final class Terms {
    private final Glossary glossary;
    private final Lexicon lexicon;

    /** The terms that each concept note explains, with the id of the heading; empty for the whole note. */
    private final Map<String, Map<String, String>> explained = new HashMap<>();

    Terms(Catalogue catalogue) {
        this.glossary = catalogue.library().glossary();
        Map<String, String> words = new HashMap<>();
        for (Glossary.Term term : glossary.terms()) {
            term.marked().forEach(word -> words.put(word, term.id()));
            catalogue
                    .concept(term.concept())
                    .ifPresent(note -> explained
                            .computeIfAbsent(note.slug(), slug -> new HashMap<>())
                            .put(term.id(), section(note, term)));
        }
        this.lexicon = new Lexicon(words);
    }

    /** The id of the heading under which a note explains a term; empty where all of it does. */
    static String section(Note concept, Glossary.Term term) {
        return concept.document().heading(term.anchor()).map(Heading::id).orElse("");
    }

    /** All that the marks of a note depend on, besides the glossary. */
    record Source(MarkdownDocument document, Map<String, String> explained) {}

    Source source(Note note) {
        boolean concept = note.kind() == NoteKind.CONCEPT;
        return new Source(note.document(), concept ? explained.getOrDefault(note.slug(), Map.of()) : Map.of());
    }

    /** What a note marks. */
    TermMarks of(Source source) {
        return source.document().terms(lexicon, source.explained());
    }

    /** What a text of a term's entry marks: every term but its own. */
    TermMarks of(MarkdownDocument document, Glossary.Term term) {
        return document.terms(lexicon, Map.of(term.id(), ""));
    }
}
