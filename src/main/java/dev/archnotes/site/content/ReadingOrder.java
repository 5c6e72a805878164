package dev.archnotes.site.content;

import java.util.List;
import java.util.Map;

/**
 * The order in which concepts are best learned, and ways through them.
 *
 * @param groups the concepts in order, under headings
 * @param first for a concept, by slug, what one should know before it
 * @param paths ways through the concepts for different readers
 */
public record ReadingOrder(List<Group> groups, Map<String, PlacedWords> first, List<ReadingPath> paths) {
    /** No order. */
    public static final ReadingOrder NONE = new ReadingOrder(List.of(), Map.of(), List.of());

    public ReadingOrder {
        groups = List.copyOf(groups);
        first = Map.copyOf(first);
        paths = List.copyOf(paths);
    }

    /**
     * Concepts that belong together.
     *
     * @param heading what they have in common
     * @param concepts their slugs
     */
    public record Group(String heading, PlacedWords concepts) {}

    /**
     * A way through the concepts.
     *
     * @param name where it leads
     * @param reader for whom it is
     * @param stops the concepts on it by slug, or sections of them, {@code kv-cache#size}
     */
    public record ReadingPath(String name, String reader, PlacedWords stops) {}

    /** The slugs of all concepts that have a place, in order. */
    public List<String> concepts() {
        return groups.stream()
                .flatMap(group -> group.concepts().list().stream())
                .toList();
    }
}
