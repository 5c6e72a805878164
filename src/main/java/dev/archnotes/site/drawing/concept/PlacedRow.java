package dev.archnotes.site.drawing.concept;

import dev.archnotes.site.content.ExplainedPart;
import dev.archnotes.site.drawing.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of the block in its place.
 *
 * @param row what it shows
 * @param concept the concept that explains it, if any
 * @param annotation the text at its side, if any
 * @param top its upper edge
 * @param end its lower edge
 */
record PlacedRow(BlockRow row, Optional<MapConcept> concept, Optional<Annotation> annotation, double top, double end) {
    private static final double TOP = 4;

    /** All rows in columns of a width, each as high as its annotation needs. */
    static List<PlacedRow> all(MapColumns columns, Map<ExplainedPart, MapConcept> concepts) {
        List<PlacedRow> placed = new ArrayList<>();
        double y = TOP;
        for (BlockRow row : BlockRow.of(columns.twoSided())) {
            Optional<MapConcept> concept = Optional.ofNullable(concepts.get(row.part()));
            Optional<Annotation> annotation = concept.map(text -> annotation(columns, row, text));
            double top = y + row.lead();
            double needed = annotation.map(Annotation::height).orElse(0.0) + (columns.twoSided() ? 6 : 12);
            y = top + (row.grows() ? Math.max(row.least(), needed) : row.least());
            placed.add(new PlacedRow(row, concept, annotation, top, y));
        }
        return List.copyOf(placed);
    }

    private static Annotation annotation(MapColumns columns, BlockRow row, MapConcept concept) {
        return columns.twoSided() && row.aside()
                ? new Annotation(concept, row.color(), Anchor.END, columns.side(), columns.side() - 2)
                : new Annotation(
                        concept, row.color(), Anchor.START, columns.text(), columns.width() - columns.text() - 2);
    }

    ExplainedPart part() {
        return row.part();
    }

    double height() {
        return end - top;
    }
}
