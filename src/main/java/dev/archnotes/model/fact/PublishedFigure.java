package dev.archnotes.model.fact;

import dev.archnotes.model.number.PrintedNumber;
import dev.archnotes.model.spec.Published;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A published figure beside the computed one: the rule of counting that reproduces it to its printed digits, or else
 * the nearest rule and how far off it is.
 *
 * @param published the figure as printed
 * @param verdict how the two compare
 * @param countedAs the rule that reproduces it, or the nearest one; empty where it is not a figure that is computed
 *     here
 * @param computed the computed figure under that rule
 * @param printed the published figure as a number
 */
public record PublishedFigure(
        Published published,
        Verdict verdict,
        Optional<CountedAs> countedAs,
        Optional<BigDecimal> computed,
        Optional<BigDecimal> printed) {
    /** How a published figure compares with the computed ones. */
    public enum Verdict {
        /** Equal to the last digit. */
        EXACT("exact"),
        /** Equal after rounding to the printed digits. */
        ROUNDED("rounded"),
        /** Equal after cutting off what follows the printed digits. */
        CUT("cut"),
        /** Near, with too few digits to tell more: a name that its makers rounded. */
        NAME("name"),
        /** No rule gives the printed digits. */
        DIFFERENT("different"),
        /** Not a figure that is computed here. */
        NOT_COMPARED("not_compared");

        private final String key;

        Verdict(String key) {
            this.key = key;
        }

        /** The word for it in {@code data/models.json}. */
        public String key() {
            return key;
        }
    }

    /** How much the computed figure is above the published one: {@code +0.13 %}; empty where nothing was compared. */
    public String deviation() {
        if (computed.isEmpty() || printed.isEmpty() || printed.get().signum() == 0) {
            return "";
        }
        BigDecimal difference = computed.get().subtract(printed.get()).multiply(BigDecimal.valueOf(100));
        BigDecimal percent = BigDecimal.ZERO;
        for (int digits = 2; digits <= 6 && percent.signum() == 0; digits++) {
            percent = difference.divide(printed.get(), digits, RoundingMode.HALF_UP);
        }
        if (percent.signum() == 0) {
            return "0\u202F%";
        }
        return (percent.signum() < 0 ? "−" : "+") + percent.abs().toPlainString() + "\u202F%";
    }

    /** The comparison in words, for a table. */
    public String words() {
        switch (verdict) {
            case EXACT:
                return "equals " + label();
            case ROUNDED:
                return label() + ", rounded to " + number();
            case CUT:
                return label() + ", cut to " + number();
            case NAME:
                return "rounded by its makers; " + label() + ", " + deviation();
            case DIFFERENT:
                return "no definition gives it; nearest: " + label() + ", " + deviation();
            default:
                return "not compared";
        }
    }

    private String label() {
        return countedAs.map(CountedAs::label).orElse("");
    }

    /** The printed number with its unit, without the words behind it. */
    private String number() {
        return PrintedNumber.parse(published.text(), false)
                .map(number -> number.printed().text())
                .orElse(published.text());
    }

    /** How far the computed figure is from the printed one. */
    BigDecimal distance() {
        return computed.orElseThrow().subtract(printed.orElseThrow()).abs();
    }
}
