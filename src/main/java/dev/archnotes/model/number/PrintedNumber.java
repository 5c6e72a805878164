package dev.archnotes.model.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A number as a person writes it: {@code 671,026,419,200}, {@code 1.03T}, {@code 68.6 KiB}, {@code 4.3 %},
 * {@code 7.3×}, {@code 54.0 GFLOP}, {@code 3.17 × 10²⁴}, {@code 61 layers}.
 *
 * @param digits the number before its unit
 * @param decimals digits after the point
 * @param scale what the unit multiplies by
 * @param measure what the unit is one of
 * @param length how many characters the digits take, points and commas included
 * @param printed the same as it stands in the text, up to the end of the unit; a unit that is a word is none
 */
public record PrintedNumber(
        BigDecimal digits, int decimals, BigDecimal scale, Measure measure, int length, Printed printed) {
    /** What the unit behind a number says about it. */
    public enum Measure {
        /** No unit, or one of the letters K, M, B and T. */
        COUNT,
        /** {@code KiB}, {@code GB} and the like. */
        BYTES,
        /** {@code GFLOP} and the like. */
        OPERATIONS,
        /** {@code %}. */
        SHARE,
        /** {@code ×}. */
        MULTIPLE
    }

    private static final String[] UNITS = {
        "KiB", "MiB", "GiB", "TiB", "kB", "KB", "MB", "GB", "TB", "B", "bytes", "K", "k", "M", "T", "%", "×", "x",
        "FLOP", "FLOPs", "MFLOP", "MFLOPs", "GFLOP", "GFLOPs", "TFLOP", "TFLOPs", "PFLOP", "PFLOPs"
    };
    /** The unit that is written out, as the words behind a number are. */
    private static final String WORD = "bytes";

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /**
     * Parses the number at the start of a text; empty where there is none.
     *
     * @param text the text
     * @param ofBytes whether a bare {@code B} means bytes rather than 10⁹
     */
    public static Optional<PrintedNumber> parse(String text, boolean ofBytes) {
        StringBuilder number = new StringBuilder();
        int at = 0;
        int decimals = 0;
        boolean point = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                number.append(c);
                decimals += point ? 1 : 0;
            } else if (c == '.'
                    && !point
                    && at + 1 < text.length()
                    && isDigit(text.charAt(at + 1))
                    && number.length() > 0) {
                number.append(c);
                point = true;
            } else if (!(c == ','
                    && !point
                    && number.length() > 0
                    && at + 1 < text.length()
                    && isDigit(text.charAt(at + 1)))) {
                break;
            }
            at++;
        }
        Optional<BigDecimal> digits = BoundedNumber.parse(number.toString());
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        String rest = skipSpace(text.substring(at));
        Power power = power(rest);
        int end = power.length() == 0 ? at : text.length() - rest.length() + power.length();
        String behind = skipSpace(text.substring(end));
        String unit = unit(behind);
        Printed printed = unit.isEmpty() || unit.equals(WORD)
                ? Printed.of(text.substring(0, end))
                : new Printed(text.substring(0, end), text.substring(end, text.length() - behind.length()), unit);
        return Optional.of(
                power.length() > 0
                        ? new PrintedNumber(
                                digits.get(),
                                decimals,
                                BigDecimal.TEN.pow(power.exponent()),
                                Measure.COUNT,
                                at,
                                printed)
                        : new PrintedNumber(
                                digits.get(), decimals, scale(unit, ofBytes), measure(unit, ofBytes), at, printed));
    }

    /** The unit at the start of a text; empty where there is none. */
    private static String unit(String text) {
        for (String unit : UNITS) {
            if (text.startsWith(unit)
                    && (text.length() == unit.length() || !Character.isLetterOrDigit(text.charAt(unit.length())))) {
                return unit;
            }
        }
        return "";
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String skipSpace(String text) {
        int at = 0;
        while (at < text.length()
                && (text.charAt(at) == ' '
                        || text.charAt(at) == '\u00A0'
                        || text.charAt(at) == '\u202F'
                        || text.charAt(at) == '\u2009')) {
            at++;
        }
        return text.substring(at);
    }

    /** A power of ten and how many characters it takes; none where there is none. */
    private record Power(int exponent, int length) {
        static final Power NONE = new Power(0, 0);

        static Power of(String digits, int length) {
            return digits.isEmpty() || digits.length() > 2 ? NONE : new Power(Integer.parseInt(digits), length);
        }
    }

    /** The power of ten in {@code × 10²⁴} or {@code e24}. */
    private static Power power(String rest) {
        StringBuilder digits = new StringBuilder();
        if (rest.startsWith("×")) {
            String after = skipSpace(rest.substring(1));
            int at = 2;
            while (after.startsWith("10") && at < after.length() && RAISED.indexOf(after.charAt(at)) >= 0) {
                digits.append(RAISED.indexOf(after.charAt(at++)));
            }
            return Power.of(digits.toString(), rest.length() - after.length() + at);
        }
        if (rest.startsWith("e")) {
            for (int i = 1; i < rest.length() && isDigit(rest.charAt(i)); i++) {
                digits.append(rest.charAt(i));
            }
        }
        return Power.of(digits.toString(), digits.length() + 1);
    }

    private static Measure measure(String unit, boolean ofBytes) {
        if (unit.contains("FLOP")) {
            return Measure.OPERATIONS;
        }
        if (unit.equals("%")) {
            return Measure.SHARE;
        }
        if (unit.equals("×") || unit.equals("x")) {
            return Measure.MULTIPLE;
        }
        boolean bytes = unit.equals("bytes") || unit.endsWith("B") && (unit.length() > 1 || ofBytes);
        return bytes ? Measure.BYTES : Measure.COUNT;
    }

    private static BigDecimal scale(String unit, boolean ofBytes) {
        switch (unit) {
            case "KiB":
                return BigDecimal.valueOf(1L << 10);
            case "MiB":
                return BigDecimal.valueOf(1L << 20);
            case "GiB":
                return BigDecimal.valueOf(1L << 30);
            case "TiB":
                return BigDecimal.valueOf(1L << 40);
            case "K", "k", "kB", "KB":
                return BigDecimal.valueOf(1_000);
            case "M", "MB", "MFLOP", "MFLOPs":
                return BigDecimal.valueOf(1_000_000);
            case "GB", "GFLOP", "GFLOPs":
                return BigDecimal.valueOf(1_000_000_000L);
            case "T", "TB", "TFLOP", "TFLOPs":
                return BigDecimal.valueOf(1_000_000_000_000L);
            case "PFLOP", "PFLOPs":
                return BigDecimal.valueOf(1_000_000_000_000_000L);
            case "B":
                return ofBytes ? BigDecimal.ONE : BigDecimal.valueOf(1_000_000_000L);
            case "%":
                return new BigDecimal("0.01");
            default:
                return BigDecimal.ONE;
        }
    }

    /** The same digits in another unit of counts. */
    public PrintedNumber scaledBy(BigDecimal newScale) {
        return new PrintedNumber(digits, decimals, newScale, measure, length, printed);
    }

    /** Whether the exact quotient, rounded half up to the printed digits, is this number. */
    public boolean matches(BigDecimal dividend, BigDecimal divisor) {
        return rounded(dividend, divisor).compareTo(digits) == 0;
    }

    /** The exact quotient in this number's unit and with its digits: what should have been written. */
    public BigDecimal rounded(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor.multiply(scale), decimals, RoundingMode.HALF_UP);
    }

    /** The text this number was parsed from, with the digits that it should have. */
    public String corrected(String text, BigDecimal dividend, BigDecimal divisor) {
        String right = rounded(dividend, divisor).toPlainString();
        boolean ungrouped = text.indexOf(',') < 0 && digits.compareTo(BigDecimal.valueOf(1_000)) >= 0;
        int point = right.indexOf('.');
        int whole = point < 0 ? right.length() : point;
        StringBuilder grouped = new StringBuilder(right);
        for (int at = whole - 3; at > 0 && !ungrouped; at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped + text.substring(length);
    }
}
