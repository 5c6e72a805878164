package dev.archnotes.model.operation;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as words with their counts, each word cut into pieces, in the course of byte-pair encoding (arXiv:1508.07909,
 * section 3.2 and algorithm 1).
 *
 * @param words the pieces of each word
 * @param counts how often the text says each word
 */
public record PairMerging(List<List<String>> words, List<Integer> counts) {
    public PairMerging {
        words = List.copyOf(words);
        counts = List.copyOf(counts);
    }

    /**
     * Two neighbors.
     *
     * @param left the first piece
     * @param right the piece after it
     * @param count how often the text has them side by side
     */
    public record Pair(String left, String right, int count) {}

    /** The beginning: every letter a piece of its own. */
    public static PairMerging letters(List<String> words, List<Integer> counts) {
        List<List<String>> cut = new ArrayList<>();
        for (String word : words) {
            List<String> pieces = new ArrayList<>();
            for (int i = 0; i < word.length(); i++) {
                pieces.add(word.substring(i, i + 1));
            }
            cut.add(pieces);
        }
        return new PairMerging(cut, counts);
    }

    /** All pairs of neighbors that the text has, the most frequent first, of equals the one that is met first. */
    public List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int w = 0; w < words.size(); w++) {
            List<String> pieces = words.get(w);
            for (int i = 1; i < pieces.size() && counts.get(w) > 0; i++) {
                count(pairs, pieces.get(i - 1), pieces.get(i), counts.get(w));
            }
        }
        List<Pair> sorted = new ArrayList<>();
        for (Pair pair : pairs) {
            int place = sorted.size();
            while (place > 0 && sorted.get(place - 1).count() < pair.count()) {
                place--;
            }
            sorted.add(place, pair);
        }
        return sorted;
    }

    private static void count(List<Pair> pairs, String left, String right, int times) {
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            if (pair.left().equals(left) && pair.right().equals(right)) {
                pairs.set(i, new Pair(left, right, pair.count() + times));
                return;
            }
        }
        pairs.add(new Pair(left, right, times));
    }

    /** The text after two neighbors have become one piece wherever they stand side by side. */
    public PairMerging merged(Pair pair) {
        List<List<String>> joined = new ArrayList<>();
        for (List<String> pieces : words) {
            List<String> after = new ArrayList<>();
            int i = 0;
            while (i < pieces.size()) {
                boolean here = i + 1 < pieces.size() && starts(pieces, i, pair);
                after.add(here ? pair.left() + pair.right() : pieces.get(i));
                i += here ? 2 : 1;
            }
            joined.add(after);
        }
        return new PairMerging(joined, counts);
    }

    /** Whether two pieces of a word are a pair. */
    public static boolean starts(List<String> pieces, int place, Pair pair) {
        return pieces.get(place).equals(pair.left()) && pieces.get(place + 1).equals(pair.right());
    }

    /** Pieces in the whole text. */
    public int tokens() {
        int tokens = 0;
        for (int w = 0; w < words.size(); w++) {
            tokens += words.get(w).size() * counts.get(w);
        }
        return tokens;
    }
}
