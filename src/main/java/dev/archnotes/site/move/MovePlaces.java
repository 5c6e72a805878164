package dev.archnotes.site.move;

import dev.archnotes.site.write.OutputPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** From where to where something may be moved. */
final class MovePlaces {
    private MovePlaces() {}

    /** Refuses what leaves the notes folder, replaces something, or would be no note any more. */
    static void check(Path root, String from, String to) throws IOException {
        Path source = within(root, from);
        Path target = within(root, to);
        if (!Files.exists(source, LinkOption.NOFOLLOW_LINKS)) {
            throw new MoveRefused("there is no " + from + " in the notes folder");
        }
        if (Files.isSymbolicLink(source)) {
            throw new MoveRefused(from + " is a link to a file; move the file itself");
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new MoveRefused(to + " exists already; name a place where nothing is");
        }
        if (target.startsWith(source)) {
            throw new MoveRefused(from + " cannot be moved into itself");
        }
        Path above = target.getParent();
        while (above != null && !Files.exists(above, LinkOption.NOFOLLOW_LINKS)) {
            above = above.getParent();
        }
        if (above == null || !Files.isDirectory(above) || !above.toRealPath().startsWith(root)) {
            throw new MoveRefused(to + " is not in the notes folder");
        }
        OutputPaths.problem(to).ifPresent(problem -> {
            throw new MoveRefused("a note cannot be named " + to + ": " + problem);
        });
        if (Stream.of(to.split("/", -1)).anyMatch(part -> part.startsWith("."))) {
            throw new MoveRefused("what begins with a point is no part of the notes: " + to);
        }
        if (Files.isRegularFile(source) && isNote(from) != isNote(to)) {
            throw new MoveRefused("the name of a note ends with .md");
        }
    }

    private static Path within(Path root, String path) {
        Path place = root.resolve(path).normalize();
        if (place.equals(root) || !place.startsWith(root)) {
            throw new MoveRefused(path + " is not in the notes folder");
        }
        return place;
    }

    private static boolean isNote(String path) {
        String folded = path.toLowerCase(Locale.ROOT);
        return folded.endsWith(".md") || folded.endsWith(".markdown");
    }
}
