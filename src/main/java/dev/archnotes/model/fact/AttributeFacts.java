package dev.archnotes.model.fact;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Choice;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.number.Numerals;
import java.util.Optional;

/** Puts attributes on a sheet, each under its key; one that a path has already is left as it is. */
final class AttributeFacts implements Sink {
    private final FactSheet.Collector sheet;
    private final String path;

    private AttributeFacts(FactSheet.Collector sheet, String path) {
        this.sheet = sheet;
        this.path = path;
    }

    /**
     * Puts the facts of a thing on a sheet.
     *
     * @param path what stands before each key, such as {@code attention.}
     */
    static void add(Described thing, String path, FactSheet.Collector sheet) {
        AttributeFacts facts = new AttributeFacts(sheet, path);
        thing.writeTo(facts);
        thing.derivedTo(facts);
    }

    private void put(Attribute<?> at, FactValue value) {
        FactPath place = FactPath.attribute(path, at.key());
        if (!at.description().isEmpty() && !sheet.has(place)) {
            sheet.put(place, value);
        }
    }

    @Override
    public void whole(Attribute<?> at, long value, boolean absent) {
        if (!absent) {
            put(at, new FactValue.Whole(value, at.unit()));
        }
    }

    @Override
    public void flag(Attribute<?> at, boolean value, boolean absent) {
        put(at, new FactValue.Flag(value));
    }

    @Override
    public void decimal(Attribute<?> at, double value, boolean absent) {
        put(at, new FactValue.Words(Numerals.shortest(value)));
    }

    @Override
    public void optionalDecimal(Attribute<?> at, Optional<Double> value) {
        value.ifPresent(number -> decimal(at, number, false));
    }

    @Override
    public void text(Attribute<?> at, String value, boolean absent) {
        if (!absent) {
            put(at, new FactValue.Words(value));
        }
    }

    @Override
    public void choice(Attribute<?> at, Choice value, boolean absent) {
        put(at, new FactValue.Words(value.label()));
    }

    @Override
    public void quotient(Attribute<?> at, long dividend, long divisor) {
        put(at, new FactValue.Ratio(dividend, divisor, false));
    }

    @Override
    public void nested(Attribute<?> at, Described value) {
        put(at, new FactValue.Words(value.phrase()));
    }

    @Override
    public void optionalNested(Attribute<?> at, Optional<? extends Described> value) {
        value.ifPresent(there -> nested(at, there));
    }

    @Override
    public void beside(Attribute<?> at, Described value) {
        value.writeTo(this);
    }
}
