package dev.archnotes.model.diagnostic;

import java.util.Collection;
import java.util.Optional;

/** The word an author probably meant: {@code latnt-attention} for {@code latent-attention}. */
public final class Suggestion {

    /** More slips than these make another word, however long both are. */
    private static final int MOST_SLIPS = 3;

    private Suggestion() {}

    /** The known word nearest to the one written, unless it is so far away that it would only confuse. */
    public static Optional<String> closest(String written, Collection<String> known) {
        int farthest = Math.min(Math.max(1, Math.min(written.length() / 3, MOST_SLIPS)), written.length() - 1);
        String folded = fold(written);
        Optional<String> nearest = Optional.empty();
        int least = farthest + 1;
        for (String word : known) {
            if (Math.abs(word.length() - written.length()) <= farthest) {
                int distance = distance(folded, fold(word));
                boolean first = nearest.isEmpty() || word.compareTo(nearest.get()) < 0;
                if (distance < least || distance == least && distance <= farthest && first) {
                    nearest = Optional.of(word);
                    least = distance;
                }
            }
        }
        return nearest;
    }

    /** The hint for a finding: {@code did you mean "latent-attention"?}, or nothing. */
    public static String hint(String written, Collection<String> known) {
        return closest(written, known)
                .map(word -> "did you mean \"" + word + "\"?")
                .orElse("");
    }

    /**
     * The one known word that has the letters and digits of the one written, which differs in capital letters or in
     * what joins its parts: {@code kv-heads} for {@code kv_heads}.
     */
    public static Optional<String> same(String written, Collection<String> known) {
        String letters = letters(written);
        Optional<String> found = Optional.empty();
        for (String word : known) {
            if (!letters.isEmpty() && letters.equals(letters(word)) && !found.equals(Optional.of(word))) {
                if (found.isPresent()) {
                    return Optional.empty();
                }
                found = Optional.of(word);
            }
        }
        return found;
    }

    private static String letters(String word) {
        return fold(word).replace("-", "").replace("_", "").replace(" ", "");
    }

    /** Letters to add, drop, change or swap with their neighbor (Damerau-Levenshtein, no letter touched twice). */
    static int distance(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[to.length()];
    }

    /**
     * With small letters of the Latin alphabet, which keys and names of notes are made of; the table of all others
     * would be a part of every script that suggests.
     */
    private static String fold(String word) {
        char[] letters = word.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] += letters[i] >= 'A' && letters[i] <= 'Z' ? 'a' - 'A' : 0;
        }
        return new String(letters);
    }
}
