package dev.archnotes.site.drawing.history;

import dev.archnotes.site.drawing.ByWidth;
import java.util.List;

/**
 * Mechanisms as lines that begin where they were introduced, with a mark for every model that took one up or gave it
 * up, and curves for what is known of who took it from whom and which mechanism was made from which.
 */
public final class FamilyTree {
    private FamilyTree() {}

    /** The tree of some mechanisms, those of one part together. */
    public static ByWidth of(List<HistoryLine> mechanisms) {
        String title = mechanisms.size() == 1
                ? mechanisms.get(0).name() + " from model to model"
                : "Family tree of mechanisms";
        String description =
                "A line for each mechanism begins with its introduction and carries a mark for each model that "
                        + "adopted or dropped it, in order of time. "
                        + "Whole curves and filled marks are stated by the makers, broken curves and ringed marks "
                        + "follow from released files, dotted curves and open marks are inferred. "
                        + "The table below the drawing holds every step with its source.";
        return new ByWidth(
                new TreeDown(mechanisms).picture(title, description),
                new TreeAcross(mechanisms).picture(title, description));
    }
}
