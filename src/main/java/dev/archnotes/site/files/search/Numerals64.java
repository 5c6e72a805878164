package dev.archnotes.site.files.search;

/**
 * Numbers in the 64 signs of base64 with five bits a sign, as source maps write them: small ones, which the gaps
 * between sections mostly are, take one.
 */
final class Numerals64 {
    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private Numerals64() {}

    /** Appends a number of at least 0. */
    static void append(StringBuilder text, int number) {
        int rest = number;
        while (rest >= 32) {
            text.append(SIGNS.charAt(32 | rest & 31));
            rest >>>= 5;
        }
        text.append(SIGNS.charAt(rest));
    }

    /** The sign of a number below 64. */
    static char sign(int number) {
        return SIGNS.charAt(number);
    }
}
