package dev.archnotes.site.drawing.mechanism;

import java.util.List;

/**
 * Something that a reader can set: one of several values in order.
 *
 * @param name what it sets, {@code KV heads}
 * @param values the values as they are printed
 * @param start the place of the value at which the figure begins
 */
public record Control(String name, List<String> values, int start) {
    public Control {
        values = List.copyOf(values);
        if (start < 0 || start >= values.size()) {
            throw new IllegalArgumentException("place " + start + " among " + values.size() + " values of " + name);
        }
    }
}
