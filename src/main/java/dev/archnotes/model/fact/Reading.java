package dev.archnotes.model.fact;

import dev.archnotes.model.fact.PublishedFigure.Verdict;
import dev.archnotes.model.number.PrintedNumber;
import dev.archnotes.model.spec.Published;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A published figure as a number. A thousand tokens may be 1,024 and a gigabyte 2³⁰ bytes, so some figures have two
 * readings.
 *
 * @param number the number
 * @param units what its units are where they are not those that are printed; empty where they are
 */
record Reading(PrintedNumber number, String units) {
    /** How far a rounded figure may be off, its zeros at the end taken as places that were rounded away. */
    private static final BigDecimal NEAR = new BigDecimal("0.02");

    private static final BigDecimal KIBI = BigDecimal.valueOf(1L << 10);
    private static final Map<BigDecimal, BigDecimal> BINARY = Map.of(
            BigDecimal.TEN.pow(3), KIBI,
            BigDecimal.TEN.pow(6), KIBI.pow(2),
            BigDecimal.TEN.pow(9), KIBI.pow(3),
            BigDecimal.TEN.pow(12), KIBI.pow(4));

    /** The ways in which a printed figure may agree with a computed one, the closest first. */
    enum Agreement {
        /** Equal to the last digit. */
        EQUAL(Verdict.EXACT) {
            @Override
            boolean holds(Reading reading, BigDecimal value) {
                return reading.value().compareTo(value) == 0;
            }
        },
        /** Rounded to the printed digits. */
        ROUNDED(Verdict.ROUNDED) {
            @Override
            boolean holds(Reading reading, BigDecimal value) {
                return reading.number.matches(value, BigDecimal.ONE);
            }
        },
        /** Cut off after the printed digits. */
        CUT(Verdict.CUT) {
            @Override
            boolean holds(Reading reading, BigDecimal value) {
                return value.divide(reading.number.scale(), reading.number.decimals(), RoundingMode.DOWN)
                                .compareTo(reading.number.digits())
                        == 0;
            }
        },
        /** Rounded to the digits before the zeros at its end, {@code 400B}. */
        ROUNDED_TO_ZEROS(Verdict.ROUNDED) {
            @Override
            boolean holds(Reading reading, BigDecimal value) {
                BigDecimal quotient = value.divide(reading.number.scale(), MathContext.DECIMAL128);
                return reading.isNear(value)
                        && quotient.round(new MathContext(reading.significantDigits(), RoundingMode.HALF_UP))
                                        .compareTo(reading.number.digits())
                                == 0;
            }
        };

        private final Verdict verdict;

        Agreement(Verdict verdict) {
            this.verdict = verdict;
        }

        Verdict verdict() {
            return verdict;
        }

        abstract boolean holds(Reading reading, BigDecimal value);
    }

    /** What a figure may be read as, as it is printed first; nothing where it is no number of its quantity. */
    static List<Reading> of(Published published) {
        boolean bytes = published.quantity().equals("checkpoint_size");
        Optional<PrintedNumber> number = PrintedNumber.parse(published.text(), bytes);
        if (number.isEmpty() || isBareCount(published, number.get())) {
            return List.of();
        }
        List<Reading> readings = new ArrayList<>(List.of(new Reading(number.get(), "")));
        if (bytes || published.quantity().equals("context_length")) {
            BINARY.forEach((decimal, binary) -> {
                if (number.get().scale().compareTo(decimal) == 0) {
                    readings.add(new Reading(number.get().scaledBy(binary), bytes ? "binary" : ""));
                } else if (number.get().scale().compareTo(binary) == 0) {
                    readings.add(new Reading(number.get().scaledBy(decimal), bytes ? "decimal" : ""));
                }
            });
        }
        return readings;
    }

    /** {@code 384 H100 for 24 days}: hours in words, whose first number is not of hours. */
    private static boolean isBareCount(Published published, PrintedNumber number) {
        return published.quantity().equals("gpu_hours")
                && number.scale().compareTo(BigDecimal.ONE) == 0
                && number.digits().compareTo(BigDecimal.valueOf(10_000)) < 0;
    }

    /**
     * How much a computed value speaks for the rule that gave it: a figure of one digit agrees with too many rules to
     * speak for any, and makers round more often than they cut.
     */
    static int evidence(Published published, BigDecimal value) {
        for (Reading reading : of(published)) {
            if (reading.significantDigits() > 1) {
                if (Agreement.ROUNDED.holds(reading, value)) {
                    return 2;
                }
                if (Agreement.CUT.holds(reading, value) || Agreement.ROUNDED_TO_ZEROS.holds(reading, value)) {
                    return 1;
                }
            }
        }
        return 0;
    }

    BigDecimal value() {
        return number.digits().multiply(number.scale());
    }

    boolean isNear(BigDecimal computed) {
        return computed.subtract(value()).abs().compareTo(value().abs().multiply(NEAR)) <= 0;
    }

    /** The digits that are left without the zeros at either end. */
    int significantDigits() {
        return number.digits().stripTrailingZeros().precision();
    }

    /** A rule with the units that made it agree. */
    CountedAs told(CountedAs rule) {
        return units.isEmpty() ? rule : rule.labelled(rule.label() + " in " + units + " units");
    }
}
