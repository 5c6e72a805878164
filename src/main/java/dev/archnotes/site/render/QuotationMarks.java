package dev.archnotes.site.render;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Sets the straight quotation marks and apostrophes of a page as the curved ones of print. Authors type what is on the
 * keyboard; code, formulas, scripts and attributes keep what was typed.
 */
final class QuotationMarks {
    private static final Set<String> AS_TYPED = Set.of("script", "style", "pre", "code", "kbd", "textarea", "math");

    /** Elements within a line: what stands before them is what stands before their first letter. */
    private static final Set<String> WITHIN_A_LINE = Set.of(
            "a", "abbr", "b", "bdi", "cite", "data", "dfn", "em", "i", "mark", "q", "s", "small", "span", "strong",
            "sub", "sup", "time", "u", "var", "wbr");

    private static final byte[] OPEN = "\u201C".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CLOSE = "\u201D".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OPEN_SINGLE = "\u2018".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CLOSE_SINGLE = "\u2019".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END_TAG = "</".getBytes(StandardCharsets.US_ASCII);
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
            if (here == '<') {
                skipTag();
            } else if (here == '\'' || here == '"' || here == '&' && startsWith(ESCAPED)) {
                curved.write(html, copied, at - copied);
                curved.writeBytes(mark(here == '\''));
                at += here == '&' ? ESCAPED.length : 1;
                copied = at;
            } else {
                before = here;
                at++;
            }
        }
        curved.write(html, copied, html.length - copied);
        return curved.toByteArray();
    }

    /**
     * The mark that belongs here; what follows an opening one stands as behind a bracket, what follows a closing one as
     * behind a word.
     */
    private byte[] mark(boolean single) {
        boolean opens = " \n\t\r([/".indexOf(before) >= 0;
        before = (byte) (opens ? '(' : 'x');
        if (single) {
            return opens ? OPEN_SINGLE : CLOSE_SINGLE;
        }
        return opens ? OPEN : CLOSE;
    }

    /** Goes behind the tag that begins here, and behind the whole element where what it holds stays as it was typed. */
    private void skipTag() {
        boolean closing = startsWith(END_TAG);
        int from = at + (closing ? 2 : 1);
        int to = from;
        while (to < html.length && " \n/>".indexOf(html[to]) < 0) {
            to++;
        }
        String name = new String(html, from, to - from, StandardCharsets.US_ASCII);
        skipToEndOfTag();
        if (!closing && AS_TYPED.contains(name)) {
            byte[] end = ("</" + name).getBytes(StandardCharsets.US_ASCII);
            while (at < html.length && !startsWith(end)) {
                at++;
            }
            skipToEndOfTag();
            before = 'x';
        } else if (!WITHIN_A_LINE.contains(name)) {
            before = ' ';
        }
    }

    /** A sign within the quotes of an attribute does not end the tag. */
    private void skipToEndOfTag() {
        byte quote = 0;
        while (at < html.length) {
            byte here = html[at++];
            if (quote != 0) {
                quote = here == quote ? 0 : quote;
            } else if (here == '"' || here == '\'') {
                quote = here;
            } else if (here == '>') {
                return;
            }
        }
    }

    private boolean startsWith(byte[] start) {
        return at + start.length <= html.length && Arrays.equals(html, at, at + start.length, start, 0, start.length);
    }
}
