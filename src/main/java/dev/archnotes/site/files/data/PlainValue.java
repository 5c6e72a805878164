package dev.archnotes.site.files.data;

import dev.archnotes.model.fact.FactValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A fact's value without its printed form: exact integers in the plain unit, quotients to six digits. */
final class PlainValue {
    private static final int DIGITS = 6;

    private PlainValue() {}

    /** As JSON has it; null where the value was not published. */
    static @Nullable Object json(FactValue value) {
        if (value instanceof FactValue.Whole whole) {
            return integer(whole);
        }
        if (value instanceof FactValue.Ratio ratio) {
            return decimal(ratio);
        }
        if (value instanceof FactValue.Flag flag) {
            return flag.value();
        }
        return value instanceof FactValue.Words words ? words.text() : null;
    }

    /** The same for a table; a value that was not published is an empty field. */
    static String text(FactValue value) {
        if (value instanceof FactValue.Whole whole) {
            return integer(whole).toString();
        }
        if (value instanceof FactValue.Ratio ratio) {
            return decimal(ratio).toPlainString();
        }
        if (value instanceof FactValue.Flag flag) {
            return Boolean.toString(flag.value());
        }
        return value instanceof FactValue.Words words ? words.text() : "";
    }

    private static BigInteger integer(FactValue.Whole whole) {
        return BigInteger.valueOf(whole.value())
                .multiply(BigInteger.valueOf(whole.unit().scale()));
    }

    private static BigDecimal decimal(FactValue.Ratio ratio) {
        BigDecimal quotient = BigDecimal.valueOf(ratio.dividend())
                .divide(BigDecimal.valueOf(ratio.divisor()), DIGITS, RoundingMode.HALF_UP);
        // 32 and not 3.2E+1
        BigDecimal shortest = quotient.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
