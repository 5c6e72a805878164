package dev.archnotes.model.compare;

import dev.archnotes.model.fact.FactPath;
import java.util.List;

/** A heading under which differing facts stand. */
public enum ComparisonGroup {
    SHAPE("shape", "Shape"),
    ATTENTION("attention", "Attention"),
    POSITIONS("positions", "Positions and context"),
    NORMALIZATION("norm", "Normalization"),
    FEED_FORWARD("feed-forward", "Feed-forward"),
    MEMORY("memory", "Memory"),
    COST("cost", "Cost of a token"),
    TRAINING("training", "Training and release");

    private final String id;
    private final String label;

    ComparisonGroup(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** The word for it in an address: {@code feed-forward}. */
    public String id() {
        return id;
    }

    /** The heading. */
    public String label() {
        return label;
    }

    /** The facts that a comparison shows under it, in their order. */
    public List<FactPath> facts() {
        return ComparedFact.ALL.stream()
                .filter(fact -> fact.group() == this)
                .map(ComparedFact::path)
                .toList();
    }
}
