package dev.archnotes.render;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Sets the straight quotation marks and apostrophes of a page as the curved ones of print. Authors type what is on the
 * keyboard; code, formulas, scripts and attributes keep what was typed.
 */
final class QuotationMarks {
    private static final Set<String> AS_TYPED = Set.of("script", "style", "pre", "code", "kbd", "textarea", "math");

    /** Elements within a line: what stands before them is what stands before their first letter. */
    private static final Set<String> WITHIN_A_LINE = Set.of("a", "abbr", "b", "bdi", "cite", "data", "dfn", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub",
            "sup", "time", "u", "var", "wbr");

    private static final byte[] OPEN = "\u201C".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CLOSE = "\u201D".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OPEN_SINGLE = "\u2018".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CLOSE_SINGLE = "\u2019".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ESCAPED = "&quot;".getBytes(StandardCharsets.US_ASCII);

    private final byte[] html;
    private final ByteArrayOutputStream curved;
    private int at;
    /** The last character of the text so far, a space where a line or a block begins, {@code x} for any word. */
    private byte before = ' ';

    private QuotationMarks(byte[] html) {
        this.html = html;
        this.curved = new ByteArrayOutputStream(html.length + 1024);
    }

    /** A page with curved marks, both in UTF-8. */
    static byte[] curve(byte[] html) {
        return new QuotationMarks(html).curve();
    }

    private byte[] curve() {
        int copied = 0;
        while (at < html.length) {
            byte here = html[at];
            byte[] mark = here == '"' || here == '&' && startsWith(ESCAPED, at) ? opens() ? OPEN : CLOSE
                    : here == '\'' ? opens() ? OPEN_SINGLE : CLOSE_SINGLE : null;
            if (mark != null) {
                curved.write(html, copied, at - copied);
                curved.write(mark, 0, mark.length);
                before = (byte) (mark == OPEN || mark == OPEN_SINGLE ? '(' : 'x');
                at += here == '&' ? ESCAPED.length : 1;
                copied = at;
            } else if (here == '<') {
                skipTag();
            } else {
                before = here;
                at++;
            }
        }
        curved.write(html, copied, html.length - copied);
        return curved.toByteArray();
    }

    private boolean opens() {
        return switch (before) {
            case ' ', '\n', '\t', '\r', '(', '[', '/' -> true;
            default -> false;
        };
    }

    private void skipTag() {
        boolean closing = at + 1 < html.length && html[at + 1] == '/';
        int from = at + (closing ? 2 : 1);
        int to = from;
        while (to < html.length && isLetterOrDigit(html[to])) {
            to++;
        }
        String name = new String(html, from, to - from, StandardCharsets.US_ASCII);
        at = end(to);
        if (!closing && AS_TYPED.contains(name)) {
            byte[] close = ("</" + name).getBytes(StandardCharsets.US_ASCII);
            while (at < html.length && !startsWith(close, at)) {
                at++;
            }
            at = end(at);
            before = 'x';
        } else if (!WITHIN_A_LINE.contains(name)) {
            before = ' ';
        }
    }

    /** Behind the tag that {@code from} stands in; a sign within the quotes of an attribute does not end it. */
    private int end(int from) {
        byte quote = 0;
        for (int i = from; i < html.length; i++) {
            byte here = html[i];
            if (quote != 0) {
                quote = here == quote ? 0 : quote;
            } else if (here == '"' || here == '\'') {
                quote = here;
            } else if (here == '>') {
                return i + 1;
            }
        }
        return html.length;
    }

    private boolean startsWith(byte[] start, int from) {
        if (from + start.length > html.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (html[from + i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(byte c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
