package dev.archnotes.site.move;

import dev.archnotes.site.content.NoteId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Where files of a notes folder are after a move, and how links are written then. Paths are relative to the notes
 * folder, with forward slashes.
 *
 * @param from the file or folder that is moved
 * @param to where it is afterwards
 * @param files all files of the folder before
 */
record Relocation(String from, String to, SortedSet<String> files) {
    /** Where a file or folder is afterwards. */
    String moved(String path) {
        if (path.equals(from)) {
            return to;
        }
        return path.startsWith(from + "/") ? to + path.substring(from.length()) : path;
    }

    /**
     * The file or folder that a link leads to, as people write links: with or without {@code .md}, or as a page; empty
     * where there is none.
     */
    Optional<String> target(NoteId note, String link) {
        Optional<String> exact = exact(note, link);
        if (exact.isEmpty() || exists(exact.get())) {
            return exact;
        }
        String plain = exact.get().replaceFirst("\\.html?$", "");
        return List.of(exact.get() + ".md", plain + ".md", plain + ".markdown").stream()
                .filter(this::exists)
                .findFirst();
    }

    private static Optional<String> exact(NoteId note, String link) {
        String decoded = decoded(link.startsWith("@/") ? link.substring(1) : link);
        if (decoded.isEmpty()) {
            return Optional.empty();
        }
        if (decoded.startsWith("/")) {
            return note.resolve(link.startsWith("@/") ? link.substring(1) : link);
        }
        // beside the notes folder, too
        return Optional.of(slashed(Path.of(note.folder()).resolve(decoded).normalize()));
    }

    private boolean exists(String path) {
        return path.isEmpty()
                || path.startsWith("..")
                || files.contains(path)
                || !files.tailSet(path + "/").isEmpty()
                        && files.tailSet(path + "/").first().startsWith(path + "/");
    }

    /**
     * How the link is written afterwards, in the way in which it was written; the same where it leads to the same
     * still.
     */
    String rewritten(NoteId note, String link) {
        Optional<String> target = target(note, link);
        String place = moved(note.path());
        if (target.isEmpty()
                || moved(target.get()).equals(target.get()) && place.equals(note.path())
                || exact(new NoteId(place), link).equals(Optional.of(moved(target.get())))) {
            return link;
        }
        String aim = moved(target.get());
        String slash = link.endsWith("/") && !aim.endsWith("/") ? "/" : "";
        boolean encoded = link.contains("%") || aim.chars().anyMatch(c -> " ()<>\"".indexOf(c) >= 0);
        if (link.startsWith("/") || link.startsWith("@/")) {
            String lead = link.startsWith("@/") ? "@/" : "/";
            return lead + (encoded ? encoded(aim) : aim) + slash;
        }
        String written = slashed(Path.of(new NoteId(place).folder()).relativize(Path.of(aim)));
        String near =
                written.isEmpty() ? "." : (link.startsWith("./") && !written.startsWith("..") ? "./" : "") + written;
        return (encoded ? encoded(near) : near) + slash;
    }

    private static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static String encoded(String path) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            text.append(
                    " ()<>\"%".indexOf(c) >= 0
                            ? "%" + Integer.toHexString(0x100 | c).substring(1).toUpperCase(Locale.ROOT)
                            : String.valueOf(c));
        }
        return text.toString();
    }

    private static String decoded(String link) {
        try {
            return URLDecoder.decode(link.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException lonePercent) {
            return link;
        }
    }
}
