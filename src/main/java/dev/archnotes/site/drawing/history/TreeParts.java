package dev.archnotes.site.drawing.history;

import java.util.ArrayList;
import java.util.List;

/** The parts of a model in the order in which a family tree shows them, and their names. */
final class TreeParts {
    private static final List<String> ORDER = List.of("attention", "ffn", "norm", "position", "embed");
    private static final List<String> NAMES =
            List.of("Attention", "Feed-forward", "Normalization", "Positions", "Embedding and head");

    private TreeParts() {}

    /** The mechanisms of each part, parts without any left out. */
    static List<List<HistoryLine>> of(List<HistoryLine> mechanisms) {
        List<List<HistoryLine>> parts = new ArrayList<>();
        for (String part : ORDER) {
            List<HistoryLine> own = mechanisms.stream()
                    .filter(mechanism -> mechanism.part().equals(part))
                    .toList();
            if (!own.isEmpty()) {
                parts.add(own);
            }
        }
        return parts;
    }

    static String name(List<HistoryLine> part) {
        return NAMES.get(ORDER.indexOf(part.get(0).part()));
    }

    static String ink(List<HistoryLine> part) {
        return "d-on-" + part.get(0).part();
    }
}
