package dev.archnotes.site.yaml;

import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.PlacedText;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** Finds the characters of a YAML value in the file, which may fold, indent and quote them. */
final class ScalarPlaces {
    /** A character that is written as an escape has no place of its own; behind so many others it is not looked for. */
    private static final int LONGEST_ESCAPE = 12;

    private final String file;
    private final LineStarts lines;
    private final Location origin;
    private final List<PlacedText.Stretch> stretches = new ArrayList<>();

    private ScalarPlaces(String file, LineStarts lines, Location origin) {
        this.file = file;
        this.lines = lines;
        this.origin = origin;
    }

    /**
     * A value with the places of its characters.
     *
     * @param file the YAML
     * @param lines where its lines begin
     * @param origin where the YAML begins; all its lines begin in that column
     * @param start the index in the YAML at which the value begins, quotes and signs included
     * @param text the value, its lines joined
     */
    static PlacedText of(String file, LineStarts lines, Location origin, int start, ScalarStyle style, String text) {
        ScalarPlaces places = new ScalarPlaces(file, lines, origin);
        places.walk(places.behindSigns(start, style), text);
        return new PlacedText(text, places.stretches);
    }

    private int behindSigns(int start, ScalarStyle style) {
        switch (style) {
            case PLAIN:
                return start;
            case LITERAL:
            case FOLDED:
                return Math.max(start, file.indexOf('\n', start) + 1);
            default:
                return start + 1;
        }
    }

    private void walk(int start, String text) {
        int at = start;
        int joined = -1;
        for (int i = 0; i < text.length(); i++) {
            int found = Character.isWhitespace(text.charAt(i)) && i > 0 ? at : find(text.charAt(i), at);
            if (found != joined) {
                stretches.add(new PlacedText.Stretch(i, location(found)));
            }
            joined = found + 1;
            at = Math.min(found + 1, file.length());
        }
        if (stretches.isEmpty()) {
            stretches.add(new PlacedText.Stretch(0, location(start)));
        }
    }

    /** The next place of a character; the place itself where it does not come soon. */
    private int find(char c, int from) {
        int at = from;
        while (at < file.length() && Character.isWhitespace(file.charAt(at))) {
            at++;
        }
        int end = Math.min(at + LONGEST_ESCAPE, file.length());
        while (at < end && file.charAt(at) != c) {
            at++;
        }
        return at < end ? at : from;
    }

    private Location location(int index) {
        int end = Math.min(index, file.length());
        int line = lines.line(end);
        return new Location(origin.path(), origin.line() + line, origin.column() + end - lines.start(line));
    }
}
