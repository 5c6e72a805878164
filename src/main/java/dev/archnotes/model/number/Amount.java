package dev.archnotes.model.number;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Amounts of tokens and bytes as people type them. A thousand tokens are 1,024 where they are written with a letter, as
 * everywhere in the field; a gigabyte is 10⁹ bytes and a gibibyte 2³⁰, as the units say.
 */
public final class Amount {
    private static final String[] TOKEN_UNITS = {"ki", "k", "mi", "m"};
    private static final long[] TOKENS = {1L << 10, 1L << 10, 1L << 20, 1L << 20};
    private static final String[] BYTE_UNITS = {"KiB", "MiB", "GiB", "TiB", "kB", "KB", "MB", "GB", "TB", "B"};
    private static final long[] BYTES = {
        1L << 10, 1L << 20, 1L << 30, 1L << 40, 1_000, 1_000, 1_000_000, 1_000_000_000L, 1_000_000_000_000L, 1
    };

    private Amount() {}

    /**
     * Tokens: {@code 8192}, {@code 131,072}, {@code 200k} (× 1,024), {@code 1M} (× 1,048,576).
     *
     * @return the number; empty for a text that is no whole, positive number of tokens
     */
    public static Optional<Long> tokens(String text) {
        String plain = lower(plain(text));
        for (int i = 0; i < TOKEN_UNITS.length; i++) {
            if (plain.endsWith(TOKEN_UNITS[i])) {
                return whole(plain.substring(0, plain.length() - TOKEN_UNITS[i].length()), TOKENS[i]);
            }
        }
        return whole(plain, 1);
    }

    /**
     * Bytes with their unit: {@code 24GB} (decimal), {@code 24 GiB} (binary), {@code 512MiB}.
     *
     * @return the number; empty for a text without a unit, or that is no whole, positive number of bytes
     */
    public static Optional<Long> bytes(String text) {
        String plain = plain(text);
        for (int i = 0; i < BYTE_UNITS.length; i++) {
            if (plain.endsWith(BYTE_UNITS[i])) {
                return whole(plain.substring(0, plain.length() - BYTE_UNITS[i].length()), BYTES[i]);
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> whole(String number, long unit) {
        String digits = number.trim().replace(",", "").replace("_", "");
        if (digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0) {
            return Optional.empty();
        }
        Optional<BigDecimal> value = BoundedNumber.parse(digits);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal product = value.get().multiply(BigDecimal.valueOf(unit));
        if (product.signum() <= 0 || product.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            return Optional.empty();
        }
        long whole = product.longValue();
        return BigDecimal.valueOf(whole).compareTo(product) == 0 ? Optional.of(whole) : Optional.empty();
    }

    /** Without spaces around it; the narrow ones before units, as this program prints them, are spaces too. */
    private static String plain(String text) {
        return text.replace('\u202F', ' ').replace('\u00A0', ' ').trim();
    }

    private static String lower(String text) {
        StringBuilder lower = new StringBuilder();
        for (char c : text.toCharArray()) {
            lower.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return lower.toString();
    }
}
