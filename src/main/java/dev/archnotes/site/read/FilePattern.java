package dev.archnotes.site.read;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which files of a folder are meant: {@code CHANGELOG.md} and {@code *.tmp.md} wherever they are, {@code drafts/} and
 * all that is in it, {@code guide/*.md} in that folder alone.
 */
final class FilePattern {
    /** Nobody writes a longer one. */
    private static final int LONGEST = 300;

    private final List<Glob> matchers = new ArrayList<>();

    private FilePattern(String pattern) {
        String plain = pattern.startsWith("/") ? pattern.substring(1) : pattern;
        String name = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
        add(name);
        add(name + "/**");
        if (name.indexOf('/') < 0 && !pattern.startsWith("/")) {
            add("**/" + name);
            add("**/" + name + "/**");
        }
    }

    private void add(String glob) {
        matchers.add(new Glob(glob));
    }

    /** A pattern that has no fault. */
    static FilePattern of(String pattern) {
        return new FilePattern(pattern);
    }

    /** What is wrong with a pattern; empty where nothing is. */
    static Optional<String> fault(String pattern) {
        if (pattern.isBlank() || pattern.equals("/") || pattern.length() > LONGEST) {
            return Optional.of("a pattern of " + pattern.length() + " characters names no files");
        }
        try {
            new FilePattern(pattern);
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of("\"" + pattern + "\" is not a pattern of files");
        }
    }

    /** Whether a file or folder is meant, by its path relative to the folder. */
    boolean matches(Path relative) {
        String path = relative.toString().replace(File.separatorChar, '/');
        return matchers.stream().anyMatch(matcher -> matcher.matches(path));
    }
}
