package dev.archnotes.site.drawing.concept;

import dev.archnotes.site.content.ExplainedPart;
import dev.archnotes.site.drawing.ByWidth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A decoder block that stands for all of them: each of its parts is a link to the concept that explains it, with the
 * concept's sentence as an annotation.
 *
 * @param pictures the block with annotations at its right, or on both sides
 * @param others concepts that explain no part of the block, or one that another explains, in the order given
 */
public record ConceptMap(ByWidth pictures, List<MapConcept> others) {
    public ConceptMap {
        others = List.copyOf(others);
    }

    /** The map of these concepts. Parts without a concept are drawn and lead nowhere. */
    public static ConceptMap of(List<MapConcept> concepts) {
        Map<ExplainedPart, MapConcept> placed = new EnumMap<>(ExplainedPart.class);
        List<MapConcept> others = new ArrayList<>();
        for (MapConcept concept : concepts) {
            boolean hasPlace = concept.part()
                    .filter(part -> placed.putIfAbsent(part, concept) == null)
                    .isPresent();
            if (!hasPlace) {
                others.add(concept);
            }
        }
        return new ConceptMap(
                new ByWidth(
                        new ConceptBlock(MapColumns.NARROW, placed).picture(),
                        new ConceptBlock(MapColumns.WIDE, placed).picture()),
                others);
    }
}
