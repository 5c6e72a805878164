package dev.archnotes.model.fact;

import dev.archnotes.model.number.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The facts of several variants side by side.
 *
 * @param sheets the variants, in the order asked for
 * @param rows a row for each fact that at least one of them has, in the dictionary's order
 */
public record Comparison(List<FactSheet> sheets, List<Row> rows) {
    /**
     * One fact of all variants.
     *
     * @param definition what it is
     * @param values its value in each, empty where it does not apply
     */
    public record Row(FactDefinition definition, List<Optional<FactValue>> values) {
        public Row {
            values = List.copyOf(values);
        }

        /** Whether all variants have the same value. */
        public boolean isSame() {
            return values.stream().distinct().count() == 1;
        }

        /** Of two figures, the second divided by the first ({@code 5.36×}); empty where that has no meaning. */
        public Optional<String> ratio() {
            if (values.size() == 2
                    && values.get(0).orElse(null) instanceof FactValue.Whole first
                    && values.get(1).orElse(null) instanceof FactValue.Whole second
                    && first.value() > 0) {
                return Optional.of(Numerals.threeDigits(second.value(), first.value()) + "×");
            }
            return Optional.empty();
        }
    }

    public Comparison {
        sheets = List.copyOf(sheets);
        rows = List.copyOf(rows);
    }

    /** All facts of the variants but their ids and names. */
    public static Comparison of(List<FactSheet> sheets) {
        List<Row> rows = new ArrayList<>();
        for (FactDefinition definition : Dictionary.DEFINITIONS) {
            if (definition.path().equals(FactPath.ID) || definition.path().equals(FactPath.NAME)) {
                continue;
            }
            List<Optional<FactValue>> values = new ArrayList<>();
            for (FactSheet sheet : sheets) {
                values.add(sheet.find(definition.path()).map(Fact::value));
            }
            if (values.stream().anyMatch(Optional::isPresent)) {
                rows.add(new Row(definition, values));
            }
        }
        return new Comparison(sheets, rows);
    }

    /** The rows in which the variants differ. */
    public Comparison differing() {
        return new Comparison(sheets, rows.stream().filter(row -> !row.isSame()).toList());
    }
}
