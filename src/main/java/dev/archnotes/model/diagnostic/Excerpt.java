package dev.archnotes.model.diagnostic;

import dev.archnotes.model.text.EastAsianWidth;

/**
 * The line a finding is about and the marks under it.
 *
 * <pre>
 * see [the cache](note:latnt-attention)
 *                 ^~~~~~~~~~~~~~~~~~~~
 * </pre>
 *
 * Tabs are opened to four columns, wide characters count two, combining ones none; a paragraph written on one long line
 * is cut around the marks.
 */
record Excerpt(String line, String marks) {

    private static final int TAB = 4;
    private static final int WIDEST = 120;
    private static final int BEFORE = 40;

    /** What to show for a finding at that column (from 1) of a line. */
    static Excerpt of(String sourceLine, int column, int length) {
        int start = Math.min(column - 1, sourceLine.length());
        int end = Math.min(start + length, sourceLine.length());
        int from = 0;
        int to = sourceLine.length();
        if (sourceLine.length() > WIDEST) {
            from = boundary(sourceLine, Math.max(0, Math.min(start - BEFORE, sourceLine.length() - WIDEST)));
            to = boundary(sourceLine, Math.min(sourceLine.length(), from + WIDEST));
        }
        String head = from > 0 ? "…" : "";
        String tail = to < sourceLine.length() ? "…" : "";
        String opened = head + opened(sourceLine.substring(from, to), head.length()) + tail;
        int left = width(head + opened(sourceLine.substring(from, Math.max(from, start)), head.length()));
        int right = width(head + opened(sourceLine.substring(from, Math.max(start, Math.min(end, to))), head.length()));
        return new Excerpt(opened, " ".repeat(left) + "^" + "~".repeat(Math.max(0, right - left - 1)));
    }

    private static int boundary(String line, int index) {
        boolean splitsPair = index > 0 && index < line.length() && Character.isLowSurrogate(line.charAt(index));
        return splitsPair ? index - 1 : index;
    }

    private static String opened(String text, int startColumn) {
        StringBuilder opened = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\t') {
                int at = startColumn + width(opened.toString());
                opened.append(" ".repeat(TAB - at % TAB));
            } else {
                opened.appendCodePoint(
                        HiddenCharacters.isForbidden(c) || HiddenCharacters.turnsDirection(c) ? '\uFFFD' : c);
            }
        });
        return opened.toString();
    }

    private static int width(String text) {
        return text.codePoints().map(Excerpt::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return EastAsianWidth.isWide(c) ? 2 : 1;
    }
}
