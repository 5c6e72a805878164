package dev.archnotes.site.markdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Words to be found in running text, each standing for a term. A text is read once, whatever the number of words: only
 * what begins with the word at hand is compared with it.
 */
public final class Lexicon {
    /** Finds nothing. */
    public static final Lexicon EMPTY = new Lexicon(Map.of());

    /** By its first word, what may stand in a text; the longest first. */
    private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

    private record Entry(String words, String term) {}

    /**
     * Where a term stands in a text.
     *
     * @param start the index of its first character
     * @param end the index behind its last one
     * @param term what the words stand for
     */
    public record Match(int start, int end, String term) {}

    /**
     * A lexicon. Words are found as they are written, in the plural, and with a capital where they begin a sentence.
     *
     * @param terms the terms by the words that stand for them
     */
    public Lexicon(Map<String, String> terms) {
        terms.forEach((words, term) -> {
            for (String number : List.of(words, plural(words))) {
                add(number, term);
                String capital = capital(number);
                if (!capital.equals(number)) {
                    add(capital, term);
                }
            }
        });
        byFirstWord
                .values()
                .forEach(entries -> entries.sort(
                        Comparator.comparingInt((Entry entry) -> entry.words().length())
                                .reversed()
                                .thenComparing(Entry::words)));
    }

    private void add(String words, String term) {
        byFirstWord
                .computeIfAbsent(words.substring(0, endOfWord(words, 0)), first -> new ArrayList<>())
                .add(new Entry(words, term));
    }

    boolean isEmpty() {
        return byFirstWord.isEmpty();
    }

    /** The words of a text that stand for terms: whole words, the longest of those that begin at one place. */
    public List<Match> find(String text) {
        List<Match> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = endOfWord(text, at);
            if (end == at) {
                at++;
                continue;
            }
            Optional<Match> match = joinedBefore(text, at) ? Optional.empty() : at(text, at, end);
            match.ifPresent(found::add);
            at = match.map(Match::end).orElse(end);
        }
        return found;
    }

    private Optional<Match> at(String text, int start, int endOfFirst) {
        for (Entry entry : byFirstWord.getOrDefault(text.substring(start, endOfFirst), List.of())) {
            int end = start + entry.words().length();
            if (text.startsWith(entry.words(), start) && endOfWord(text, end) == end && !joinedBehind(text, end)) {
                return Optional.of(new Match(start, end, entry.term()));
            }
        }
        return Optional.empty();
    }

    /** The index behind the letters and digits that begin at a place. */
    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length() && isOfWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** {@code head} in {@code multi-head} is no word of its own. */
    private static boolean joinedBefore(String text, int start) {
        return start > 1 && joins(text.charAt(start - 1)) && isOfWord(text.charAt(start - 2));
    }

    private static boolean joinedBehind(String text, int end) {
        return end + 1 < text.length() && joins(text.charAt(end)) && isOfWord(text.charAt(end + 1));
    }

    private static boolean joins(char c) {
        return c == '-' || c == '.' || c == '\u2011' || c == '\u2060';
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String plural(String words) {
        int last = words.length() - 1;
        char end = words.charAt(last);
        if (end == 'y' && last > 0 && "aeiou".indexOf(words.charAt(last - 1)) < 0) {
            return words.substring(0, last) + "ies";
        }
        return words + (end == 's' || end == 'x' || words.endsWith("ch") || words.endsWith("sh") ? "es" : "s");
    }
}
