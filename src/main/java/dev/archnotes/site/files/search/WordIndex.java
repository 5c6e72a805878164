package dev.archnotes.site.files.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which sections have a word, and how much it weighs in each: the score of BM25+ over title, heading and text, all but
 * the rarity of the word, which the browser multiplies by. So a browser needs nothing of sections that a query does not
 * find.
 */
final class WordIndex {
    /**
     * The most sections that one word lists. A word that stands in more of them tells none from the others: those where
     * it weighs most are kept, and a query counts it where they have it.
     */
    static final int MOST = 4096;

    /** Steps of a weight between two powers of two. */
    private static final int STEPS = 12;

    private static final double[] BOOST = {4, 2, 1};
    private static final double SATURATION = 1.2;
    private static final double LENGTH = 0.7;
    private static final double FLOOR = 0.5;

    private final Map<String, Occurrences> words = new HashMap<>();
    private final int[][] lengths;
    private final double[] weights;

    private WordIndex(List<SectionWords> sections) {
        lengths = new int[SectionWords.FIELDS][sections.size()];
        weights = new double[sections.size()];
    }

    /** Sections with their counts of one word: title, heading and text in a byte each. */
    private static final class Occurrences {
        private int[] sections = new int[4];
        private int[] counts = new int[4];
        private int size;

        void add(int section, int count) {
            if (size == sections.length) {
                sections = Arrays.copyOf(sections, size * 2);
                counts = Arrays.copyOf(counts, size * 2);
            }
            sections[size] = section;
            counts[size++] = count;
        }
    }

    /**
     * The words, each with its sections: the gap from one section to the next and a sign for the weight there; behind a
     * space the number of sections, where not all are listed.
     */
    static SortedMap<String, String> of(List<SectionWords> sections) {
        WordIndex index = new WordIndex(sections);
        for (int i = 0; i < sections.size(); i++) {
            index.add(i, sections.get(i));
        }
        return index.entries();
    }

    private void add(int id, SectionWords section) {
        for (int field = 0; field < SectionWords.FIELDS; field++) {
            lengths[field][id] = section.lengths().get(field);
        }
        weights[id] = section.weight();
        section.counts()
                .forEach((word, counts) ->
                        words.computeIfAbsent(word, w -> new Occurrences()).add(id, counts));
    }

    private SortedMap<String, String> entries() {
        double[] average = new double[BOOST.length];
        for (int field = 0; field < average.length; field++) {
            average[field] = Math.max(1, Arrays.stream(lengths[field]).average().orElse(1));
        }
        Map<String, String> written = words.entrySet().parallelStream()
                .collect(Collectors.toMap(Map.Entry::getKey, word -> written(word.getValue(), average)));
        return new TreeMap<>(written);
    }

    private String written(Occurrences word, double[] average) {
        int[] signs = new int[word.size];
        for (int i = 0; i < word.size; i++) {
            double score = 0;
            int section = word.sections[i];
            for (int field = 0; field < BOOST.length; field++) {
                int count = SectionWords.count(word.counts[i], field);
                if (count > 0) {
                    double length = 1 - LENGTH + LENGTH * lengths[field][section] / average[field];
                    score += BOOST[field] * (FLOOR + count * (SATURATION + 1) / (count + SATURATION * length));
                }
            }
            double steps = STEPS * Math.log(1 + score * weights[section]) / Math.log(2);
            signs[i] = (int) Math.min(63, Math.round(steps));
        }
        int[] kept = IntStream.range(0, word.size).toArray();
        if (word.size > MOST) {
            kept = IntStream.range(0, word.size)
                    .boxed()
                    .sorted(Comparator.comparingInt((Integer i) -> -signs[i]))
                    .limit(MOST)
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
        }
        StringBuilder text = new StringBuilder(kept.length * 3);
        int before = 0;
        for (int i : kept) {
            Numerals64.append(text, word.sections[i] - before);
            text.append(Numerals64.sign(signs[i]));
            before = word.sections[i];
        }
        if (word.size > MOST) {
            text.append(' ').append(word.size);
        }
        return text.toString();
    }
}
