package dev.archnotes.site.read;

import dev.archnotes.site.content.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells works apart that would be cited in the same words. The whole bibliography decides, so that a work has one
 * letter on every page, whoever cites it first: the earlier number of arXiv comes first, which begins with year and
 * month, then what has none, by title.
 */
final class CitationLetters {
    private static final Comparator<Reference> ORDER = Comparator.comparing(
                    (Reference work) -> work.eprint().isEmpty())
            .thenComparing(Reference::eprint)
            .thenComparing(Reference::title)
            .thenComparing(Reference::key);

    private CitationLetters() {}

    /** The same works, those with letters that need them. */
    static SortedMap<String, Reference> give(Map<String, Reference> references) {
        SortedMap<String, Reference> told = new TreeMap<>(references);
        Map<String, List<Reference>> alike = references.values().stream()
                .filter(work -> !work.year().isEmpty())
                .collect(Collectors.groupingBy(Reference::shortForm));
        for (List<Reference> works : alike.values()) {
            List<Reference> sorted = new ArrayList<>(works);
            sorted.sort(ORDER);
            for (int i = 0; i < sorted.size() && sorted.size() > 1; i++) {
                told.put(sorted.get(i).key(), sorted.get(i).withLetter(letter(i)));
            }
        }
        return told;
    }

    /** {@code a} to {@code z}, then {@code aa}. */
    private static String letter(int place) {
        String last = Character.toString('a' + place % 26);
        return place < 26 ? last : letter(place / 26 - 1) + last;
    }
}
