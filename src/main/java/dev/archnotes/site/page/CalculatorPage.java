package dev.archnotes.site.page;

import java.util.List;

/**
 * Memory of every catalogue model at stated contexts and precisions.
 *
 * @param head what it says of itself
 * @param tables one table a context
 */
public record CalculatorPage(Head head, List<ComparisonTable> tables) implements Page {}
