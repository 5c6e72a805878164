package dev.archnotes.model.form;

import java.util.Optional;

/**
 * Takes attributes with their values. {@code absent} says that a value is what a file means that leaves the key out.
 */
public interface Sink {
    /** A whole number. */
    void whole(Attribute<?> at, long value, boolean absent);

    /** A yes or no. */
    void flag(Attribute<?> at, boolean value, boolean absent);

    /** A number with a fraction. */
    void decimal(Attribute<?> at, double value, boolean absent);

    /** A number with a fraction that may be missing. */
    void optionalDecimal(Attribute<?> at, Optional<Double> value);

    /** A text, empty where there is none. */
    void text(Attribute<?> at, String value, boolean absent);

    /** One of a closed set. */
    void choice(Attribute<?> at, Choice value, boolean absent);

    /** Something with attributes of its own. */
    void nested(Attribute<?> at, Described value);

    /** The same, where it may be missing. */
    void optionalNested(Attribute<?> at, Optional<? extends Described> value);

    /** One of several things, each with a single attribute, whose key stands beside the others. */
    void beside(Attribute<?> at, Described value);

    /** A quotient of two whole numbers. */
    void quotient(Attribute<?> at, long dividend, long divisor);
}
