package dev.archnotes.site.content;

import dev.archnotes.model.diagnostic.Location;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the descent of families from one another.
 *
 * @param edges one for each pair of families of which a source tells something
 */
public record Lineage(List<Edge> edges) {
    public static final Lineage EMPTY = new Lineage(List.of());

    public Lineage {
        edges = List.copyOf(edges);
    }

    /** The edge between two families, in either direction. */
    public Optional<Edge> between(String first, String second) {
        return edges.stream()
                .filter(edge -> edge.connects(first, second) || edge.connects(second, first))
                .findFirst();
    }

    /** The edges at a family. */
    public List<Edge> of(String family) {
        return edges.stream()
                .filter(edge -> edge.from().equals(family) || edge.to().equals(family))
                .toList();
    }

    /**
     * A relation of two families.
     *
     * @param from the slug of the older family
     * @param to the slug of the younger one
     * @param kind how well it is known
     * @param sentence how the two are related
     * @param cite a key of the bibliography
     * @param locator the place in that source; empty for the whole
     * @param fromPlace where the older family is named
     * @param toPlace where the younger one is named
     * @param citePlace where the source is named
     */
    public record Edge(
            String from,
            String to,
            Evidence kind,
            String sentence,
            String cite,
            String locator,
            Location fromPlace,
            Location toPlace,
            Location citePlace) {
        boolean connects(String first, String second) {
            return from.equals(first) && to.equals(second);
        }
    }
}
