package dev.archnotes.model.diagnostic;

import java.util.Comparator;

/**
 * A place in a file: {@code notes/Qwen3/index.md:14:17}. Lines and columns count from 1, columns in {@code char}s of
 * the line.
 *
 * @param path the file as the author calls it, with forward slashes
 */
public record Location(String path, int line, int column) implements Comparable<Location> {

    private static final Comparator<Location> ORDER = Comparator.comparing(Location::path)
            .thenComparingInt(Location::line)
            .thenComparingInt(Location::column);

    public Location {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("lines and columns count from 1: " + path + ":" + line + ":" + column);
        }
    }

    /** The first character of a file. */
    public static Location startOf(String path) {
        return new Location(path, 1, 1);
    }

    /** The place so many columns to the right on the same line. */
    public Location right(int columns) {
        return new Location(path, line, column + columns);
    }

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return path + ":" + line + ":" + column;
    }

    /** The same place, named from above a folder: {@code b/c.md} for {@code ../b/c.md} in {@code notes/}. */
    public Location below(String folder) {
        String whole = folder + path;
        for (int up = whole.indexOf("/../"); up > 0; up = whole.indexOf("/../")) {
            int start = whole.lastIndexOf('/', up - 1) + 1;
            if (whole.startsWith("..", start)) {
                break;
            }
            whole = whole.substring(0, start) + whole.substring(up + "/../".length());
        }
        return new Location(whole, line, column);
    }
}
