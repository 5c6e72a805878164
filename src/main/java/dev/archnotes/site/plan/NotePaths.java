package dev.archnotes.site.plan;

import java.util.ArrayDeque;
import java.util.Deque;

/** Relative links between files of the notes folder. */
public final class NotePaths {
    private NotePaths() {}

    /**
     * The path, relative to the notes folder, of what a link in {@code from} points at: {@code ../Generic/kv-cache.md}.
     */
    public static String resolve(String from, String link) {
        Deque<String> parts = new ArrayDeque<>();
        int slash = from.lastIndexOf('/');
        String joined = slash < 0 ? link : from.substring(0, slash + 1) + link;
        for (String part : joined.split("/")) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    parts.add("..");
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
