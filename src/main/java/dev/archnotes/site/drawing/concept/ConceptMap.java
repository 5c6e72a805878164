package dev.archnotes.site.drawing.concept;

import dev.archnotes.site.drawing.ByWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A decoder block that stands for all of them: each of its parts is a link to the concept that explains it, with the
 * concept's sentence as an annotation.
 *
 * @param pictures the block with annotations at its right, or on both sides
 * @param others concepts that the block has no part for, in the order given
 */
public record ConceptMap(ByWidth pictures, List<MapConcept> others) {
    /**
     * The concepts that have a place, from the top of the block to its bottom: the order in which links are reached.
     */
    public static final List<String> PLACES = List.of(
            "inference-optimization",
            "normalization",
            "scaling-laws",
            "mixture-of-experts",
            "kv-cache",
            "multi-head-attention",
            "grouped-query-attention",
            "multi-head-latent-attention",
            "sliding-window-attention",
            "linear-attention",
            "positional-embeddings",
            "memory-optimization");

    public ConceptMap {
        others = List.copyOf(others);
    }

    /** The map of these concepts. Parts without a concept are drawn and lead nowhere. */
    public static ConceptMap of(List<MapConcept> concepts) {
        Map<String, MapConcept> placed = new TreeMap<>();
        List<MapConcept> others = new ArrayList<>();
        Set<String> places = Set.copyOf(PLACES);
        for (MapConcept concept : concepts) {
            if (!places.contains(concept.slug()) || placed.putIfAbsent(concept.slug(), concept) != null) {
                others.add(concept);
            }
        }
        return new ConceptMap(
                new ByWidth(
                        new ConceptBlock(MapColumns.NARROW, placed).picture(),
                        new ConceptBlock(MapColumns.WIDE, placed).picture()),
                others);
    }

    /** Whether the block has a part for at least one of the concepts. */
    public boolean isLinked() {
        return pictures.narrow().role().equals("group");
    }
}
