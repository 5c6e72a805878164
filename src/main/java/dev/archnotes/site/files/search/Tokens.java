package dev.archnotes.site.files.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text as the index knows them. The script of the search divides a query in the same way
 * ({@code tokens.js}); a test holds the two against each other.
 *
 * <ul>
 *   <li>Letters, marks and digits make a word, in lower case and without the accents of Latin, Greek and Cyrillic.
 *   <li>A number keeps its point and loses the commas between thousands: {@code 131072}, {@code 10.41}.
 *   <li>Chinese, Japanese, Thai and others set no spaces, and Korean joins words, so that every two characters next to
 *       each other are a word.
 * </ul>
 */
final class Tokens {
    private static final int LONGEST = 40;
    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.MYANMAR,
            UnicodeScript.KHMER);

    private final String text;
    private final char[] units;
    private final boolean joined;
    private final List<String> found = new ArrayList<>();
    private String before = "";
    private int at;

    private Tokens(String text, boolean joined) {
        this.text = normal(text);
        this.units = this.text.toCharArray();
        this.joined = joined;
    }

    /** The words of a query, in order. */
    static List<String> of(String text) {
        return new Tokens(text, false).all();
    }

    /**
     * The words of a text to be found, and besides them what people write in one word: {@code qknorm} of QK-norm,
     * {@code qwen} and {@code 3} of Qwen3.
     */
    static List<String> toBeFound(String text) {
        return new Tokens(text, true).all();
    }

    /** In lower case, each character in its usual form, without accents. */
    static String normal(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (isAscii(lower)) {
            return lower;
        }
        String apart = Normalizer.normalize(lower, Normalizer.Form.NFKD);
        StringBuilder kept = new StringBuilder(apart.length());
        apart.chars().filter(c -> c < 0x300 || c > 0x36F).forEach(c -> kept.append((char) c));
        return Normalizer.normalize(kept, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        for (char c : text.toCharArray()) {
            if (c >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private List<String> all() {
        while (at < units.length) {
            int c = Character.codePointAt(units, at);
            if (isIdeographic(c)) {
                ideographs();
            } else if (isWord(c)) {
                word();
            } else {
                at += Character.charCount(c);
                boolean hyphen = c == '-' || c == '_' || c == 0x2011;
                if (!hyphen || at < units.length && !isWord(Character.codePointAt(units, at))) {
                    before = "";
                }
            }
        }
        return found;
    }

    private void word() {
        int start = at;
        boolean thousands = false;
        while (at < units.length) {
            int c = units[at] < 0x80 ? units[at] : Character.codePointAt(units, at);
            if (isWord(c) && !isIdeographic(c)) {
                at += Character.charCount(c);
            } else if (c == '.' && isDigitAt(at - 1) && isDigitAt(at + 1)) {
                at++;
            } else if (c == ',' && isDigitAt(at - 1) && isThousand(at + 1)) {
                thousands = true;
                at++;
            } else {
                break;
            }
        }
        String word = text.substring(start, at);
        if (thousands) {
            word = word.replace(",", "");
        }
        add(word);
        if (joined) {
            addJoined(word);
        }
        before = word;
    }

    private void addJoined(String word) {
        if (!before.isEmpty()) {
            add(before + word);
        }
        int letters = 0;
        while (letters < word.length() && isLetter(word.charAt(letters))) {
            letters++;
        }
        if (letters > 1 && letters < word.length() && isDigit(word.charAt(letters))) {
            add(word.substring(0, letters));
            add(word.substring(letters));
        }
    }

    private void ideographs() {
        int start = at;
        while (at < units.length && isIdeographic(Character.codePointAt(units, at))) {
            at += Character.charCount(Character.codePointAt(units, at));
        }
        int[] run = text.substring(start, at).codePoints().toArray();
        if (run.length == 1) {
            found.add(new String(run, 0, 1));
        }
        for (int i = 0; i + 1 < run.length; i++) {
            found.add(new String(run, i, 2));
        }
        if (joined && run.length > 1) {
            // every other character begins a pair, so that a query of one finds it
            found.add(new String(run, run.length - 1, 1));
        }
        before = "";
    }

    private void add(String word) {
        found.add(word.length() <= LONGEST ? word : word.substring(0, word.offsetByCodePoints(0, cut(word))));
    }

    private static int cut(String word) {
        return word.codePointCount(0, LONGEST - 1);
    }

    private boolean isThousand(int from) {
        return isDigitAt(from) && isDigitAt(from + 1) && isDigitAt(from + 2) && !isDigitAt(from + 3);
    }

    private boolean isDigitAt(int index) {
        return index >= 0 && index < units.length && isDigit(units[index]);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c < 0x80 ? c >= 'a' && c <= 'z' : Character.isLetter(c);
    }

    private static boolean isWord(int c) {
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' || isDigit(c);
        }
        switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER:
            case Character.LOWERCASE_LETTER:
            case Character.TITLECASE_LETTER:
            case Character.MODIFIER_LETTER:
            case Character.OTHER_LETTER:
            case Character.NON_SPACING_MARK:
            case Character.COMBINING_SPACING_MARK:
            case Character.ENCLOSING_MARK:
            case Character.DECIMAL_DIGIT_NUMBER:
            case Character.LETTER_NUMBER:
            case Character.OTHER_NUMBER:
                return true;
            default:
                return false;
        }
    }

    private static boolean isIdeographic(int c) {
        if (c < 0xE00) {
            return false;
        }
        if (c == 0x30FC) {
            return true;
        }
        return isWord(c) && UNSPACED.contains(UnicodeScript.of(c));
    }
}
