package dev.archnotes.model.form;

import java.util.List;
import java.util.function.Function;

/**
 * How a kind is written down: the words for it, its attributes in order, and how it is read.
 *
 * @param <K> the kind
 */
public final class Form<K> {
    private final String code;
    private final List<String> words;
    private final List<Attribute<?>> attributes;
    private final List<Attribute<?>> derived;
    private final String suspect;
    private final Function<Source, K> reader;

    private Form(
            String code,
            List<String> words,
            List<Attribute<?>> attributes,
            List<Attribute<?>> derived,
            String suspect,
            Function<Source, K> reader) {
        this.code = code;
        this.words = words;
        this.attributes = attributes;
        this.derived = derived;
        this.suspect = suspect;
        this.reader = reader;
    }

    /** The form of a thing of which there is one kind only. */
    public static <K> Form<K> plain(Function<Source, K> reader) {
        return new Form<>("", List.of(""), List.of(), List.of(), "kind", reader);
    }

    /**
     * The form of one kind of several.
     *
     * @param reader reads the attributes, in order
     * @param code the word for the kind in the calculator's code
     * @param words the words for it in {@code architecture.yaml}
     */
    public static <K> Form<K> of(Function<Source, K> reader, String code, String... words) {
        return new Form<>(code, List.of(words), List.of(), List.of(), "kind", reader);
    }

    /** The same form with attributes, in the order in which they are read and written. */
    public Form<K> with(Attribute<?>... next) {
        return new Form<>(code, words, List.of(next), derived, suspect, reader);
    }

    /** The same form with what follows from the attributes and is a fact of its own. */
    public Form<K> deriving(Attribute<?>... facts) {
        return new Form<>(code, words, attributes, List.of(facts), suspect, reader);
    }

    /** The same form with the attribute that is most likely wrong where values do not fit together. */
    public Form<K> suspecting(Attribute<?> attribute) {
        return new Form<>(code, words, attributes, derived, attribute.key(), reader);
    }

    /** The word for the kind in the calculator's code. */
    public String code() {
        return code;
    }

    /** The words for the kind in {@code architecture.yaml}. */
    public List<String> words() {
        return words;
    }

    /** What a thing of this kind is made of, in order. */
    public List<Attribute<?>> attributes() {
        return attributes;
    }

    /** What follows from the attributes and is a fact of its own. */
    public List<Attribute<?>> derived() {
        return derived;
    }

    /** Reads a thing of which there is one kind only. */
    public K read(Source in) {
        K thing = reader.apply(in);
        in.finish();
        return thing;
    }

    /** Reads a thing whose key stands beside those of another. */
    K readBeside(Source in) {
        return reader.apply(in);
    }

    /**
     * Reads a thing of one of several kinds. An {@link IllegalArgumentException} of the kind itself becomes a finding
     * of the source at the value that is most likely wrong, and is thrown on.
     */
    public static <K extends Described> K readKind(Source in, List<Form<? extends K>> forms) {
        Form<? extends K> form = in.kind(forms);
        try {
            K thing = form.reader.apply(in);
            in.finish();
            in.check(thing);
            return thing;
        } catch (IllegalArgumentException impossible) {
            if (!in.failed()) {
                in.impossible(form.suspect, String.valueOf(impossible.getMessage()), "");
            }
            throw impossible;
        }
    }
}
