package dev.archnotes.model.form;

/** What can say its own attributes. */
public interface Described {
    /** How the kind is written down. */
    Form<?> form();

    /** Hands over each attribute with its value, in the form's order. */
    void writeTo(Sink out);

    /** Hands over what follows from the attributes and is a fact of its own. */
    default void derivedTo(Sink out) {}

    /** The word for the kind in {@code architecture.yaml}; empty for a thing of only one kind. */
    default String word() {
        return form().words().get(0);
    }

    /** Why it is not what another word of its form says. */
    default String unlike(String other) {
        return "this is " + word() + ", not " + other;
    }

    /** All of it in a few words, for one cell of a table. */
    default String phrase() {
        return word();
    }
}
