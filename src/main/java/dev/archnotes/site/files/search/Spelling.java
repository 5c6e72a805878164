package dev.archnotes.site.files.search;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The words that a misspelled one may be meant for: the most telling of the index, few enough to load at once. */
final class Spelling {
    private static final int MOST = 4_000;
    private static final int SHORTEST = 4;

    private Spelling() {}

    /** The words, sorted, with a space between them. */
    static String of(SortedMap<String, String> words) {
        return words.entrySet().stream()
                .filter(word -> word.getKey().length() >= SHORTEST
                        && word.getKey().codePoints().allMatch(Character::isLetter))
                .sorted(Comparator.comparingInt(word -> -word.getValue().length()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
