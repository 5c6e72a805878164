package dev.archnotes.site.files.search;

import dev.archnotes.site.page.Listing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The words of a section, counted. A large site has millions of them, so that they are kept as numbers of a
 * {@link Vocabulary}.
 */
final class SectionWords {
    /** Title, heading and text. */
    static final int FIELDS = 3;

    private static final int MOST = 255;

    private final int[] words;
    private final int[] counts;
    private final int[] lengths;
    private final double weight;

    private SectionWords(int[] words, int[] counts, int[] lengths, double weight) {
        this.words = words;
        this.counts = counts;
        this.lengths = lengths;
        this.weight = weight;
    }

    static SectionWords of(Listing.SearchSection section, Vocabulary vocabulary) {
        int[] lengths = new int[FIELDS];
        List<List<String>> fields = new ArrayList<>();
        for (String field : List.of(section.title(), section.heading(), section.text())) {
            List<String> found = new ArrayList<>(Tokens.toBeFound(field));
            if (fields.size() < FIELDS - 1) {
                addJoined(Tokens.of(field), found);
            }
            lengths[fields.size()] = found.size();
            fields.add(found);
        }
        // a word with its field behind it: sorted, the same words stand together
        long[] all = new long[Arrays.stream(lengths).sum()];
        int size = 0;
        for (int field = 0; field < FIELDS; field++) {
            for (String word : fields.get(field)) {
                all[size++] = (long) vocabulary.number(word) << 2 | field;
            }
        }
        Arrays.sort(all);
        int[] words = new int[size];
        int[] counts = new int[size];
        int distinct = 0;
        for (long one : all) {
            int word = (int) (one >> 2);
            if (distinct == 0 || words[distinct - 1] != word) {
                words[distinct++] = word;
            }
            counts[distinct - 1] = sum(counts[distinct - 1], (int) one & 3);
        }
        return new SectionWords(
                Arrays.copyOf(words, distinct), Arrays.copyOf(counts, distinct), lengths, section.weight());
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

    /** How many different words it has. */
    int size() {
        return words.length;
    }

    /** The number of one of them in the vocabulary. */
    int word(int index) {
        return words[index];
    }

    /** How often that stands in title, heading and text, a byte each from the lowest. */
    int counts(int index) {
        return counts[index];
    }

    /** The number of words of a field. */
    int length(int field) {
        return lengths[field];
    }

    /** By how much the section counts more or less than others. */
    double weight() {
        return weight;
    }
}
