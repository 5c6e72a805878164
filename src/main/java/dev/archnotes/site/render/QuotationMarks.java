package dev.archnotes.site.render;

import dev.archnotes.site.content.Language;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

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

    /**
     * Double and single marks of languages that do not set them as English does: opening, closing, opening, closing.
     */
    private static final Map<String, String> MARKS = Map.ofEntries(
            Map.entry("bg", "\u201E\u201C\u2018\u2019"),
            Map.entry("ca", "\u00AB\u00BB\u201C\u201D"),
            Map.entry("cs", "\u201E\u201C\u201A\u2018"),
            Map.entry("da", "\u201D\u201D\u2019\u2019"),
            Map.entry("de", "\u201E\u201C\u201A\u2018"),
            Map.entry("es", "\u00AB\u00BB\u201C\u201D"),
            Map.entry("fi", "\u201D\u201D\u2019\u2019"),
            Map.entry("fr", "\u00AB\u00BB\u201C\u201D"),
            Map.entry("hu", "\u201E\u201D\u00BB\u00AB"),
            Map.entry("it", "\u00AB\u00BB\u201C\u201D"),
            Map.entry("nb", "\u00AB\u00BB\u2018\u2019"),
            Map.entry("no", "\u00AB\u00BB\u2018\u2019"),
            Map.entry("pl", "\u201E\u201D\u201A\u2019"),
            Map.entry("ro", "\u201E\u201D\u00AB\u00BB"),
            Map.entry("ru", "\u00AB\u00BB\u201E\u201C"),
            Map.entry("sk", "\u201E\u201C\u201A\u2018"),
            Map.entry("sv", "\u201D\u201D\u2019\u2019"),
            Map.entry("uk", "\u00AB\u00BB\u201E\u201C"));

    private static final String ENGLISH = "\u201C\u201D\u2018\u2019";
    private static final byte[] APOSTROPHE = "\u2019".getBytes(StandardCharsets.UTF_8);

    /** English words that begin with an apostrophe. */
    private static final Pattern SHORTENED =
            Pattern.compile("(?i)(?:\\d\\ds?|n|em|til|tis|twas|cause|bout|round)(?![\\p{L}\\d]).*", Pattern.DOTALL);

    /** As much text as one of these words needs. */
    private static final int AHEAD = 8;

    /** What an opening mark stands behind. */
    private static final String BEFORE_OPENING = " \n\t\r([{/=\u2013\u2014";

    private static final byte[] END_TAG = "</".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ESCAPED = "&quot;".getBytes(StandardCharsets.US_ASCII);

    private final byte[][] marks = new byte[4][];
    private final boolean english;
    private final byte[] html;
    private final ByteArrayOutputStream curved;
    private int at;
    /** The last character of the text so far, a space where a line or a block begins, {@code x} for any word. */
    private char before = ' ';

    /** How many single marks are open. */
    private int open;

    private QuotationMarks(byte[] html, Language language) {
        this.html = html;
        this.english = language.primary().equals("en");
        String ofLanguage = MARKS.getOrDefault(language.primary(), ENGLISH);
        for (int i = 0; i < marks.length; i++) {
            marks[i] = ofLanguage.substring(i, i + 1).getBytes(StandardCharsets.UTF_8);
        }
        this.curved = new ByteArrayOutputStream(html.length + 1024);
    }

    /** A page with the curved marks of a language, both in UTF-8. */
    static byte[] curve(byte[] html, Language language) {
        return new QuotationMarks(html, language).curve();
    }

    private byte[] curve() {
        int copied = 0;
        while (at < html.length) {
            byte here = html[at];
            if (here == '<') {
                skipTag();
            } else if (here == '\'' || here == '"' || here == '&' && startsWith(ESCAPED)) {
                curved.write(html, copied, at - copied);
                int length = here == '&' ? ESCAPED.length : 1;
                curved.writeBytes(mark(here == '\'', at + length));
                at += length;
                copied = at;
            } else {
                before = here < 0 && isDash() ? '\u2014' : (char) (here & 0xFF);
                at++;
            }
        }
        curved.write(html, copied, html.length - copied);
        return curved.toByteArray();
    }

    /** Whether an en dash or an em dash ends here. */
    private boolean isDash() {
        return at >= 2
                && (html[at] == (byte) 0x93 || html[at] == (byte) 0x94)
                && html[at - 1] == (byte) 0x80
                && html[at - 2] == (byte) 0xE2;
    }

    /**
     * The mark that belongs here; what follows an opening one stands as behind a bracket, what follows a closing one as
     * behind a word.
     *
     * @param behind the index behind the mark
     */
    private byte[] mark(boolean single, int behind) {
        String next = new String(html, behind, Math.min(AHEAD, html.length - behind), StandardCharsets.UTF_8);
        boolean wordNext = !next.isEmpty() && Character.isLetterOrDigit(next.codePointAt(0));
        boolean nothingNext = next.isEmpty() || Character.isWhitespace(next.charAt(0));
        boolean opens = before == '-' ? wordNext : BEFORE_OPENING.indexOf(before) >= 0 && !(isOfDash() && nothingNext);
        boolean shortened =
                single && opens && english && SHORTENED.matcher(next).matches();
        before = opens && !shortened ? '(' : 'x';
        if (!single) {
            return marks[opens ? 0 : 1];
        }
        if (shortened || !opens && (open == 0 || wordNext)) {
            return APOSTROPHE;
        }
        open += opens ? 1 : -1;
        return marks[opens ? 2 : 3];
    }

    private boolean isOfDash() {
        return before == '\u2014';
    }

    /** Goes behind the tag that begins here, and behind the whole element where what it holds stays as it was typed. */
    private void skipTag() {
        boolean closing = startsWith(END_TAG);
        int from = at + (closing ? 2 : 1);
        int to = from;
        while (to < html.length && !endsName(html[to])) {
            to++;
        }
        String name = new String(html, from, to - from, StandardCharsets.US_ASCII);
        skipToEndOfTag();
        if (!closing && AS_TYPED.contains(name)) {
            byte[] end = ("</" + name).getBytes(StandardCharsets.US_ASCII);
            while (at < html.length && !(html[at] == '<' && startsWith(end))) {
                at++;
            }
            skipToEndOfTag();
            before = 'x';
        } else if (!WITHIN_A_LINE.contains(name)) {
            before = ' ';
            open = 0;
        }
    }

    private static boolean endsName(byte sign) {
        return sign == ' ' || sign == '\n' || sign == '/' || sign == '>';
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
