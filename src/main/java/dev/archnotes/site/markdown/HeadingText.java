package dev.archnotes.site.markdown;

/** Words that are set large, where a line that begins with a stray number catches the eye. */
public final class HeadingText {
    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final char WORD_JOINER = '\u2060';

    private HeadingText() {}

    /**
     * The same words, every number kept on the line of what it belongs to: {@code Gemma 2}, {@code 30B-A3B},
     * {@code 16-bit}.
     */
    public static String bound(String text) {
        StringBuilder bound = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char before = i == 0 ? ' ' : text.charAt(i - 1);
            char after = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
            if (c == ' ' && i > 0 && Character.isDigit(after)) {
                bound.append(NO_BREAK_SPACE);
            } else {
                bound.append(c);
                boolean joins = c == '-' && Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
                if (joins && (digitWithin(text, i - 2, i) || digitWithin(text, i + 1, i + 3))) {
                    bound.append(WORD_JOINER);
                }
            }
        }
        return bound.toString();
    }

    private static boolean digitWithin(String text, int from, int to) {
        return text.substring(Math.max(0, from), Math.min(text.length(), to))
                .chars()
                .anyMatch(Character::isDigit);
    }
}
