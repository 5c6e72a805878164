package dev.archnotes.site.specification;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Choice;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Attributes as the entries of a YAML mapping; what a missing key means is left out, what is nested stands in braces.
 */
final class YamlSink implements Sink {
    private final List<String> entries = new ArrayList<>();

    private YamlSink() {}

    /** The entries of a thing, the word for its kind first: {@code kind: latent}, {@code heads: 128}. */
    static List<String> entries(Described thing) {
        YamlSink out = new YamlSink();
        if (!thing.word().isEmpty()) {
            out.entries.add("kind: " + thing.word());
        }
        thing.writeTo(out);
        return out.entries;
    }

    /** All of a thing on one line. */
    static String inBraces(Described thing) {
        return "{" + String.join(", ", entries(thing)) + "}";
    }

    private void put(Attribute<?> at, String value, boolean absent) {
        if (!absent) {
            entries.add(at.key() + ": " + value);
        }
    }

    @Override
    public void whole(Attribute<?> at, long value, boolean absent) {
        put(at, Long.toString(value), absent);
    }

    @Override
    public void flag(Attribute<?> at, boolean value, boolean absent) {
        put(at, Boolean.toString(value), absent);
    }

    @Override
    public void decimal(Attribute<?> at, double value, boolean absent) {
        put(at, YamlText.plain(value), absent);
    }

    @Override
    public void optionalDecimal(Attribute<?> at, Optional<Double> value) {
        value.ifPresent(number -> decimal(at, number, false));
    }

    @Override
    public void text(Attribute<?> at, String value, boolean absent) {
        put(at, YamlText.quoted(value), absent);
    }

    @Override
    public void choice(Attribute<?> at, Choice value, boolean absent) {
        put(at, value.word(), absent);
    }

    @Override
    public void nested(Attribute<?> at, Described value) {
        put(at, inBraces(value), false);
    }

    @Override
    public void optionalNested(Attribute<?> at, Optional<? extends Described> value) {
        value.ifPresent(there -> nested(at, there));
    }

    @Override
    public void beside(Attribute<?> at, Described value) {
        value.writeTo(this);
    }

    @Override
    public void quotient(Attribute<?> at, long dividend, long divisor) {
        throw new IllegalStateException(at.key() + " follows from the others and is not written");
    }
}
