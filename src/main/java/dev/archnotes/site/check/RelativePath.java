package dev.archnotes.site.check;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths within the notes folder as links write them. */
final class RelativePath {

    private RelativePath() {}

    /** The file that a link in a folder leads to; empty where it leaves the notes folder. */
    static Optional<String> resolve(String folder, String link) {
        List<String> parts = new ArrayList<>();
        for (String part : (folder + decoded(link)).split("/")) {
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

    /** How a link in a folder writes a file: {@code ../Generic/kv-cache.md}. */
    static String link(String folder, String file) {
        int common = 0;
        for (int slash = folder.indexOf('/');
                slash >= 0 && file.startsWith(folder.substring(0, slash + 1));
                slash = folder.indexOf('/', slash + 1)) {
            common = slash + 1;
        }
        int up = (int) folder.substring(common).chars().filter(c -> c == '/').count();
        return "../".repeat(up) + file.substring(common);
    }

    private static String decoded(String link) {
        try {
            return URLDecoder.decode(link.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException lonePercent) {
            return link;
        }
    }
}
