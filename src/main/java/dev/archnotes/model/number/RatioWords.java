package dev.archnotes.model.number;

import java.math.BigInteger;

/**
 * A ratio of two numbers in words: {@code half the heads}, {@code 1.53 × the experts}, {@code 4 % more layers},
 * {@code as many layers}.
 *
 * <p>Simple fractions and multiples are words where they hold to half a percent; between nine tenths and eleven tenths
 * the difference is a percentage; everything else has about three digits.
 *
 * @param kind how it is said
 * @param number the words or digits of it
 */
public record RatioWords(Kind kind, String number) {
    private static final String NARROW_SPACE = "\u202F";
    private static final String[] FRACTIONS = {
        "half", "a third", "a quarter", "a fifth", "a sixth", "a seventh", "an eighth", "a ninth", "a tenth"
    };
    private static final String[] MULTIPLES = {
        "twice",
        "three times",
        "four times",
        "five times",
        "six times",
        "seven times",
        "eight times",
        "nine times",
        "ten times"
    };

    /** How a ratio is said. */
    public enum Kind {
        SAME,
        MORE_PERCENT,
        LESS_PERCENT,
        /** A fraction or multiple that stands before the article: {@code half}, {@code twice}. */
        DIRECT,
        /** A fraction that needs {@code of}: {@code a third}, {@code two thirds}. */
        PART
    }

    /** Puts the ratio of {@code value} to {@code reference} into words; both are positive. */
    public static RatioWords of(long value, long reference) {
        if (value <= 0 || reference <= 0) {
            throw new ArithmeticException(value + " / " + reference);
        }
        if (value == reference) {
            return new RatioWords(Kind.SAME, "the same");
        }
        if (within(value, reference, 9, 10) && within(reference, value, 10, 11)) {
            return percent(value, reference);
        }
        for (int i = 0; i < FRACTIONS.length; i++) {
            if (about(value, reference, 1, i + 2)) {
                return new RatioWords(i == 0 ? Kind.DIRECT : Kind.PART, FRACTIONS[i]);
            }
            if (about(value, reference, i + 2, 1)) {
                return new RatioWords(Kind.DIRECT, MULTIPLES[i]);
            }
        }
        if (about(value, reference, 2, 3)) {
            return new RatioWords(Kind.PART, "two thirds");
        }
        if (about(value, reference, 3, 4)) {
            return new RatioWords(Kind.PART, "three quarters");
        }
        if (within(value, reference, 1, 10)) {
            return new RatioWords(Kind.DIRECT, Numerals.threeDigits(value, reference) + NARROW_SPACE + "×");
        }
        return new RatioWords(Kind.PART, "1/" + Numerals.quotient(reference, value, 0));
    }

    private static RatioWords percent(long value, long reference) {
        BigInteger difference = BigInteger.valueOf(value)
                .subtract(BigInteger.valueOf(reference))
                .abs();
        BigInteger scaled = difference.multiply(BigInteger.valueOf(2000)).add(BigInteger.valueOf(reference));
        long tenths = scaled.divide(BigInteger.valueOf(reference).shiftLeft(1)).longValueExact();
        String digits = tenths == 0
                ? "less than 0.1"
                : tenths < 20 ? Numerals.quotient(tenths, 10, 1) : Numerals.quotient(tenths, 10, 0);
        return new RatioWords(value > reference ? Kind.MORE_PERCENT : Kind.LESS_PERCENT, digits + NARROW_SPACE + "%");
    }

    /** Whether value : reference is at least dividend : divisor. */
    private static boolean within(long value, long reference, long dividend, long divisor) {
        return product(value, divisor).compareTo(product(reference, dividend)) >= 0;
    }

    /** Whether value : reference is dividend : divisor to half a percent. */
    private static boolean about(long value, long reference, long dividend, long divisor) {
        BigInteger exact = product(reference, dividend);
        BigInteger off = product(value, divisor).subtract(exact).abs();
        return off.multiply(BigInteger.valueOf(200)).compareTo(exact) <= 0;
    }

    private static BigInteger product(long first, long second) {
        return BigInteger.valueOf(first).multiply(BigInteger.valueOf(second));
    }

    /** Alone in a table cell: {@code half}, {@code 1.53 ×}, {@code 4 % more}, {@code the same}. */
    public String alone() {
        switch (kind) {
            case MORE_PERCENT:
                return number + " more";
            case LESS_PERCENT:
                return number + " less";
            default:
                return number;
        }
    }

    /** With what is counted: {@code half the heads}, {@code a third of the layers}, {@code 4 % fewer heads}. */
    public String of(Noun noun) {
        switch (kind) {
            case SAME:
                return noun.same();
            case MORE_PERCENT:
                return noun.compared(number, true);
            case LESS_PERCENT:
                return noun.compared(number, false);
            case PART:
                return number + " of the " + noun.word();
            default:
                return number + " the " + noun.word();
        }
    }

    /**
     * What a ratio is of.
     *
     * @param word the noun
     * @param kind how its amounts are compared
     */
    public record Noun(String word, Measure kind) {
        /** Things that are counted: heads, layers. */
        public static Noun count(String word) {
            return new Noun(word, Measure.COUNT);
        }

        /** Stuff that is measured out: cache, arithmetic. */
        public static Noun amount(String word) {
            return new Noun(word, Measure.AMOUNT);
        }

        /** Something that has a size: the hidden size, a window. */
        public static Noun size(String word) {
            return new Noun(word, Measure.SIZE);
        }

        String same() {
            switch (kind) {
                case COUNT:
                    return "as many " + word;
                case AMOUNT:
                    return "as much " + word;
                default:
                    return "the same " + word;
            }
        }

        String compared(String percent, boolean more) {
            switch (kind) {
                case COUNT:
                    return percent + (more ? " more " : " fewer ") + word;
                case AMOUNT:
                    return percent + (more ? " more " : " less ") + word;
                default:
                    return ("aeio".indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word + " " + percent
                            + (more ? " larger" : " smaller");
            }
        }
    }

    /** How amounts of a noun are compared. */
    public enum Measure {
        COUNT,
        AMOUNT,
        SIZE
    }
}
