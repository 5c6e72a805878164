package dev.archnotes.site.page;

import java.util.List;

/**
 * The table of all variants.
 *
 * @param head what it says of itself
 * @param table all variants, all facts
 * @param pairs links to the pages of pairs, by family
 */
public record ComparePage(Head head, ComparisonTable table, List<PairGroup> pairs) implements Page {
    /**
     * The pairs of one family.
     *
     * @param family the family
     * @param links its pairs
     */
    public record PairGroup(String family, List<Link> links) {}
}
