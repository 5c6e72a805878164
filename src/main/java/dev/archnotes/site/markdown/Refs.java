package dev.archnotes.site.markdown;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** What the reader has found out about single nodes, for the renderer. */
final class Refs {

    private final Map<Node, Object> known = new IdentityHashMap<>();

    <T> T put(Node node, T ref) {
        known.put(node, ref);
        return ref;
    }

    /** What is known about a node, if it is of that type; else null. */
    <T> @Nullable T find(Node node, Class<T> type) {
        Object ref = known.get(node);
        return type.isInstance(ref) ? type.cast(ref) : null;
    }

    /** The same for a node that must have one. */
    <T> T of(Node node, Class<T> type) {
        return Objects.requireNonNull(find(node, type), type.getSimpleName());
    }
}
