package dev.archnotes.site.check;

import dev.archnotes.model.fact.FactValue;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.PrintedNumber.Measure;
import dev.archnotes.model.number.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The exact value of a fact or of a ratio of two, as a quotient.
 *
 * @param dividend at least 0
 * @param divisor more than 0
 * @param measures the kinds of units that its text may have
 * @param print the value as the site prints it
 */
record Quantity(BigDecimal dividend, BigDecimal divisor, Set<Measure> measures, String print) {

    /** The quantity of a value; empty where it is not a number. */
    static Optional<Quantity> of(FactValue value) {
        if (value instanceof FactValue.Whole whole) {
            BigDecimal dividend = BigDecimal.valueOf(whole.value())
                    .multiply(BigDecimal.valueOf(whole.unit().scale()));
            return Optional.of(new Quantity(dividend, BigDecimal.ONE, measures(whole.unit()), printed(whole)));
        }
        if (value instanceof FactValue.Ratio ratio) {
            return Optional.of(new Quantity(
                    BigDecimal.valueOf(ratio.dividend()),
                    BigDecimal.valueOf(ratio.divisor()),
                    EnumSet.of(Measure.COUNT, Measure.SHARE, Measure.MULTIPLE),
                    ratio.print()));
        }
        return Optional.empty();
    }

    /** The first divided by the second; empty where the second is zero. */
    static Optional<Quantity> ratio(Quantity first, Quantity second) {
        BigDecimal dividend = first.dividend.multiply(second.divisor);
        BigDecimal divisor = first.divisor.multiply(second.dividend);
        if (divisor.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Quantity(
                dividend,
                divisor,
                EnumSet.of(Measure.COUNT, Measure.SHARE, Measure.MULTIPLE),
                printed(dividend, divisor)));
    }

    /** A share where it is one, else a multiple: {@code 52.5 %}, {@code 7.28×}. */
    private static String printed(BigDecimal dividend, BigDecimal divisor) {
        boolean share = dividend.compareTo(divisor) < 0;
        BigDecimal scaled = share ? dividend.movePointRight(2) : dividend;
        return scaled.divide(divisor, new MathContext(3, RoundingMode.HALF_UP)).toPlainString()
                + (share ? "\u202F%" : "×");
    }

    private static Set<Measure> measures(Unit unit) {
        return switch (unit) {
            case BYTES -> EnumSet.of(Measure.COUNT, Measure.BYTES);
            case FLOPS, GIGAFLOPS -> EnumSet.of(Measure.COUNT, Measure.OPERATIONS);
            default -> EnumSet.of(Measure.COUNT);
        };
    }

    private static String printed(FactValue.Whole whole) {
        String exact = Numerals.grouped(whole.value());
        boolean isExact = whole.unit() == Unit.GIGAFLOPS || whole.print().startsWith(exact);
        return isExact ? whole.print() : whole.print() + " (" + exact + ")";
    }
}
