package dev.archnotes.site.fix;

import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two texts with the same number of lines, as {@code diff -u} prints it and {@code patch} takes
 * it.
 */
public final class LineDifference {
    private static final int CONTEXT = 3;

    private final List<String> before;
    private final List<String> after;
    private final StringBuilder text = new StringBuilder();

    private LineDifference(String before, String after) {
        this.before = lines(before);
        this.after = lines(after);
    }

    /**
     * The difference that the edits of a file make.
     *
     * @param folder what stands before the path of the file, with a slash at its end; may be empty
     */
    public static String of(FixedFile file, String folder) {
        LineDifference difference = new LineDifference(file.before(), file.after());
        difference.text.append("--- a/").append(folder).append(file.path()).append('\n');
        difference.text.append("+++ b/").append(folder).append(file.path()).append('\n');
        difference.print();
        return difference.text.toString();
    }

    /** The lines with their ends; the last one may have none. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            lines.add(text.substring(start, end < 0 ? text.length() : end + 1));
            start = end < 0 ? text.length() : end + 1;
        }
        return lines;
    }

    private boolean differs(int line) {
        return !before.get(line).equals(after.get(line));
    }

    private void print() {
        int line = 0;
        while (line < before.size()) {
            if (!differs(line)) {
                line++;
                continue;
            }
            int last = line;
            for (int next = line; next < before.size() && next <= last + 2 * CONTEXT + 1; next++) {
                last = differs(next) ? next : last;
            }
            hunk(Math.max(0, line - CONTEXT), Math.min(before.size(), last + 1 + CONTEXT));
            line = last + 1;
        }
    }

    private void hunk(int from, int to) {
        String range = (from + 1) + "," + (to - from);
        text.append("@@ -").append(range).append(" +").append(range).append(" @@\n");
        for (int line = from; line < to; line++) {
            if (!differs(line)) {
                print(' ', before.get(line));
                continue;
            }
            int first = line;
            while (line + 1 < to && differs(line + 1)) {
                line++;
            }
            before.subList(first, line + 1).forEach(old -> print('-', old));
            after.subList(first, line + 1).forEach(changed -> print('+', changed));
        }
    }

    private void print(char sign, String line) {
        text.append(sign).append(line).append(line.endsWith("\n") ? "" : "\n\\ No newline at end of file\n");
    }
}
