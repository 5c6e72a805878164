package dev.archnotes.site.files.search;

import dev.archnotes.site.parallel.Evenly;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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

    private static final int FIELDS = SectionWords.FIELDS;
    private static final double[] BOOST = {4, 2, 1};
    private static final double SATURATION = 1.2;
    private static final double LENGTH = 0.7;
    private static final double FLOOR = 0.5;

    private final List<SectionWords> sections;
    private final String[] words;

    /** Where the sections of a word begin in the list of all, by its number; at the end how many there are. */
    private final int[] starts;

    /** The sections of one word behind those of the other. */
    private final int[] having;

    /** The counts of the word in each: title, heading and text in a byte each. */
    private final int[] counts;

    /** What stands for the length of each field in each section, those of one section together. */
    private final double[] saturations;

    private final double[] weights;

    private WordIndex(List<SectionWords> sections, String[] words) {
        this.sections = sections;
        this.words = words;
        this.starts = new int[words.length + 1];
        sections.forEach(this::count);
        for (int word = 0; word < words.length; word++) {
            starts[word + 1] += starts[word];
        }
        this.having = new int[starts[words.length]];
        this.counts = new int[starts[words.length]];
        int[] ends = starts.clone();
        for (int i = 0; i < sections.size(); i++) {
            add(i, sections.get(i), ends);
        }
        this.weights = sections.stream().mapToDouble(SectionWords::weight).toArray();
        this.saturations = new double[sections.size() * FIELDS];
        for (int field = 0; field < FIELDS; field++) {
            saturate(field);
        }
    }

    /** A field that is longer than on average has less to say with each of its words. */
    private void saturate(int field) {
        double average = Math.max(
                1,
                sections.stream()
                        .mapToInt(section -> section.length(field))
                        .average()
                        .orElse(1));
        for (int i = 0; i < sections.size(); i++) {
            double length = 1 - LENGTH + LENGTH * sections.get(i).length(field) / average;
            saturations[i * FIELDS + field] = SATURATION * length;
        }
    }

    private void count(SectionWords section) {
        for (int i = 0; i < section.size(); i++) {
            starts[section.word(i) + 1]++;
        }
    }

    private void add(int id, SectionWords section, int[] ends) {
        for (int i = 0; i < section.size(); i++) {
            int at = ends[section.word(i)]++;
            having[at] = id;
            counts[at] = section.counts(i);
        }
    }

    /**
     * The words, each with its sections: the gap from one section to the next and a sign for the weight there; behind a
     * space the number of sections, where not all are listed.
     */
    static SortedMap<String, String> of(List<SectionWords> sections, Vocabulary vocabulary) {
        return new WordIndex(new ArrayList<>(sections), vocabulary.words()).entries();
    }

    private SortedMap<String, String> entries() {
        String[] written = new String[words.length];
        Evenly.each(words.length, word -> written[word] = written(word));
        SortedMap<String, String> entries = new TreeMap<>();
        for (int word = 0; word < words.length; word++) {
            // a vocabulary may know words of a former edition
            if (starts[word + 1] > starts[word]) {
                entries.put(words[word], written[word]);
            }
        }
        return entries;
    }

    private String written(int word) {
        int from = starts[word];
        int size = starts[word + 1] - from;
        int[] signs = new int[size];
        for (int i = 0; i < size; i++) {
            signs[i] = sign(having[from + i], counts[from + i]);
        }
        int[] kept = IntStream.range(0, size).toArray();
        if (size > MOST) {
            kept = IntStream.range(0, size)
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
            Numerals64.append(text, having[from + i] - before);
            text.append(Numerals64.sign(signs[i]));
            before = having[from + i];
        }
        if (size > MOST) {
            text.append(' ').append(size);
        }
        return text.toString();
    }

    private int sign(int section, int counted) {
        double score = 0;
        for (int field = 0; field < FIELDS; field++) {
            int count = SectionWords.count(counted, field);
            if (count > 0) {
                double saturation = saturations[section * FIELDS + field];
                score += BOOST[field] * (FLOOR + count * (SATURATION + 1) / (count + saturation));
            }
        }
        double steps = STEPS * Math.log(1 + score * weights[section]) / Math.log(2);
        return (int) Math.min(63, Math.round(steps));
    }
}
