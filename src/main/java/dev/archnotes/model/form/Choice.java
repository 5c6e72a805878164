package dev.archnotes.model.form;

/** A constant of a closed set, as an enum's constants are: its word in files and its name in tables. */
public interface Choice {
    /** The name of the constant, which stands in the calculator's code. */
    String name();

    /** The word for it in {@code architecture.yaml}. */
    String word();

    /** Its name in a table. */
    String label();
}
