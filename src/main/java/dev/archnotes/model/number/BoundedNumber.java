package dev.archnotes.model.number;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A decimal number of a text that a stranger may have written. Ten characters can name a number of a thousand million
 * digits, and a number of a million digits takes minutes to be read; nothing that a model or a note states is either.
 */
public final class BoundedNumber {
    /** More characters than the most exact constant has. */
    public static final int LONGEST = 100;

    /** The exponents of a number of 64 bits end before it. */
    private static final int LARGEST_EXPONENT = 400;

    private BoundedNumber() {}

    /** The number that a text is; empty where it is none, or beyond any bound. */
    public static Optional<BigDecimal> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        int end = exponent(text);
        if (!isDecimal(text.substring(0, end))) {
            return Optional.empty();
        }
        if (end == text.length()) {
            return Optional.of(new BigDecimal(text));
        }
        String exponent = withoutSign(text.substring(end + 1));
        boolean small = !exponent.isEmpty()
                && exponent.length() <= 4
                && digits(exponent) == exponent.length()
                && Integer.parseInt(exponent) <= LARGEST_EXPONENT;
        return small ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** Where the exponent begins, or the end. */
    private static int exponent(String text) {
        int small = text.indexOf('e');
        int e = small >= 0 ? small : text.indexOf('E');
        return e >= 0 ? e : text.length();
    }

    /** Digits of ASCII, with a point among them at most. */
    private static boolean isDecimal(String text) {
        String number = withoutSign(text);
        int whole = digits(number);
        if (whole == number.length()) {
            return whole > 0;
        }
        String decimals = number.substring(whole + 1);
        return number.charAt(whole) == '.' && digits(decimals) == decimals.length() && number.length() > 1;
    }

    private static String withoutSign(String text) {
        return text.startsWith("+") || text.startsWith("-") ? text.substring(1) : text;
    }

    /** How many digits a text begins with. */
    private static int digits(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
