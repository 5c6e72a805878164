package dev.archnotes.site.move;

import dev.archnotes.model.diagnostic.Edit;
import dev.archnotes.model.diagnostic.Location;
import java.util.ArrayList;
import java.util.List;

/** The text of a file, in which targets of links are looked for and replaced. */
final class SourceEdits {
    private final String text;
    private final List<Integer> starts = new ArrayList<>();

    private SourceEdits(String text) {
        this.text = text;
        // columns count from behind a byte order mark
        starts.add(text.startsWith("\uFEFF") ? 1 : 0);
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            starts.add(end + 1);
        }
    }

    static SourceEdits of(String text) {
        return new SourceEdits(text);
    }

    /**
     * Adds the edit of a target: where it is said to stand, later on the same line, or where the references of the file
     * are defined.
     *
     * @return whether it was found
     */
    boolean find(Location place, String written, String replacement, List<Edit> edits) {
        int line = place.line() - 1;
        if (line < starts.size()) {
            int end = line + 1 < starts.size() ? starts.get(line + 1) : text.length();
            int at = text.indexOf(written, starts.get(line) + place.column() - 1);
            if (at >= 0 && at + written.length() <= end && stands(at, written)) {
                edits.add(new Edit(location(place.path(), line, at), written, replacement));
                return true;
            }
        }
        return definitions(place.path(), written, replacement, edits);
    }

    /** Whether these characters are a whole target there, and not a part of a longer one. */
    private boolean stands(int at, String written) {
        char before = at == 0 ? '\n' : text.charAt(at - 1);
        int end = at + written.length();
        char behind = end == text.length() ? '\n' : text.charAt(end);
        return "(<\"' \t\n:=[,".indexOf(before) >= 0 && ")>\"' \t\r\n#?],".indexOf(behind) >= 0;
    }

    /** {@code [name]: target}, as often as it is there. */
    private boolean definitions(String path, String written, String replacement, List<Edit> edits) {
        boolean found = false;
        for (int line = 0; line < starts.size(); line++) {
            int start = starts.get(line);
            int end = line + 1 < starts.size() ? starts.get(line + 1) : text.length();
            String words = text.substring(start, end);
            int colon = words.indexOf("]:");
            if (words.stripLeading().startsWith("[") && colon > 0) {
                int at = words.indexOf(written, colon);
                if (at >= 0
                        && words.substring(colon + 2, at).replace("<", "").isBlank()
                        && stands(start + at, written)) {
                    edits.add(new Edit(location(path, line, start + at), written, replacement));
                    found = true;
                }
            }
        }
        return found;
    }

    private Location location(String path, int line, int at) {
        return new Location(path, line + 1, at - starts.get(line) + 1);
    }

    /** The text with these edits, in the order of their places. */
    String made(List<Edit> edits) {
        StringBuilder made = new StringBuilder(text);
        for (int i = edits.size() - 1; i >= 0; i--) {
            Edit edit = edits.get(i);
            int at = starts.get(edit.place().line() - 1) + edit.place().column() - 1;
            made.replace(at, at + edit.written().length(), edit.replacement());
        }
        return made.toString();
    }
}
