package dev.archnotes.model.operation;

/**
 * A four-bit code of a number with the scale that its group shares. The largest number of the group sets the scale.
 *
 * @param code the four bits
 * @param scaleCode the bits of the scale, as its format writes them
 * @param scale the number that the scale stands for
 * @param number the number that is read back
 */
public record SharedScale(long code, long scaleCode, double scale, double number) {
    private static final int E8M0_BIAS = 127;
    private static final double FP4_LARGEST = 6;
    private static final int FP4_EXPONENT = 2;
    private static final double FP8_LARGEST = 448;
    private static final double FP8_SMALLEST_NORMAL = 1.0 / 64;
    private static final double INT4_LARGEST = 7;

    /** 32 numbers share a power of two: OCP microscaling formats 1.0, section 6.3. */
    public static SharedScale mxfp4(double number, double largest) {
        int exponent = FloatFormat.exponentOf(largest) - FP4_EXPONENT;
        double scale = FloatFormat.power(exponent);
        long code = FloatFormat.E2M1.code(number / scale);
        return new SharedScale(code, exponent + E8M0_BIAS, scale, FloatFormat.E2M1.number(code) * scale);
    }

    /**
     * 16 numbers share an FP8 E4M3 scale: arXiv:2509.25149, section 2. The 32-bit scale of the whole tensor is 1 where
     * the scale of the group fits into FP8, and such that the group has the largest scale elsewhere.
     */
    public static SharedScale nvfp4(double number, double largest) {
        double wanted = largest / FP4_LARGEST;
        double tensor = wanted >= FP8_SMALLEST_NORMAL && wanted <= FP8_LARGEST ? 1 : wanted / FP8_LARGEST;
        long scaleCode = FloatFormat.E4M3.code(wanted / tensor);
        double scale = FloatFormat.E4M3.number(scaleCode) * tensor;
        long code = FloatFormat.E2M1.code(number / scale);
        return new SharedScale(code, scaleCode, scale, FloatFormat.E2M1.number(code) * scale);
    }

    /** A group of integers from −7 to 7 shares a BF16 scale; the code is a two's complement. */
    public static SharedScale int4(double number, double largest) {
        long scaleCode = FloatFormat.BF16.code(largest / INT4_LARGEST);
        double scale = FloatFormat.BF16.number(scaleCode);
        double whole = Math.max(-INT4_LARGEST, Math.min(INT4_LARGEST, Math.rint(number / scale)));
        return new SharedScale((long) whole & 15, scaleCode, scale, whole * scale);
    }
}
