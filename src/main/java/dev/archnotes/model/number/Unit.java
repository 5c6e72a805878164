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
        if (value < 0) {
            return "−" + print(Math.negateExact(value));
        }
        switch (this) {
            case PARAMETERS:
            case LARGE_TOKENS:
                return decimal(value);
            case FLOPS:
                return decimalFlops(value);
            case GIGAFLOPS:
                return scientific(value) + "\u202FFLOP";
            case BYTES:
                return binary(value);
            default:
                return Numerals.grouped(value);
        }
    }

    private static String binary(long bytes) {
        int step = 0;
        long divisor = 1;
        while (step < BINARY.length - 1 && bytes / divisor >= 1024) {
            divisor *= 1024;
            step++;
        }
        return (step == 0 ? Numerals.grouped(bytes) : Numerals.threeDigits(bytes, divisor)) + "\u202F" + BINARY[step];
    }

    private static String decimal(long value) {
        if (value < 1_000) {
            return Numerals.grouped(value);
        }
        // from 999.5 on, three digits round up to the next unit
        if (value < 999_500) {
            return Numerals.threeDigits(value, 1_000) + "K";
        }
        if (value < 999_500_000L) {
            return Numerals.threeDigits(value, 1_000_000) + "M";
        }
        if (value < 999_500_000_000L) {
            return Numerals.threeDigits(value, 1_000_000_000L) + "B";
        }
        return Numerals.threeDigits(value, 1_000_000_000_000L) + "T";
    }

    private static String decimalFlops(long value) {
        if (value < 1_000_000_000L) {
            return Numerals.threeDigits(value, 1_000_000) + "\u202FMFLOP";
        }
        if (value < 1_000_000_000_000L) {
            return Numerals.threeDigits(value, 1_000_000_000L) + "\u202FGFLOP";
        }
        return Numerals.threeDigits(value, 1_000_000_000_000L) + "\u202FTFLOP";
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
