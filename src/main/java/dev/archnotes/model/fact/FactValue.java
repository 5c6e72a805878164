package dev.archnotes.model.fact;

import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Printed;
import dev.archnotes.model.number.Unit;

/** The value of a fact. A fact that does not apply to a model is not in its sheet at all. */
public sealed interface FactValue {
    /** As the site prints it. */
    String print();

    /** A number to sort and compare by; NaN where there is none. */
    double sortKey();

    /** A number. */
    sealed interface Figure extends FactValue {
        /** As the site prints it, number and unit apart. */
        Printed printed();

        @Override
        default String print() {
            return printed().text();
        }
    }

    /** An exact integer. */
    record Whole(long value, Unit unit) implements Figure {
        @Override
        public Printed printed() {
            return unit.printed(value);
        }

        @Override
        public double sortKey() {
            return value;
        }
    }

    /**
     * The exact quotient of two integers, printed with about three digits.
     *
     * @param dividend at least 0
     * @param divisor more than 0
     * @param percent whether it is a share, printed as a percentage
     */
    record Ratio(long dividend, long divisor, boolean percent) implements Figure {
        public Ratio {
            if (dividend < 0 || divisor <= 0) {
                throw new ArithmeticException(dividend + " / " + divisor);
            }
        }

        @Override
        public Printed printed() {
            return percent
                    ? Printed.spaced(Numerals.quotient(Math.multiplyExact(dividend, 100L), divisor, 1), "%")
                    : Printed.of(Numerals.threeDigits(dividend, divisor));
        }

        @Override
        public double sortKey() {
            return (double) dividend / divisor;
        }
    }

    /** Words. */
    record Words(String text) implements FactValue {
        @Override
        public String print() {
            return text;
        }

        @Override
        public double sortKey() {
            return Double.NaN;
        }
    }

    /** A yes or no. */
    record Flag(boolean value) implements FactValue {
        @Override
        public String print() {
            return value ? "yes" : "no";
        }

        @Override
        public double sortKey() {
            return value ? 1 : 0;
        }
    }

    /** A value that exists but that no source gives. */
    record NotPublished() implements FactValue {
        @Override
        public String print() {
            return "not published";
        }

        @Override
        public double sortKey() {
            return Double.NaN;
        }
    }
}
