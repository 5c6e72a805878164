package dev.archnotes.model.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How a kind is written down: the words for it, its attributes in order, and how their values make one.
 *
 * @param <K> the kind
 */
public final class Form<K> {
    private final List<String> words;
    private final String code;
    private final Function<K, String> word;
    private final Function<K, String> phrase;
    private final List<Attribute<K, ?>> attributes;
    private final List<Attribute<K, ?>> facts;
    private final Function<Values, K> make;
    private final BiFunction<K, String, String> mismatch;
    private final String suspect;

    private Form(Builder<K> builder, Function<Values, K> make) {
        this.words = List.copyOf(builder.words);
        this.code = builder.code;
        this.word = builder.word;
        this.phrase = builder.phrase;
        this.attributes = List.copyOf(builder.attributes);
        this.facts = List.copyOf(builder.facts);
        this.mismatch = builder.mismatch;
        this.suspect = builder.suspect;
        this.make = make;
    }

    /** The form of a thing of which there is one kind only. */
    public static <K> Builder<K> plain() {
        return new Builder<>("", List.of(""));
    }

    /**
     * The form of one kind of several.
     *
     * @param code the word for the kind in the calculator's code
     * @param words the words for it in {@code architecture.yaml}
     */
    public static <K> Builder<K> of(String code, String... words) {
        return new Builder<>(code, List.of(words));
    }

    /** The words for the kind in {@code architecture.yaml}. */
    public List<String> words() {
        return words;
    }

    /** The word for the kind in the calculator's code. */
    public String code() {
        return code;
    }

    /** What a thing of this kind is made of, in order. */
    public List<Attribute<K, ?>> attributes() {
        return attributes;
    }

    /** The attributes that are facts, and the facts that follow from them. */
    public List<Attribute<K, ?>> facts() {
        return facts;
    }

    /** The attributes of a thing with their values. */
    public Attributes of(K thing) {
        return new Attributes(
                word.apply(thing),
                code,
                phrase.apply(thing),
                out -> attributes.forEach(attribute -> attribute.write(thing, out)),
                out -> facts.forEach(attribute -> attribute.write(thing, out)));
    }

    /** Reads a thing of which there is one kind only. */
    public K read(Source in) {
        K thing = made(in);
        in.finish();
        return thing;
    }

    /**
     * Reads a thing of one of several kinds. An {@link IllegalArgumentException} of the kind itself becomes a finding
     * of the source at the value that is most likely wrong, and is thrown on.
     */
    public static <K> K readKind(Source in, List<Form<? extends K>> forms) {
        Source.Kind<K> kind = in.kind(forms);
        K thing = read(in, kind.form(), kind.word());
        in.finish();
        return thing;
    }

    private static <K> K read(Source in, Form<K> form, String word) {
        try {
            K thing = form.made(in);
            String message = word.isEmpty() ? "" : form.mismatch.apply(thing, word);
            if (!message.isEmpty()) {
                in.impossible("kind", message, "write \"" + form.word.apply(thing) + "\"");
            }
            return thing;
        } catch (IllegalArgumentException impossible) {
            in.impossible(form.suspect, impossible.getMessage(), "");
            throw impossible;
        }
    }

    /** Reads a thing whose key stands beside those of another. */
    K readBeside(Source in) {
        return made(in);
    }

    private K made(Source in) {
        Values values = new Values(in);
        for (Attribute<K, ?> attribute : attributes) {
            values.put(attribute, attribute.read(in, values));
        }
        return make.apply(values);
    }

    /** Collects what a form says. */
    public static final class Builder<K> {
        private final String code;
        private final List<String> words;
        private final List<Attribute<K, ?>> attributes = new ArrayList<>();
        private final List<Attribute<K, ?>> facts = new ArrayList<>();
        private Function<K, String> word;
        private Function<K, String> phrase;
        private BiFunction<K, String, String> mismatch = (thing, named) -> "";
        private String suspect = "kind";

        private Builder(String code, List<String> words) {
            this.code = code;
            this.words = words;
            this.word = thing -> words.get(0);
            this.phrase = word;
        }

        /** The next attribute; it is a fact, too, where it says what it means. */
        public Builder<K> with(Attribute<K, ?> attribute) {
            attributes.add(attribute);
            if (!attribute.description().isEmpty()) {
                facts.add(attribute);
            }
            return this;
        }

        /** What is no attribute and follows from them, as a fact. */
        public Builder<K> fact(Attribute<K, ?> derived) {
            facts.add(derived);
            return this;
        }

        /** How a thing is put in a few words. */
        public Builder<K> inWords(Function<K, String> phrase) {
            this.phrase = phrase;
            return this;
        }

        /**
         * Which of several words a thing has.
         *
         * @param mismatch why a thing that was read is not what the given word says; empty where it is
         */
        public Builder<K> named(Function<K, String> word, BiFunction<K, String, String> mismatch) {
            this.word = word;
            this.mismatch = mismatch;
            return this;
        }

        /** The attribute that is most likely wrong where values do not fit together. */
        public Builder<K> suspect(Attribute<K, ?> attribute) {
            this.suspect = attribute.key();
            return this;
        }

        /** The form of things that are made so. */
        public Form<K> make(Function<Values, K> make) {
            return new Form<>(this, make);
        }
    }
}
