package dev.archnotes.site.page;

import java.util.List;

/**
 * The table of all variants.
 *
 * @param head what it says of itself
 * @param listing how it shows elsewhere
 * @param table all variants, all facts
 * @param pairs links to the pages of pairs, by family
 */
public record ComparePage(Head head, Listing listing, ComparisonTable table, List<PairGroup> pairs) implements Page {
    @Override
    public Needs needs() {
        return Needs.of(Needs.Script.COMPARISON).and(Needs.of(Needs.Style.TOOLS));
    }

    /**
     * The pairs of one family.
     *
     * @param family the family
     * @param links its pairs
     */
    public record PairGroup(String family, List<Link> links) {}
}
