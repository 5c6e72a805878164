package dev.archnotes.model.form;

import java.util.HashMap;
import java.util.Map;

/** The values of a form while it is read: what makes the thing asks for each by its attribute. */
public final class Values {
    private final Map<Attribute<?, ?>, Object> values = new HashMap<>();
    private final Source source;

    Values(Source source) {
        this.source = source;
    }

    void put(Attribute<?, ?> attribute, Object value) {
        values.put(attribute, value);
    }

    /** The value of an attribute that has been read. */
    @SuppressWarnings("unchecked")
    public <T> T get(Attribute<?, T> attribute) {
        Object value = values.get(attribute);
        if (value == null) {
            throw new IllegalStateException(attribute.key() + " is no attribute of this form");
        }
        return (T) value;
    }

    /** Where the values come from, for what only all of them together show to be wrong. */
    public Source source() {
        return source;
    }
}
