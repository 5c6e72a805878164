package dev.archnotes.site.page;

import dev.archnotes.site.drawing.Coordinates;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.architecture.AlignedPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two families side by side.
 *
 * @param head what it says of itself
 * @param listing how it shows elsewhere
 * @param sentence how they are related
 * @param basis how well that is known and from where; empty where the sentence follows from the specifications alone
 * @param first the first family's page
 * @param second the second family's page
 * @param firstVariant the variant shown of the first
 * @param secondVariant the variant shown of the second
 * @param drawings both variants, aligned, differing parts lit
 * @param id the anchor of the drawings, the same wherever else on the page this pair would stand
 * @param caption what the drawings bring out
 * @param differences what differs, the most important first
 * @param same facts that are equal
 * @param alike the anchors of the groups without a difference, which links from elsewhere may still use
 * @param sizes other pairs of their variants of comparable size, the smallest first
 * @param further all other pairs, each in the table of all variants
 * @param table where the table of all variants is
 * @param calculator the calculator with both variants
 */
public record PairPage(
        Head head,
        Listing listing,
        String sentence,
        Optional<Basis> basis,
        Link first,
        Link second,
        Drawn firstVariant,
        Drawn secondVariant,
        AlignedPair drawings,
        String id,
        String caption,
        List<Difference> differences,
        List<SameFact> same,
        List<String> alike,
        List<Sized> sizes,
        List<Link> further,
        String table,
        String calculator)
        implements Page {
    @Override
    public Needs needs() {
        return Needs.of(Needs.Script.CHARTS).and(Needs.of(Needs.Style.BESIDE)).and(Needs.of(Needs.Style.PAIR));
    }

    /** The parts of a decoder that differ, top first: the merged drawing. */
    public List<Difference> merged() {
        List<Difference> parts = new ArrayList<>();
        for (PartColor part :
                List.of(PartColor.FEED_FORWARD, PartColor.NORMALIZATION, PartColor.ATTENTION, PartColor.POSITIONS)) {
            differences.stream()
                    .filter(difference -> difference.part().equals(Optional.of(part)))
                    .forEach(parts::add);
        }
        differences.stream()
                .filter(difference -> difference.id().equals("diff-shape"))
                .forEach(parts::add);
        return parts;
    }

    /**
     * How well a relation is known.
     *
     * @param kind in words
     * @param source its source
     */
    public record Basis(String kind, Link source) {}

    /**
     * The variant that is drawn of a family.
     *
     * @param sheet its name and its data sheet
     * @param place its place in the family, up to the family's name: {@code One of 5 variants of}
     */
    public record Drawn(Link sheet, String place) {}

    /**
     * Differing facts under a heading.
     *
     * @param id the heading's id
     * @param label the heading
     * @param part the part that it is about, where it is about one
     * @param rows the facts
     * @param notes what each differing mechanism changes
     */
    public record Difference(
            String id, String label, Optional<PartColor> part, List<Row> rows, List<MechanismNote> notes) {
        /** The stylesheet's name of its color. */
        public String cssClass() {
            return part.map(PartColor::cssClass).orElse("part-plain");
        }

        /** Whether a ratio says something of any of them. */
        public boolean hasRatios() {
            return rows.stream().anyMatch(row -> row.ratio().isPresent());
        }
    }

    /**
     * A differing fact.
     *
     * @param label the fact
     * @param effect what a difference in it does
     * @param first its value in the first model
     * @param second its value in the second
     * @param ratio the second divided by the first, where that says something
     */
    public record Row(String label, String effect, Cell first, Cell second, Optional<Ratio> ratio) {}

    /**
     * A ratio of two values.
     *
     * @param times how many times as much, printed
     * @param doublings the length of its bar, positive where the second has more: a quarter of the box for each
     *     doubling, a half at most
     */
    public record Ratio(String times, double doublings) {
        private static final double MOST = 50;
        private static final double A_DOUBLING = 25;

        /** The outline of the bar in a box of 100 by 8 around the middle. */
        public String path() {
            double length = Math.max(-MOST, Math.min(MOST, doublings * A_DOUBLING));
            return "M0 1h" + Coordinates.print(length) + "v6H0z";
        }
    }

    /**
     * Another pair of variants of the two families.
     *
     * @param id where it stands on the page
     * @param first the first variant's data sheet
     * @param second the second variant's data sheet
     * @param sentence how they are related
     * @param drawings both, aligned, differing parts lit
     * @param groups what differs, the most important first
     */
    public record Sized(
            String id, Link first, Link second, String sentence, AlignedPair drawings, List<SizedGroup> groups) {
        /** Whether a ratio says something of any of the facts. */
        public boolean hasRatios() {
            return groups.stream()
                    .flatMap(group -> group.rows().stream())
                    .anyMatch(row -> !row.ratio().isEmpty());
        }
    }

    /**
     * Differing facts of another pair under a heading.
     *
     * @param label the heading
     * @param rows the facts
     */
    public record SizedGroup(String label, List<SizedRow> rows) {}

    /**
     * A differing fact of another pair, as text.
     *
     * @param label the fact
     * @param first its value in the first model
     * @param second its value in the second
     * @param ratio the ratio in words, or empty
     */
    public record SizedRow(String label, String first, String second, String ratio) {}

    /**
     * A fact that is equal.
     *
     * @param label the fact
     * @param value its value
     */
    public record SameFact(String label, String value) {}

    /**
     * What a mechanism changes.
     *
     * @param concept the concept, with its page
     * @param sentence what it changes
     */
    public record MechanismNote(Link concept, String sentence) {}
}
