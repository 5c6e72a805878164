package dev.archnotes.model.operation;

/**
 * A format of floating-point numbers with a sign, an exponent and a fraction. Rounding is to the nearest number, ties
 * to the even code. Sources: IEEE 754-2019, section 3.4, for 16 and 32 bits; the OCP specification of 8-bit floating
 * point, revision 1.0, section 5, with saturation; the OCP specification of microscaling formats, version 1.0, section
 * 5.3, for four bits.
 *
 * @param exponentBits bits of the exponent
 * @param fractionBits bits of the fraction
 * @param largestCode the code of the largest finite number
 * @param saturates whether a number beyond the largest is stored as the largest; otherwise as infinity, the next code
 */
public record FloatFormat(int exponentBits, int fractionBits, long largestCode, boolean saturates) {
    /** binary32. */
    public static final FloatFormat FP32 = new FloatFormat(8, 23, 0x7F7F_FFFFL, false);
    /** The upper half of binary32. */
    public static final FloatFormat BF16 = new FloatFormat(8, 7, 0x7F7F, false);
    /** binary16. */
    public static final FloatFormat FP16 = new FloatFormat(5, 10, 0x7BFF, false);
    /** Eight bits without infinities. */
    public static final FloatFormat E4M3 = new FloatFormat(4, 3, 0x7E, true);
    /** Eight bits for range. */
    public static final FloatFormat E5M2 = new FloatFormat(5, 2, 0x7B, true);
    /** Four bits: 0, 0.5, 1, 1.5, 2, 3, 4 and 6 with a sign. */
    public static final FloatFormat E2M1 = new FloatFormat(2, 1, 7, true);

    /** Bits of a code. */
    public int bits() {
        return 1 + exponentBits + fractionBits;
    }

    private int bias() {
        return (1 << (exponentBits - 1)) - 1;
    }

    /** The code of the number that is nearest. */
    public long code(double number) {
        double size = Math.abs(number);
        int exponent = Math.max(1 - bias(), size == 0 ? 1 - bias() : exponentOf(size));
        long steps = (long) Math.rint(size / power(exponent - fractionBits));
        // a size that rounds up to the next power of two carries into the exponent by itself
        long code = ((long) (exponent + bias() - 1) << fractionBits) + steps;
        if (code > largestCode) {
            code = saturates ? largestCode : largestCode + 1;
        }
        return number < 0 ? code + (1L << (bits() - 1)) : code;
    }

    /** The number that a code stands for. */
    public double number(long code) {
        long size = code & ((1L << (bits() - 1)) - 1);
        double sign = size == code ? 1 : -1;
        if (size > largestCode) {
            return sign * Double.POSITIVE_INFINITY;
        }
        long fraction = size & ((1L << fractionBits) - 1);
        int exponent = (int) (size >> fractionBits);
        return exponent == 0
                ? sign * fraction * power(1 - bias() - fractionBits)
                : sign * (fraction + (1L << fractionBits)) * power(exponent - bias() - fractionBits);
    }

    /** The number that is read back where another was stored. */
    public double round(double number) {
        return number(code(number));
    }

    /** The exponent of the largest power of two that is not above a positive number. */
    static int exponentOf(double number) {
        int exponent = 0;
        double power = 1;
        while (power > number) {
            power /= 2;
            exponent--;
        }
        while (power * 2 <= number) {
            power *= 2;
            exponent++;
        }
        return exponent;
    }

    /** A power of two, exactly. */
    static double power(int exponent) {
        double power = 1;
        for (int i = 0; i < Math.abs(exponent); i++) {
            power = exponent < 0 ? power / 2 : power * 2;
        }
        return power;
    }
}
