package dev.archnotes.sites;

import java.util.ArrayList;
import java.util.List;

/** The lines in which two texts differ, each after the number that it has in its text. */
final class LineDiff {
    /** So that a page whose every line changed does not fill the screen. */
    private static final int MOST_LINES = 60;

    private LineDiff() {}

    /**
     * What to take out of a text ({@code -}) and what to add ({@code +}) to make another of it; empty where they are
     * equal.
     */
    static String between(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int start = 0;
        while (start < old.size() && start < now.size() && old.get(start).equals(now.get(start))) {
            start++;
        }
        int end = 0;
        while (end < old.size() - start
                && end < now.size() - start
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        List<String> lines =
                changes(old.subList(start, old.size() - end), now.subList(start, now.size() - end), start + 1);
        if (lines.size() > MOST_LINES) {
            int more = lines.size() - MOST_LINES;
            lines = new ArrayList<>(lines.subList(0, MOST_LINES));
            lines.add("… and " + more + " lines more");
        }
        return String.join("\n", lines);
    }

    /** The longest common subsequence, by a table of its lengths. */
    private static List<String> changes(List<String> old, List<String> now, int firstLine) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                i++;
                j++;
            } else if (i < old.size() && (j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add((firstLine + i) + " - " + old.get(i++));
            } else {
                lines.add((firstLine + j) + " + " + now.get(j++));
            }
        }
        return lines;
    }
}
