package dev.archnotes.site.render;

import dev.archnotes.site.content.Language;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells which mark of print stands for a straight quotation mark or apostrophe. Authors type what is on the keyboard;
 * code, formulas, scripts and attributes keep what was typed.
 */
final class QuotationMarks {
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

    private final byte[][] marks = new byte[4][];
    private final boolean english;
    private final byte[] html;
    /** The last character of the text so far, a space where a line or a block begins, {@code x} for any word. */
    private char before = ' ';

    /** How many single marks are open. */
    private int open;

    /**
     * The marks of a page.
     *
     * @param html the page, in UTF-8, which is read from its start to its end
     */
    QuotationMarks(byte[] html, Language language) {
        this.html = html;
        this.english = language.primary().equals("en");
        String ofLanguage = MARKS.getOrDefault(language.primary(), ENGLISH);
        for (int i = 0; i < marks.length; i++) {
            marks[i] = ofLanguage.substring(i, i + 1).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** A block begins or ends here: whatever was open is no longer. */
    void atBlock() {
        before = ' ';
        open = 0;
    }

    /** Something that is as a word stood here. */
    void behindWord() {
        before = 'x';
    }

    /** The text goes to this place, without a mark there. */
    void behind(int at) {
        byte here = html[at];
        before = here < 0 && isDash(at) ? '\u2014' : (char) (here & 0xFF);
    }

    /** Whether an en dash or an em dash ends here. */
    private boolean isDash(int at) {
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
    byte[] mark(boolean single, int behind) {
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
}
