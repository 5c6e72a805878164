package dev.archnotes.site.specification;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Attributes;
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
        return entries(thing.attributes());
    }

    private static List<String> entries(Attributes attributes) {
        YamlSink out = new YamlSink();
        if (!attributes.word().isEmpty()) {
            out.entries.add("kind: " + attributes.word());
        }
        attributes.writeTo(out);
        return out.entries;
    }

    /** All of a thing on one line. */
    static String inBraces(Described thing) {
        return inBraces(thing.attributes());
    }

    private static String inBraces(Attributes attributes) {
        return "{" + String.join(", ", entries(attributes)) + "}";
    }

    private void put(Attribute<?, ?> at, String value, boolean absent) {
        if (!absent) {
            entries.add(at.key() + ": " + value);
        }
    }

    @Override
    public void whole(Attribute<?, ?> at, long value, boolean absent) {
        put(at, Long.toString(value), absent);
    }

    @Override
    public void flag(Attribute<?, ?> at, boolean value, boolean absent) {
        put(at, Boolean.toString(value), absent);
    }

    @Override
    public void decimal(Attribute<?, ?> at, double value, boolean absent) {
        put(at, YamlText.plain(value), absent);
    }

    @Override
    public void text(Attribute<?, ?> at, String value, boolean absent) {
        put(at, YamlText.quoted(value), absent);
    }

    @Override
    public void choice(Attribute<?, ?> at, Choice value, boolean absent) {
        put(at, value.word(), absent);
    }

    @Override
    public void nested(Attribute<?, ?> at, Attributes value) {
        put(at, inBraces(value), false);
    }

    @Override
    public void optionalNested(Attribute<?, ?> at, Optional<Attributes> value) {
        value.ifPresent(there -> nested(at, there));
    }

    @Override
    public void beside(Attribute<?, ?> at, Attributes value) {
        value.writeTo(this);
    }

    @Override
    public void quotient(Attribute<?, ?> at, long dividend, long divisor) {
        throw new IllegalStateException(at.key() + " follows from the others and is not written");
    }
}
