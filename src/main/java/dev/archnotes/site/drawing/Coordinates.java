package dev.archnotes.site.drawing;

/** Prints coordinates: at most two decimals, no exponent, no locale. */
public final class Coordinates {
    private Coordinates() {}

    /** The place that is printed, in hundredths. */
    static long hundredths(double coordinate) {
        return Math.round(coordinate * 100);
    }

    /** {@code 12}, {@code 12.5}, {@code 12.25}. */
    public static String print(double coordinate) {
        long hundredths = hundredths(coordinate);
        String sign = hundredths < 0 ? "-" : "";
        long size = Math.abs(hundredths);
        long rest = size % 100;
        if (rest == 0) {
            return sign + size / 100;
        }
        String decimals = rest % 10 == 0 ? Long.toString(rest / 10) : rest < 10 ? "0" + rest : Long.toString(rest);
        return sign + size / 100 + "." + decimals;
    }
}
