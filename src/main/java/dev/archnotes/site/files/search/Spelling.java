package dev.archnotes.site.files.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/** The words that a misspelled one may be meant for: the most telling of the index, few enough to load at once. */
final class Spelling {
    private static final int MOST = 4_000;
    private static final int SHORTEST = 4;

    private Spelling() {}

    /** The words, sorted, with a space between them. */
    static String of(SortedMap<String, String> words) {
        List<String> found = new ArrayList<>();
        for (String word : words.keySet()) {
            if (word.length() >= SHORTEST && word.codePoints().allMatch(Character::isLetter)) {
                found.add(word);
            }
        }
        found.sort(Comparator.comparingInt((String word) -> -words.get(word).length()));
        List<String> kept = new ArrayList<>(found.subList(0, Math.min(MOST, found.size())));
        kept.sort(Comparator.naturalOrder());
        return String.join(" ", kept);
    }
}
