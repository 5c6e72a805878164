package dev.archnotes.site.content;

import dev.archnotes.model.diagnostic.Location;
import java.util.List;

/**
 * What people type into a search for what the notes call otherwise: abbreviations, nicknames, other languages. The same
 * words lead to the same answers on any site, so they are data of its notes.
 *
 * @param questions queries to begin with, as the search page shows them
 * @param names other names of models: of a variant's id, or of a family's slug
 * @param facts other names of facts, by path
 * @param mechanisms other names of mechanisms and of groups of them, by key
 * @param words words of any other kind
 */
public record SearchWords(
        List<String> questions,
        List<OtherNames> names,
        List<OtherNames> facts,
        List<OtherNames> mechanisms,
        List<Meaning> words) {
    /** The file that holds them, at the top of the notes folder. */
    public static final String FILE = "search.yaml";

    /** No words. */
    public static final SearchWords NONE = new SearchWords(List.of(), List.of(), List.of(), List.of(), List.of());

    public SearchWords {
        questions = List.copyOf(questions);
        names = List.copyOf(names);
        facts = List.copyOf(facts);
        mechanisms = List.copyOf(mechanisms);
        words = List.copyOf(words);
    }

    /**
     * Other names of one thing.
     *
     * @param of its id, slug, path or key
     * @param also what people type for it
     * @param place where the id stands
     */
    public record OtherNames(String of, List<String> also, Location place) {
        public OtherNames {
            also = List.copyOf(also);
        }
    }

    /**
     * Words, and what to look for besides them.
     *
     * @param also what people type
     * @param means words of the notes; empty where the place says it all
     * @param section where it is explained: {@code kv-cache#size}; empty where it is not in a concept note
     * @param page a page that is no note of a concept: {@code calculator}; empty where the words lead
     * @param place where the section or page, or else the entry, stands
     */
    public record Meaning(List<String> also, String means, String section, String page, Location place) {
        public Meaning {
            also = List.copyOf(also);
        }

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
    }
}
