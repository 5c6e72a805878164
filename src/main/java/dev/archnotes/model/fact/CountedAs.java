package dev.archnotes.model.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A way of counting that a published figure may have followed: {@code total − embedding − head}.
 *
 * @param label the rule in words
 * @param added paths of a fact sheet that are added
 * @param subtracted paths that are taken away
 * @param factor what the result is multiplied by
 * @param times a path that it is multiplied by, too; empty for none
 */
public record CountedAs(String label, List<String> added, List<String> subtracted, long factor, String times) {
    public CountedAs {
        added = List.copyOf(added);
        subtracted = List.copyOf(subtracted);
    }

    static CountedAs of(String label, String... added) {
        return new CountedAs(label, List.of(added), List.of(), 1, "");
    }

    CountedAs times(long number, String path) {
        return new CountedAs(label, added, subtracted, number, path);
    }

    CountedAs without(String... paths) {
        return new CountedAs(label, added, List.of(paths), factor, times);
    }

    /** The count for one variant, in the plain unit; empty where a path does not apply to it. */
    public Optional<BigDecimal> value(FactSheet sheet) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String path : added) {
            Optional<BigDecimal> part = part(sheet, path);
            if (part.isEmpty()) {
                return part;
            }
            sum = sum.add(part.get());
        }
        for (String path : subtracted) {
            Optional<BigDecimal> part = part(sheet, path);
            if (part.isEmpty()) {
                return part;
            }
            sum = sum.subtract(part.get());
        }
        BigDecimal count = sum.multiply(BigDecimal.valueOf(factor));
        return times.isEmpty() ? Optional.of(count) : part(sheet, times).map(count::multiply);
    }

    private static Optional<BigDecimal> part(FactSheet sheet, String path) {
        Optional<Fact> fact = sheet.find(path);
        if (fact.isPresent() && fact.get().value() instanceof FactValue.Whole whole) {
            return Optional.of(BigDecimal.valueOf(whole.value())
                    .multiply(BigDecimal.valueOf(whole.unit().scale())));
        }
        return Optional.empty();
    }

    /** The rule in paths: {@code parameters.total − parameters.groups.embedding}. */
    public String paths() {
        StringBuilder text = new StringBuilder(String.join(" + ", added));
        for (String path : subtracted) {
            text.append(" − ").append(path);
        }
        return factor == 1 && times.isEmpty() ? text.toString() : factor + " × " + text + " × " + times;
    }
}
