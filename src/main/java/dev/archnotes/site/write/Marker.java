package dev.archnotes.site.write;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * The file in a site that says that a build wrote it, and lists what the build wrote: whatever else lies there is
 * somebody's own.
 */
final class Marker {
    static final String NAME = ".archnotes";

    /** What those who publish a site put beside it; it stays where it is. */
    static final Set<String> KEPT = Set.of(".git", "CNAME", ".nojekyll");

    private static final String FIRST_LINE =
            "archnotes wrote these files, and the next build replaces them. .git, CNAME and .nojekyll stay.\n";

    /** How the file began when it listed nothing. */
    private static final String WITHOUT_LIST = "archnotes made this folder.";

    private static final long LARGEST = 100_000_000;

    private Marker() {}

    /** The text of the file for a site of these files. */
    static String text(SortedSet<String> paths) {
        return paths.stream().map(path -> path + "\n").collect(Collectors.joining("", FIRST_LINE, ""));
    }

    /** Whether the file is there and begins as ours do. */
    static boolean isIn(Path folder) {
        return begins(folder, FIRST_LINE) || begins(folder, WITHOUT_LIST);
    }

    /** Whether the file is there and is too old to list anything. */
    static boolean isWithoutList(Path folder) {
        return begins(folder, WITHOUT_LIST);
    }

    /** What the file lists; empty where there is none of ours. */
    static Optional<Set<String>> read(Path folder) throws IOException {
        if (!begins(folder, FIRST_LINE) || Files.size(folder.resolve(NAME)) > LARGEST) {
            return Optional.empty();
        }
        String text = new String(Files.readAllBytes(folder.resolve(NAME)), StandardCharsets.UTF_8);
        return Optional.of(text.substring(FIRST_LINE.length()).lines().collect(Collectors.toUnmodifiableSet()));
    }

    private static boolean begins(Path folder, String start) {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        byte[] expected = start.getBytes(StandardCharsets.UTF_8);
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(expected.length), expected);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
