package dev.archnotes.site.drawing.chart;

import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.spec.Variant;

/**
 * A variant with what has been derived of it, as charts take it.
 *
 * @param variant the variant
 * @param sheet its facts
 * @param ledger its weights
 * @param family the place of its family among all, by date: families keep their color from chart to chart
 */
public record Charted(Variant variant, FactSheet sheet, WeightInventory ledger, int family) {
    String id() {
        return variant.id();
    }

    String name() {
        return variant.name();
    }
}
