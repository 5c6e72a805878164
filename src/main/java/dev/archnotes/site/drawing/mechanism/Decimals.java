package dev.archnotes.site.drawing.mechanism;

import dev.archnotes.model.number.Numerals;

/** Prints numbers with a point, in a browser as at build time: no zeros at the end, at most eight decimals. */
public final class Decimals {
    private static final int MOST = 8;

    private Decimals() {}

    /** Rounded to a number of digits, not counting zeros at the beginning; all digits before the point are printed. */
    public static String print(double number, int digits) {
        double size = Math.abs(number);
        int decimals = digits - 1;
        for (double power = 10; power <= size && decimals > 0; power *= 10) {
            decimals--;
        }
        for (double power = 1; size > 0 && power > size && decimals < MOST; power /= 10) {
            decimals++;
        }
        decimals = Math.min(decimals, MOST);
        long divisor = 1;
        for (int i = 0; i < decimals; i++) {
            divisor *= 10;
        }
        long rounded = Math.round(size * divisor);
        while (divisor > 1 && rounded % 10 == 0) {
            rounded /= 10;
            divisor /= 10;
        }
        StringBuilder text = new StringBuilder(number < 0 && rounded > 0 ? "−" : "");
        text.append(Numerals.grouped(rounded / divisor));
        if (divisor > 1) {
            // a one in front keeps the zeros that the fraction begins with
            text.append('.').append(Long.toString(divisor + rounded % divisor).substring(1));
        }
        return text.toString();
    }
}
