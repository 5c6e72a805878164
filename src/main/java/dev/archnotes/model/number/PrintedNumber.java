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
 */
public record PrintedNumber(BigDecimal digits, int decimals, BigDecimal scale, Measure measure, int length) {
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
        if (number.length() == 0) {
            return Optional.empty();
        }
        BigDecimal digits = new BigDecimal(number.toString());
        String rest = skipSpace(text.substring(at));
        Optional<Integer> exponent = exponent(rest);
        if (exponent.isPresent()) {
            return Optional.of(
                    new PrintedNumber(digits, decimals, BigDecimal.TEN.pow(exponent.get()), Measure.COUNT, at));
        }
        for (String unit : UNITS) {
            boolean whole = rest.startsWith(unit)
                    && (rest.length() == unit.length() || !Character.isLetterOrDigit(rest.charAt(unit.length())));
            if (whole) {
                return Optional.of(
                        new PrintedNumber(digits, decimals, scale(unit, ofBytes), measure(unit, ofBytes), at));
            }
        }
        return Optional.of(new PrintedNumber(digits, decimals, BigDecimal.ONE, Measure.COUNT, at));
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

    /** The power of ten in {@code × 10²⁴} or {@code e24}. */
    private static Optional<Integer> exponent(String rest) {
        String digits = "";
        if (rest.startsWith("×")) {
            String after = skipSpace(rest.substring(1));
            for (int i = 2; after.startsWith("10") && i < after.length() && RAISED.indexOf(after.charAt(i)) >= 0; i++) {
                digits += RAISED.indexOf(after.charAt(i));
            }
        } else if (rest.startsWith("e")) {
            for (int i = 1; i < rest.length() && isDigit(rest.charAt(i)); i++) {
                digits += rest.charAt(i);
            }
        }
        return digits.isEmpty() || digits.length() > 2 ? Optional.empty() : Optional.of(Integer.parseInt(digits));
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
        return new PrintedNumber(digits, decimals, newScale, measure, length);
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
