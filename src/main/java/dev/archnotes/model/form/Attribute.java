package dev.archnotes.model.form;

import dev.archnotes.model.number.Unit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One attribute of a kind: its key, its name, what it means, and how its value is read and written.
 *
 * @param <K> the kind
 * @param <T> the type of the value
 */
public final class Attribute<K, T> {
    /** The types of values, as data files have them. */
    public enum Type {
        INTEGER,
        NUMBER,
        TEXT,
        FLAG
    }

    private interface Reader<T> {
        T read(Source in, Values before);
    }

    private interface Writer<K> {
        void write(Attribute<?, ?> at, K thing, Sink out);
    }

    private final String key;
    private final String label;
    private final String description;
    private final Type type;
    private final Unit unit;
    private final Reader<T> reader;
    private final Writer<K> writer;

    private Attribute(String key, String label, String description, Type type, Reader<T> reader, Writer<K> writer) {
        this(key, label, description, type, Unit.COUNT, reader, writer);
    }

    private Attribute(
            String key, String label, String description, Type type, Unit unit, Reader<T> reader, Writer<K> writer) {
        this.key = key;
        this.label = label;
        this.description = description;
        this.type = type;
        this.unit = unit;
        this.reader = reader;
        this.writer = writer;
    }

    /** A whole number above 0. */
    public static <K> Attribute<K, Long> size(String key, String label, ToLongFunction<K> value) {
        return new Attribute<>(
                key,
                label,
                "",
                Type.INTEGER,
                (in, before) -> in.size(key),
                (at, thing, out) -> out.whole(at, value.applyAsLong(thing), false));
    }

    /** A whole number above 0 where another is, else 0. */
    public static <K> Attribute<K, Long> sizeIf(
            Attribute<K, Long> other, String key, String label, ToLongFunction<K> value) {
        return new Attribute<>(
                key,
                label,
                "",
                Type.INTEGER,
                (in, before) -> in.sizeIf(before.get(other) > 0, key),
                (at, thing, out) -> out.whole(at, value.applyAsLong(thing), value.applyAsLong(thing) == 0));
    }

    /** A whole number of at least 0, and 0 where nothing is said. */
    public static <K> Attribute<K, Long> count(String key, String label, ToLongFunction<K> value) {
        return count(key, label, value, 0);
    }

    /** A whole number, and another where nothing is said. */
    public static <K> Attribute<K, Long> count(String key, String label, ToLongFunction<K> value, long absent) {
        return new Attribute<>(
                key,
                label,
                "",
                Type.INTEGER,
                (in, before) -> in.count(key, absent),
                (at, thing, out) -> out.whole(at, value.applyAsLong(thing), value.applyAsLong(thing) == absent));
    }

    /** A whole number that is the same as another where nothing is said. */
    public static <K> Attribute<K, Long> sizeOr(
            Attribute<K, Long> other, String key, String label, ToLongFunction<K> value) {
        return new Attribute<>(
                key,
                label,
                "",
                Type.INTEGER,
                (in, before) -> in.count(key, before.get(other)),
                (at, thing, out) -> out.whole(at, value.applyAsLong(thing), false));
    }

    /** A whole number above 0 that is the room there is where nothing is said. */
    public static <K> Attribute<K, Long> sizeOrRoom(String key, String label, ToLongFunction<K> value) {
        return new Attribute<>(
                key,
                label,
                "",
                Type.INTEGER,
                (in, before) -> in.count(key, in.room()),
                (at, thing, out) -> out.whole(at, value.applyAsLong(thing), false));
    }

    /** A yes or no. */
    public static <K> Attribute<K, Boolean> flag(String key, String label, Function<K, Boolean> value, boolean absent) {
        return new Attribute<>(
                key,
                label,
                "",
                Type.FLAG,
                (in, before) -> in.flag(key, absent),
                (at, thing, out) -> out.flag(at, value.apply(thing), value.apply(thing) == absent));
    }

    /** A yes, or a no where nothing is said. */
    public static <K> Attribute<K, Boolean> flag(String key, String label, Function<K, Boolean> value) {
        return flag(key, label, value, false);
    }

    /** A number with a fraction, and another where nothing is said. */
    public static <K> Attribute<K, Double> decimal(String key, String label, Function<K, Double> value, double absent) {
        return new Attribute<>(
                key,
                label,
                "",
                Type.TEXT,
                (in, before) -> in.decimal(key).orElse(absent),
                (at, thing, out) -> out.decimal(at, value.apply(thing), value.apply(thing) == absent));
    }

    /** A number with a fraction that may be missing. */
    public static <K> Attribute<K, Optional<Double>> optionalDecimal(
            String key, String label, Function<K, Optional<Double>> value) {
        return new Attribute<>(key, label, "", Type.TEXT, (in, before) -> in.decimal(key), (at, thing, out) -> {
            Optional<Double> number = value.apply(thing);
            if (number.isPresent()) {
                out.decimal(at, number.get(), false);
            } else {
                out.text(at, "", true);
            }
        });
    }

    /** A text that must be there. */
    public static <K> Attribute<K, String> text(String key, String label, Function<K, String> value) {
        return new Attribute<>(
                key,
                label,
                "",
                Type.TEXT,
                (in, before) -> in.text(key),
                (at, thing, out) -> out.text(at, value.apply(thing), false));
    }

    /** A text that may be missing. */
    public static <K> Attribute<K, Optional<String>> optionalText(
            String key, String label, Function<K, Optional<String>> value) {
        return new Attribute<>(
                key,
                label,
                "",
                Type.TEXT,
                (in, before) -> in.optionalText(key),
                (at, thing, out) -> out.text(
                        at, value.apply(thing).orElse(""), value.apply(thing).isEmpty()));
    }

    /** One of a closed set that must be there. */
    public static <K, E extends Choice> Attribute<K, E> choice(
            String key, String label, Function<K, E> value, E[] all) {
        List<E> choices = List.of(all);
        return new Attribute<>(
                key,
                label,
                "",
                Type.TEXT,
                (in, before) -> in.choice(key, choices, Optional.empty()),
                (at, thing, out) -> out.choice(at, value.apply(thing), false));
    }

    /** One of a closed set, and a certain one where nothing is said. */
    public static <K, E extends Choice> Attribute<K, E> choice(
            String key, String label, Function<K, E> value, E[] all, E absent) {
        List<E> choices = List.of(all);
        return new Attribute<>(
                key,
                label,
                "",
                Type.TEXT,
                (in, before) -> in.choice(key, choices, Optional.of(absent)),
                (at, thing, out) -> out.choice(at, value.apply(thing), value.apply(thing) == absent));
    }

    /** A thing of one kind only. */
    public static <K, N extends Described> Attribute<K, N> nested(
            String key, String label, Function<K, N> value, Form<N> form) {
        return new Attribute<>(
                key,
                label,
                "",
                Type.TEXT,
                (in, before) -> form.read(in.nested(key, 0)),
                (at, thing, out) -> out.nested(at, value.apply(thing).attributes()));
    }

    /** A thing of one kind only that may be missing. */
    public static <K, N extends Described> Attribute<K, Optional<N>> optionalNested(
            String key, String label, Function<K, Optional<N>> value, Form<N> form) {
        return new Attribute<>(
                key,
                label,
                "",
                Type.TEXT,
                (in, before) -> in.optionalNested(key, 0).map(form::read),
                (at, thing, out) -> out.optionalNested(at, value.apply(thing).map(Described::attributes)));
    }

    /**
     * A thing of one of several kinds.
     *
     * @param room the attribute that says how wide it may be
     */
    public static <K, N extends Described> Attribute<K, N> kind(
            String key, String label, Function<K, N> value, List<Form<? extends N>> forms, Attribute<K, Long> room) {
        return new Attribute<>(
                key,
                label,
                "",
                Type.TEXT,
                (in, before) -> Form.<N>readKind(in.nested(key, before.get(room)), forms),
                (at, thing, out) -> out.nested(at, value.apply(thing).attributes()));
    }

    /**
     * One of several things, each with a single attribute whose key stands beside the others, or none of them.
     *
     * @param none what it is where none of the keys stands there; the first of the forms, without an attribute
     */
    public static <K, N extends Described> Attribute<K, N> beside(
            String key, String label, Function<K, N> value, List<Form<? extends N>> forms, N none) {
        return new Attribute<>(
                key,
                label,
                "",
                Type.TEXT,
                (in, before) -> {
                    int at = in.oneOf(key, List.copyOf(forms));
                    return at < 0 ? none : forms.get(at).readBeside(in);
                },
                (at, thing, out) -> out.beside(at, value.apply(thing).attributes()));
    }

    /** A whole number that follows from the attributes. */
    public static <K> Attribute<K, Long> derived(
            String key, String label, String description, ToLongFunction<K> value) {
        return derived(
                key,
                label,
                description,
                Type.INTEGER,
                (at, thing, out) -> out.whole(at, value.applyAsLong(thing), false));
    }

    /** A text that follows from the attributes, where it is not empty. */
    public static <K> Attribute<K, Long> derivedText(
            String key, String label, String description, Function<K, String> value) {
        return derived(key, label, description, Type.TEXT, (at, thing, out) -> {
            String text = value.apply(thing);
            out.text(at, text, text.isEmpty());
        });
    }

    /** A yes or no that follows from the attributes. */
    public static <K> Attribute<K, Long> derivedFlag(
            String key, String label, String description, Function<K, Boolean> value) {
        return derived(key, label, description, Type.FLAG, (at, thing, out) -> out.flag(at, value.apply(thing), false));
    }

    /** A quotient of two attributes. */
    public static <K> Attribute<K, Long> quotient(
            String key, String label, String description, ToLongFunction<K> dividend, ToLongFunction<K> divisor) {
        return derived(
                key,
                label,
                description,
                Type.NUMBER,
                (at, thing, out) -> out.quotient(at, dividend.applyAsLong(thing), divisor.applyAsLong(thing)));
    }

    private static <K> Attribute<K, Long> derived(
            String key, String label, String description, Type type, Writer<K> writer) {
        return new Attribute<>(
                key,
                label,
                description,
                type,
                (in, before) -> {
                    throw new IllegalStateException(key + " is not written down anywhere");
                },
                writer);
    }

    /** The same attribute as a fact, with its meaning in a sentence. */
    public Attribute<K, T> means(String sentence) {
        return new Attribute<>(key, label, sentence, type, unit, reader, writer);
    }

    /** The same attribute with a unit. */
    public Attribute<K, T> in(Unit measure) {
        return new Attribute<>(key, label, description, type, measure, reader, writer);
    }

    /** The key under which it stands. */
    public String key() {
        return key;
    }

    /** Its name in tables. */
    public String label() {
        return label;
    }

    /** What it means, in a sentence; empty where it is no fact. */
    public String description() {
        return description;
    }

    /** The type of its value in data files. */
    public Type type() {
        return type;
    }

    /** The unit of a whole number. */
    public Unit unit() {
        return unit;
    }

    T read(Source in, Values before) {
        return reader.read(in, before);
    }

    void write(K thing, Sink out) {
        writer.write(this, thing, out);
    }
}
