package dev.archnotes.model.checkpoint;

/** A place in a file of little-endian numbers that moves forward; the file is read in pieces around it. */
final class Cursor {
    private static final int PIECE = 1 << 20;

    private final Bytes bytes;
    private final long end;
    private byte[] piece = new byte[0];
    private long pieceFrom;
    private long at;

    /**
     * A cursor at the first byte of a file.
     *
     * @param end how far it may move, at most
     */
    Cursor(Bytes bytes, long end) {
        this.bytes = bytes;
        this.end = Math.min(end, bytes.size());
    }

    long at() {
        return at;
    }

    /** How many bytes are left to move over. */
    long left() {
        return end - at;
    }

    HeaderFault fault(String message) {
        return HeaderFault.at(at, message);
    }

    /** Moves on. */
    void skip(long count) {
        if (count < 0 || count > left()) {
            throw fault("the header ends in the middle: " + Long.toUnsignedString(count) + " bytes more are named, and "
                    + left() + " are there");
        }
        at += count;
    }

    private int next() {
        long place = at;
        skip(1);
        if (place < pieceFrom || place >= pieceFrom + piece.length) {
            piece = bytes.read(place, (int) Math.min(PIECE, end - place));
            pieceFrom = place;
        }
        return piece[(int) (place - pieceFrom)] & 0xff;
    }

    /** A number of so many bytes, without a sign; with eight of them it may come out negative. */
    long unsigned(int count) {
        long number = 0;
        for (int i = 0; i < count; i++) {
            number |= (long) next() << 8 * i;
        }
        return number;
    }

    /** A size of eight bytes, held to what can be. */
    long size(long most, String what) {
        long size = unsigned(8);
        if (size < 0 || size > most) {
            throw HeaderFault.at(
                    at - 8,
                    Long.toUnsignedString(size) + " " + what + ", and there can be at most " + Math.max(0, most));
        }
        return size;
    }

    /** A text behind its length; of a longer one than is kept, its beginning. */
    String text(int kept) {
        long length = size(left() - 8, "bytes of a text");
        long from = at;
        StringBuilder text = new StringBuilder();
        while (text.length() < kept && at < from + length) {
            text.append((char) next());
        }
        skip(from + length - at);
        return utf8(text);
    }

    /** Bytes that stand as characters, as the text in UTF-8 that they are; what is none stays as it is. */
    private static String utf8(CharSequence bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length(); i++) {
            char first = bytes.charAt(i);
            int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : 0;
            if (first < 0x80 || more == 0 || i + more >= bytes.length()) {
                text.append(first);
                continue;
            }
            int character = first & (0x3f >> more);
            for (int j = 1; j <= more; j++) {
                character = character << 6 | bytes.charAt(i + j) & 0x3f;
            }
            if (Character.isValidCodePoint(character)) {
                text.appendCodePoint(character);
            }
            i += more;
        }
        return text.toString();
    }
}
