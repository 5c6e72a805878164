package dev.archnotes.model.number;

/**
 * Prints numbers the way the site does, without {@code String.format}: grouped integers, fixed decimals rounded half
 * up.
 */
public final class Numerals {
    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private Numerals() {}

    /** {@code 671,026,419,200}. */
    public static String grouped(long value) {
        if (value < 0) {
            return "−" + grouped(Math.negateExact(value));
        }
        String digits = Long.toString(value);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }

    /** The quotient with exactly {@code decimals} digits after the point (at most 6), rounded half up: {@code 68.6}. */
    public static String quotient(long dividend, long divisor, int decimals) {
        if (divisor <= 0 || dividend < 0) {
            throw new ArithmeticException(dividend + " / " + divisor);
        }
        long whole = dividend / divisor;
        long rest = dividend % divisor;
        long power = POWERS_OF_TEN[decimals];
        long fraction = 0;
        // digit by digit, so that no intermediate product can overflow for divisors below 2^59
        for (int i = 0; i < decimals; i++) {
            rest = Math.multiplyExact(rest, 10L);
            fraction = fraction * 10 + rest / divisor;
            rest = rest % divisor;
        }
        if (rest >= divisor - rest) {
            fraction++;
        }
        if (fraction == power) {
            fraction = 0;
            whole = Math.addExact(whole, 1);
        }
        if (decimals == 0) {
            return grouped(whole);
        }
        String digits = Long.toString(fraction);
        return grouped(whole) + "." + "0".repeat(decimals - digits.length()) + digits;
    }

    /** About three significant digits: two decimals below 10, one below 100, none from there on. */
    public static String threeDigits(long dividend, long divisor) {
        if (dividend / divisor < 10) {
            String two = quotient(dividend, divisor, 2);
            return two.length() <= 4 ? two : quotient(dividend, divisor, 1);
        }
        if (dividend / divisor < 100) {
            String one = quotient(dividend, divisor, 1);
            return one.length() <= 4 ? one : quotient(dividend, divisor, 0);
        }
        return quotient(dividend, divisor, 0);
    }

    /** {@code 8} for 8.0, {@code 2.827} for 2.827. */
    public static String shortest(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
