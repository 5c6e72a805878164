package dev.archnotes.model.form;

/** What can say its own attributes. */
public interface Described {
    /** The attributes with their values, in order. */
    Attributes attributes();
}
