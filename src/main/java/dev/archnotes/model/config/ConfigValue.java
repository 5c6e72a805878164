package dev.archnotes.model.config;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A JSON value of a model configuration, whoever parsed it: Jackson here, the browser on the page of the calculator.
 */
public interface ConfigValue {
    /** The kinds of JSON values. */
    enum Kind {
        NULL,
        FLAG,
        NUMBER,
        TEXT,
        LIST,
        OBJECT
    }

    Kind kind();

    /** Whether this is a true flag. */
    boolean isTrue();

    /** A number; 0 for anything else. */
    double number();

    /** A number without a fraction, {@code 1000000.0} included; empty for anything else. */
    OptionalLong whole();

    /** A number's digits, without exponent and without zeros at the end. */
    String digits();

    /** The characters of a text. */
    String text();

    /** The values of a list; empty for anything else. */
    List<ConfigValue> items();

    /** The keys of an object; empty for anything else. */
    List<String> keys();

    /** The value of an object's key. */
    Optional<ConfigValue> get(String key);

    /** The value as JSON. */
    String json();
}
