package dev.archnotes.site.drawing.chart;

import dev.archnotes.site.drawing.Run;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * One model's line in a chart over the context length.
 *
 * @param name its label
 * @param family the place of its family among all, which decides its color
 * @param end the value at its end, as the label's second line
 * @param last the context at which it ends
 * @param value the value at a context
 * @param assumed the value if every layer attended to everything
 */
record Curve(String name, int family, List<Run> end, long last, LongUnaryOperator value, LongUnaryOperator assumed) {
    boolean differs() {
        return value.applyAsLong(last) != assumed.applyAsLong(last);
    }
}
