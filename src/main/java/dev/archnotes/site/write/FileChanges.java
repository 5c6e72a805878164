package dev.archnotes.site.write;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The files in which one site differs from another.
 *
 * @param changed the paths of those that are new, or have other bytes
 * @param removed the paths of those that are gone
 */
public record FileChanges(SortedSet<String> changed, SortedSet<String> removed) {

    public FileChanges {
        changed = Collections.unmodifiableSortedSet(new TreeSet<>(changed));
        removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
    }

    /**
     * What became of the files of one site in another.
     *
     * @param before the files of the one by path
     * @param after the files of the other by path
     * @param bytes what a file holds
     */
    public static <T> FileChanges between(Map<String, T> before, Map<String, T> after, Function<T, byte[]> bytes) {
        SortedSet<String> changed = new TreeSet<>();
        after.forEach((path, file) -> {
            T old = before.get(path);
            if (old == null || !Arrays.equals(bytes.apply(old), bytes.apply(file))) {
                changed.add(path);
            }
        });
        SortedSet<String> removed = new TreeSet<>(before.keySet());
        removed.removeAll(after.keySet());
        return new FileChanges(changed, removed);
    }

    /** The paths of all of them. */
    public SortedSet<String> all() {
        SortedSet<String> all = new TreeSet<>(changed);
        all.addAll(removed);
        return all;
    }
}
