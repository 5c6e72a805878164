package dev.archnotes.site.markdown;

import gg.jte.Content;

/**
 * Words that are set large, where a line that begins with a stray number catches the eye. Markup keeps a number on the
 * line of what it belongs to, and no hidden character does: those would be copied and searched for with the words.
 */
public final class HeadingText {
    /** What is longer has to break on a narrow screen. */
    private static final int LONGEST = 24;

    private HeadingText() {}

    /** The same words as HTML, for a template. */
    public static Content kept(String text) {
        String html = html(text);
        return output -> output.writeContent(html);
    }

    /**
     * The same words as HTML, every number kept on the line of what it belongs to: {@code Gemma 2}, {@code 30B-A3B},
     * {@code 16-bit}.
     */
    public static String html(String text) {
        StringBuilder html = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int end = end(text, i);
            boolean kept = joins(text, i, end) && end - i <= LONGEST;
            html.append(kept ? "<span class=\"nowrap\">" : "")
                    .append(escaped(text.substring(i, end)))
                    .append(kept ? "</span>" : "");
            i = end;
        }
        return html.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Where the words end that begin at a place and belong together; a space between two such belongs to neither. */
    private static int end(String text, int start) {
        int end = start + 1;
        while (end < text.length() && !(breaks(text, end - 1) || breaks(text, end))) {
            end++;
        }
        return end;
    }

    /** Whether a line may break at a character. */
    private static boolean breaks(String text, int at) {
        return text.charAt(at) == ' ' && !holds(text, at);
    }

    /** Whether anything within keeps two parts together that would come apart without it. */
    private static boolean joins(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (holds(text, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(String text, int at) {
        char c = text.charAt(at);
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char after = at + 1 == text.length() ? ' ' : text.charAt(at + 1);
        if (c == ' ') {
            return at > 0 && before != ' ' && Character.isDigit(after);
        }
        return c == '-'
                && Character.isLetterOrDigit(before)
                && Character.isLetterOrDigit(after)
                && (digitWithin(text, at - 2, at) || digitWithin(text, at + 1, at + 3));
    }

    private static boolean digitWithin(String text, int from, int to) {
        return text.substring(Math.max(0, from), Math.min(text.length(), to))
                .chars()
                .anyMatch(Character::isDigit);
    }
}
