package dev.archnotes.model.text;

/** Which characters take the room of two Latin letters, in the columns of a terminal and in a line of a picture. */
public final class EastAsianWidth {
    private EastAsianWidth() {}

    /**
     * Whether a character is wide: Chinese, Japanese and Korean ones with their punctuation, and pictures in a line
     * (Unicode Standard Annex 11).
     */
    public static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF && c != 0x303F
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1F64F
                || c >= 0x1F680 && c <= 0x1F6FF
                || c >= 0x1F900 && c <= 0x1F9FF
                || c >= 0x20000 && c <= 0x3FFFD;
    }
}
