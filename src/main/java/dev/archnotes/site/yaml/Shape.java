package dev.archnotes.site.yaml;

import java.util.List;
import java.util.Optional;

/**
 * What may stand under a key.
 *
 * @param kind its kind
 * @param least the least number, or 0
 * @param most the most characters of a text; 0 where nobody counts
 * @param pattern what a text looks like; empty where it may be any
 * @param words one of which it is; empty where it is none of a closed set
 * @param items what a list is of
 */
public record Shape(Kind kind, long least, int most, String pattern, List<String> words, Optional<Shape> items) {
    /** Kinds of values. */
    public enum Kind {
        TEXT,
        WHOLE,
        NUMBER,
        FLAG,
        /** One of a closed set of words. */
        CHOICE,
        /** One value of any type. */
        WORD,
        /** A list of words, or one text that separates them by commas. */
        WORDS,
        LIST,
        MAPPING
    }

    static final Shape TEXT = new Shape(Kind.TEXT, 0, 0, "", List.of(), Optional.empty());
    static final Shape DATE = new Shape(Kind.TEXT, 0, 0, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", List.of(), Optional.empty());
    static final Shape NUMBER = of(Kind.NUMBER);
    static final Shape FLAG = of(Kind.FLAG);
    static final Shape WORD = of(Kind.WORD);
    static final Shape WORDS = of(Kind.WORDS);
    static final Shape MAPPING = of(Kind.MAPPING);
    static final Shape TEXTS = listOf(TEXT);
    static final Shape MAPPINGS = listOf(MAPPING);

    public Shape {
        words = List.copyOf(words);
    }

    private static Shape of(Kind kind) {
        return new Shape(kind, 0, 0, "", List.of(), Optional.empty());
    }

    private static Shape listOf(Shape item) {
        return new Shape(Kind.LIST, 0, 0, "", List.of(), Optional.of(item));
    }

    static Shape text(int most) {
        return new Shape(Kind.TEXT, 0, most, "", List.of(), Optional.empty());
    }

    static Shape text(int most, String pattern) {
        return new Shape(Kind.TEXT, 0, most, pattern, List.of(), Optional.empty());
    }

    static Shape whole(long least) {
        return new Shape(Kind.WHOLE, least, 0, "", List.of(), Optional.empty());
    }

    static Shape choice(List<String> words) {
        return new Shape(Kind.CHOICE, 0, 0, "", words, Optional.empty());
    }
}
