package dev.archnotes.calc;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A way of counting that a published figure may have followed: {@code total − embedding − head}.
 *
 * @param label the rule in words
 * @param added paths of a fact sheet that are added
 * @param subtracted paths that are taken away
 */
public record CountedAs(String label, List<String> added, List<String> subtracted) {
    public CountedAs {
        added = List.copyOf(added);
        subtracted = List.copyOf(subtracted);
    }

    static CountedAs of(String label, String... added) {
        return new CountedAs(label, List.of(added), List.of());
    }

    CountedAs without(String... paths) {
        return new CountedAs(label, added, List.of(paths));
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
        return Optional.of(sum);
    }

    private static Optional<BigDecimal> part(FactSheet sheet, String path) {
        Optional<Fact> fact = sheet.find(path);
        if (fact.isPresent() && fact.get().value() instanceof FactValue.Whole whole) {
            return Optional.of(BigDecimal.valueOf(whole.value()).multiply(BigDecimal.valueOf(whole.unit().scale())));
        }
        return Optional.empty();
    }

    /** The rule in paths: {@code parameters.total − parameters.groups.embedding}. */
    public String paths() {
        StringBuilder text = new StringBuilder(String.join(" + ", added));
        for (String path : subtracted) {
            text.append(" − ").append(path);
        }
        return text.toString();
    }
}
