package dev.archnotes.site.drawing;

/** Prints coordinates: at most two decimals, no exponent, no locale. */
public final class Coordinates {
    private static final int LONGEST = 24;

    private Coordinates() {}

    /** The place that is printed, in hundredths. */
    static long hundredths(double coordinate) {
        return Math.round(coordinate * 100);
    }

    /** {@code 12}, {@code 12.5}, {@code 12.25}. */
    public static String print(double coordinate) {
        StringBuilder out = new StringBuilder(LONGEST);
        long hundredths = hundredths(coordinate);
        if (hundredths < 0) {
            out.append('-');
        }
        long size = Math.abs(hundredths);
        out.append(size / 100);
        printDecimals(size % 100, out);
        return out.toString();
    }

    /** Nothing, {@code .5} or {@code .25}. */
    static void printDecimals(long hundredths, StringBuilder out) {
        if (hundredths > 0) {
            out.append('.').append((char) ('0' + hundredths / 10));
            if (hundredths % 10 > 0) {
                out.append((char) ('0' + hundredths % 10));
            }
        }
    }
}
