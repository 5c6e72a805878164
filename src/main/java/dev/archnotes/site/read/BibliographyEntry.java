package dev.archnotes.site.read;

import dev.archnotes.model.diagnostic.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An entry of a BibTeX file as it is written; what stands between entries is a comment.
 *
 * @param type its type in lower case: {@code misc}
 * @param key its key; empty where there is none
 * @param text all of it, from {@code @} to the closing brace
 * @param place where it begins
 * @param keyPlace where its key stands
 * @param closed whether it has its closing brace
 */
record BibliographyEntry(String type, String key, String text, Location place, Location keyPlace, boolean closed) {
    private static final int DEEPEST = 100;

    /** The entries of a file. An entry that is not closed ends before the next line that begins with {@code @}. */
    static List<BibliographyEntry> split(String path, String file) {
        List<BibliographyEntry> entries = new ArrayList<>();
        int line = 1;
        int lineStart = 0;
        int at = 0;
        while (at < file.length()) {
            char c = file.charAt(at);
            if (c == '@') {
                Location place = new Location(path, line, at - lineStart + 1);
                BibliographyEntry entry = at(file, at, place);
                entries.add(entry);
                for (int i = at; i < at + entry.text.length(); i++) {
                    if (file.charAt(i) == '\n') {
                        line++;
                        lineStart = i + 1;
                    }
                }
                at += entry.text.length();
            } else if (c == '%') {
                while (at < file.length() && file.charAt(at) != '\n') {
                    at++;
                }
            } else {
                at++;
                if (c == '\n') {
                    line++;
                    lineStart = at;
                }
            }
        }
        return entries;
    }

    /** Where words of the entry stand, or where it begins. */
    Location placeOf(String words) {
        int start = Math.max(0, text.indexOf(words));
        String before = text.substring(0, start);
        int lines = (int) before.chars().filter(c -> c == '\n').count();
        return lines == 0
                ? place.right(start)
                : new Location(place.path(), place.line() + lines, start - before.lastIndexOf('\n'));
    }

    /**
     * Where the entry goes deeper than its parser, which calls itself for every level, should follow; empty elsewhere.
     */
    Optional<Location> tooDeep() {
        int depth = 0;
        int joined = 0;
        int line = 0;
        int lineStart = 1 - place.column();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\n':
                    line++;
                    lineStart = i + 1;
                    break;
                case '\\':
                    i++;
                    break;
                case '{':
                    depth++;
                    break;
                case '}':
                    depth--;
                    break;
                case '"':
                    quoted ^= depth == 1;
                    break;
                case '#':
                    joined += depth == 1 && !quoted ? 1 : 0;
                    break;
                default:
            }
            if (depth > DEEPEST || joined > DEEPEST) {
                return Optional.of(new Location(place.path(), place.line() + line, i - lineStart + 1));
            }
        }
        return Optional.empty();
    }

    private static BibliographyEntry at(String file, int start, Location place) {
        int depth = 0;
        int end = start;
        boolean closed = false;
        while (end < file.length() && !closed) {
            char c = file.charAt(end);
            if (c == '\n' && file.startsWith("@", end + 1)) {
                break;
            }
            if (c == '\\') {
                end++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
                closed = depth <= 0;
            }
            end++;
        }
        String text = file.substring(start, Math.min(end, file.length()));
        int brace = text.indexOf('{');
        if (brace < 0) {
            return new BibliographyEntry(
                    text.substring(1).strip().toLowerCase(Locale.ROOT), "", text, place, place, false);
        }
        int keyEnd = brace + 1;
        while (keyEnd < text.length() && ",}\n\r".indexOf(text.charAt(keyEnd)) < 0) {
            keyEnd++;
        }
        String key = text.substring(brace + 1, keyEnd);
        int indent = key.length() - key.stripLeading().length();
        return new BibliographyEntry(
                text.substring(1, brace).strip().toLowerCase(Locale.ROOT),
                key.strip(),
                text,
                place,
                place.right(brace + 1 + indent),
                closed);
    }
}
