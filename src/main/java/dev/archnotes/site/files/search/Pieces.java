package dev.archnotes.site.files.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A sorted dictionary in pieces, of which a browser loads the one that has its word: each begins with a word, and the
 * beginnings are a list short enough to have at once. Where that list becomes long itself, it is divided likewise.
 */
final class Pieces {
    /** Characters of a piece: about three kilobytes compressed. */
    private static final int LARGEST = 5_000;

    /** The most beginnings in one list. */
    private static final int WIDEST = 1_500;

    private final String prefix;
    private final Map<String, Object> files;

    /**
     * Writes pieces.
     *
     * @param prefix the beginning of their names
     * @param files what each file holds, by name
     */
    Pieces(String prefix, Map<String, Object> files) {
        this.prefix = prefix;
        this.files = files;
    }

    /** Writes a dictionary, and returns how it is found: the depth of lists, and the first of them. */
    Map<String, Object> write(SortedMap<String, String> dictionary) {
        List<String> starts = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        String last = "";
        for (Map.Entry<String, String> entry : dictionary.entrySet()) {
            String line = entry.getKey() + " " + entry.getValue() + "\n";
            if (starts.isEmpty() || piece.length() + line.length() > LARGEST) {
                finish(0, starts.size() - 1, piece);
                starts.add(apart(last, entry.getKey()));
            }
            piece.append(line);
            last = entry.getKey();
        }
        finish(0, starts.size() - 1, piece);
        int depth = 0;
        while (starts.size() > WIDEST) {
            depth++;
            List<String> above = new ArrayList<>();
            for (int from = 0; from < starts.size(); from += WIDEST) {
                above.add(starts.get(from));
                List<String> list = starts.subList(from, Math.min(starts.size(), from + WIDEST));
                files.put(prefix + depth + "-" + from / WIDEST, List.copyOf(list));
            }
            starts = above;
        }
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("prefix", prefix);
        found.put("depth", depth);
        found.put("width", WIDEST);
        found.put("starts", starts);
        return found;
    }

    private void finish(int depth, int number, StringBuilder piece) {
        if (number >= 0) {
            files.put(prefix + depth + "-" + number, piece.toString());
            piece.setLength(0);
        }
    }

    /** As much of a word as tells it from the one before it. */
    private static String apart(String before, String word) {
        int same = 0;
        while (same < before.length() && same < word.length() && before.charAt(same) == word.charAt(same)) {
            same++;
        }
        int end = Math.min(word.length(), same + 1);
        return word.substring(0, end > 0 && Character.isHighSurrogate(word.charAt(end - 1)) ? end + 1 : end);
    }
}
