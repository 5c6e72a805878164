package dev.archnotes.model.checkpoint;

import java.util.OptionalLong;

/**
 * JSON of a header, read once from front to back and no further than it must be: a header may be a hundred million
 * bytes long, of which a tree of values would make ten times as much.
 */
final class HeaderText {
    /** Deeper than any value that is passed over. */
    private static final int DEEPEST = 16;

    private static final String[] NONE = {};

    private final byte[] bytes;
    private final long start;
    private int at;
    /** The characters of a text, as it is read. */
    private char[] plain = new char[256];

    /**
     * A text.
     *
     * @param bytes the text in UTF-8
     * @param start where in the file it begins, for the places in findings
     */
    HeaderText(byte[] bytes, long start) {
        this.bytes = bytes;
        this.start = start;
    }

    HeaderFault fault(String message) {
        return HeaderFault.at(start + at, message);
    }

    private int next() {
        while (at < bytes.length && isSpace(bytes[at])) {
            at++;
        }
        return at < bytes.length ? bytes[at] : -1;
    }

    private static boolean isSpace(byte c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    /** Passes a character that must stand here. */
    void expect(char expected) {
        if (next() != expected) {
            throw fault(at < bytes.length ? "expected \"" + expected + "\"" : "the header ends in the middle");
        }
        at++;
    }

    /** Passes a character if it stands here. */
    boolean skip(char possible) {
        if (next() != possible) {
            return false;
        }
        at++;
        return true;
    }

    /** Nothing but space may follow. */
    void end() {
        if (next() >= 0) {
            throw fault("something stands behind the end of the header");
        }
    }

    /** Whether a text begins here. */
    boolean atText() {
        return next() == '"';
    }

    /** A text. */
    String text() {
        return text(NONE);
    }

    /** A text, which is likely to be one of these: then no new one is made of it. */
    String text(String[] likely) {
        expect('"');
        int end = at;
        while (end < bytes.length && isPlain(bytes[end])) {
            end++;
        }
        if (end < bytes.length && bytes[end] == '"') {
            // a header has a hundred thousand names, and few or none of them have anything else in them
            int first = at;
            at = end + 1;
            for (String one : likely) {
                if (isText(one, first, end)) {
                    return one;
                }
            }
            return plain(first, end);
        }
        StringBuilder text = new StringBuilder(64);
        while (true) {
            int c = byteOfText();
            if (c == '"') {
                return text.toString();
            }
            if (c == '\\') {
                escaped(text);
            } else if (c < 0x80) {
                text.append((char) c);
            } else {
                text.appendCodePoint(rest(c));
            }
        }
    }

    /** Whether bytes from a place on, up to another, are a text. */
    private boolean isText(String text, int first, int end) {
        if (text.length() != end - first) {
            return false;
        }
        for (int i = first; i < end; i++) {
            if (bytes[i] != text.charAt(i - first)) {
                return false;
            }
        }
        return true;
    }

    /** Bytes that are characters of ASCII, as a text. */
    private String plain(int first, int end) {
        int length = end - first;
        if (length > plain.length) {
            plain = new char[Math.max(length, 2 * plain.length)];
        }
        for (int i = 0; i < length; i++) {
            plain[i] = (char) bytes[first + i];
        }
        return new String(plain, 0, length);
    }

    /** Whether a byte of a text is a character of ASCII that stands for itself. */
    private static boolean isPlain(byte c) {
        return c >= ' ' && c != '"' && c != '\\';
    }

    private int byteOfText() {
        if (at >= bytes.length) {
            throw fault("the header ends in the middle of a text");
        }
        int c = bytes[at++] & 0xff;
        if (c < 0x20) {
            throw fault("a control character in a text");
        }
        return c;
    }

    private void escaped(StringBuilder text) {
        int c = byteOfText();
        int plain = "\"\\/bfnrt".indexOf(c);
        if (plain >= 0) {
            text.append("\"\\/\b\f\n\r\t".charAt(plain));
            return;
        }
        if (c != 'u') {
            throw fault("an escape that JSON does not have");
        }
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(byteOfText(), 16);
            if (digit < 0) {
                throw fault("an escape that JSON does not have");
            }
            unit = unit * 16 + digit;
        }
        text.append((char) unit);
    }

    /** The character of UTF-8 that begins with a byte. */
    private int rest(int first) {
        int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
        int character = first & (0x3f >> more);
        boolean sound = first >= 0xc2 && first <= 0xf4;
        for (int i = 0; i < more; i++) {
            int c = byteOfText();
            sound &= (c & 0xc0) == 0x80;
            character = character << 6 | c & 0x3f;
        }
        if (!sound || character > Character.MAX_CODE_POINT) {
            throw fault("this byte is not UTF-8");
        }
        return character;
    }

    /** A whole number of at least 0 that fits into 63 bits. */
    long size() {
        next();
        int first = at;
        long size = 0;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            int digit = bytes[at] - '0';
            if (size > (Long.MAX_VALUE - digit) / 10) {
                throw fault("a number beyond 63 bits");
            }
            size = size * 10 + digit;
            at++;
        }
        boolean more = at < bytes.length && ".eE".indexOf(bytes[at]) >= 0;
        if (at == first || more || at - first > 1 && bytes[first] == '0') {
            throw fault("expected a whole number");
        }
        return size;
    }

    /** Whether a number of at least 0 begins here. */
    boolean atDigit() {
        int c = next();
        return c >= '0' && c <= '9';
    }

    /** A number if it is whole, {@code 1.0} not among them; some libraries write a float. */
    OptionalLong wholeOrNone() {
        int first = at;
        try {
            return OptionalLong.of(size());
        } catch (HeaderFault fraction) {
            at = first;
            pass();
            return OptionalLong.empty();
        }
    }

    /** Passes over a value of any kind. */
    void pass() {
        pass(0);
    }

    private void pass(int depth) {
        if (depth > DEEPEST) {
            throw fault("values nested deeper than " + DEEPEST);
        }
        int c = next();
        if (c == '"') {
            text();
        } else if (c == '{') {
            at++;
            for (boolean first = true; !skip('}'); first = false) {
                if (!first) {
                    expect(',');
                }
                text();
                expect(':');
                pass(depth + 1);
            }
        } else if (c == '[') {
            at++;
            for (boolean first = true; !skip(']'); first = false) {
                if (!first) {
                    expect(',');
                }
                pass(depth + 1);
            }
        } else {
            word();
        }
    }

    /** Passes over a number or one of the three words. */
    private void word() {
        int first = at;
        while (at < bytes.length && isOfWord(bytes[at])) {
            at++;
        }
        if (at == first) {
            throw fault(at < bytes.length ? "this is not a value" : "the header ends in the middle");
        }
    }

    private static boolean isOfWord(byte c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c == 'E' || c == '.' || c == '-' || c == '+';
    }
}
