package dev.archnotes.drawing;

import java.util.List;

/**
 * A mechanism from its introduction on.
 *
 * @param name its name
 * @param part the part of a model that it concerns: {@code attention}, {@code ffn}, {@code norm}, {@code embed} or {@code position}
 * @param introduced where it was first published
 * @param adopted the models that took it up, in order of time
 * @param dropped the models that gave it up, in order of time
 * @param href where it leads, or empty
 */
public record Mechanism(String name, String part, Adoption introduced, List<Adoption> adopted, List<Adoption> dropped, String href) {
    public Mechanism {
        adopted = List.copyOf(adopted);
        dropped = List.copyOf(dropped);
    }

    /** Whether the last word about it is that it was given up: no model took it up after the last that left it. */
    boolean abandoned() {
        if (dropped.isEmpty() || adopted.isEmpty()) {
            return false;
        }
        return Dates.year(dropped.get(dropped.size() - 1).date()) > Dates.year(adopted.get(adopted.size() - 1).date());
    }
}
