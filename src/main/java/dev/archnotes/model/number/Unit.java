package dev.archnotes.model.number;

/** What a figure counts; it decides how the figure is printed. */
public enum Unit {
    /** Weights: printed as {@code 671.0B}. */
    PARAMETERS,
    /** Bytes: printed as {@code 68.6 KiB}. */
    BYTES,
    /** Tokens: printed as {@code 131,072}. */
    TOKENS,
    /** Training tokens: printed as {@code 14.8T}. */
    LARGE_TOKENS,
    /** Floating-point operations: printed as {@code 73.3 GFLOP}. */
    FLOPS,
    /** Training compute in units of 10⁹ floating-point operations: printed as {@code 3.17 × 10²⁴ FLOP}. */
    GIGAFLOPS,
    /** Accelerator hours: printed as {@code 2,788,000}. */
    HOURS,
    /** A plain count. */
    COUNT;

    private static final String[] BINARY = {"B", "KiB", "MiB", "GiB", "TiB"};

    /** The figure as the site prints it. */
    public String print(long value) {
        return printed(value).text();
    }

    /** The same in its parts. */
    public Printed printed(long value) {
        if (value < 0) {
            Printed positive = printed(Math.negateExact(value));
            return new Printed("−" + positive.number(), positive.space(), positive.unit());
        }
        switch (this) {
            case PARAMETERS:
            case LARGE_TOKENS:
                return decimal(value);
            case FLOPS:
                return decimalFlops(value);
            case GIGAFLOPS:
                return Printed.spaced(scientific(value), "FLOP");
            case BYTES:
                return binary(value);
            default:
                return Printed.of(Numerals.grouped(value));
        }
    }

    private static Printed binary(long bytes) {
        int step = 0;
        long divisor = 1;
        while (step < BINARY.length - 1 && bytes / divisor >= 1024) {
            divisor *= 1024;
            step++;
        }
        return Printed.spaced(step == 0 ? Numerals.grouped(bytes) : Numerals.threeDigits(bytes, divisor), BINARY[step]);
    }

    private static Printed decimal(long value) {
        if (value < 1_000) {
            return Printed.of(Numerals.grouped(value));
        }
        // from 999.5 on, three digits round up to the next unit
        if (value < 999_500) {
            return Printed.joined(Numerals.threeDigits(value, 1_000), "K");
        }
        if (value < 999_500_000L) {
            return Printed.joined(Numerals.threeDigits(value, 1_000_000), "M");
        }
        if (value < 999_500_000_000L) {
            return Printed.joined(Numerals.threeDigits(value, 1_000_000_000L), "B");
        }
        return Printed.joined(Numerals.threeDigits(value, 1_000_000_000_000L), "T");
    }

    private static Printed decimalFlops(long value) {
        if (value < 1_000_000_000L) {
            return Printed.spaced(Numerals.threeDigits(value, 1_000_000), "MFLOP");
        }
        if (value < 1_000_000_000_000L) {
            return Printed.spaced(Numerals.threeDigits(value, 1_000_000_000L), "GFLOP");
        }
        return Printed.spaced(Numerals.threeDigits(value, 1_000_000_000_000L), "TFLOP");
    }

    private static String scientific(long gigaflops) {
        int exponent = 9;
        long power = 1;
        while (gigaflops / power >= 10) {
            power *= 10;
            exponent++;
        }
        String mantissa = Numerals.quotient(gigaflops, power, 2);
        if (mantissa.startsWith("10")) {
            mantissa = "1.00";
            exponent++;
        }
        StringBuilder raised = new StringBuilder();
        for (char digit : Integer.toString(exponent).toCharArray()) {
            raised.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
        }
        return mantissa + "\u202F×\u202F10" + raised;
    }

    /** By how much a value of this unit must be multiplied to stand in the plain unit of {@code data/models.json}. */
    public long scale() {
        return this == GIGAFLOPS ? 1_000_000_000L : 1;
    }
}
