package dev.archnotes.site.content;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which note it is, and the place from which its relative links are read: {@code Generic/kv-cache.md}.
 *
 * @param path its file, relative to the notes folder, with forward slashes
 */
public record NoteId(String path) implements Comparable<NoteId> {

    /** The folder that the file is in, with a slash at the end; empty for the notes folder itself. */
    public String folder() {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /**
     * The file of the notes folder that a relative link in this note leads to, {@code %20} read as a space; empty where
     * it leaves the notes folder.
     */
    public Optional<String> resolve(String link) {
        List<String> parts = new ArrayList<>();
        String decoded = decoded(link);
        // a slash at its beginning stands for the top of the notes
        for (String part : (decoded.startsWith("/") ? decoded : folder() + decoded).split("/")) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }

    /** How a link in this note writes a file of the notes folder: {@code ../Generic/kv-cache.md}. */
    public String linkTo(String file) {
        String folder = folder();
        int common = 0;
        for (int slash = folder.indexOf('/');
                slash >= 0 && file.startsWith(folder.substring(0, slash + 1));
                slash = folder.indexOf('/', slash + 1)) {
            common = slash + 1;
        }
        int up = (int) folder.substring(common).chars().filter(c -> c == '/').count();
        return "../".repeat(up) + file.substring(common);
    }

    /** The name of the file, without the folder that it is in. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The name of the file without its ending: {@code kv-cache}. */
    public String stem() {
        String name = name();
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    private static String decoded(String link) {
        try {
            return URLDecoder.decode(link.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException lonePercent) {
            return link;
        }
    }

    @Override
    public int compareTo(NoteId other) {
        return path.compareTo(other.path);
    }
}
