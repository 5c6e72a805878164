package dev.archnotes.model.form;

/** The attributes of one thing with their values: a {@link Form} that is filled in. */
public final class Attributes {
    private final String word;
    private final String code;
    private final String phrase;
    private final Writer stored;
    private final Writer facts;

    /** Hands everything to a sink. */
    interface Writer {
        void writeTo(Sink out);
    }

    Attributes(String word, String code, String phrase, Writer stored, Writer facts) {
        this.word = word;
        this.code = code;
        this.phrase = phrase;
        this.stored = stored;
        this.facts = facts;
    }

    /** The word for the kind in {@code architecture.yaml}; empty for a thing of only one kind. */
    public String word() {
        return word;
    }

    /** The word for the kind in the calculator's code; empty for a thing of only one kind. */
    public String code() {
        return code;
    }

    /** All of it in a few words, for one cell of a table. */
    public String phrase() {
        return phrase;
    }

    /** What the thing is made of, in order. */
    public void writeTo(Sink out) {
        stored.writeTo(out);
    }

    /** What of it is a fact: a part of what it is made of, and what follows from it. */
    public void factsTo(Sink out) {
        facts.writeTo(out);
    }
}
