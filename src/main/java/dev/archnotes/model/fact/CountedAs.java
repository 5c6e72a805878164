package dev.archnotes.model.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A way of counting that a published figure may have followed: {@code total − embedding − head}.
 *
 * @param label the rule in words
 * @param added paths of a fact sheet that are added
 * @param subtracted paths that are taken away
 * @param factor what the result is multiplied by
 * @param times a path that it is multiplied by, too; empty for none
 */
public record CountedAs(
        String label, List<FactPath> added, List<FactPath> subtracted, long factor, Optional<FactPath> times) {
    public CountedAs {
        added = List.copyOf(added);
        subtracted = List.copyOf(subtracted);
    }

    static CountedAs of(String label, FactPath... added) {
        return new CountedAs(label, List.of(added), List.of(), 1, Optional.empty());
    }

    CountedAs times(long number, FactPath path) {
        return new CountedAs(label, added, subtracted, number, Optional.of(path));
    }

    CountedAs labelled(String other) {
        return new CountedAs(other, added, subtracted, factor, times);
    }

    CountedAs without(FactPath... paths) {
        return new CountedAs(label, added, List.of(paths), factor, times);
    }

    /** The count for one variant, in the plain unit; empty where a path does not apply to it. */
    public Optional<BigDecimal> value(FactSheet sheet) {
        BigDecimal sum = BigDecimal.ZERO;
        for (FactPath path : added) {
            Optional<BigDecimal> part = part(sheet, path);
            if (part.isEmpty()) {
                return part;
            }
            sum = sum.add(part.get());
        }
        for (FactPath path : subtracted) {
            Optional<BigDecimal> part = part(sheet, path);
            if (part.isEmpty()) {
                return part;
            }
            sum = sum.subtract(part.get());
        }
        BigDecimal count = sum.multiply(BigDecimal.valueOf(factor));
        return times.isEmpty() ? Optional.of(count) : part(sheet, times.get()).map(count::multiply);
    }

    private static Optional<BigDecimal> part(FactSheet sheet, FactPath path) {
        Optional<Fact> fact = sheet.find(path);
        if (fact.isPresent() && fact.get().value() instanceof FactValue.Whole whole) {
            return Optional.of(BigDecimal.valueOf(whole.value())
                    .multiply(BigDecimal.valueOf(whole.unit().scale())));
        }
        return Optional.empty();
    }

    /** The rule in paths: {@code parameters.total − parameters.groups.embedding}. */
    public String paths() {
        StringBuilder text =
                new StringBuilder(added.stream().map(FactPath::text).collect(Collectors.joining(" + ")));
        for (FactPath path : subtracted) {
            text.append(" − ").append(path);
        }
        return factor == 1 && times.isEmpty() ? text.toString() : factor + " × " + text + " × " + times.get();
    }
}
