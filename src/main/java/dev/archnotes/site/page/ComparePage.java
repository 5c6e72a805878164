package dev.archnotes.site.page;

import java.util.List;

/**
 * The table of all variants.
 *
 * @param head what it says of itself
 * @param listing how it shows elsewhere
 * @param table all variants, all facts; the variants in families, the smallest of each first
 * @param mechanisms what the variants can be filtered by
 * @param pairs links to the pages of pairs, by family
 * @param starts choices of four to begin with; none where there are few families
 */
public record ComparePage(
        Head head,
        Listing listing,
        ComparisonTable table,
        Mechanisms mechanisms,
        List<PairGroup> pairs,
        List<Link> starts)
        implements Page {
    @Override
    public Needs needs() {
        return Needs.of(Needs.Script.COMPARISON).and(Needs.of(Needs.Style.TOOLS));
    }

    /**
     * The mechanisms that some of the variants use and others do not.
     *
     * @param names the key and the name of each, and what else it is called: {@code qk-norm:QK-norm;qknorm}
     * @param uses for each row of the table, the places of those that it uses
     */
    public record Mechanisms(List<String> names, List<List<Integer>> uses) {
        /** All names in one attribute, apart by a bar. */
        public String joined() {
            return String.join("|", names);
        }

        /** What a row uses in one attribute, apart by a space. */
        public String of(int row) {
            return String.join(" ", uses.get(row).stream().map(String::valueOf).toList());
        }
    }

    /**
     * The pairs of one family.
     *
     * @param family the family
     * @param links its pairs
     */
    public record PairGroup(String family, List<Link> links) {}
}
