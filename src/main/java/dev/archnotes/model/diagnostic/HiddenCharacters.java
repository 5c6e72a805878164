package dev.archnotes.model.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Characters that nobody sees and that no text needs: controls, separators of lines that are none to most programs, and
 * what Unicode says is no character. They break a feed, forge a line of a list, or steer a terminal.
 */
public final class HiddenCharacters {
    private static final char REPLACEMENT = '\uFFFD';

    private HiddenCharacters() {}

    /** Whether a character has no place in a text; a tab and a line feed have. */
    public static boolean isForbidden(int c) {
        return Character.isISOControl(c) && c != '\t' && c != '\n'
                || c == 0x2028
                || c == 0x2029
                || c >= 0xD800 && c <= 0xDFFF
                || c >= 0xFDD0 && c <= 0xFDEF
                || (c & 0xFFFE) == 0xFFFE;
    }

    /** Whether a text shows nothing: it is empty, or all of it is spaces and characters without width. */
    public static boolean showsNothing(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT);
    }

    /** Whether a character turns the direction of those behind it, so that a text reads other than it is. */
    public static boolean turnsDirection(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    /** The same text with a sign in the place of each that has none. */
    public static String replaced(String text) {
        if (firstOf(text, false) < 0) {
            return text;
        }
        StringBuilder replaced = new StringBuilder();
        text.codePoints().forEach(c -> replaced.appendCodePoint(isForbidden(c) ? REPLACEMENT : c));
        return replaced.toString();
    }

    /** The same text on one line, which nobody takes for another line or for a command to the terminal. */
    public static String onOneLine(String text) {
        return replaced(text.replace('\n', REPLACEMENT).replace('\t', ' '));
    }

    /** What is wrong with a text: the characters that have no place in it, and a warning of those that turn it. */
    public static List<Diagnostic> findings(String text, Location place) {
        if (firstOf(text, true) < 0) {
            return List.of();
        }
        List<Diagnostic> findings = new ArrayList<>();
        Location at = place;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (isForbidden(c)) {
                findings.add(
                        Diagnostic.error(Rule.BAD_ENCODING, at, "the character " + name(c) + " has no place in a text")
                                .withHint("take it out"));
            } else if (turnsDirection(c)) {
                findings.add(Diagnostic.warning(
                                Rule.BAD_ENCODING,
                                at,
                                "the character " + name(c) + " turns the direction of those behind it")
                        .withHint("take it out, unless the text is in a script that needs it"));
            }
            int units = Character.charCount(c);
            at = c == '\n' ? new Location(at.path(), at.line() + 1, 1) : at.right(units);
            i += units;
        }
        return findings;
    }

    /**
     * The index of the first character that has no place in a text; negative where there is none. Every character of
     * every note passes here, and most are printable ones of ASCII.
     *
     * @param turning whether those that turn the direction count, too
     */
    private static int firstOf(String text, boolean turning) {
        char[] units = text.toCharArray();
        int i = 0;
        while (i < units.length) {
            char unit = units[i];
            if (unit < ' ' || unit > '~') {
                int c = text.codePointAt(i);
                if (isForbidden(c) || turning && turnsDirection(c)) {
                    return i;
                }
                i += Character.charCount(c);
            } else {
                i++;
            }
        }
        return -1;
    }

    /** {@code U+001B}. */
    private static String name(int c) {
        String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        return "U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex;
    }
}
