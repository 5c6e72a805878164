package dev.archnotes.site.drawing.history;

import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.TextStyle;
import java.util.ArrayList;
import java.util.List;

/** The parts of a model in the order in which a family tree shows them, and their names. */
final class TreeParts {
    private static final double LONGEST_MODEL = 150;

    private TreeParts() {}

    /** The name of a model, or of who wrote a paper, as it is drawn. */
    static String model(String name, TextStyle style) {
        return style.fitted(name, LONGEST_MODEL);
    }

    /** The mechanisms of each part, parts without any left out. */
    static List<List<HistoryLine>> of(List<HistoryLine> mechanisms) {
        List<List<HistoryLine>> parts = new ArrayList<>();
        for (PartColor part : PartColor.values()) {
            List<HistoryLine> own = mechanisms.stream()
                    .filter(mechanism -> mechanism.part() == part)
                    .toList();
            if (!own.isEmpty()) {
                parts.add(own);
            }
        }
        return parts;
    }

    static String name(List<HistoryLine> part) {
        return part.get(0).part().label();
    }

    static String ink(List<HistoryLine> part) {
        return part.get(0).part().ink();
    }
}
