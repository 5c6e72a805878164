package dev.archnotes.site.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that a reader asks a mapping for. Where it first asks for the kind of a thing, what else it asks for depends
 * on the answer.
 *
 * @param keys the keys by the kind of the thing, in the order in which they are asked for; under an empty kind where
 *     there is one only
 * @param closed whether any other key is a mistake
 * @param names what stands under keys that the author chooses, where that is so
 */
public record MappingShape(Map<String, Map<String, Key>> keys, boolean closed, Optional<Key> names) {
    /** The key that says what kind of thing a mapping describes. */
    public static final String KIND = "kind";

    public MappingShape {
        keys = new LinkedHashMap<>(keys);
    }

    /**
     * What a reader asks for under a key.
     *
     * @param required whether it must be there
     * @param hint what to write; may be empty
     * @param inside what it asks the mapping for that stands there, or each mapping of a list
     */
    public record Key(Shape shape, boolean required, String hint, Optional<MappingShape> inside) {}
}
