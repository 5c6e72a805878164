package dev.archnotes.model.form;

import java.util.List;
import java.util.Optional;

/** Gives values by key, wherever they stand: in a file, or one after the other in a code. */
public interface Source {
    /** A whole number above 0. */
    long size(String key);

    /** The same where it is wanted, else 0. */
    long sizeIf(boolean wanted, String key);

    /** A whole number of at least 0, and above 0 where {@code absent} is, which stands for a missing key. */
    long count(String key, long absent);

    /** A yes or no. */
    boolean flag(String key, boolean absent);

    /** Whether something stands here for an attribute that its kind did not always have. */
    default boolean given(String key) {
        return true;
    }

    /** A number with a fraction, if it is there. */
    Optional<Double> decimal(String key);

    /** A text that must be there. */
    String text(String key);

    /** A text, if it is there. */
    Optional<String> optionalText(String key);

    /** One of a closed set; where {@code absent} is empty it must be there. */
    <E extends Choice> E choice(String key, List<E> all, Optional<E> absent);

    /** The kind of thing that follows: one of the forms of a family, by one of its words. */
    <K> Form<? extends K> kind(List<Form<? extends K>> forms);

    /** Says whether a thing that was read is of the kind that was named. */
    void check(Described thing);

    /** Which of several keys stands here, as an index; -1 where none does. */
    int oneOf(List<? extends Form<?>> alternatives);

    /**
     * What stands under a key.
     *
     * @param room the width that it must fit into, where it must
     */
    Source nested(String key, long room);

    /** The same, if it is there. */
    Optional<Source> optionalNested(String key);

    /** The width that what stands here must fit into, 0 where nothing limits it. */
    long room();

    /** Whether something that stands here was said to be wrong: what follows from it would be told twice. */
    default boolean failed() {
        return false;
    }

    /** Says that a value cannot be. */
    void impossible(String key, String message, String hint);

    /** Says that all has been asked for. */
    void finish();
}
