package dev.archnotes.site.page;

import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.DataTable;
import dev.archnotes.site.drawing.architecture.AlignedPair;
import dev.archnotes.site.drawing.architecture.ArchitectureDrawing;
import java.util.List;

/** What a generator block of a note becomes: a value that a template prints. */
public sealed interface BlockView {
    /** A table of chosen models and facts. */
    record Comparison(ComparisonTable table) implements BlockView {}

    /**
     * A curve or bars with their exact values.
     *
     * @param pictures the chart
     * @param values its table
     * @param caption the sentence beneath it
     * @param id an id that is unique on the page
     */
    record Chart(ByWidth pictures, DataTable values, String caption, String id) implements BlockView {}

    /**
     * Layer strips under the names of their models.
     *
     * @param strips the strips
     * @param caption the sentence beneath them
     * @param id an id that is unique on the page
     */
    record Strips(List<NamedStrip> strips, String caption, String id) implements BlockView {}

    /**
     * A layer strip.
     *
     * @param name the model
     * @param pictures its layers
     */
    record NamedStrip(String name, ByWidth pictures) {}

    /**
     * A model, part by part.
     *
     * @param drawing the drawing
     * @param caption the sentence beneath it
     * @param id an id that is unique on the page
     */
    record Drawing(ArchitectureDrawing drawing, String caption, String id) implements BlockView {}

    /**
     * Two models beside each other, what corresponds at the same height and what differs brought out.
     *
     * @param first the first model, with its data sheet
     * @param second the second model
     * @param drawings both
     * @param key what the drawings bring out
     * @param caption the sentence beneath them, or empty
     * @param id an id that is unique on the page
     */
    record SideBySide(Link first, Link second, AlignedPair drawings, String key, String caption, String id)
            implements BlockView {}

    /**
     * A mechanism, explained.
     *
     * @param figure the figure
     */
    record Mechanism(FigureView figure) implements BlockView {}

    /**
     * Which model took which mechanism from whom.
     *
     * @param view the drawing and its table
     */
    record Tree(FamilyTreeView view) implements BlockView {}
}
