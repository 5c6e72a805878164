package dev.archnotes.site.files.search;

import dev.archnotes.site.page.Listing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of a section, counted.
 *
 * @param counts how often each stands in title, heading and text, a byte each from the lowest
 * @param lengths the number of words of title, heading and text
 * @param weight by how much the section counts more or less than others
 */
record SectionWords(Map<String, Integer> counts, List<Integer> lengths, double weight) {
    /** Title, heading and text. */
    static final int FIELDS = 3;

    private static final int MOST = 255;

    static SectionWords of(Listing.SearchSection section) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<Integer> lengths = new ArrayList<>();
        for (String field : List.of(section.title(), section.heading(), section.text())) {
            List<String> found = new ArrayList<>(Tokens.toBeFound(field));
            if (lengths.size() < FIELDS - 1) {
                addJoined(Tokens.of(field), found);
            }
            int number = lengths.size();
            found.forEach(word -> counts.merge(word, 1 << Byte.SIZE * number, (all, one) -> sum(all, number)));
            lengths.add(found.size());
        }
        return new SectionWords(counts, List.copyOf(lengths), section.weight());
    }

    /** One more in a field, as far as there is room. */
    private static int sum(int counts, int field) {
        return count(counts, field) < MOST ? counts + (1 << Byte.SIZE * field) : counts;
    }

    /** How often a word of these counts stands in a field. */
    static int count(int counts, int field) {
        return counts >> Byte.SIZE * field & MOST;
    }

    /** Neighbors in a title or heading are also written in one word: {@code gemma3}, {@code slidingwindow}. */
    private static void addJoined(List<String> words, List<String> found) {
        for (int i = 1; i < words.size(); i++) {
            found.add(words.get(i - 1) + words.get(i));
        }
    }
}
