package dev.archnotes.site.page;

import java.util.List;

/**
 * Memory of every catalogue model at stated contexts and precisions.
 *
 * @param head what it says of itself
 * @param listing how it shows elsewhere
 * @param tables one table a context
 */
public record CalculatorPage(Head head, Listing listing, List<ComparisonTable> tables) implements Page {
    @Override
    public Needs needs() {
        return Needs.of(Needs.Script.CALCULATOR).and(Needs.of(Needs.Style.TOOLS));
    }
}
