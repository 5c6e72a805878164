package dev.archnotes.site.page;

import dev.archnotes.site.content.Reference;
import dev.archnotes.site.markdown.MarkdownDocument;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The terms at which a newcomer stops.
 *
 * @param head what it says of itself
 * @param listing how it shows elsewhere
 * @param letters its entries by their first letter
 * @param groups the same entries by subject
 * @param references what the definitions cite, in the order of first citation
 */
public record GlossaryPage(
        Head head, Listing listing, List<Letter> letters, List<Group> groups, List<Reference> references)
        implements Page {
    public GlossaryPage {
        letters = List.copyOf(letters);
        groups = List.copyOf(groups);
        references = List.copyOf(references);
    }

    @Override
    public Needs needs() {
        boolean formulas = entries().stream()
                .flatMap(entry -> entry.passages().stream())
                .anyMatch(passage -> !passage.document().formulas().isEmpty());
        return Needs.of(Needs.Face.BOLD)
                .and(Needs.of(Needs.Style.LOOKUP))
                .and(Needs.of(Needs.Style.GLOSSARY))
                .and(Needs.of(Needs.Face.MATH).when(formulas));
    }

    /** All entries in their order. */
    public List<Entry> entries() {
        return letters.stream().flatMap(letter -> letter.entries().stream()).toList();
    }

    /**
     * The terms filed under a letter.
     *
     * @param letter the capital letter, or {@code 0–9}
     * @param entries its entries
     */
    public record Letter(String letter, List<Entry> entries) {
        public Letter {
            entries = List.copyOf(entries);
        }

        /** Its anchor, which no term has: the ids of terms are words with hyphens. */
        public String id() {
            return "letter." + (letter.equals("0–9") ? "0" : letter.toLowerCase(Locale.ROOT));
        }
    }

    /**
     * The terms of one subject.
     *
     * @param heading the subject
     * @param terms its terms, by name
     */
    public record Group(String heading, List<Link> terms) {
        public Group {
            terms = List.copyOf(terms);
        }
    }

    /**
     * A term.
     *
     * @param id its anchor
     * @param name the term
     * @param also its other spellings, with commas between them; empty where there are none
     * @param definition what it means
     * @param example an example with small numbers
     * @param explained the section that explains it at length
     * @param see related terms
     */
    public record Entry(
            String id,
            String name,
            String also,
            Passage definition,
            Optional<Passage> example,
            Optional<Link> explained,
            List<Link> see) {
        public Entry {
            see = List.copyOf(see);
        }

        List<Passage> passages() {
            return example.map(shown -> List.of(definition, shown)).orElseGet(() -> List.of(definition));
        }
    }

    /**
     * A text on the page.
     *
     * @param document the parsed text
     * @param insertions what stands where it refers to something
     */
    public record Passage(MarkdownDocument document, NoteView.Insertions insertions) {}
}
